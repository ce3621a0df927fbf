"""How long the command takes to answer at all, against an interpreter that does nothing."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.stopwatch import Measurement, quickest_run


def measurements() -> Iterator[Measurement]:
    """The help and the version, each beside a bare interpreter."""
    bare = quickest_run("-c", "pass")
    for option in ("--help", "--version"):
        taken = quickest_run("-m", "bedside", option)
        above = f"target: 150 ms above it; here {taken - bare:.0f} ms above"
        yield Measurement(f"bedside {option}", taken, "a bare interpreter", bare, above)
