"""Times whole commands and single calls; the quickest of several runs is the one with the least noise in it."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measurement:
    """A time and the one it is compared with, both in milliseconds; `target` says what it should stay within."""

    what: str
    milliseconds: float
    compared_with: str
    comparison_milliseconds: float
    target: str = ""

    def __str__(self) -> str:
        ratio = self.milliseconds / self.comparison_milliseconds
        return (
            f"{self.what:<34}{_shown(self.milliseconds):>9} ms   "
            f"{ratio:>7.2f} × {self.compared_with} ({_shown(self.comparison_milliseconds)} ms)   {self.target}"
        )


def quickest_call(call: Callable[[], object], runs: int = 5) -> float:
    """The quickest of several calls, in milliseconds."""
    return min(_timed(call) for _ in range(runs))


def quickest_run(*arguments: str, runs: int = 10) -> float:
    """The quickest of several runs of this Python with these arguments, in milliseconds, after one to warm up."""

    def run() -> None:
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)

    run()
    return quickest_call(run, runs)


def _shown(milliseconds: float) -> str:
    return f"{milliseconds:.0f}" if milliseconds >= 10 else f"{milliseconds:.2f}"


def _timed(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return (time.perf_counter() - begun) * 1000
