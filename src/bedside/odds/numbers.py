"""The arrays and nodes that every part of the odds computes with."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]


@cache
def normal_nodes(count: int) -> tuple[Numbers, Numbers]:
    """Points and weights (which sum to 1) that integrate over a standard normal variable (Gauss–Hermite)."""
    points, weights = np.polynomial.hermite_e.hermegauss(count)
    weights = weights / weights.sum()
    points.flags.writeable = weights.flags.writeable = False
    return points, weights


def chance(log_odds: Numbers) -> Numbers:
    """The chances of log-odds."""
    return np.asarray(1 / (1 + np.exp(-np.clip(log_odds, -40, 40))), dtype=np.float64)


def log_odds(chances: npt.ArrayLike) -> Numbers:
    """The log-odds of chances between 0 and 1, both exclusive."""
    given = np.asarray(chances, dtype=np.float64)
    return np.asarray(np.log(given / (1 - given)), dtype=np.float64)
