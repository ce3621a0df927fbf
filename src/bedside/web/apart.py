"""Heavy documents are made in a process of their own, whose memory is given back when it ends."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from threading import BoundedSemaphore
from typing import ParamSpec

from bedside.documents.mistakes import DocumentNotMade

Arguments = ParamSpec("Arguments")

AT_ONCE = 2
"""How many are made side by side; whoever comes after them waits."""

LONGEST = 60.0
"""Seconds after which a document is given up."""

_SEATS = BoundedSemaphore(AT_ONCE)
_PROGRAM = ("-P", "-c", "from bedside.web.apart import answer; answer()")
_TOO_LONG = "Making this document took too long, and it was given up. Your dossier is as it was; try again."
_ENDED = "This document could not be made. Your dossier is as it was; take it as Markdown or as a web page instead."


def made_apart(make: Callable[Arguments, bytes], *args: Arguments.args, **kwargs: Arguments.kwargs) -> bytes:
    """What `make` returns, made in another process; raises what it raises, and DocumentNotMade where it breaks off.

    The typesetter keeps what it has made in memory, about 130 MB for each document; that ends with the process. The
    function and its arguments are pickled, so `make` has to be found by its name.
    """
    asked = pickle.dumps((make, args, kwargs))
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with _SEATS:
        try:
            child = subprocess.run(
                [sys.executable, *_PROGRAM],
                input=asked,
                env=environment,
                capture_output=True,
                timeout=LONGEST,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise DocumentNotMade(_TOO_LONG) from None
    if child.returncode or not child.stdout:
        raise DocumentNotMade(_ENDED)
    # Only our own process has written this.
    made: bytes | Exception = pickle.loads(child.stdout)
    if isinstance(made, Exception):
        raise made
    return made


def answer() -> None:
    """What the other process does: read what to make, make it, and hand back the bytes or what was raised."""
    made: bytes | Exception
    try:
        make, args, kwargs = pickle.load(sys.stdin.buffer)
        made = make(*args, **kwargs)
    except Exception as refused:
        made = refused
    sys.stdout.buffer.write(pickle.dumps(made))
