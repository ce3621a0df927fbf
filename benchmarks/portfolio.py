"""How long the best list takes, against trying all lists, the exact table, and the times that others published.

Time is that of the processor on one thread, so that other work on the machine counts less; run it with
`python -m benchmarks.portfolio`. The published times are Kapur's ("The College Application Problem", thesis, 2022), on
his machine; the exact table of the same run stands beside them.
"""

from __future__ import annotations

import os

# Before numpy is imported: a second thread that waits would be counted as work.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import combinations

import numpy as np

from bedside.targeting.portfolio.form import Form, form_of
from bedside.targeting.portfolio.independent import by_dynamic_program, greedy_order
from bedside.targeting.portfolio.search import Effort
from bedside.targeting.portfolio.solving import QUICK, solve
from bedside.targeting.portfolio.statement.arrays import Options, Programs, Scenarios
from bedside.targeting.portfolio.statement.charges import Charge, Tier
from bedside.targeting.portfolio.statement.limits import Limits, Mix, SignalLimit
from bedside.targeting.portfolio.statement.problem import Problem
from bedside.targeting.portfolio.value import value
from benchmarks.stopwatch import Measurement

KAPUR = {1_024: 0.82, 4_096: 12.87, 16_384: 199.48}
KAPUR_TABLE_256 = 30.63
SIGNALS = (SignalLimit(1, 12, 0), SignalLimit(2, 3, 0), SignalLimit(1, 5, 1))
MIX = Mix((0.55, 0.30, 0.10, 0.05))
CASES = (
    ("60 of 600, 200 scenarios", 600, 200, Limits(count=60), "target: 100 ms"),
    ("60 of 600, 1,000 scenarios", 600, 1_000, Limits(count=60), ""),
    ("60 of 600, 200, money and a mix", 600, 200, Limits(count=60, budget=1_500, mix=MIX), ""),
    ("10 of 600, 200 scenarios", 600, 200, Limits(count=10), ""),
    ("300 of 6,500, 15 scenarios", 6_500, 15, Limits(count=300), "target: 1,000 ms, gap 0.01 %"),
)


def measurements() -> Iterator[str]:
    """What this module prints, in a process of its own, whose numerical library has one thread."""
    alone = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks.portfolio"], env=alone, check=True, capture_output=True, text=True
    )
    yield from told.stdout.splitlines()


def measured() -> Iterator[Measurement]:
    """Large lists beside one without a certificate, small ones beside trying all, independent ones beside a table."""
    for what, programs, scenarios, limits, target in CASES:
        yield _certified(what, made_up(programs, scenarios, limits), target)
    rich = Limits(budget=1_500, count=80, signals=SIGNALS, mix=MIX, interview_days=14, pinned_in=frozenset({5}))
    everything = made_up(600, 200, rich, specialties=2, signals=True)
    yield _certified("80 of 600, every kind of limit", everything, "target: 300 ms")
    yield from _against_trying_all()
    yield from _independent()


def _certified(what: str, problem: Problem, target: str) -> Measurement:
    found = solve(problem)
    quick, form = quickest(lambda: solve(problem, QUICK)), form_of(problem)
    bare = quickest(lambda: by_gain_alone(form, len(found.chosen)))
    taken = quickest(lambda: solve(problem))
    told = f"{target}{'; ' if target else ''}gap {found.gap:.4%}; quick way {quick:.0f} ms; {found.status.name.lower()}"
    return Measurement(what, taken, "greedy by count alone", bare, told)


def _against_trying_all() -> Iterator[Measurement]:
    problem = made_up(16, 15, Limits(count=6), likely=True)
    form = form_of(problem)
    lists = list(combinations(range(16), 6))
    best = max(value(form, np.array(one)) for one in lists)
    found = solve(problem, Effort(tolerance=1e-5))
    trying = quickest(lambda: [value(form, np.array(one)) for one in lists], runs=1)
    short = f"short of the best by {max(0.0, 1 - found.value / best):.1e}, bound above it by {found.gap:.1e}"
    yield Measurement("6 of 16, every list tried", quickest(lambda: solve(problem)), "trying all", trying, short)


def _independent() -> Iterator[Measurement]:
    for schools, published in KAPUR.items():
        chance, worth, _ = market(schools)
        taken = quickest(lambda c=chance, w=worth, n=schools: greedy_order(c, w, n // 2))  # type: ignore[misc]
        yield Measurement(f"half of {schools:,}, independent", taken, "Kapur's greedy, published", published)
    chance, worth, cost = market(256)
    table = quickest(lambda: by_dynamic_program(chance, worth, cost, int(cost.sum()) // 2))
    yield Measurement("exact table, 256 of unequal cost", table, "Kapur's table, published", KAPUR_TABLE_256)
    for schools, chosen in ((600, 30), (6_500, 300)):
        chance, worth, _ = market(schools)
        exact = by_dynamic_program(chance, worth, np.ones(schools), chosen)[1]
        same = abs(greedy_order(chance, worth, chosen)[1][-1] / exact - 1)
        greedy = quickest(lambda c=chance, w=worth, n=chosen: greedy_order(c, w, n))  # type: ignore[misc]
        slow = quickest(lambda c=chance, w=worth, n=chosen: by_dynamic_program(c, w, np.ones(len(c)), n))  # type: ignore[misc]
        what = f"{chosen} of {schools:,}, independent"
        yield Measurement(what, greedy, "the exact table", slow, f"differs from it by {same:.0e}")


def by_gain_alone(form: Form, count: int) -> list[int]:
    """What a few lines would do: the largest gain, so many times, without limits or a certificate."""
    left, chosen = form.weights.copy(), []
    free = np.ones(len(form.program))
    for _ in range(count):
        best = int(np.argmax((left @ form.chance) * free))
        chosen.append(best)
        free[best] = 0.0
        left = left * (1 - form.chance[:, best])
    return chosen


def made_up(
    programs: int, scenarios: int, limits: Limits, *, specialties: int = 1, signals: bool = False, likely: bool = False
) -> Problem:
    """Low chances that move together, by type and each on its own as well; the first specialty is worth more.

    What moves each program on its own is what makes a list hard: no order of the programs is right in every scenario.
    """
    chance = np.random.default_rng(1)
    kinds = 3 if signals else 1
    options, signal = np.repeat(np.arange(programs), kinds), np.tile(np.arange(kinds), programs)
    types = chance.integers(0, 4, programs)
    base = (-1.5 if likely else -4.5) + chance.normal(0, 1, programs)[options] + np.array([0, 0.7, 1.3])[signal]
    shared = chance.normal(0, 1, scenarios)[:, None] * (0.75 + chance.normal(0, 0.5, programs))
    own = chance.normal(0, 0.6, (scenarios, 4))[:, types] + chance.normal(0, 0.6, (scenarios, programs))
    chances = 1 / (1 + np.exp(-(base + (shared + own)[:, options])))
    specialty = chance.integers(0, specialties, programs)
    return Problem(
        Scenarios(np.ones(scenarios), chances),
        Options(options, signal, None, chances.mean(axis=0)),
        Programs(np.where(specialty == 0, 1.0, 0.6), specialty, types),
        limits,
        tuple(Charge(f"fees of specialty {one}", (Tier(11, 30), Tier(30)), one) for one in range(specialties)),
    )


def market(schools: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Independent schools: chance, utility, and a cost of 5 to 10."""
    chance = np.random.default_rng(schools)
    return chance.uniform(0.02, 0.9, schools), chance.uniform(0, 100, schools), chance.integers(5, 11, schools)


def quickest(call: Callable[[], object], runs: int = 5) -> float:
    """The least processor time of several calls, in milliseconds."""
    return min(_timed(call) for _ in range(runs))


def _timed(call: Callable[[], object]) -> float:
    begun = time.process_time()
    call()
    return (time.process_time() - begun) * 1000


if __name__ == "__main__":
    for one in measured():
        print(one, flush=True)
