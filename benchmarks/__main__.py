"""Prints what should stay quick, each as a time and as a ratio to something that does less."""

from __future__ import annotations

from benchmarks import chances, choosing, directory, listing, loading, portfolio, reporting, serving, starting, what_if

for part in (starting, loading, choosing, chances, reporting, serving, directory, portfolio, listing, what_if):
    for measurement in part.measurements():
        print(measurement, flush=True)
