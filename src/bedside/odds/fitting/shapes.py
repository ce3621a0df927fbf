"""The shapes that published tables hardly tell apart: results are averaged over them, never taken at one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from bedside.odds.fitting.one_specialty import Fitted, Shape
from bedside.odds.numbers import Numbers

LINKS = (0.0, 0.3, 0.6, 0.9)
LEANS = (0.0, 0.3)
SHAPES = tuple(Shape(link, lean) for lean in LEANS for link in LINKS)
"""Every link with every lean."""

_LINK_SD = 0.6  # weak: a file one standard deviation better read may double the odds that a rank matches
_LEAN_SD = 0.5  # no table asked for a lean so far; tried because other data might
_TOGETHER = 4.0  # the numbers of a table move together, so their misfits count for about a quarter as many

Fits = Mapping[str, Fitted]


def shape_weights(fits: Mapping[Shape, Fits]) -> Numbers:
    """How much each shape is believed, from its prior and how well all tables together fit with it; they sum to 1."""
    misfits = np.array([sum(one.misfit for one in found.values()) for found in fits.values()])
    priors = np.array([(shape.link / _LINK_SD) ** 2 + (shape.lean / _LEAN_SD) ** 2 for shape in fits])
    weights = np.exp(-0.5 * priors - (misfits - misfits.min()) / (2 * _TOGETHER))
    return np.asarray(weights / weights.sum())


def drawn_shapes(shapes: Sequence[Shape], weights: Numbers, draws: int) -> tuple[Shape, ...]:
    """The shape of each draw: as many of each as its weight says."""
    quantiles = (np.arange(draws) + 0.5) / draws
    at = np.minimum(np.searchsorted(np.cumsum(weights), quantiles), len(shapes) - 1)
    return tuple(shapes[int(one)] for one in at)
