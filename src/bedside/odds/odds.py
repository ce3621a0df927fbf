"""The odds of one applicant with one list of programs: three chances, each with an interval and reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import NamedTuple

import numpy as np

from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason
from bedside.odds.applicant import is_beyond_the_evidence, not_passed_the_first_time
from bedside.odds.chances import Applicant, Chances, Grid, ways_of_counting
from bedside.odds.invitations import NO_SHARES, RELIABILITY, Shares
from bedside.odds.notes import what_is_missing, what_to_know
from bedside.odds.numbers import Numbers
from bedside.odds.readings import APPLICATIONS, LEANING, reading
from bedside.odds.results import Estimate, Odds, SpecialtyOdds
from bedside.odds.signals import Signal, signal_reasons
from bedside.programs.program import Listed

CROWD = ("visa", "years", "us-clinical")
"""The effects that rest on people who volunteered, few of them."""

WEAK = (*CROWD, "attempts")
"""These, and the one that rests on a plain comparison."""

_MOVES = 0.2  # in log-odds, mean and spread together: an effect below this is not worth naming
_LEAST, _MOST = 1e-6, 1 - 1e-6


def odds(
    applicant: Applicant,
    listed: Iterable[Listed],
    applied: Mapping[str, Signal],
    evidence: Evidence,
    grid: Grid | None = None,
    shares: Shares = NO_SHARES,
) -> Odds:
    """The odds of applying to the programs of `applied` (signal by key), as found among the listed ones.

    1. Chances of every program, with and without the effects that rest on weak evidence.
    2. For each draw of the parameters the three chances; their means, and 10th and 90th percentiles over the draws.
    3. Where weak evidence moves the chance of a match by as much as reading.odds.leaning, or more years have passed
       than any study reaches, there is no headline, and each chance is a range that holds it with and without that
       evidence.
    A key that is not among the listed programs counts for nothing and is named in `missing`.
    """
    programs = sorted((one for one in listed if one.key in applied), key=lambda one: one.key)
    return odds_from(applicant, both_ways(applicant, programs, evidence, grid, shares), applied, evidence)


@dataclass(frozen=True, slots=True, eq=False)
class BothWays:
    """The chances of programs with every effect, and without those that rest on weak evidence.

    `without_crowd` leaves out those of the volunteers only, where there is other weak evidence that might hide them by
    moving the other way; None where there is none.
    """

    counted: Chances
    without_weak: Chances
    without_crowd: Chances | None = None

    def each(self, change: Callable[[Chances], Chances]) -> BothWays:
        """The same change made to each of them."""
        crowd = None if self.without_crowd is None else change(self.without_crowd)
        return BothWays(change(self.counted), change(self.without_weak), crowd)


def both_ways(
    applicant: Applicant,
    programs: Sequence[Listed],
    evidence: Evidence,
    grid: Grid | None = None,
    shares: Shares = NO_SHARES,
) -> BothWays:
    """Both at once: what the odds of any list among these programs are made of."""
    crowd = (CROWD,) if not_passed_the_first_time(applicant.asker) else ()
    return BothWays(*ways_of_counting(applicant, programs, evidence, ((), WEAK, *crowd), grid, shares))


def odds_from(applicant: Applicant, both: BothWays, applied: Mapping[str, Signal], evidence: Evidence) -> Odds:
    """As `odds`, from chances computed before for these programs and others."""
    keys = sorted(set(applied) & set(both.counted.keys))
    missing = tuple(what_is_missing(applicant.asker, keys, applied))
    if not keys:
        return Odds(0, None, None, None, None, (), None, (), missing, (), ())
    told, plain = both.counted.among(keys), both.without_weak.among(keys)
    counted, without = _three(told, applied), _three(plain, applied)
    others = [without]
    if both.without_crowd is not None:
        others.append(_three(both.without_crowd.among(keys), applied))
    moved = max(abs(counted.match.middle - one.match.middle) for one in others)
    leans_on = tuple(_leaning(applicant, told, moved, evidence))
    shown = reduce(_Three.joined, others, counted) if leans_on else counted
    specialties = tuple(_by_specialty(told, applied))
    return Odds(
        programs=len(keys),
        any_interview=shown.any_interview,
        match_given_rank=shown.match_given_rank,
        match=shown.match,
        headline=None if leans_on else counted.match.middle,
        leans_on=leans_on,
        without_weak=without.match,
        specialties=specialties,
        missing=missing,
        notes=tuple(what_to_know(specialties, told, applied, evidence)),
        because=tuple(dict.fromkeys(_reasons(told, evidence))),
    )


class _Three(NamedTuple):
    """The three chances of one way of counting."""

    any_interview: Estimate
    match_given_rank: Estimate
    match: Estimate

    def joined(self, other: _Three) -> _Three:
        """Each with the interval that holds both, so that none of them goes beyond another."""
        return _Three(*(one.joined(beside) for one, beside in zip(self, other, strict=True)))


def _three(found: Chances, applied: Mapping[str, Signal]) -> _Three:
    interview, match = interview_by_draw(found, applied), match_by_draw(found, applied)
    return _Three(estimate(interview), estimate(match / interview), estimate(match))


def match_by_draw(found: Chances, applied: Mapping[str, Signal]) -> Numbers:
    """By draw, the chance of a match through any of the programs applied to."""
    unmatched = np.zeros(found.weights.shape)
    for key, one in found.within.items():
        invited = _chosen(found, key, applied)
        unmatched += np.log1p(-invited[..., None] * one.match).sum(axis=0)
    return _by_draw(-np.expm1(unmatched), found.weights)


def interview_by_draw(found: Chances, applied: Mapping[str, Signal]) -> Numbers:
    """By draw, the chance of at least one interview."""
    none = sum((np.log1p(-_chosen(found, key, applied)).sum(axis=0) for key in found.within), np.zeros(1))
    return _by_draw(-np.expm1(none), found.weights.sum(axis=2))


def estimate(by_draw: Numbers) -> Estimate:
    """A chance over the draws: mean, 10th and 90th percentile; never 0 and never 1."""
    low, high = np.quantile(by_draw, [0.1, 0.9])
    middle = float(by_draw.mean())
    low, middle, high = np.clip([min(low, middle), middle, max(high, middle)], _LEAST, _MOST)
    return Estimate(float(low), float(middle), float(high))


def _by_draw(values: Numbers, weights: Numbers) -> Numbers:
    axes = tuple(range(1, weights.ndim))
    return np.asarray((values * weights).sum(axis=axes) / weights.sum(axis=axes))


def _chosen(found: Chances, specialty: str, applied: Mapping[str, Signal]) -> Numbers:
    """By program applied to in a specialty, draw and file node."""
    at = [place for place in found.places(specialty) if found.keys[place] in applied]
    return found.invited[at, [applied[found.keys[place]] for place in at]]


def _by_specialty(found: Chances, applied: Mapping[str, Signal]) -> Iterator[SpecialtyOdds]:
    for key, one in found.within.items():
        invited = _chosen(found, key, applied)
        by_file = found.weights.sum(axis=2)
        unmatched = np.log1p(-invited[..., None] * one.match).sum(axis=0)
        counts = _by_draw(invited.sum(axis=0), by_file)
        low, high = np.quantile(counts, [0.1, 0.9])
        yield SpecialtyOdds(
            specialty=key,
            is_borrowed=one.parameters.is_borrowed,
            programs=len(invited),
            with_rate=sum(found.has_rate[place] for place in found.places(key)),
            refused=sum(found.is_refused[place] for place in found.places(key)),
            any_interview=estimate(_by_draw(-np.expm1(np.log1p(-invited).sum(axis=0)), by_file)),
            match=estimate(_by_draw(-np.expm1(unmatched), found.weights)),
            interviews=Estimate(float(low), float(counts.mean()), float(high)),
            effects=one.effects,
        )


def _leaning(applicant: Applicant, found: Chances, moved: float, evidence: Evidence) -> Iterator[str]:
    """Which weak evidence moves the chance of a match by so much, in words; nothing where that is little."""
    if is_beyond_the_evidence(applicant.asker, evidence):
        yield f"{applicant.asker.years_when_applying} years since medical school, which is more than any study reaches"
    if 100 * moved < reading(LEANING, evidence):
        return
    effects = {one.key: one for within in found.within.values() for one in within.effects if one.is_weak}
    words = {
        "visa": "what a visa does, which is known from plain comparisons",
        "years": "what years since medical school do, which is known from few volunteers only",
        "us-clinical": "what US clinical experience does, which is known from few volunteers only",
        "attempts": "what a failed Step does, which is known from one plain comparison",
    }
    moving = [key for key, one in effects.items() if abs(one.shift.mean()) + one.shift.std() >= _MOVES]
    yield from (words[key] for key in moving or effects)


def _reasons(found: Chances, evidence: Evidence) -> Iterator[Reason]:
    for key, one in found.within.items():
        for effect in one.effects:
            yield from effect.because
        yield from signal_reasons(one.limits, evidence) if one.limits.total else ()
        names = (
            f"nrmp.charting.2026.{key}.matched.people",
            f"nrmp.charting.2026.{key}.not-matched.people",
            f"nrmp.market.2026.{key}.positions",
            f"nrmp.market.2026.{key}.candidates",
            f"interview-rates.rate.{key}.non-us-img",
        )
        yield from evidence.cite(*(name for name in names if name in evidence))
    yield from evidence.cite("effects.file.spread", APPLICATIONS, *((RELIABILITY,) if any(found.has_rate) else ()))
