"""Heavy documents are made in a process of their own, whose memory is given back when it ends."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from threading import BoundedSemaphore
from typing import ParamSpec

from bedside.documents.mistakes import DocumentNotMade

Arguments = ParamSpec("Arguments")

AT_ONCE = 2
"""How many are made side by side; whoever comes after them waits."""

LONGEST = 60.0
"""Seconds after which a document is given up."""

_SEATS = BoundedSemaphore(AT_ONCE)
_TOO_LONG = "Making this document took too long, and it was given up. Your dossier is as it was; try again."
_ENDED = "This document could not be made. Your dossier is as it was; take it as Markdown or as a web page instead."


def made_apart(make: Callable[Arguments, bytes], *args: Arguments.args, **kwargs: Arguments.kwargs) -> bytes:
    """What `make` returns, made in another process; raises what it raises, and DocumentNotMade where it breaks off.

    The typesetter keeps what it has made in memory, about 130 MB for each document; that ends with the process. The
    function and its arguments are pickled, so `make` has to be found by its name.
    """
    with _SEATS, ProcessPoolExecutor(1, mp_context=get_context("spawn")) as one:
        waiting = one.submit(make, *args, **kwargs)
        try:
            return waiting.result(timeout=LONGEST)
        except TimeoutError:
            for process in list(one._processes.values()):
                process.kill()
            raise DocumentNotMade(_TOO_LONG) from None
        except BrokenProcessPool:
            raise DocumentNotMade(_ENDED) from None
