"""Find the parameters with which the season gives the published tables, and write them to their file.

`python -m bedside.market.calibrating FOLDER` reads the directory in FOLDER and goes on from the parameters that ship;
it takes some minutes. With `anew` behind it, it begins from nothing and takes three times as long.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path

import numpy as np

from bedside.evidence.library import Evidence, load_evidence
from bedside.market.applicant_types import ApplicantType
from bedside.market.numbers import Numbers
from bedside.market.parameters import PARAMETERS_FILE, MarketParameters, as_plain, load_market_parameters
from bedside.market.policies.policy import AsItIs
from bedside.market.published import FILLS, Published, names_used, published
from bedside.market.recipe import Recipe, recipe_for
from bedside.market.replicate import Player
from bedside.market.replicates import Replicates, played

ROUNDS, ROUNDS_ANEW = 60, 180
SEED = 2025
_REPLICATES = 3
_NEARLY_FULL = 0.985  # above it, who fills a field says nothing about how many interviews it gives
_NOT_MANY_MORE = 1.15  # a field that does not fill interviews hardly more for each position than those that do
_GRADUATES = (ApplicantType.MD_GRADUATE, ApplicantType.DO_GRADUATE)
_GRADUATES_LIST = 6.0  # nobody publishes the lists of graduates of US schools: between matched and unmatched IMGs


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """The means over a few replicates."""

    active: Numbers
    matched: Numbers
    lists: Numbers
    filled: Numbers
    choices: Numbers
    top: Numbers
    contiguous: Numbers
    full: Numbers


def calibrate(recipe: Recipe, rounds: int = ROUNDS) -> Iterator[MarketParameters]:
    """Better and better parameters, one after each round.

    Each round draws the applicants, plays a few replicates, and moves each parameter by a part of the logarithm by
    which what it governs is off; the steps become smaller.

    1. `favour`: how many of a type match in a field.
    2. `interviews`: the positions of a field that stay open, and the length of all lists.
    3. `reach`: the mean length of a type's lists; and the ranks of a field with which lists of non-US IMGs begin, where
       they were published. US IMGs are moved along.
    4. `spread`: how much longer the lists of those who match are.
    5. `never`: how many of a type rank a field first, and how many have a list.
    6. `beside`: how many of a type rank a field after another.
    7. `mutual`: how many US MD seniors match to one of their first three choices.
    """
    parameters = recipe.parameters
    for number in range(rounds):
        step = 1.0 if number < rounds / 3 else 0.5 if number < rounds * 2 / 3 else 0.25
        seen = _seen(replace(recipe, parameters=parameters), number)
        parameters = _moved(parameters, seen, recipe.tables, step)
        yield parameters


def figures_digest(evidence: Evidence) -> str:
    """A digest of every figure the parameters rest on, by which a test sees that they are stale."""
    told = sorted(f"{name}={evidence.find(name).value}" for name in names_used(evidence))
    return blake2b("\n".join(told).encode(), digest_size=8).hexdigest()


def _seen(recipe: Recipe, number: int) -> _Seen:
    ready = recipe.season(AsItIs())
    some = played(Player(ready), range(_REPLICATES * number, _REPLICATES * (number + 1)))
    positions = np.bincount(recipe.tracks.field, recipe.tracks.positions, len(recipe.parameters.fields))
    filled = some.filled.mean(axis=0)
    return _Seen(
        active=some.active.mean(axis=0),
        matched=some.matched.mean(axis=0),
        lists=some.lists.mean(axis=0),
        filled=filled,
        choices=some.choices.mean(axis=0),
        top=some.top.mean(axis=0),
        contiguous=_contiguous(some),
        full=filled.sum(axis=1) / np.maximum(positions, 1),
    )


def _moved(now: MarketParameters, seen: _Seen, tables: Published, step: float) -> MarketParameters:
    full = tables.filled / tables.positions
    nearly = full >= _NEARLY_FULL
    wanted = np.where(
        np.isnan(tables.matched_list),
        _GRADUATES_LIST,
        tables.matched_list * tables.rate + tables.unmatched_list * (1 - tables.rate),
    )
    longer = np.log((wanted * tables.active).sum() / seen.lists.sum())
    open_by = np.log(np.minimum(full, 0.999) / np.minimum(seen.full, 0.999))
    interviews = now.interviews * np.exp(
        step * np.where(nearly, longer + 2 * np.clip(open_by, 0, 0.1), 0.2 * longer + 3 * np.clip(open_by, -0.2, 0.2))
    )
    senior = ApplicantType.MD_SENIOR
    return replace(
        now,
        mutual=min(now.mutual + 0.5 * step * (tables.top_three - float(seen.top[senior] / seen.active[senior])), 1.0),
        favour=_favour(now.favour, seen, tables, step),
        interviews=np.clip(interviews, 0.8, np.where(nearly, 25, _NOT_MANY_MORE * np.median(now.interviews[nearly]))),
        reach=_reach(now.reach, seen, tables, step, np.log(wanted / (seen.lists.sum(axis=0) / seen.active)) - longer),
        spread=_spread(now.spread, seen, tables, step),
        never=_never(now.never, seen, tables, step),
        beside=_beside(now.beside, seen, tables, step),
    )


def _reach(now: Numbers, seen: _Seen, tables: Published, step: float, by_type: Numbers) -> Numbers:
    """Moved by type; for IMGs by field too where their lists are known and the field fills.

    Where many positions stay open, whoever is interviewed fills them: reach would move who matches, and not only lists.
    """
    told = np.nan_to_num(np.log(tables.contiguous) - np.log(np.maximum(seen.contiguous, 0.5)))
    told = np.where(tables.filled / tables.positions >= FILLS, told, 0)
    moved = now + step * by_type
    for kind in (ApplicantType.US_IMG, ApplicantType.NON_US_IMG):
        moved[:, kind] += 0.8 * step * told
    return np.clip(moved, -7, 7)


def _contiguous(some: Replicates) -> Numbers:
    people, ranks = some.first[:, :, :, 0].sum(axis=(0, 2)), some.first[:, :, :, 1].sum(axis=(0, 2))
    return np.asarray(ranks / np.maximum(people, 1))


def _favour(now: Numbers, seen: _Seen, tables: Published, step: float) -> Numbers:
    """Moved by who is missing; on average over those who match in a field it stays 0."""
    moved = now + 0.6 * step * np.log((tables.matched + 1) / (seen.filled + 1))
    moved -= (moved * tables.matched).sum(axis=1, keepdims=True) / tables.matched.sum(axis=1, keepdims=True)
    return np.clip(moved, -6, 4)


def _never(now: Numbers, seen: _Seen, tables: Published, step: float) -> Numbers:
    """Moved by who is missing among those who rank a field first, and among those with any list."""
    told = tables.first_choices
    moved = now * ((told + 5) / (seen.choices[0] + 5)) ** (0.7 * step)
    return np.asarray(np.clip(moved * (tables.active / seen.active) ** (0.3 * step), 0.5, 4.0))


def _beside(now: Numbers, seen: _Seen, tables: Published, step: float) -> Numbers:
    """Moved by who is missing among those who rank a field after another."""
    told = tables.ranked_after
    moved = now * ((told + 5) / (seen.choices[1] + 5)) ** (0.7 * step)
    return np.asarray(np.where(told > 0, np.clip(moved, 0.5, 6.0), 1.0))


def _spread(now: Numbers, seen: _Seen, tables: Published, step: float) -> Numbers:
    """Moved by how much longer the lists of those who match are; US graduates are as far apart as US IMGs."""
    matched, unmatched = seen.lists[0] / seen.matched, seen.lists[1] / (seen.active - seen.matched)
    off = np.nan_to_num(np.log(tables.matched_list / tables.unmatched_list)) - np.log(matched / unmatched)
    moved = np.clip(now + 0.3 * step * np.where(np.isnan(tables.matched_list), 0, off), 0.1, 2.5)
    moved[list(_GRADUATES)] = moved[ApplicantType.US_IMG]
    return np.asarray(moved)


def main(folder: Path, anew: bool = False) -> None:
    """Calibrate on the directory of a folder and write the parameters."""
    from bedside.programs.shelf.directory_file import open_directory

    evidence = load_evidence()
    begin = MarketParameters.beginning(published(evidence).fields) if anew else load_market_parameters()
    recipe = recipe_for(open_directory(folder, evidence), evidence, SEED, begin)
    *_, found = calibrate(recipe, ROUNDS_ANEW if anew else ROUNDS)
    plain = as_plain(replace(found, figures=figures_digest(evidence)))
    PARAMETERS_FILE.write_text(json.dumps(plain, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), anew="anew" in sys.argv[2:])
