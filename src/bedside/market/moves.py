"""How each parameter of the market is moved by what the season misses in one round of calibration."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from bedside.market.applicant_types import ApplicantType
from bedside.market.numbers import Marks, Numbers
from bedside.market.parameters import MarketParameters
from bedside.market.published import Published
from bedside.market.recipe import Recipe
from bedside.market.replicates import Replicates

_NEARLY_FULL = 0.985  # above it, who fills a field says nothing about whom its programs leave unranked
_NO_BAR = -6.0  # nobody is thought so little of
_GRADUATES = [ApplicantType.MD_GRADUATE, ApplicantType.DO_GRADUATE]
_SENIORS = [ApplicantType.MD_SENIOR, ApplicantType.DO_SENIOR]


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """The means over a few replicates."""

    active: Numbers
    matched: Numbers
    lists: Numbers
    filled: Numbers
    choices: Numbers
    top: Numbers
    first: Numbers
    programs: Numbers
    full: Numbers

    @property
    def contiguous(self) -> Numbers:
        """Mean ranks in the first specialty, by field and type."""
        people, ranks = self.first[:, :, :, 0].sum(axis=2), self.first[:, :, :, 1].sum(axis=2)
        return np.asarray(ranks / np.maximum(people, 1))


def seen_in(some: Replicates, recipe: Recipe) -> Seen:
    """The means, and the part of each field's positions that was filled."""
    positions = np.bincount(recipe.tracks.field, recipe.tracks.positions, len(recipe.parameters.fields))
    names = ("active", "matched", "lists", "filled", "choices", "top", "first", "programs")
    means = {name: getattr(some, name).mean(axis=0) for name in names}
    return Seen(**means, full=means["filled"].sum(axis=1) / np.maximum(positions, 1))


def moved(now: MarketParameters, seen: Seen, tables: Published, step: float) -> MarketParameters:
    """The parameters after one round; see `calibrating.calibrate`."""
    nearly = tables.filled / tables.positions >= _NEARLY_FULL
    by_type = _wanted(tables)
    longer = float(np.log((by_type * tables.active).sum() / seen.lists.sum()))
    senior = ApplicantType.MD_SENIOR
    return replace(
        now,
        mutual=min(now.mutual + 0.5 * step * (tables.top_three - float(seen.top[senior] / seen.active[senior])), 1.0),
        favour=_favour(now.favour, seen, tables, step),
        interviews=_interviews(now.interviews, seen, tables, nearly, longer, step),
        bar=_bar(now.bar, seen, tables, nearly, step),
        reach=_reach(now.reach, seen, tables, step, np.log(by_type / (seen.lists.sum(axis=0) / seen.active)) - longer),
        spread=_spread(now.spread, seen, tables, step),
        never=_never(now.never, seen, tables, step),
        beside=_beside(now.beside, seen, tables, step),
    )


def _wanted(tables: Published) -> Numbers:
    """The mean length of a list by type."""
    told = tables.matched_list * tables.rate + tables.unmatched_list * (1 - tables.rate)
    return np.where(np.isnan(told), tables.readings.graduates_list, told)


def _interviews(now: Numbers, seen: Seen, tables: Published, nearly: Marks, longer: float, step: float) -> Numbers:
    """Moved until seniors' lists are as long in every field as the mean of those who match and those who do not says.

    Preparatory years have no lists of their own: theirs are moved by the positions that stay open.
    """
    years = np.array(tables.is_preliminary)
    open_by = np.log(np.minimum(tables.filled / tables.positions, 0.999) / np.minimum(seen.full, 0.999))
    people = tables.first_choices[:, _SENIORS]
    matched = np.minimum(tables.matched[:, _SENIORS], people)
    told = matched * tables.matched_list[_SENIORS] + (people - matched) * tables.unmatched_list[_SENIORS]
    found = np.maximum(seen.contiguous[:, _SENIORS], 0.5) * people
    apart = np.log(np.maximum(told.sum(axis=1), 1e-9) / np.maximum(found.sum(axis=1), 1e-9))
    weight = people.sum(axis=1) / people.sum()
    apart = np.clip(np.where(years, 0, apart - (apart * weight).sum()), -0.3, 0.3)
    more = np.where(years, 0.2 * longer + 3 * np.clip(open_by, -0.2, 0.2), longer + 0.7 * apart)
    more = more + np.where(nearly & ~years, 8 * np.clip(open_by, 0, 0.1), 0)
    return np.asarray(np.clip(now * np.exp(step * more), 0.8, 30))


def _bar(now: Numbers, seen: Seen, tables: Published, nearly: Marks, step: float) -> Numbers:
    """Moved by how many positions stay open, where any do. Where a field fills, whoever a program would rather not have
    is as good as unranked at the end of its list."""
    higher = now + step * np.clip(6 * (seen.full - tables.filled / tables.positions), -0.4, 0.4)
    return np.where(nearly | np.array(tables.is_preliminary), _NO_BAR, np.clip(higher, _NO_BAR, 3.0))


def _reach(now: Numbers, seen: Seen, tables: Published, step: float, by_type: Numbers) -> Numbers:
    """Moved by type; for IMGs by field too where the lists of non-US IMGs are known."""
    found = seen.contiguous[:, ApplicantType.NON_US_IMG]
    told = np.nan_to_num(np.log(tables.contiguous) - np.log(np.maximum(found, 0.5)))
    result = now + step * by_type
    result[:, ApplicantType.NON_US_IMG] += 0.8 * step * told
    as_long = np.where(np.isnan(tables.contiguous), np.maximum(found, 0.5), tables.contiguous)
    us_imgs = np.maximum(seen.contiguous[:, ApplicantType.US_IMG], 0.5)
    longer = np.nan_to_num(np.log(as_long * tables.us_imgs_invited / us_imgs))
    weight = np.where(np.isnan(tables.us_imgs_invited), 0, tables.first_choices[:, ApplicantType.US_IMG])
    longer -= (longer * weight).sum() / weight.sum()
    result[:, ApplicantType.US_IMG] += 0.5 * step * np.where(weight > 0, np.clip(longer, -0.5, 0.5), 0)
    return np.clip(result, -7, 7)


def _favour(now: Numbers, seen: Seen, tables: Published, step: float) -> Numbers:
    """Moved by who is missing; on average over those who match in a field it stays 0."""
    result = now + 0.6 * step * np.log((tables.matched + 1) / (seen.filled + 1))
    result -= (result * tables.matched).sum(axis=1, keepdims=True) / tables.matched.sum(axis=1, keepdims=True)
    return np.clip(result, -6, 4)


def _never(now: Numbers, seen: Seen, tables: Published, step: float) -> Numbers:
    """Moved by who is missing among those who rank a field first, and among those with any list."""
    told = tables.first_choices
    result = now * ((told + 5) / (seen.choices[0] + 5)) ** (0.7 * step)
    return np.asarray(np.clip(result * (tables.active / seen.active) ** (0.3 * step), 0.5, 4.0))


def _beside(now: Numbers, seen: Seen, tables: Published, step: float) -> Numbers:
    """Moved by who is missing among those who rank a field after another."""
    told = tables.ranked_after
    result = now * ((told + 5) / (seen.choices[1] + 5)) ** (0.7 * step)
    return np.asarray(np.where(told > 0, np.clip(result, 0.5, 6.0), 1.0))


def _spread(now: Numbers, seen: Seen, tables: Published, step: float) -> Numbers:
    """Moved by how much longer the lists of those who match are; US graduates are as far apart as US IMGs."""
    matched, unmatched = seen.lists[0] / seen.matched, seen.lists[1] / (seen.active - seen.matched)
    off = np.nan_to_num(np.log(tables.matched_list / tables.unmatched_list)) - np.log(matched / unmatched)
    result = np.clip(now + 0.3 * step * np.where(np.isnan(tables.matched_list), 0, off), 0.1, 2.5)
    result[_GRADUATES] = result[ApplicantType.US_IMG]
    return np.asarray(result)
