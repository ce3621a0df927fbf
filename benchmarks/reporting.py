"""How long a whole report with its PDF takes, warm, against showing the help."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.stopwatch import Measurement, quickest_run

ROOT = Path(__file__).parents[1]


def measurements() -> Iterator[Measurement]:
    """Each kind of report of one example; every run is a process of its own, with the file system warm."""
    dossier = str(ROOT / "examples/h1b-quality-analyst.yaml")
    start = quickest_run("-m", "bedside", "--help")
    with tempfile.TemporaryDirectory() as folder:
        for ending, target in {"pdf": "target: 1,500 ms", "md": "", "json": "", "ics": ""}.items():
            output = str(Path(folder) / f"plan.{ending}")
            command = ("-m", "bedside", "report", dossier, "--as-of", "2026-11-22", "-o", output)
            yield Measurement(f"bedside report -o plan.{ending}", quickest_run(*command, runs=5), "help", start, target)
