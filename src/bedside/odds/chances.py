"""Per program and signal: the chance of an interview and of a match through it, in every scenario that may be true.

A scenario is a draw of the parameters, how the applicant's file is read (one for all programs and specialties), and
how the applicant's ranks fare. Files and ranks are integrated by Gauss–Hermite quadrature within each draw. Given a
scenario programs decide by themselves, so that P(match | list) = 1 − E[Π (1 − p q)].
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from bedside.evidence.library import Evidence
from bedside.odds.applicant import Group, applicant_effects
from bedside.odds.effects import Effect, between
from bedside.odds.invitations import NO_SHARES, Readiness, Shares, readiness
from bedside.odds.numbers import Numbers, standard_normals
from bedside.odds.parameters import Parameters, SpecialtyParameters, load_parameters
from bedside.odds.scenarios import file_spread, files_read, match_of_a_rank, weights_of
from bedside.odds.signals import Signal, SignalLimits, by_program, signal_limits, signal_shifts
from bedside.programs.eligibility.asker import Asker
from bedside.programs.eligibility.judging import judge_all
from bedside.programs.program import Listed

_TIE = "effects.tie.in-state"
_FARTHEST = 40.0  # log-odds beyond which nothing changes


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
    node, and sums to 1. `luck` is by program and draw the standard deviation of its strictness: what nothing known
    tells of it. `has_rate` says by program whether its own interview rate is known, `is_refused` whether it has a limit
    that the applicant does not meet.
    """

    keys: tuple[str, ...]
    specialties: tuple[str, ...]
    has_rate: tuple[bool, ...]
    is_refused: tuple[bool, ...]
    luck: Numbers
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
        signals = np.tile(np.arange(len(Signal)), len(self.keys))
        options = self.through_options(np.repeat(np.arange(len(self.keys)), len(Signal)), signals)
        return options.reshape(len(self.keys), len(Signal), -1)

    def through_options(self, program: npt.ArrayLike, signal: npt.ArrayLike) -> Numbers:
        """By option and scenario: the same as `through` for programs (their places), each with the signal given."""
        at, sent = np.asarray(program, dtype=np.intp), np.asarray(signal, dtype=np.intp)
        found = np.empty((len(at), *self.weights.shape))
        for key, one in self.within.items():
            here = np.flatnonzero(np.isin(at, self.places(key)))
            chosen = found if len(here) == len(at) else np.empty((len(here), *self.weights.shape))
            np.multiply(self.invited[at[here], sent[here]][..., None], one.match, out=chosen)
            if chosen is not found:
                found[here] = chosen
        return found.reshape(len(at), -1)

    def among(self, keys: Collection[str]) -> Chances:
        """The same for some of the programs only, in the order of these keys; what is not here is left out."""
        place = {key: at for at, key in enumerate(self.keys)}
        at = [place[key] for key in dict.fromkeys(keys) if key in place]
        specialties = tuple(self.specialties[place] for place in at)
        return replace(
            self,
            keys=tuple(self.keys[place] for place in at),
            specialties=specialties,
            has_rate=tuple(self.has_rate[place] for place in at),
            is_refused=tuple(self.is_refused[place] for place in at),
            luck=self.luck[at],
            invited=self.invited[at],
            within={key: self.within[key] for key in dict.fromkeys(specialties)},
        )

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
    return ways_of_counting(applicant, programs, evidence, (leaving_out,), grid, shares)[0]


def ways_of_counting(
    applicant: Applicant,
    programs: Sequence[Listed],
    evidence: Evidence,
    leaving_out: Sequence[Collection[str]],
    grid: Grid | None = None,
    shares: Shares = NO_SHARES,
) -> tuple[Chances, ...]:
    """As `chances`, once for each collection of effects to leave out; what they share is computed once."""
    grid = grid or Grid()
    parameters = _thinned(load_parameters(), grid.draws)
    invited = [np.empty((len(programs), len(Signal), parameters.draws, grid.file_nodes)) for _ in leaving_out]
    luck = np.empty((len(programs), parameters.draws))
    has_rate, is_refused = np.zeros((2, len(programs)), dtype=bool)
    within: list[dict[str, InSpecialty]] = [{} for _ in leaving_out]
    for key, at in _places_by_specialty(programs).items():
        found = _in_specialty(key, applicant, parameters, evidence, grid)
        here = _Here.of([programs[place] for place in at], applicant, found, parameters, evidence, shares)
        has_rate[at], is_refused[at], luck[at] = here.ready.has_rate, here.ready.is_refused, here.ready.luck
        files = file_spread(found.parameters, evidence)[:, None] * files_read(parameters.lean, grid.file_nodes)
        for way, left_out in enumerate(leaving_out):
            counted = tuple(one for one in found.effects if one.key not in left_out)
            within[way][key] = replace(found, effects=counted)
            invited[way][at] = _invited(here.log_odds(counted), files)
    return tuple(
        Chances(
            keys=tuple(one.key for one in programs),
            specialties=tuple(one.specialty for one in programs),
            has_rate=tuple(has_rate.tolist()),
            is_refused=tuple(is_refused.tolist()),
            luck=luck,
            invited=invited[way],
            weights=weights_of(parameters.draws, grid.file_nodes, grid.match_nodes),
            within=within[way],
        )
        for way in range(len(leaving_out))
    )


def _invited(log_odds: Numbers, files: Numbers) -> Numbers:
    """By program, signal, draw and file node: odds are multiplied, which needs far fewer exponentials than adding."""
    odds = np.exp(np.clip(log_odds, -_FARTHEST, _FARTHEST))[..., None] * np.exp(files)
    return np.asarray(odds / (1 + odds))


def _places_by_specialty(programs: Sequence[Listed]) -> Mapping[str, list[int]]:
    """The places of the programs of each specialty, in the order in which specialties come up."""
    places: dict[str, list[int]] = {}
    for place, one in enumerate(programs):
        places.setdefault(one.specialty, []).append(place)
    return places


def _in_specialty(
    key: str, applicant: Applicant, parameters: Parameters, evidence: Evidence, grid: Grid
) -> InSpecialty:
    specialty = parameters.of(key)
    ahead = parameters.us_img_success if applicant.group is Group.US_IMG else 0.0
    success = specialty.success + parameters.season + ahead
    return InSpecialty(
        parameters=specialty,
        effects=applicant_effects(applicant.asker, applicant.group, specialty, parameters, evidence),
        limits=signal_limits(key, applicant.season, evidence),
        match=match_of_a_rank(specialty, success, parameters, evidence, (grid.file_nodes, grid.match_nodes)),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Here:
    """The programs of one specialty before the applicant's effects: log-odds by program, a tie, and every signal."""

    ready: Readiness
    tie: Numbers
    signals: Numbers

    @classmethod
    def of(
        cls,
        programs: Sequence[Listed],
        applicant: Applicant,
        found: InSpecialty,
        parameters: Parameters,
        evidence: Evidence,
        shares: Shares,
    ) -> _Here:
        """As the applicant's verdicts and ties, and the signals of the specialty make them."""
        verdicts = judge_all(programs, applicant.asker)
        ready = readiness(programs, verdicts, applicant.group, found.parameters, parameters, evidence, shares)
        tied = np.array([one.state in applicant.ties for one in programs])
        signals = by_program(signal_shifts(found.limits, evidence, parameters.draws), programs)
        return cls(ready, tied[:, None] * _tie(parameters.draws, evidence), signals)

    def log_odds(self, effects: Sequence[Effect]) -> Numbers:
        """By program, signal and draw, for a file read as the middle one."""
        shift = sum((one.shift for one in effects), np.zeros(self.tie.shape[1]))
        return np.asarray((self.ready.log_odds + shift + self.tie)[:, None, :] + self.signals)


def _tie(draws: int, evidence: Evidence) -> Numbers:
    """From no effect to the least that was measured on US graduates: no study looked at IMGs."""
    interval = evidence.find(_TIE).interval
    most = float(np.log(interval.low)) if interval else 0.0
    return between(0.0, most, standard_normals("tie", draws, 1)[:, 0])


def _thinned(parameters: Parameters, draws: int) -> Parameters:
    """Every n-th draw, so that all shapes stay among them."""
    if draws >= parameters.draws:
        return parameters
    at = (np.arange(draws) * parameters.draws) // draws
    return parameters.only(at)
