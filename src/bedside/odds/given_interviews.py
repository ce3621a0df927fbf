"""What interviews tell about how the file is read, and with it about the chance that a rank leads to a match.

1. Every scenario of the odds (a draw of the parameters, how the file is read, how ranks fare) expects some interviews
   in each specialty: the sum over the programs applied to.
2. The interviews that came are a Poisson count around it, as in the fit. Scenarios that expected about as many gain
   weight, the others lose it (Bayes' rule): many interviews go with a file that is read well, and with ranks that fare
   better, as far as the link between the two goes.
   What is known of the applicant is left out there: the published lists are of everyone, and interviews that came hold
   what a score or a visa did already. The weights with it are returned beside them. Draws keep their weights: one
   season of one person tells next to nothing about a whole specialty.
3. Within a scenario every rank of a specialty leads to a match with the same chance, whichever programs are above it.
Everything is returned as plain numbers.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason
from bedside.odds.chances import Applicant, Chances, Grid, chances
from bedside.odds.invitations import NO_SHARES, Shares
from bedside.odds.numbers import Numbers
from bedside.odds.signals import Signal
from bedside.programs.program import Listed

FINE = Grid(file_nodes=21, match_nodes=5)
"""Once interviews are known, how the file is read is known better, so that more nodes are needed than before."""

NOBODY = "no program"


@dataclass(frozen=True, slots=True)
class AppliedTo:
    """One application that was sent: the program, its signal, and whether an invitation came of it."""

    listed: Listed
    is_invited: bool
    signal: Signal = Signal.NONE


@dataclass(frozen=True, slots=True)
class RankScenarios:
    """By scenario its draw of the parameters and its weight (they sum to 1); by specialty the chance of a rank there.

    `with_effects` are the weights where what is known of the applicant is held to explain the interviews too.
    """

    draws: tuple[int, ...]
    weights: tuple[float, ...]
    with_effects: tuple[float, ...]
    success: Mapping[str, tuple[float, ...]]
    borrowed: frozenset[str]
    because: tuple[Reason, ...]


def rank_scenarios(
    applicant: Applicant,
    applied: Sequence[AppliedTo],
    specialties: Collection[str],
    evidence: Evidence,
    grid: Grid = FINE,
    shares: Shares = NO_SHARES,
) -> RankScenarios:
    """The scenarios after the interviews of a season, for ranks in any of these specialties.

    A program that invited has no limit in the way, whatever is reported of it. Where nothing was applied to, the
    scenarios weigh what they did before.
    """
    programs = [_as_it_turned_out(one) for one in _in_order(applied)]
    beside = [_nobody(key) for key in sorted(set(specialties))]
    counted = chances(applicant, [*programs, *beside], evidence, grid, (), shares)
    effects = {effect.key for one in counted.within.values() for effect in one.effects}
    without = chances(applicant, [*programs, *beside], evidence, grid, effects, shares)
    return RankScenarios(
        draws=tuple(int(draw) for draw in counted.scenario_draws),
        weights=_given(without, applied),
        with_effects=_given(counted, applied),
        success={one.specialty: tuple(counted.within[one.specialty].match.ravel().tolist()) for one in beside},
        borrowed=frozenset(key for key, one in counted.within.items() if one.parameters.is_borrowed),
        because=tuple(_figures(sorted(set(specialties)), evidence)),
    )


def program_nobody_lists(key: str, specialty: str) -> Listed:
    """A program of which nothing is known but its specialty: it counts as a random one of it."""
    return Listed(key, None, key, "", "", "", specialty, {}, {})


def _in_order(applied: Sequence[AppliedTo]) -> list[AppliedTo]:
    return sorted(applied, key=lambda one: one.listed.key)


def _as_it_turned_out(one: AppliedTo) -> Listed:
    if not one.is_invited:
        return one.listed
    rates = {name: value for name, value in one.listed.values.items() if name.startswith(("interview-rate.", "img-"))}
    kind = {name: value for name, value in one.listed.values.items() if name == "type"}
    it = one.listed
    return Listed(it.key, it.acgme_id, it.name, it.institution, it.city, it.state, it.specialty, rates | kind, {})


def _nobody(specialty: str) -> Listed:
    return program_nobody_lists(f"{NOBODY} {specialty}", specialty)


def _given(found: Chances, applied: Sequence[AppliedTo]) -> tuple[float, ...]:
    """The weight of every scenario after the interviews, in the order of the scenarios; every draw weighs the same."""
    log_likelihood = np.zeros(found.weights.shape[:2])
    signals = {one.listed.key: one.signal for one in applied}
    for key in found.within:
        at = [place for place in found.places(key) if found.keys[place] in signals]
        if at:
            expected = found.invited[at, [signals[found.keys[place]] for place in at]].sum(axis=0)
            came = sum(one.is_invited for one in applied if one.listed.specialty == key)
            log_likelihood += _poisson(came, expected)
    weights = found.weights * np.exp(log_likelihood - log_likelihood.max(axis=1, keepdims=True))[:, :, None]
    by_draw = weights.sum(axis=(1, 2), keepdims=True) * len(weights)
    return tuple((weights / by_draw).ravel().tolist())


def _poisson(count: int, expected: Numbers) -> Numbers:
    """The logarithm of the chance of a count, but for what is the same everywhere."""
    return np.asarray(count * np.log(expected) - expected)


def _figures(specialties: Sequence[str], evidence: Evidence) -> list[Reason]:
    names = ["effects.file.spread", "reading.odds.applications"]
    for key in specialties:
        names += [f"nrmp.charting.2026.{key}.{cohort}.people" for cohort in ("matched", "not-matched")]
        names += [f"nrmp.market.2026.{key}.{what}" for what in ("positions", "candidates")]
    return list(evidence.cite(*(name for name in names if name in evidence)))
