"""How readily each program invites: its own rate where it is known, what its specialty does where it is not.

1. A known interview rate of the applicant's group says how far the program is from the average one. It was rounded to
   one in a hundred, so 0.00 and 0.01 are intervals; and it is drawn towards its specialty as far as one published rate
   is no measure of how the program invites others in another season. What that leaves open differs from draw to draw.
2. Without one, the program is a random one of its specialty and group, moved by its share of IMGs; where
   that is not known by the share of its state, and where that is not known either by its type.
3. A limit that the applicant does not meet takes the chance to about nothing; one that may be in the way does so in
   some of the draws. A preference that is not met takes a part away. What no source reports is in the average already.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import numpy.typing as npt
from scipy.special import ndtr, ndtri

from bedside.evidence.library import Evidence
from bedside.odds.applicant import Group
from bedside.odds.effects import between, ratio_of
from bedside.odds.numbers import Numbers, chance, log_odds, normal_nodes, program_uniforms, standard_normals
from bedside.odds.parameters import Parameters, SpecialtyParameters
from bedside.odds.readings import APPLICATIONS, OPEN_LIMIT, PREFERENCE, reading
from bedside.odds.specialty_model import PROGRAM_SPREAD, REFERENCE
from bedside.programs.eligibility.results import State, Verdict
from bedside.programs.program import Listed
from bedside.programs.targeting_facts import StateShare

_ROUNDED = 0.005
_FROM_SEASON_TO_SEASON = 0.2  # in log-odds: a rate of last year is not exactly that of the next
_LEAST = 1e-4  # the lowest rate a program is taken to have, however it was rounded
_HARD_SD = 0.5  # in log-odds: how much less or more than the published comparison a hard limit does
_RATE = "interview-rates.rate."
RELIABILITY = "interview-rates.reliability"
"""How much of the spread of published rates is the programs' own."""

STRICTNESS = "strictness"
"""What the numbers are drawn for that give each program its luck; see `program_uniforms`."""

_WITHIN = 8  # how finely the numbers are taken that a rounded rate may stand for
_STEPS = 30  # of Newton's method, which needs about six
Shares = Mapping[tuple[str, str], StateShare]
"""By state and specialty, how many positions were filled and how many of them by IMGs; empty where not imported."""

NO_SHARES: Shares = MappingProxyType({})
_IN_THE_WAY = (State.EXCLUDES, State.MISSING)
_OPEN = (State.ASK, State.NOT_TOLD)


@dataclass(frozen=True, slots=True, eq=False)
class Readiness:
    """By program and draw, the log-odds that it invites an average applicant of the specialty and group.

    `luck` is by program and draw the standard deviation of what nothing known tells of it: its strictness, drawn anew
    in every draw. `has_rate` says by program whether its own interview rate is known, `is_refused` whether a limit is
    not met.
    """

    log_odds: Numbers
    luck: Numbers
    has_rate: tuple[bool, ...]
    is_refused: tuple[bool, ...]


def readiness(
    programs: Sequence[Listed],
    verdicts: Sequence[Verdict],
    group: Group,
    specialty: SpecialtyParameters,
    parameters: Parameters,
    evidence: Evidence,
    shares: Shares,
) -> Readiness:
    """How readily the programs of one specialty invite. No order of programs changes anything."""
    keys = [one.key for one in programs]
    told = [_told_rate(one, group) for one in programs]
    applications = reading(APPLICATIONS, evidence) / REFERENCE
    level = specialty.level - parameters.ln_applications - np.log(applications)
    ahead = _ahead_of_group(specialty.key, group, evidence)
    middle = (level + ahead + _moved_by_kind(programs, shares, evidence)[:, None]).copy()
    luck = np.full_like(middle, PROGRAM_SPREAD)
    known = np.array([one is not None for one in told])
    if known.any():
        trust = reliability(parameters.draws, evidence)
        centre = _middle_of_rates(specialty.key, trust, level, evidence)
        rates = np.array([one for one in told if one is not None])
        found, luck[known] = behind_rates(rates, centre + ahead, trust)
        middle[known] = level + found - centre
    strictness = luck * ndtri(program_uniforms(keys, STRICTNESS, parameters.draws))
    refused = tuple(bool(one.in_state(*_IN_THE_WAY)) for one in verdicts)
    policy = _policy(keys, verdicts, np.array(refused), parameters.draws, evidence)
    return Readiness(middle + strictness + policy, luck, tuple(known.tolist()), refused)


def _told_rate(listed: Listed, group: Group) -> float | None:
    own = listed.number(f"interview-rate.{group}")
    return own if own is not None else listed.number("interview-rate.img")


def reliability(draws: int, evidence: Evidence) -> Numbers:
    """By draw, how much of the spread of published rates is the programs' own, evenly over its interval."""
    interval, value = evidence.find(RELIABILITY).interval, evidence.number(RELIABILITY)
    low, high = (interval.low, interval.high) if interval else (value, value)
    return between(low, high, standard_normals("reliability of rates", draws, 1)[:, 0])


def _middle_of_rates(key: str, trust: Numbers, level: Numbers, evidence: Evidence) -> Numbers:
    """By draw, the log-odds of the middle program where the average of published rates is the one that was counted.

    Published rates lie farther apart than programs do. Where no average is published, it is taken to be that of the
    specialty's own level, which for small chances is so much lower in the middle as the rates lie farther apart.
    """
    name = f"{_RATE}{key}.{Group.NON_US_IMG}"
    if name not in evidence:
        return np.asarray(level - PROGRAM_SPREAD**2 * (1 / trust - 1) / 2)
    mean = evidence.number(name) / 100
    points, weights = normal_nodes(9)
    middle = np.full_like(trust, log_odds(mean))
    for _ in range(_STEPS):
        chances = chance(middle[:, None] + (PROGRAM_SPREAD / np.sqrt(trust))[:, None] * points)
        middle = middle - (chances @ weights - mean) / ((chances * (1 - chances)) @ weights)
    return middle


def _ahead_of_group(key: str, group: Group, evidence: Evidence) -> float:
    """How far the group's rates are ahead of those of non-US IMGs; the average over specialties where none are told."""
    if group is Group.NON_US_IMG:
        return 0.0
    ends = f".{Group.NON_US_IMG}"
    keys = [one.name.removeprefix(_RATE).removesuffix(ends) for one in evidence.starting_with(_RATE)]
    keys = [one for one in keys if f"{_RATE}{one}{ends}" in evidence]
    ahead = {one: _log_rate(one, group, evidence) - _log_rate(one, Group.NON_US_IMG, evidence) for one in keys}
    return ahead.get(key, float(np.mean(list(ahead.values()))))


def _log_rate(key: str, group: Group, evidence: Evidence) -> float:
    return float(log_odds(evidence.number(f"{_RATE}{key}.{group}") / 100))


def behind_rates(rates: Numbers, centre: Numbers, trust: Numbers) -> tuple[Numbers, Numbers]:
    """The log-odds behind published rates, by program and draw: what is to be expected, and its standard deviation.

    1. Programs are normal around the centre. Of the spread of published rates, `trust` is the programs' own.
    2. A rate stands for the numbers it may have been rounded from; those beyond the usual are the less likely ones.
    3. Its distance from the centre counts for `trust` of it. What remains open is the rest of the programs' own spread,
       the rounding, and what one season differs from the next.
    """
    different, back = np.unique(rates, return_inverse=True)
    mean, variance = _before_rounding(different, centre, PROGRAM_SPREAD / np.sqrt(trust))
    middle = centre + trust * (mean - centre)
    open_still = PROGRAM_SPREAD**2 * (1 - trust) + trust**2 * variance + _FROM_SEASON_TO_SEASON**2
    return middle[back], np.sqrt(open_still)[back]


def _before_rounding(rates: Numbers, centre: Numbers, spread: Numbers) -> tuple[Numbers, Numbers]:
    """By rate and draw, mean and variance of the log-odds it was rounded from: normal, cut to the rounding."""
    low = (log_odds(np.clip(rates - _ROUNDED, _LEAST, 1 - _LEAST))[:, None] - centre) / spread
    high = (log_odds(np.clip(rates + _ROUNDED, 2 * _LEAST, 1 - _LEAST / 2))[:, None] - centre) / spread
    flip = low > 0  # in the upper tail the complement keeps its digits
    start, end = np.where(flip, ndtr(-high), ndtr(low)), np.where(flip, ndtr(-low), ndtr(high))
    shares = (np.arange(_WITHIN) + 0.5) / _WITHIN
    inside = ndtri(np.clip(start + shares[:, None, None] * (end - start), 1e-300, 1 - 1e-16))
    inside = centre + spread * np.clip(np.where(flip, -inside, inside), low, high)
    return inside.mean(axis=0), inside.var(axis=0)


def _moved_by_kind(programs: Sequence[Listed], shares: Shares, evidence: Evidence) -> Numbers:
    """By program: what its share of IMGs says, or else that of its state, or else its type."""
    by_ten, _ = ratio_of("effects.img-share.internal-medicine", evidence)
    average = evidence.number("effects.img-share.internal-medicine-average") / 100
    types = {one.name.rsplit(".", 1)[1]: one.name for one in evidence.starting_with("effects.program-type.")}
    by_type = {kind: ratio_of(name, evidence)[0] for kind, name in types.items()}
    usual = float(np.mean([*by_type.values(), 0.0]))
    by_state, everywhere = ratio_of("effects.img-share.of-the-state", evidence)[0], _everywhere(programs, shares)
    found = []
    for one in programs:
        share, kind, ahead = one.number("img-share"), one.text("type"), _ahead_of_states(one, shares, everywhere)
        if share is not None:
            found.append(by_ten * 10 * (share - average))
        elif ahead is not None:
            found.append(by_state * 10 * ahead)
        else:
            found.append(0.0 if kind is None else by_type.get(kind, 0.0) - usual)
    return np.array(found)


def _ahead_of_states(listed: Listed, shares: Shares, everywhere: float) -> float | None:
    """By how much the share of IMGs in its state is above that of the specialty everywhere; None where not imported."""
    here = shares.get((listed.state, listed.specialty))
    return None if here is None else here.by_imgs / here.filled - everywhere


def _everywhere(programs: Sequence[Listed], shares: Shares) -> float:
    """The share of IMGs in all states together, of the one specialty of these programs; 0 where not imported."""
    specialties = {one.specialty for one in programs}
    of_it = [one for (_, specialty), one in shares.items() if specialty in specialties]
    return sum(one.by_imgs for one in of_it) / sum(one.filled for one in of_it) if of_it else 0.0


def _policy(
    keys: Sequence[str],
    verdicts: Sequence[Verdict],
    refused: npt.NDArray[np.bool_],
    draws: int,
    evidence: Evidence,
) -> Numbers:
    """By program and draw: what limits and preferences take away; never more than nothing is added."""
    hard = _hard(evidence)
    is_open = np.array([bool(one.in_state(*_OPEN)) for one in verdicts])
    preferences = np.array([len(one.preferences_not_met) for one in verdicts])
    chance_of_no = reading(OPEN_LIMIT, evidence) / 100
    turns_away = is_open[:, None] & (program_uniforms(keys, "open limit", draws) < chance_of_no)
    away = refused[:, None] | turns_away
    depth = np.minimum(hard + _HARD_SD * ndtri(program_uniforms(keys, "hard limit", draws)), 0)
    return np.asarray(np.where(away, depth, 0.0) + preferences[:, None] * _preference(keys, draws, evidence))


def _hard(evidence: Evidence) -> float:
    """Programs that do not sponsor beside those that do, in log-odds."""
    names = ("effects.visa-not-sponsored.neurology", "effects.visa-sponsored.neurology")
    return float(np.subtract(*log_odds([evidence.number(name) / 100 for name in names])))


def _preference(keys: Sequence[str], draws: int, evidence: Evidence) -> Numbers:
    interval, value = evidence.find(PREFERENCE).interval, reading(PREFERENCE, evidence)
    low, high = (interval.low, interval.high) if interval else (value, value)
    spread = program_uniforms(keys, "preference", draws)
    return np.asarray(np.log(low / 100) + np.log(high / low) * spread)
