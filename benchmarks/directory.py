"""How long the full national import takes and how much memory, and how long opening its directory does."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bedside.evidence.library import load_evidence
from bedside.programs.collection import Collection
from bedside.programs.overlay import with_private
from bedside.programs.shelf import directory_file
from bedside.programs.shelf.digest import as_import
from benchmarks.national import AS_OF, read_everything, real_folder
from benchmarks.stopwatch import Measurement, quickest_call


def measurements() -> Iterator[Measurement]:
    """Importing, opening and laying private claims over; nothing where no published files are at hand."""
    folder = real_folder()
    if folder is None:
        return
    with tempfile.TemporaryDirectory() as made:
        yield from _measured(folder, Path(made))


def _measured(folder: Path, target: Path) -> Iterator[Measurement]:
    command = [sys.executable, "-m", "benchmarks.national", str(target)]
    told = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    whole = 1000 * (told["read"] + told["build"])
    of_which = f"target: 30,000 ms and 500 MB; took {told['megabytes']:.0f} MB"
    yield Measurement(
        f"import all {told['programs']} programs", whole, "reading the files", 1000 * told["read"], of_which
    )
    evidence = load_evidence()

    def opened() -> None:
        directory_file._opened.cache_clear()
        directory_file.open_directory(target, evidence)

    raw = quickest_call(lambda: directory_file.directory_file(target).read_bytes())
    yield Measurement("open the directory", quickest_call(opened), "reading the file's bytes", raw, "target: 250 ms")
    directory = directory_file.open_directory(target, evidence)
    rates = next(one for one, _ in read_everything(folder, evidence) if one.covers == "psychiatry")
    own = as_import(rates, "own.csv", AS_OF)
    laying = quickest_call(lambda: with_private(directory, Collection((own,)), evidence), runs=3)
    yield Measurement(f"lay {len(rates.rows)} private rows over it", laying, "opening it", quickest_call(opened))


if __name__ == "__main__":
    for measurement in measurements():
        print(measurement, flush=True)
