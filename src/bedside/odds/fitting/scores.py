"""How far Step 2 CK goes with invitations, as the means of matched and unmatched imply it.

If scores and the logarithm of a file's chances vary together as normal variables, then those who matched are ahead in
score as they are ahead in that logarithm. The slope follows from how far ahead they are in both. Slopes are pooled:
each specialty is drawn to the average of all, the more the fewer its people.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bedside.odds.fitting.published import PublishedSpecialty
from bedside.odds.numbers import Numbers, chance, normal_nodes
from bedside.odds.specialty_model import PROGRAM_SPREAD, REFERENCE, SpecialtyModel, leaning


@dataclass(frozen=True, slots=True)
class ScoreSlope:
    """Step 2 CK of everyone who ranked a specialty first, and the slope in log-odds of an invitation per point.

    `slope` is (middle, standard deviation) after pooling; `alone` the same from this specialty's means only.
    """

    mean: float
    sd: float
    slope: tuple[float, float]
    alone: tuple[float, float]


def score_slopes(
    tables: Sequence[PublishedSpecialty], models: Mapping[str, SpecialtyModel]
) -> tuple[dict[str, ScoreSlope], tuple[float, float]]:
    """The slope of every specialty with a table; and that of any other: middle and standard deviation."""
    alone = {table.key: _alone(table, models[table.key]) for table in tables}
    slopes = np.array([one[0] for one in alone.values()])
    errors = np.array([one[1] for one in alone.values()])
    middle, between = _pooled(slopes, errors)
    found = {}
    for table, slope, error in zip(tables, slopes, errors, strict=True):
        weight = between**2 / (between**2 + error**2)
        pooled = (float(weight * slope + (1 - weight) * middle), float(np.sqrt(weight) * error))
        found[table.key] = ScoreSlope(*_everyone(table), pooled, alone[table.key])
    return found, (middle, float(np.hypot(between, 1 / np.sqrt((1 / (errors**2 + between**2)).sum()))))


def _everyone(table: PublishedSpecialty) -> tuple[float, float]:
    """Mean and standard deviation of both cohorts together."""
    share = table.match_rate
    ahead = table.matched.score_mean - table.not_matched.score_mean
    mean = table.not_matched.score_mean + share * ahead
    within = share * table.matched.score_sd**2 + (1 - share) * table.not_matched.score_sd**2
    return mean, float(np.sqrt(within + share * (1 - share) * ahead**2))


def _alone(table: PublishedSpecialty, model: SpecialtyModel) -> tuple[float, float]:
    _, sd = _everyone(table)
    ahead = table.matched.score_mean - table.not_matched.score_mean
    error = np.hypot(
        table.matched.score_sd / np.sqrt(table.matched.consenting),
        table.not_matched.score_sd / np.sqrt(table.not_matched.consenting),
    )
    error = np.hypot(error, 0.4)  # means are printed as whole points
    by_point = model.spread**2 / (sd**2 * _ahead_in_file(model))
    return float(ahead * by_point), float(error * by_point)


def _ahead_in_file(model: SpecialtyModel) -> float:
    """By how much those who matched are ahead in spread·z of those who had a rank and did not."""
    (z, weights), (u, of_u) = normal_nodes(21), normal_nodes(7)
    z = leaning(z, model.lean)
    strictness, of_programs = normal_nodes(9)
    expected = REFERENCE * (chance(model.level + PROGRAM_SPREAD * strictness + model.spread * z[:, None]) @ of_programs)
    matches = chance(model.success + model.link * z[:, None] + model.frailty * u)
    unmatched = np.exp(-expected[:, None] * matches) @ of_u
    left = unmatched - np.exp(-expected)  # had a rank and did not match
    return float(model.spread * (_mean(z, weights * (1 - unmatched)) - _mean(z, weights * left)))


def _mean(values: Numbers, weights: Numbers) -> float:
    return float(values @ weights / weights.sum())


def _pooled(values: Numbers, errors: Numbers) -> tuple[float, float]:
    """Mean over specialties and how far they really differ (DerSimonian and Laird 1986)."""
    weights = 1 / errors**2
    fixed = weights @ values / weights.sum()
    excess = weights @ (values - fixed) ** 2 - (len(values) - 1)
    between = max(0.0, excess / (weights.sum() - (weights**2).sum() / weights.sum()))
    weights = 1 / (errors**2 + between)
    return float(weights @ values / weights.sum()), float(np.sqrt(between))
