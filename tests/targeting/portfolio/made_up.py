"""Problems made up at random: correlated chances, signals, tiers, mixes, places, pins and days."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from bedside.targeting.portfolio.statement.arrays import Options, Programs, Scenarios
from bedside.targeting.portfolio.statement.charges import Charge, Tier
from bedside.targeting.portfolio.statement.limits import Limits, Mix, PlaceShare, SignalLimit
from bedside.targeting.portfolio.statement.problem import Problem


def small(seed: int, *, without: frozenset[str] = frozenset()) -> Problem:
    """A problem of few programs with a few of all limits, none of those named in `without`."""
    chance = np.random.default_rng(seed)

    def has(name: str, share: float) -> bool:
        return bool(chance.random() < share) and name not in without

    signals = has("signals", 0.5)
    programs = int(chance.integers(4, 8 if signals else 12))
    options, signal = _with_signals(programs) if signals else (np.arange(programs), np.zeros(programs, dtype=int))
    weights = chance.dirichlet(np.ones(int(chance.integers(1, 6))))
    chances = _chances(chance, len(weights), options, signal, programs)
    levels = chance.choice([1, 2, 30])
    utility = [np.ones(programs), chance.choice([1.0, 0.6], programs), 0.3 + chance.random(programs)][
        {1: 0, 2: 1, 30: 2}[int(levels)]
    ]
    specialty, type_, place = (chance.integers(0, 2, programs) for _ in range(3))
    pins = chance.permutation(programs)
    count = int(chance.integers(1, programs)) if has("count", 0.7) else None
    limits = Limits(
        budget=float(chance.integers(10, 150)) if has("budget", 0.6) else None,
        count=count,
        counts=((0, int(chance.integers(1, 4))),) if has("counts", 0.2) else (),
        signals=(SignalLimit(1, 2), SignalLimit(2, 1, 0)) if signals else (),
        mix=Mix((0.7, 0.3), by_specialty=has("mix by specialty", 0.2)) if has("mix", 0.3) else None,
        places=(PlaceShare(frozenset({0}), 0.25, 0.8, "the East"),) if has("places", 0.3) else (),
        pinned_in=frozenset(pins[:1].tolist()) if has("pins", 0.3) else frozenset(),
        pinned_out=frozenset(pins[1:3].tolist()) if has("pins", 0.3) else frozenset(),
        interview_days=float(chance.random() * 2 + 0.5) if has("days", 0.3) else None,
    )
    return Problem(
        Scenarios(weights, chances),
        Options(options, signal, chance.integers(0, 5, len(options)), weights @ chances),
        Programs(utility, specialty, type_, place),
        limits,
        _charges(chance),
    )


def large(
    seed: int, programs: int, scenarios: int, *, limits: Limits, signals: bool = False, specialties: int = 1
) -> Problem:
    """A national-size problem: low chances, a file effect shared by all, and the first specialty preferred."""
    chance = np.random.default_rng(seed)
    options, signal = _with_signals(programs) if signals else (np.arange(programs), np.zeros(programs, dtype=int))
    effect = np.linspace(-2.2, 2.2, scenarios) if scenarios > 1 else np.zeros(1)
    base = -4.5 + chance.normal(0, 1.0, programs)[options] + 0.7 * (signal == 1) + 1.3 * (signal == 2)
    chances = 1 / (1 + np.exp(-(base + effect[:, None] * (0.75 + chance.normal(0, 0.4, programs)[options]))))
    weights = np.exp(-(effect**2) / 2)
    weights = weights / weights.sum()
    specialty = chance.integers(0, specialties, programs)
    return Problem(
        Scenarios(weights, chances),
        Options(options, signal, None, weights @ chances),
        Programs(np.where(specialty == 0, 1.0, 0.6), specialty, chance.integers(0, 4, programs)),
        limits,
        tuple(Charge(f"fees {one}", (Tier(11, 30), Tier(30)), one) for one in range(specialties)),
    )


def shuffled(problem: Problem, seed: int) -> Problem:
    """The same problem with its options and programs in another order."""
    chance = np.random.default_rng(seed)
    options, programs = (
        chance.permutation(len(problem.options.program)),
        chance.permutation(len(problem.programs.utility)),
    )
    new_place = np.argsort(programs)
    pinned = {
        name: frozenset(int(new_place[one]) for one in getattr(problem.limits, name))
        for name in ("pinned_in", "pinned_out")
    }
    return Problem(
        Scenarios(problem.scenarios.weights, problem.scenarios.chance[:, options]),
        Options(
            new_place[problem.options.program[options]],
            problem.options.signal[options],
            problem.options.price[options],
            problem.options.interviews[options],
        ),
        Programs(*(getattr(problem.programs, name)[programs] for name in ("utility", "specialty", "type", "place"))),
        replace(problem.limits, **pinned),
        problem.charges,
    )


def _with_signals(programs: int) -> tuple[np.ndarray, np.ndarray]:
    return np.repeat(np.arange(programs), 3), np.tile([0, 1, 2], programs)


def _chances(
    chance: np.random.Generator, scenarios: int, options: np.ndarray, signal: np.ndarray, programs: int
) -> np.ndarray:
    base = chance.normal(-1.5, 1.0, programs)[options] + 0.6 * signal
    bend = chance.normal(1.0, 0.7, programs)[options]
    return np.asarray(1 / (1 + np.exp(-(base + np.linspace(-2, 2, scenarios)[:, None] * bend))))


def _charges(chance: np.random.Generator) -> tuple[Charge, ...]:
    per_program = Charge("fees", (Tier(11, 2), Tier(30)), specialty=0)
    flat = Charge("flat fees", (Tier(20, 3, flat=True), Tier(12)), specialty=1)
    ranks = Charge("ranks", (Tier(0, 0.8), Tier(40)), on_interviews=True)
    return tuple(one for one in (per_program, flat, ranks) if chance.random() < 0.6)
