"""Where a match would be: in the specialty that is worth most, or else in the next, or nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from bedside.odds.chances import Chances
from bedside.odds.numbers import Numbers
from bedside.odds.odds import estimate, match_by_draw
from bedside.odds.results import Estimate
from bedside.odds.signals import Signal
from bedside.targeting.program_list.prepared import Prepared


@dataclass(frozen=True, slots=True)
class Landing:
    """The chance that the match is in one of these specialties, which are worth the same, if those worth more are
    ranked before them; over all landings it sums to the chance of a match."""

    specialties: tuple[str, ...]
    worth: float
    chance: Estimate


def landings(
    ready: Prepared, applied: Mapping[str, Signal], preferences: Mapping[str, float], is_range: bool
) -> tuple[Landing, ...]:
    """From the specialty that is worth most down; with `is_range` each range holds it without weak evidence too."""
    counted = _by_level(ready.both.counted, applied, preferences)
    if not is_range:
        return tuple(Landing(keys, worth, estimate(by_draw)) for (worth, keys), by_draw in counted.items())
    plain = _by_level(ready.both.without_weak, applied, preferences)
    return tuple(
        Landing(level[1], level[0], estimate(by_draw).joined(estimate(plain[level])))
        for level, by_draw in counted.items()
    )


def _by_level(
    found: Chances, applied: Mapping[str, Signal], preferences: Mapping[str, float]
) -> dict[tuple[float, tuple[str, ...]], Numbers]:
    """By worth and its specialties, the chance of the match being there, by draw: what each adds to those above."""
    listed = [key for key, one in zip(found.specialties, found.keys, strict=True) if one in applied]
    worth = {key: preferences.get(key, 1.0) for key in dict.fromkeys(listed)}
    levels, above = {}, np.zeros(found.weights.shape[0])
    reached: dict[str, Signal] = {}
    for level in sorted(set(worth.values()), reverse=True):
        keys = tuple(key for key, one in worth.items() if one == level)
        reached.update({one: applied[one] for one, key in _pairs(found) if key in keys and one in applied})
        so_far = match_by_draw(found.among(sorted(reached)), reached)
        levels[level, keys] = so_far - above
        above = so_far
    return levels


def _pairs(found: Chances) -> zip[tuple[str, str]]:
    return zip(found.keys, found.specialties, strict=True)
