"""How long the best list for a person takes, live and in full, and what the live way costs in chance.

Programs are invented: two specialties, four types, twelve states, two in three with an interview rate of their own.
Time is that of the processor on one thread; run it with `python -m benchmarks.listing`.
"""

from __future__ import annotations

import os

# Before numpy is imported: a second thread that waits would be counted as work.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import random
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bedside.applicant.file.reading import read_dossier
from bedside.evidence.library import load_evidence
from bedside.plan.chances.your_list import PreparedList, answer, curves, prepared
from bedside.plan.chances.your_odds import ChosenPrograms, applicant_of
from bedside.programs.directory import Directory
from bedside.programs.field import Value
from bedside.programs.program import Listed, Program, TrackKind
from bedside.targeting.program_list.best import FULL, LIVE
from bedside.targeting.program_list.problem import Wanted
from benchmarks.portfolio import quickest
from benchmarks.stopwatch import Measurement

AS_OF = date(2026, 11, 22)
ROOT = Path(__file__).parents[1]
STATES = ("OH", "MI", "NY", "TX", "CA", "FL", "PA", "IL", "NJ", "GA", "AZ", "MO")
TYPES = ("community", "university-affiliated", "university", None)
MIX = (0.6, 0.3, 0.1, 0.0)
WANTED = {
    "80 programs": Wanted(count=80),
    "$1,000": Wanted(budget=1_000),
    "60 for $1,500 in a mix": Wanted(count=60, budget=1_500, mix=MIX),
    "60, half of them in two states": Wanted(count=60, in_states=frozenset({"OH", "MI"})),
    "every kind of wish": Wanted(
        budget=1_500,
        counts={"family-medicine": 25, "internal-medicine": 40},
        mix=MIX,
        in_states=frozenset({"OH", "MI"}),
        least_share=0.3,
        preferences={"family-medicine": 0.6},
    ),
}


def measurements() -> Iterator[str]:
    """What this module prints, in a process of its own, whose numerical library has one thread."""
    alone = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks.listing"], env=alone, check=True, capture_output=True, text=True
    )
    yield from told.stdout.splitlines()


def measured() -> Iterator[Measurement]:
    """For 600 and 1,500 programs: making ready, each answer live beside in full, and the curves."""
    for count in (600, 1_500):
        ready = _ready(count)
        making = quickest(lambda n=count: _ready(n), runs=2)  # type: ignore[misc]
        for what, wanted in WANTED.items():
            yield _both_ways(f"{count:,}: {what}", ready, wanted)
        bare = quickest(lambda r=ready: answer(r, WANTED["80 programs"], LIVE), runs=2)  # type: ignore[misc]
        yield Measurement(f"{count:,}: making ready, once", making, "one live answer", bare)
        taken = quickest(lambda r=ready: curves(r, Wanted(count=80)), runs=1)  # type: ignore[misc]
        yield Measurement(f"{count:,}: both curves", taken, "one live answer", bare)


def _both_ways(what: str, ready: PreparedList, wanted: Wanted) -> Measurement:
    live, full = answer(ready, wanted, LIVE).best, answer(ready, wanted, FULL).best
    taken = quickest(lambda: answer(ready, wanted, LIVE), runs=3)
    beside = quickest(lambda: answer(ready, wanted, FULL), runs=2)
    short = max(0.0, 1 - live.worth / full.worth)
    told = f"target: 300 ms; live gap {live.gap:.3%}, short by {short:.3%}; gap in full {full.gap:.4%}"
    return Measurement(what, taken, "in full", beside, told)


def _ready(count: int) -> PreparedList:
    evidence = load_evidence()
    dossier = read_dossier(ROOT / "examples/h1b-quality-analyst.yaml", AS_OF, evidence).dossier
    chance = random.Random(1)
    listed = tuple(_one(number, chance) for number in range(count))
    chosen = ChosenPrograms(listed, tuple(one.key for one in listed), ())
    return prepared(applicant_of(dossier, AS_OF, evidence), Directory(listed, _never), chosen, dossier, evidence)


def _one(number: int, chance: random.Random) -> Listed:
    specialty, start = chance.choice((("internal-medicine", 1_400_000_000), ("family-medicine", 1_200_000_000)))
    rate, kind = min(0.3, round(chance.lognormvariate(-4, 1), 2)), chance.choice(TYPES)
    told: dict[str, Value] = {**({"type": kind} if kind else {})}
    if chance.random() < 2 / 3:
        told["interview-rate.non-us-img"] = rate
    key, state = str(start + number), chance.choice(STATES)
    offered = {TrackKind.CATEGORICAL: 10}
    return Listed(key, key, f"Program {number}", f"Program {number}", "Troy", state, specialty, told, offered, 2026)


def _never(key: str) -> Program:
    raise KeyError(key)


if __name__ == "__main__":
    for one in measured():
        print(one, flush=True)
