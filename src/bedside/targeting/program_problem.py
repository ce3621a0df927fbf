"""Programs of the directory as a problem of the portfolio: chances, fees, signals, types and limits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bedside.calendar.seasons import service_for
from bedside.evidence.fees import PriceTier, price_tiers
from bedside.evidence.library import Evidence
from bedside.odds.chances import Chances
from bedside.odds.numbers import Numbers
from bedside.odds.signals import Signal
from bedside.programs.program import Listed
from bedside.targeting.portfolio.arrays import Options, Programs, Scenarios
from bedside.targeting.portfolio.charges import Charge, Tier
from bedside.targeting.portfolio.limits import Limits, Mix, SignalLimit
from bedside.targeting.portfolio.problem import Problem

TYPES = ("community", "university-affiliated", "university", "name-brand")
"""The four types a mix shares out, in the order of its shares; what is of none of them, or untold, comes after."""

_LEAST, _MOST = 1e-12, 1 - 1e-12


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the applicant sets: None means no such limit; pins are keys; `mix` is a share for each of `TYPES`."""

    budget: float | None = None
    count: int | None = None
    mix: tuple[float, ...] | None = None
    pinned_in: frozenset[str] = frozenset()
    pinned_out: frozenset[str] = frozenset()
    interview_days: float | None = None


def problem_of(found: Chances, programs: Sequence[Listed], season: int, wanted: Wanted, evidence: Evidence) -> Problem:
    """The problem without the mix, which is a wish; `programs` are those of the chances, in their order."""
    keys = list(found.within)
    at, signal = _options(found, programs)
    limits = Limits(
        budget=wanted.budget,
        count=wanted.count,
        signals=tuple(_signal_limits(found, keys)),
        pinned_in=_places(programs, wanted.pinned_in),
        pinned_out=_places(programs, wanted.pinned_out),
        interview_days=wanted.interview_days,
    )
    return Problem(
        Scenarios(found.scenario_weights, _chance(found, at, signal)),
        Options(at, signal, interviews=found.interviews[at, signal]),
        Programs(
            np.ones(len(programs)), [keys.index(one.specialty) for one in programs], [type_of(one) for one in programs]
        ),
        limits,
        charges_of(keys, season, evidence),
        tuple(one.name for one in programs),
    )


def draws_of(found: Chances, problem: Problem) -> Iterator[Scenarios]:
    """The scenarios of each draw of the parameters by itself."""
    weights, chance = problem.scenarios.weights, problem.scenarios.chance
    for draw in range(found.weights.shape[0]):
        of_draw = found.scenario_draws == draw
        yield Scenarios(weights[of_draw], chance[of_draw])


def with_mix(limits: Limits, shares: tuple[float, ...]) -> Limits:
    """The limits with a mix as a rule; what is of no type, or untold, has no share."""
    return replace(limits, mix=Mix((*shares, 0.0)))


def type_of(listed: Listed) -> int:
    """The place of a program's type among `TYPES`; one beyond them where it is another, or untold."""
    if listed.yes("name-brand"):
        return TYPES.index("name-brand")
    kind = listed.text("type")
    return TYPES.index(kind) if kind in TYPES else len(TYPES)


def charges_of(keys: Sequence[str], season: int, evidence: Evidence) -> tuple[Charge, ...]:
    """The fees of each specialty's application service, and the NRMP's ranks beyond those that registration includes.

    A specialty whose price is not known adds nothing: `unpriced` names it, and whoever shows the total says so.
    """
    found = []
    for number, key in enumerate(keys):
        tiers = _tiers(key, season, evidence)
        if tiers:
            found.append(
                Charge(f"fees of {key}", tuple(Tier(one.price, one.programs, one.flat) for one in tiers), number)
            )
    included = evidence.number("nrmp.ranks-included")
    ranks = (Tier(0.0, included), Tier(evidence.number("fee.nrmp.extra-rank.2026")))
    return (*found, Charge("ranks beyond those included", ranks, on_interviews=True))


def unpriced(keys: Sequence[str], season: int, evidence: Evidence) -> tuple[str, ...]:
    """The specialties for which nobody tells what applying costs."""
    return tuple(key for key in keys if not _tiers(key, season, evidence))


def _tiers(key: str, season: int, evidence: Evidence) -> tuple[PriceTier, ...]:
    service, _ = service_for(key, season, evidence)
    return price_tiers(service, key, season, evidence) if service else ()


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


def _chance(found: Chances, at: Sequence[int], signal: Sequence[int]) -> Numbers:
    if not at:
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
