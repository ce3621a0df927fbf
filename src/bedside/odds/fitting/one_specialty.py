"""Fits one specialty to its published table: match rate, and means, spreads and quartiles of ranks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.optimize import least_squares

from bedside.odds.fitting.published import Cohort, PublishedSpecialty
from bedside.odds.numbers import Numbers
from bedside.odds.rank_summary import RankSummary, summary
from bedside.odds.specialty_model import Lists, SpecialtyModel, lists

# What the model is not expected to hit more closely than, however large the sample: 1 point of match rate, a tenth of
# a rank in a mean, 7 % in a standard deviation, half a rank in a quartile, which is a whole number in print.
_RATE, _MEAN, _SD, _QUARTILE = 0.01, 0.1, 0.07, 0.4

_SPREAD = 1
_OPEN_SPREAD_SD = 0.3
"""How far ln spread may be off when intervals are drawn. The tables hold only those with a rank, so how many had none
follows from the spread; the best point keeps to the prior, the draws go as far as the tables let them."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What no single table tells: the link and the lean of all specialties (see SpecialtyModel)."""

    link: float
    lean: float


@dataclass(frozen=True, slots=True)
class Prior:
    """Normal priors on level, ln spread, success and ln frailty: their middles and standard deviations."""

    middles: tuple[float, float, float, float]
    sds: tuple[float, float, float, float]


WEAK = Prior((-4.6, 0.0, -1.5, -0.2), (1.0, 0.12, 2.0, 0.5))
"""Levels of about one in a hundred; the spread of a file (effects.file.spread) and of what is known of applicants
together come to about 1. Tables hardly tell how many got no rank at all, so this one is not wide."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """The best parameters given the shape, how far they may be off (covariance), and the sum of squared misfits."""

    best: Numbers
    covariance: Numbers
    misfit: float
    shape: Shape

    @property
    def model(self) -> SpecialtyModel:
        """The best parameters as a model."""
        return model_of(self.best, self.shape)


def model_of(parameters: Numbers, shape: Shape) -> SpecialtyModel:
    """The model of level, ln spread, success and ln frailty."""
    level, ln_spread, success, ln_frailty = (float(one) for one in parameters)
    return SpecialtyModel(level, float(np.exp(ln_spread)), success, float(np.exp(ln_frailty)), shape.link, shape.lean)


def fit_specialty(published: PublishedSpecialty, shape: Shape, prior: Prior = WEAK) -> Fitted:
    """The parameters that come closest to a table, by least squares with the prior as four more observations.

    1. Every published number is held against the model's, in units of its sampling error and of what the model is not
       expected to hit more closely.
    2. The covariance is that of the linear approximation at the best point.
    """
    middles, sds = np.array(prior.middles), np.array(prior.sds)

    def misfits(parameters: Numbers) -> Numbers:
        found = lists(model_of(parameters, shape))
        return np.array([*_misfits(found, published), *((parameters - middles) / sds)])

    low, high = middles - 6 * sds, middles + 6 * sds
    solved = least_squares(misfits, middles, bounds=(low, high), x_scale=sds)
    information = solved.jac.T @ solved.jac
    information[_SPREAD, _SPREAD] += 1 / _OPEN_SPREAD_SD**2 - 1 / sds[_SPREAD] ** 2
    return Fitted(solved.x, np.linalg.inv(information), float(2 * solved.cost), shape)


def _misfits(found: Lists, published: PublishedSpecialty) -> Iterator[float]:
    rate, people = published.match_rate, published.people
    yield (found.match_rate - rate) / np.sqrt(rate * (1 - rate) / people + _RATE**2)
    for chances, cohort in ((found.matched, published.matched), (found.unmatched, published.not_matched)):
        yield from _cohort_misfits(summary(chances, smooth=True), cohort)


def _cohort_misfits(found: RankSummary, cohort: Cohort) -> Iterator[float]:
    told, people = cohort.ranks, cohort.consenting
    sampling = told.sd**2 / people
    yield (found.mean - told.mean) / np.sqrt(sampling + _MEAN**2)
    yield np.log(found.sd / told.sd) / np.sqrt(1 / people + _SD**2)
    for here, there in zip(found.quartiles, told.quartiles, strict=True):
        yield (here - there) / np.sqrt(1.5 * sampling + _QUARTILE**2)
