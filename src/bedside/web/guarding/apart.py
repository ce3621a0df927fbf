"""Heavy work is done in a process of its own, whose memory is bounded and given back when it ends."""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from threading import BoundedSemaphore
from typing import ParamSpec, TypeVar

from bedside.documents.mistakes import DocumentNotMade

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")

AT_ONCE = 2
"""How many are at work side by side; whoever comes after them waits."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long work may take, in seconds, and how much memory, in bytes where the system can hold it to that."""

    seconds: float = 60.0
    memory: int | None = None


A_DOCUMENT = Bounds()
"""What making one document may take."""

_SEATS = BoundedSemaphore(AT_ONCE)
_PROGRAM = ("-P", "-c", "from bedside.web.guarding.apart import answer; answer()")
_TOO_LONG = "Making this document took too long, and it was given up. Your dossier is as it was; try again."
_ENDED = "This document could not be made. Your dossier is as it was; take it as Markdown or as a web page instead."


class BrokeOff(Exception):
    """The work did not come to its end: it took too long, or its process ended, as where memory ran out."""

    def __init__(self, took_too_long: bool) -> None:
        super().__init__()
        self.took_too_long = took_too_long


def done_apart(
    work: Callable[Arguments, Result], bounds: Bounds, *args: Arguments.args, **kwargs: Arguments.kwargs
) -> Result:
    """What `work` returns, done in another process; raises what it raises, and BrokeOff.

    The function, its arguments and its result are pickled, so `work` has to be found by its name.
    """
    asked = pickle.dumps((bounds.memory, work, args, kwargs))
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with _SEATS:
        try:
            child = subprocess.run(
                [sys.executable, *_PROGRAM],
                input=asked,
                env=environment,
                capture_output=True,
                timeout=bounds.seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise BrokeOff(took_too_long=True) from None
    if child.returncode or not child.stdout:
        raise BrokeOff(took_too_long=False)
    # Only our own process has written this.
    done: Result | Exception = pickle.loads(child.stdout)
    if isinstance(done, Exception):
        raise done
    return done


def made_apart(make: Callable[Arguments, bytes], *args: Arguments.args, **kwargs: Arguments.kwargs) -> bytes:
    """The document that `make` returns, made in another process; DocumentNotMade where it breaks off.

    The typesetter keeps what it has made in memory, about 130 MB for each document; that ends with the process.
    """
    try:
        return done_apart(make, A_DOCUMENT, *args, **kwargs)
    except BrokeOff as broke_off:
        raise DocumentNotMade(_TOO_LONG if broke_off.took_too_long else _ENDED) from None


def answer() -> None:
    """What the other process does: read what to do, do it, and hand back the result or what was raised."""
    done: object
    most_memory, work, args, kwargs = pickle.load(sys.stdin.buffer)
    _keep_within(most_memory)
    try:
        done = work(*args, **kwargs)
    except MemoryError:
        os._exit(1)
    except Exception as refused:
        done = refused
    sys.stdout.buffer.write(pickle.dumps(done))


def _keep_within(most_memory: int | None) -> None:
    """Keep this process to so many bytes, where the system can."""
    if most_memory is None:
        return
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (most_memory, most_memory))
