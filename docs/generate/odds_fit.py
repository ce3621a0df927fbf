"""What the odds model makes of every published table it was fitted to, and of what it has not seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np

from bedside.evidence.library import load_evidence
from bedside.odds.fitting.drawing import Fit
from bedside.odds.fitting.one_specialty import Shape, fit_specialty, model_of
from bedside.odds.fitting.parameters_file import market
from bedside.odds.fitting.published import RATES, Cohort, PublishedSpecialty, published_specialties
from bedside.odds.fitting.scores import ScoreSlope, score_slopes
from bedside.odds.fitting.seasons import GROUPS, fit_season, left_out, seasons
from bedside.odds.numbers import Numbers
from bedside.odds.parameters import SpecialtyParameters, load_parameters
from bedside.odds.rank_summary import RankSummary, summary
from bedside.odds.specialty_model import Lists, SpecialtyModel, lists

Band = tuple[float, float, float]
"""The 10th percentile, the mean and the 90th percentile over draws."""

LARGE = 120
_SHAPES = (Shape(0.3, 0.0), Shape(0.6, 0.0), Shape(0.9, 0.0))
RANKS = range(1, 13)


@dataclass(frozen=True)
class CohortFit:
    """A cohort as published, and as the draws have it: mean, standard deviation and quartiles of ranks."""

    specialty: str
    is_matched: bool
    published: Cohort
    fitted: RankSummary


@dataclass(frozen=True)
class RateFit:
    """The match rate of a specialty as published, as fitted, and as guessed without its table; any rank as implied.

    `ranks` are those of everyone with 100 applications, `interviews` what its programs' interview rates make of as many
    (value and interval; None where none are known).
    """

    specialty: str
    people: int
    published: float
    fitted: Band
    guessed: Band | None
    any_rank: Band
    ranks: Band
    interviews: Band | None


@dataclass(frozen=True)
class YearFit:
    """The match rate of a year, as published and from the years beside it."""

    year: int
    published: float
    guessed: float


@cache
def tables() -> tuple[PublishedSpecialty, ...]:
    """The tables that ship."""
    return published_specialties(load_evidence())


def cohort_fits() -> Iterator[CohortFit]:
    """Every cohort, the lists of all draws put together."""
    for table in tables():
        drawn = lists_of(load_parameters().of(table.key))
        for is_matched, published in ((True, table.matched), (False, table.not_matched)):
            parts = [one.matched if is_matched else one.unmatched for one in drawn]
            yield CohortFit(table.key, is_matched, published, summary(np.mean(parts, axis=0)))


@cache
def rate_fits() -> tuple[RateFit, ...]:
    """Every specialty with a table; the large ones also as guessed without it."""
    return tuple(_rate_fit(table) for table in tables())


def curve(specialty: str) -> list[Band]:
    """The chance of a match by contiguous ranks, for `RANKS`."""
    drawn = lists_of(load_parameters().of(specialty))
    return [band(np.array([one.match_given(ranks) for one in drawn])) for ranks in RANKS]


def year_fits(group: str) -> list[YearFit]:
    """Every year of a group, guessed from the years beside it."""
    told = seasons(group, load_evidence())
    fits = {one.year: fit_season(one) for one in told}
    return [YearFit(one.year, one.match_rate, left_out(fits, one.year)) for one in told]


def slopes() -> dict[str, ScoreSlope]:
    """The slope of Step 2 CK by specialty."""
    models = {table.key: fit_specialty(table, Shape(0.6, 0.0)).model for table in tables()}
    return score_slopes(tables(), models)[0]


def groups() -> tuple[str, ...]:
    """The groups with lists by year."""
    return GROUPS


def lists_of(specialty: SpecialtyParameters) -> list[Lists]:
    """The lists of every draw."""
    parameters = load_parameters()
    columns = (
        specialty.level,
        specialty.spread,
        specialty.success,
        specialty.frailty,
        parameters.link,
        parameters.lean,
    )
    return [lists(SpecialtyModel(*(float(one) for one in row))) for row in zip(*columns, strict=True)]


def band(values: Numbers) -> Band:
    """Percentiles and mean."""
    low, high = np.quantile(values, [0.1, 0.9])
    return float(low), float(values.mean()), float(high)


def _rate_fit(table: PublishedSpecialty) -> RateFit:
    drawn = lists_of(load_parameters().of(table.key))
    guessed = None
    if table.people >= LARGE:
        others = [one for one in tables() if one.key != table.key]
        fit = Fit(others, market(load_evidence()), shapes=_SHAPES)
        rows = zip(fit.from_others(table.key), fit.shapes, strict=True)
        guessed = band(np.array([lists(model_of(row, shape)).match_rate for row, shape in rows]))
    return RateFit(
        specialty=table.key,
        people=table.people,
        published=table.match_rate,
        fitted=band(np.array([one.match_rate for one in drawn])),
        guessed=guessed,
        any_rank=band(np.array([one.any_rank for one in drawn])),
        ranks=band(np.array([one.mean for one in drawn])),
        interviews=_interviews(table.key),
    )


def _interviews(key: str) -> Band | None:
    """A percentage is a number of interviews from a hundred applications."""
    name = f"{RATES}{key}.non-us-img"
    figure = load_evidence().find(name) if name in load_evidence() else None
    if figure is None or figure.interval is None:
        return None
    return figure.interval.low, load_evidence().number(name), figure.interval.high
