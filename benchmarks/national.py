"""Everything public there is about programs, read from the folder that BEDSIDE_REAL_DATA names, as one import."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from bedside.evidence.library import Evidence, load_evidence
from bedside.programs.importing.importer import SourceFile
from bedside.programs.importing.recognising import read_file
from bedside.programs.mention import Reading
from bedside.programs.shelf.directory_file import add_readings

AS_OF = date(2026, 11, 22)
_ENDINGS = {".pdf", ".csv", ".tsv"}
_FOLDERS = ("nrmp", "programs", "interview_rates")


def real_folder() -> Path | None:
    """The folder of published files; None where none is named."""
    named = os.environ.get("BEDSIDE_REAL_DATA")
    return Path(named) if named else None


def read_everything(folder: Path, evidence: Evidence) -> tuple[tuple[Reading, str], ...]:
    """Every published file as it is read, with its name."""
    files = sorted(file for name in _FOLDERS for file in (folder / name).iterdir() if file.suffix in _ENDINGS)
    return tuple((read_file(SourceFile(file.name, file.read_bytes()), evidence), file.name) for file in files)


def main(target: Path) -> None:
    """Import everything into a folder, and print how long it took and how much memory, as JSON."""
    folder = real_folder()
    if folder is None:
        raise SystemExit("BEDSIDE_REAL_DATA names no folder of published files.")
    begun = time.perf_counter()
    evidence = load_evidence()
    readings = read_everything(folder, evidence)
    read = time.perf_counter()
    added = add_readings(target, readings, AS_OF, evidence)
    done = time.perf_counter()
    import resource  # not on every system, and only needed here

    # Linux counts in kilobytes, macOS in bytes.
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    told = {"read": read - begun, "build": done - read, "megabytes": megabytes, "programs": added.programs}
    print(json.dumps(told))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as made:
            main(Path(made))
