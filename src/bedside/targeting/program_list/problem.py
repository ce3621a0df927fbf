"""Programs of the directory as a problem of the portfolio: chances, fees, signals, types and limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from bedside.evidence.library import Evidence
from bedside.evidence.specialties import specialty_name
from bedside.odds.chances import Chances
from bedside.odds.numbers import Numbers
from bedside.odds.signals import Signal
from bedside.programs.places import state_name
from bedside.programs.program import Listed
from bedside.targeting.portfolio.statement.arrays import Options, Places, Programs, Scenarios
from bedside.targeting.portfolio.statement.limits import Limits, Mix, PlaceShare, SignalLimit
from bedside.targeting.portfolio.statement.problem import Problem
from bedside.targeting.program_list.fees import charges_of

TYPES = ("community", "university-affiliated", "university", "name-brand")
"""The four types a mix shares out, in the order of its shares; what is of none of them, or untold, comes after."""

_LEAST, _MOST = 1e-12, 1 - 1e-12


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the applicant sets: None, or nothing, means no such limit; pins are keys.

    `count` and `counts` (by specialty) are the most programs. `mix` is a share for each of `TYPES`, in all or, with
    `mix_by_specialty`, in each specialty; it is a wish, whose price is told beside the best list without it, or, with
    `mix_is_rule`, a rule. Of the list at least `least_share` lies `in_states` (two letters each), or, with
    `only_states`, all of it. `preferences` say of one to three specialties what a match there is worth, above 0 and at
    most 1; one that is not named is worth 1.
    """

    budget: float | None = None
    count: int | None = None
    mix: tuple[float, ...] | None = None
    pinned_in: frozenset[str] = frozenset()
    pinned_out: frozenset[str] = frozenset()
    interview_days: float | None = None
    counts: Mapping[str, int] = field(default_factory=dict, hash=False)
    mix_by_specialty: bool = False
    mix_is_rule: bool = False
    in_states: frozenset[str] = frozenset()
    least_share: float = 0.5
    only_states: bool = False
    preferences: Mapping[str, float] = field(default_factory=dict, hash=False)


def unlimited(found: Chances, programs: Sequence[Listed], season: int, evidence: Evidence) -> Problem:
    """All that does not depend on what is wanted: chances, fees, and where each program is."""
    keys, states = list(found.within), states_of(programs)
    at, signal = _options(found, programs)
    options = Options(at, signal, interviews=found.interviews[at, signal])
    return Problem(
        Scenarios(found.scenario_weights, _chance(found, options.program, options.signal)),
        options,
        Programs(
            np.ones(len(programs)),
            [keys.index(one.specialty) for one in programs],
            [type_of(one) for one in programs],
            [states.index(one.state) for one in programs],
        ),
        Limits(signals=tuple(_signal_limits(found, keys))),
        charges_of(keys, season, evidence),
        tuple(one.name for one in programs),
        tuple(specialty_name(key, evidence) for key in keys),
    )


def limited(problem: Problem, found: Chances, programs: Sequence[Listed], wanted: Wanted) -> Problem:
    """The problem within what is wanted, but for the mix and the places."""
    keys = list(found.within)
    limits = replace(
        problem.limits,
        budget=wanted.budget,
        count=wanted.count,
        counts=tuple((keys.index(key), most) for key, most in wanted.counts.items() if key in keys),
        pinned_in=_places(programs, wanted.pinned_in),
        pinned_out=_places(programs, wanted.pinned_out | worthless(programs, wanted)),
        interview_days=wanted.interview_days,
    )
    worth = np.array([max(wanted.preferences.get(key, 1.0), _LEAST) for key in keys], dtype=np.float64)
    leads_to = replace_utility(problem.programs, worth[problem.programs.specialty] if len(keys) else np.ones(0))
    return replace(problem, limits=limits, programs=leads_to)


def replace_utility(programs: Programs, utility: Numbers) -> Programs:
    """The same programs with another worth each."""
    return Programs(utility, programs.specialty, programs.type, programs.place)


def draws_of(found: Chances, problem: Problem) -> Iterator[Scenarios]:
    """The scenarios of each draw of the parameters by itself, with the luck each program has in it."""
    weights, chance = found.scenario_weights, _chance(found, problem.options.program, problem.options.signal)
    for draw in range(found.weights.shape[0]):
        of_draw = found.scenario_draws == draw
        yield Scenarios(weights[of_draw], chance[of_draw])


def with_mix(limits: Limits, shares: tuple[float, ...], by_specialty: bool = False) -> Limits:
    """The limits with a mix as a rule; what is of no type, or untold, has no share."""
    return replace(limits, mix=Mix((*shares, 0.0), by_specialty))


def with_places(limits: Limits, programs: Sequence[Listed], wanted: Wanted) -> Limits:
    """The limits with the share that has to lie in the states that are wanted."""
    states = states_of(programs)
    there = frozenset(states.index(one) for one in wanted.in_states if one in states)
    share = 1.0 if wanted.only_states else wanted.least_share
    return replace(limits, places=(PlaceShare(there, share, name=states_in_words(wanted.in_states)),))


def states_of(programs: Sequence[Listed]) -> list[str]:
    """The states of programs, each once and in order: the numbers of places."""
    return sorted({one.state for one in programs})


def states_in_words(states: frozenset[str]) -> str:
    """Names of states, at most three of them."""
    names = [state_name(one) for one in sorted(states)]
    if len(names) > 3:
        return f"{', '.join(names[:2])} and {len(names) - 2} more states"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def worthless(programs: Sequence[Listed], wanted: Wanted) -> frozenset[str]:
    """The programs of specialties in which a match is worth nothing to the applicant, but for those pinned."""
    return frozenset(one.key for one in programs if wanted.preferences.get(one.specialty) == 0) - wanted.pinned_in


def type_of(listed: Listed) -> int:
    """The place of a program's type among `TYPES`; one beyond them where it is another, or untold."""
    if listed.yes("name-brand"):
        return TYPES.index("name-brand")
    kind = listed.text("type")
    return TYPES.index(kind) if kind in TYPES else len(TYPES)


def _options(found: Chances, programs: Sequence[Listed]) -> tuple[list[int], list[int]]:
    """A program without a signal; and with each kind there is, where its specialty has signals and it takes them."""
    at, signal = [], []
    for place, one in enumerate(programs):
        limits = found.within[one.specialty].limits
        takes = bool(limits.total) and one.yes("signals") is not False
        kinds = [
            Signal.NONE,
            *([Signal.SILVER] if takes else []),
            *([Signal.GOLD] if takes and limits.has_kinds else []),
        ]
        at += [place] * len(kinds)
        signal += [int(kind) for kind in kinds]
    return at, signal


def _chance(found: Chances, at: Places, signal: Places) -> Numbers:
    if not len(at):
        return np.empty((len(found.scenario_weights), 0))
    return np.clip(found.through[at, signal].T, _LEAST, _MOST)


def _signal_limits(found: Chances, keys: Sequence[str]) -> Iterator[SignalLimit]:
    for number, key in enumerate(keys):
        limits = found.within[key].limits
        if limits.total is None:
            continue
        if limits.gold is not None:
            yield SignalLimit(Signal.GOLD, limits.gold, number)
        silver = limits.silver if limits.has_kinds and limits.silver is not None else limits.total
        yield SignalLimit(Signal.SILVER, silver, number)


def _places(programs: Sequence[Listed], keys: frozenset[str]) -> frozenset[int]:
    return frozenset(place for place, one in enumerate(programs) if one.key in keys)
