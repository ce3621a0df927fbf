"""How long ten changes take beside one odds: on the sample, and for 600 invented programs.

Time is that of the processor on one thread: `python -m benchmarks.what_if`.
"""

from __future__ import annotations

import os

# Before numpy is imported: a second thread that waits would be counted as work.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from bedside.applicant.file.reading import read_dossier
from bedside.evidence.library import load_evidence
from bedside.plan.chances.your_odds import applicant_of, programs_searched, your_odds
from bedside.plan.what_if.asking import what_if
from bedside.programs.directory import Directory
from bedside.programs.field import Value
from bedside.programs.program import Listed, Program, TrackKind
from bedside.programs.search import Search, Sort
from bedside.programs.shelf.directory_file import open_directory
from bedside.targeting.program_list.problem import Wanted
from benchmarks.stopwatch import Measurement

DOSSIER = Path(__file__).parents[1] / "examples/opt-research-coordinator.yaml"
AS_OF = date(2026, 11, 22)
TEN = (
    *("signals", "more-programs", "specialty=family-medicine", "specialty=psychiatry", "interviews"),
    *("us-clinical", "letter", "step-3", "wait", "no-visa"),
)
TARGET = "target: 2,000 ms"
PROGRAMS = {"internal-medicine": 250, "family-medicine": 200, "psychiatry": 150}


def measurements() -> Iterator[str]:
    """What this module prints, in a process of its own, whose numerical library has one thread."""
    alone = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks.what_if"], env=alone, check=True, capture_output=True, text=True
    )
    yield from told.stdout.splitlines()


def measured() -> Iterator[Measurement]:
    """Ten changes for a whole dossier, beside the odds of as many programs as the list has."""
    with tempfile.TemporaryDirectory() as empty:
        yield _one("10 what-ifs, the sample", open_directory(Path(empty), load_evidence()))
    yield _one("10 what-ifs, 600 programs", invented())


def _one(what: str, directory: Directory) -> Measurement:
    evidence = load_evidence()
    dossier = read_dossier(DOSSIER, AS_OF, evidence).dossier
    applicant = applicant_of(dossier, AS_OF, evidence)
    search = Search(sort=Sort.VERDICT)
    every = programs_searched(directory, applicant, dossier, search, len(directory), evidence)
    chosen = programs_searched(directory, applicant, dossier, search, 60, evidence)

    def changes() -> object:
        return what_if(applicant, directory, every, Wanted(count=60), dossier, evidence, AS_OF, TEN, search)

    once = _quickest(lambda: your_odds(applicant, directory, chosen, dossier, evidence))
    return Measurement(what, _quickest(changes), "one odds of 60", once, TARGET)


def invented() -> Directory:
    """Programs with a rate or without one, and limits of every kind."""
    chance = random.Random(1)
    listed = tuple(
        _program(f"{number}{at:07d}", specialty, chance)
        for number, (specialty, count) in enumerate(PROGRAMS.items(), start=141)
        for at in range(count)
    )
    return Directory(listed, _never)


def _program(key: str, specialty: str, chance: random.Random) -> Listed:
    choices: dict[str, list[Value]] = {
        "interview-rate.non-us-img": [0.0, 0.01, 0.02, 0.04, 0.08],
        "step-3.needed": [True, False, False],
        "us-clinical.months": [1, 2, 3],
        "visa.j1": [True, True, False],
        "graduation.limit": [5, 7, 10],
        "letters.needed": [3, 4],
    }
    values = {field: chance.choice(some) for field, some in choices.items() if chance.random() < 0.5}
    state = chance.choice(("OH", "MI", "NY", "CA", "TX"))
    return Listed(key, key, f"Program {key}", key, "Springfield", state, specialty, values, {TrackKind.CATEGORICAL: 8})


def _never(key: str) -> Program:
    raise KeyError(key)


def _quickest(call: Callable[[], object], runs: int = 5) -> float:
    """The quickest of several calls in milliseconds of the processor, after one to warm up."""
    call()
    times = []
    for _ in range(runs):
        begun = time.process_time()
        call()
        times.append((time.process_time() - begun) * 1000)
    return min(times)


if __name__ == "__main__":
    for measurement in measured():
        print(measurement, flush=True)
