"""Per program and signal: the chance of an interview and of a match through it, in every scenario that may be true.

A scenario is a draw of the parameters, how the applicant's file is read (one for all programs and specialties), and
how the applicant's ranks fare. Files and ranks are integrated by Gauss–Hermite quadrature within each draw. Given a
scenario programs decide by themselves, so that P(match | list) = 1 − E[Π (1 − p q)].
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from bedside.evidence.library import Evidence
from bedside.odds.applicant import Group, applicant_effects
from bedside.odds.effects import Effect, between
from bedside.odds.invitations import NO_SHARES, Readiness, Shares, readiness
from bedside.odds.numbers import Numbers, chance, normal_nodes, standard_normals
from bedside.odds.parameters import Parameters, SpecialtyParameters, load_parameters
from bedside.odds.signals import Signal, SignalLimits, by_program, signal_limits, signal_shifts
from bedside.odds.specialty_model import leaning
from bedside.programs.eligibility.asker import Asker
from bedside.programs.eligibility.judging import judge_all
from bedside.programs.program import Listed

_FILE = "effects.file.spread"
_TIE = "effects.tie.in-state"


@dataclass(frozen=True, slots=True)
class Grid:
    """How finely is computed: draws of the parameters (at most as many as ship), and nodes within each draw."""

    draws: int = 32
    file_nodes: int = 7
    match_nodes: int = 3


@dataclass(frozen=True, slots=True)
class Applicant:
    """Everything about the applicant that moves the odds.

    `season` is the year of the Match. `ties` are the two letters of states the applicant has lived or studied in or
    has close family in; only what the applicant says counts as a tie.
    """

    asker: Asker
    group: Group
    season: int
    ties: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class InSpecialty:
    """What holds for every program of a specialty: its parameters, the applicant's effects, signals, chance of a rank.

    `match` is by draw, file node and match node the chance that a rank leads to a match.
    """

    parameters: SpecialtyParameters
    effects: tuple[Effect, ...]
    limits: SignalLimits
    match: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Chances:
    """The chances of many programs, in the order in which they were given.

    `invited` is by program, signal (the values of Signal), draw and file node; `weights` by draw, file node and match
    node, and sums to 1. `has_rate` says by program whether its own interview rate is known, `is_refused` whether
    it has a limit that the applicant does not meet.
    """

    keys: tuple[str, ...]
    specialties: tuple[str, ...]
    has_rate: tuple[bool, ...]
    is_refused: tuple[bool, ...]
    invited: Numbers
    weights: Numbers
    within: Mapping[str, InSpecialty]

    @property
    def scenario_weights(self) -> Numbers:
        """The weight of each scenario, as `through` orders them."""
        return self.weights.ravel()

    @property
    def scenario_draws(self) -> npt.NDArray[np.intp]:
        """The draw of the parameters each scenario belongs to."""
        return np.repeat(np.arange(self.weights.shape[0]), self.weights[0].size)

    @property
    def through(self) -> Numbers:
        """By program, signal and scenario: the chance of a match through this program, if no better one matches."""
        found = np.empty((*self.invited.shape[:2], self.weights.size))
        for key, one in self.within.items():
            at = self.places(key)
            product = self.invited[at][..., None] * one.match
            found[at] = product.reshape(len(at), len(Signal), -1)
        return found

    @property
    def interviews(self) -> Numbers:
        """By program and signal, the chance of an interview averaged over all scenarios."""
        return np.asarray(np.einsum("psdz,dz->ps", self.invited, self.weights.sum(axis=2)))

    def places(self, specialty: str) -> npt.NDArray[np.intp]:
        """The places of a specialty's programs."""
        return np.flatnonzero(np.array([one == specialty for one in self.specialties], dtype=bool))


def chances(
    applicant: Applicant,
    programs: Sequence[Listed],
    evidence: Evidence,
    grid: Grid | None = None,
    leaving_out: Collection[str] = (),
    shares: Shares = NO_SHARES,
) -> Chances:
    """The chances of programs, each with every signal.

    `leaving_out` names effects that are not counted, such as those that rest on weak evidence. `shares` are those of
    `programs.targeting_facts.state_shares`, where results by state were imported. A program's chances
    depend on nothing but itself and the applicant: neither on the other programs nor on their order.
    """
    grid = grid or Grid()
    parameters = _thinned(load_parameters(), grid.draws)
    draws = parameters.draws
    invited = np.empty((len(programs), len(Signal), draws, grid.file_nodes))
    has_rate, is_refused = np.zeros((2, len(programs)), dtype=bool)
    specialties = tuple(one.specialty for one in programs)
    within = {}
    for key in dict.fromkeys(specialties):
        at = [place for place, one in enumerate(specialties) if one == key]
        here = [programs[place] for place in at]
        found = _in_specialty(key, applicant, parameters, evidence, grid, leaving_out)
        log_odds, ready = _log_odds(here, applicant, found, parameters, evidence, shares)
        spread = _file_spread(found.parameters, evidence)[:, None] * _files(parameters, grid)
        invited[at] = chance(log_odds[..., None] + spread)
        has_rate[at], is_refused[at] = ready.has_rate, ready.is_refused
        within[key] = found
    return Chances(
        keys=tuple(one.key for one in programs),
        specialties=specialties,
        has_rate=tuple(has_rate.tolist()),
        is_refused=tuple(is_refused.tolist()),
        invited=invited,
        weights=_weights(draws, grid),
        within=within,
    )


def _in_specialty(
    key: str,
    applicant: Applicant,
    parameters: Parameters,
    evidence: Evidence,
    grid: Grid,
    leaving_out: Collection[str],
) -> InSpecialty:
    specialty = parameters.of(key)
    effects = applicant_effects(applicant.asker, applicant.group, specialty, parameters, evidence)
    return InSpecialty(
        parameters=specialty,
        effects=tuple(one for one in effects if one.key not in leaving_out),
        limits=signal_limits(key, applicant.season, evidence),
        match=_match_of_a_rank(specialty, applicant.group, parameters, evidence, grid),
    )


def _log_odds(
    programs: Sequence[Listed],
    applicant: Applicant,
    found: InSpecialty,
    parameters: Parameters,
    evidence: Evidence,
    shares: Shares,
) -> tuple[Numbers, Readiness]:
    """By program, signal and draw, for a file read as the middle one; and how readily each invites."""
    verdicts = judge_all(programs, applicant.asker)
    ready = readiness(programs, verdicts, applicant.group, found.parameters, parameters, evidence, shares)
    shift = sum((one.shift for one in found.effects), np.zeros(parameters.draws))
    signals = signal_shifts(found.limits, evidence, parameters.draws)
    tied = np.array([one.state in applicant.ties for one in programs])
    without = ready.log_odds + shift + tied[:, None] * _tie(parameters.draws, evidence)
    return without[:, None, :] + by_program(signals, programs), ready


def _tie(draws: int, evidence: Evidence) -> Numbers:
    """From no effect to the least that was measured on US graduates: no study looked at IMGs."""
    interval = evidence.find(_TIE).interval
    most = float(np.log(interval.low)) if interval else 0.0
    return between(0.0, most, standard_normals("tie", draws, 1)[:, 0])


def _match_of_a_rank(
    specialty: SpecialtyParameters, group: Group, parameters: Parameters, evidence: Evidence, grid: Grid
) -> Numbers:
    """By draw, file node and match node. What the link does not owe to the file itself is frailty."""
    of_the_file = _file_spread(specialty, evidence) / specialty.spread
    linked = parameters.link * of_the_file
    frailty = np.sqrt(specialty.frailty**2 + parameters.link**2 - linked**2)
    success = specialty.success + parameters.season
    if group is Group.US_IMG:
        success = success + parameters.us_img_success
    u, _ = normal_nodes(grid.match_nodes)
    by_file = success[:, None] + linked[:, None] * _files(parameters, grid)
    return chance(by_file[:, :, None] + frailty[:, None, None] * u)


def _file_spread(specialty: SpecialtyParameters, evidence: Evidence) -> Numbers:
    """How far files alike in all that is known are read apart: the usual part of the whole spread, within its interval.

    The whole spread, near 1, holds scores, visas and lists of other lengths too.
    """
    figure = evidence.find(_FILE)
    found = evidence.number(_FILE) * specialty.spread
    most = specialty.spread if figure.interval is None else np.minimum(figure.interval.high, specialty.spread)
    least = 0.0 if figure.interval is None else np.minimum(figure.interval.low, specialty.spread)
    return np.asarray(np.clip(found, least, most))


def _files(parameters: Parameters, grid: Grid) -> Numbers:
    """By draw and node, how the file is read."""
    z, _ = normal_nodes(grid.file_nodes)
    return np.array([leaning(z, float(lean)) for lean in parameters.lean])


def _weights(draws: int, grid: Grid) -> Numbers:
    of_files, of_matches = normal_nodes(grid.file_nodes)[1], normal_nodes(grid.match_nodes)[1]
    return np.repeat((of_files[:, None] * of_matches)[None] / draws, draws, axis=0)


def _thinned(parameters: Parameters, draws: int) -> Parameters:
    """Every n-th draw, so that all shapes stay among them."""
    if draws >= parameters.draws:
        return parameters
    at = (np.arange(draws) * parameters.draws) // draws
    return parameters.only(at)
