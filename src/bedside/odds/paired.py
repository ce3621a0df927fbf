"""Chances of two worlds compared draw by draw, so that what differs is the change and not the luck of a draw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from bedside.odds.chances import Chances
from bedside.odds.numbers import Numbers
from bedside.odds.results import Estimate
from bedside.odds.signals import Signal

_MOST = 1 - 1e-9


def difference(after: Numbers, before: Numbers) -> Estimate:
    """What is gained, over the draws: mean, 10th and 90th percentile. It may be below 0."""
    gained = after - before
    low, high = np.quantile(gained, [0.1, 0.9])
    middle = float(gained.mean())
    return Estimate(min(float(low), middle), middle, max(float(high), middle))


def weighed(parts: Sequence[tuple[float, Numbers]]) -> Numbers:
    """By draw, the chance where one of several things happens, each with its weight; the weights sum to 1."""
    return np.asarray(sum((weight * by_draw for weight, by_draw in parts), np.zeros(1)))


def more_invitations(found: Chances, times: float) -> Chances:
    """The same, with every chance of an invitation so many times as high, and never certain."""
    return replace(found, invited=np.minimum(found.invited * times, _MOST))


def over_seasons(seasons: Sequence[tuple[Chances, Mapping[str, Signal]]]) -> Numbers:
    """By draw, the chance of a match in any of several seasons, each with its own list.

    1. Within a scenario (how the file is read, how ranks fare) the seasons decide by themselves.
    2. The scenario is the same in all of them: it is the same applicant, and who is passed over once is more likely
       to be passed over again. Seasons taken as independent would promise too much.
    """
    found = seasons[0][0]
    unmatched = sum((_log_unmatched(*season) for season in seasons), np.zeros(found.weights.shape))
    axes = tuple(range(1, found.weights.ndim))
    return np.asarray((-np.expm1(unmatched) * found.weights).sum(axis=axes) / found.weights.sum(axis=axes))


def _log_unmatched(found: Chances, applied: Mapping[str, Signal]) -> Numbers:
    """By draw, file node and match node, the logarithm of the chance that nothing comes of the list."""
    total = np.zeros(found.weights.shape)
    for key, one in found.within.items():
        at = [place for place in found.places(key) if found.keys[place] in applied]
        invited = found.invited[at, [applied[found.keys[place]] for place in at]]
        total += np.log1p(-invited[..., None] * one.match).sum(axis=0)
    return total
