"""Ctrl-C and its like, while the app starts and runs: heard even where Python loses the first of them."""

from __future__ import annotations

import signal
import sys
import time
from typing import Any

_KNOWN = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
_TIME_TO_END = 10.0  # seconds in which no second signal breaks off what the first one began


class Stopping:
    """Turns signals into KeyboardInterrupt.

    Python loses an exception that is raised while it clears something away, as it does all the time while it imports.
    So it is remembered that a stop was asked for, and a later signal counts again.
    """

    def __init__(self) -> None:
        self._asked: float | None = None

    def listen(self) -> None:
        """From now on hear the signals there are on this system, and say nothing of one that Python lost."""
        tell = sys.unraisablehook

        def tell_what_is_no_stop(lost: sys.UnraisableHookArgs) -> None:
            if lost.exc_type is not KeyboardInterrupt:
                tell(lost)

        sys.unraisablehook = tell_what_is_no_stop
        for name in _KNOWN:
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), self.stop)

    def stop(self, *_: Any) -> None:
        """Raise KeyboardInterrupt, unless it was raised a moment ago."""
        now = time.monotonic()
        if self._asked is None or now - self._asked > _TIME_TO_END:
            self._asked = now
            raise KeyboardInterrupt

    def go_on(self) -> None:
        """Raise KeyboardInterrupt where a stop was asked for and Python lost it."""
        if self._asked is not None:
            raise KeyboardInterrupt
