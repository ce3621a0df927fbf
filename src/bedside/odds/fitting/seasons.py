"""How whole rank order lists and matches moved from year to year, for US IMGs and for non-US IMGs.

These lists hold every specialty an applicant ranks, so they are fitted by themselves and never with the contiguous
ranks of one specialty. They tell two things the odds need: how much one season differs from the next, and how far a
rank of a US IMG is from one of a non-US IMG.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.optimize import least_squares

from bedside.evidence.library import Evidence
from bedside.odds.numbers import Numbers
from bedside.odds.rank_summary import summary
from bedside.odds.specialty_model import SpecialtyModel, lists

LISTS = "nrmp.lists."
GROUPS = ("us-img", "non-us-img")
_SPREAD, _FRAILTY, _LINK = 1.0, 0.8, 0.5  # about the middle of the specialties; only differences are used
_RECENT = 5


@dataclass(frozen=True, slots=True)
class Season:
    """The lists of one group in one Match."""

    year: int
    matched: float
    not_matched: float
    mean_matched: float
    mean_not_matched: float

    @property
    def match_rate(self) -> float:
        """Matched, as a part of those with a list."""
        return self.matched / (self.matched + self.not_matched)


@dataclass(frozen=True, slots=True)
class SeasonFit:
    """The level and success, in log-odds, that a season's lists ask for."""

    year: int
    level: float
    success: float

    @property
    def model(self) -> SpecialtyModel:
        """The season as a model of all specialties together."""
        return SpecialtyModel(self.level, _SPREAD, self.success, _FRAILTY, _LINK)


def seasons(group: str, evidence: Evidence) -> tuple[Season, ...]:
    """Every published season of a group, oldest first."""
    years = sorted({int(figure.name.split(".")[2]) for figure in evidence.starting_with(LISTS)})
    return tuple(Season(year, *_numbers(year, group, evidence)) for year in years)


def _numbers(year: int, group: str, evidence: Evidence) -> tuple[float, ...]:
    start = f"{LISTS}{year}.{group}."
    names = ("matched.people", "not-matched.people", "matched.mean", "not-matched.mean")
    return tuple(evidence.number(start + name) for name in names)


def fit_season(season: Season) -> SeasonFit:
    """Level and success by least squares from the match rate and both means."""

    def misfits(parameters: Numbers) -> Numbers:
        found = lists(SpecialtyModel(float(parameters[0]), _SPREAD, float(parameters[1]), _FRAILTY, _LINK), 15, 5)
        matched, unmatched = summary(found.matched).mean, summary(found.unmatched).mean
        return np.array(
            [
                (found.match_rate - season.match_rate) / 0.01,
                (matched - season.mean_matched) / 0.5,
                (unmatched - season.mean_not_matched) / 0.5,
            ]
        )

    level, success = least_squares(misfits, (-4.0, -1.8)).x
    return SeasonFit(season.year, float(level), float(success))


def left_out(fits: Mapping[int, SeasonFit], year: int) -> float:
    """The match rate of a year from the seasons beside it: the mean of both, or the only one there is."""
    beside = [fits[one] for one in (year - 1, year + 1) if one in fits]
    level = sum(one.level for one in beside) / len(beside)
    success = sum(one.success for one in beside) / len(beside)
    return lists(SeasonFit(year, level, success).model).match_rate


def step_between_seasons(fits: Mapping[str, Mapping[int, SeasonFit]]) -> float:
    """The standard deviation, in log-odds, by which success moves from one season to the next."""
    steps = [
        by_year[year].success - by_year[year - 1].success
        for by_year in fits.values()
        for year in by_year
        if year - 1 in by_year
    ]
    return float(np.sqrt(np.mean(np.square(steps))))


def ahead_of_others(fits: Mapping[str, Mapping[int, SeasonFit]]) -> tuple[float, float]:
    """How far a rank of a US IMG is ahead of one of a non-US IMG, in log-odds: mean and SD of recent seasons."""
    us, other = (fits[group] for group in GROUPS)
    ahead = [us[year].success - other[year].success for year in sorted(us)[-_RECENT:]]
    return float(np.mean(ahead)), float(np.std(ahead, ddof=1))
