"""The mean, standard deviation and quartiles of ranks, as the NRMP prints them for a cohort."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bedside.odds.numbers import Numbers

_QUARTERS = (0.25, 0.5, 0.75)


@dataclass(frozen=True, slots=True)
class RankSummary:
    """Contiguous ranks of a cohort whose members all have at least one."""

    mean: float
    sd: float
    quartiles: tuple[float, float, float]


def summary(chances: Numbers, smooth: bool = False) -> RankSummary:
    """The summary of a cohort, from its chances of 0, 1, 2 … ranks; nobody without a rank is counted.

    Quartiles are whole numbers, as in a table; `smooth` cuts within the step of a number, for a fit that needs slopes.
    """
    ranked = chances[1:] / chances[1:].sum()
    counts = np.arange(1, len(chances))
    mean = float(counts @ ranked)
    sd = float(np.sqrt(ranked @ (counts - mean) ** 2))
    below = np.cumsum(ranked)
    first, middle, third = ((_smooth(below, part) if smooth else _whole(below, part)) for part in _QUARTERS)
    return RankSummary(mean, sd, (first, middle, third))


def _whole(below: Numbers, part: float) -> float:
    return float(np.searchsorted(below, part - 1e-12) + 1)


def _smooth(below: Numbers, part: float) -> float:
    at = int(np.searchsorted(below, part))
    before = below[at - 1] if at else 0.0
    return float(at + 0.5 + (part - before) / (below[at] - before))
