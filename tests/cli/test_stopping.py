"""Ctrl-C while the app starts: heard though Python loses it, and once only while the app ends."""

from __future__ import annotations

import signal
import sys
import time
import weakref
from collections.abc import Iterator

import pytest

from bedside.cli import stopping
from bedside.cli.stopping import Stopping


@pytest.fixture
def listening() -> Iterator[Stopping]:
    before = {name: signal.getsignal(name) for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    tell = sys.unraisablehook
    found = Stopping()
    found.listen()
    yield found
    sys.unraisablehook = tell
    for name, handler in before.items():
        signal.signal(name, handler)


class Cleared:
    """Something that Python clears away."""


def test_a_stop_that_python_loses_while_it_clears_away_is_heard_before_the_app_runs(listening: Stopping) -> None:
    cleared = Cleared()
    seen = weakref.ref(cleared, lambda _: signal.raise_signal(signal.SIGINT))
    del cleared
    assert seen() is None
    with pytest.raises(KeyboardInterrupt):
        listening.go_on()


def test_nobody_who_asked_for_no_stop_is_stopped(listening: Stopping) -> None:
    listening.go_on()


def test_a_second_signal_does_not_break_off_the_end(listening: Stopping) -> None:
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGTERM)
    signal.raise_signal(signal.SIGINT)


def test_a_later_signal_counts_again(listening: Stopping, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
    begun = time.monotonic()
    monkeypatch.setattr(stopping.time, "monotonic", lambda: begun + 11)
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
