"""One thing about the applicant, and what it adds to the log-odds of every invitation."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason
from bedside.odds.numbers import Numbers

_SD_IN_INTERVAL = {"95 % interval": 2 * 1.96}
_OF_A_RANGE = 2 * 1.2816  # an interval that is no 95 % interval is taken to hold 80 %


@dataclass(frozen=True, slots=True, eq=False)
class Effect:
    """`shift` is added to the log-odds, one number for each draw.

    `is_weak` says that it rests on few people, or on a comparison that holds nothing else equal.
    """

    key: str
    says: str
    shift: Numbers
    is_weak: bool
    because: tuple[Reason, ...]

    @property
    def times(self) -> tuple[float, float, float]:
        """By how much the odds of each invitation are multiplied: 10th percentile, median and 90th over the draws."""
        low, middle, high = np.exp(np.quantile(self.shift, [0.1, 0.5, 0.9])).tolist()
        return low, middle, high


def ratio_of(name: str, evidence: Evidence) -> tuple[float, float]:
    """Middle and standard deviation of the logarithm of a ratio, from its value and interval.

    A ratio without a value has its middle between the ends of its interval; one without an interval has no deviation.
    """
    figure = evidence.find(name)
    interval = figure.interval
    if interval is None:
        return float(np.log(evidence.number(name))), 0.0
    ends = np.log([interval.low, interval.high])
    middle = float(np.log(evidence.number(name))) if figure.value is not None else float(ends.mean())
    return middle, float((ends[1] - ends[0]) / _SD_IN_INTERVAL.get(interval.says, _OF_A_RANGE))


def normal_of(middle_and_sd: tuple[float, float], normals: Numbers) -> Numbers:
    """Draws around a middle."""
    middle, sd = middle_and_sd
    return np.asarray(middle + sd * normals)


def between(low: float, high: float, normals: Numbers) -> Numbers:
    """Draws spread evenly between two ends, in the order of the given normal numbers."""
    ranks = np.argsort(np.argsort(normals, kind="stable"), kind="stable")
    return np.asarray(low + (high - low) * (ranks + 0.5) / len(normals))
