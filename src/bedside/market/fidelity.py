"""The season held against what was published: what it was made to hit, what it was not, and where it misses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from bedside.evidence.library import Evidence
from bedside.market.applicant_types import TYPES, ApplicantType
from bedside.market.numbers import Numbers
from bedside.market.published import PROGRAM_LISTS, RESULTS, WHOLE
from bedside.market.recipe import Recipe
from bedside.market.replicates import Replicates

_RATE, _RANKS, _PART, _FEW, _SHARE = 0.02, 0.5, 0.05, 10.0, 0.015
_CHARTING = "nrmp.charting.2026."


@dataclass(frozen=True, slots=True)
class Held:
    """One published number beside the mean over replicates and the range that holds eight of ten of them.

    The unit is "part", "ranks" or "people". For a fitted number the parameters were moved until it fits; the others are
    checks. `within` is how far off it may be before it is called a miss.
    """

    group: str
    what: str
    published: float
    found: float
    low: float
    high: float
    unit: str
    is_fitted: bool
    within: float
    figures: tuple[str, ...]

    @property
    def is_missed(self) -> bool:
        """Whether it is off by more than it may be."""
        return not abs(self.found - self.published) <= self.within


def fidelity(found: Replicates, recipe: Recipe, evidence: Evidence) -> tuple[Held, ...]:
    """Every number there is to hold the season against; seasons without a national directory too."""
    parts = (_rates, _lists, _filled_by_type, _filled, _top, _programs, _first_choices)
    rows = [row for part in parts for row in part(found, recipe, evidence)]
    groups = list(dict.fromkeys(row.group for row in rows))
    return tuple(sorted(rows, key=lambda row: groups.index(row.group)))


def share_misplaced(found: Replicates, recipe: Recipe) -> float:
    """Of all who matched, the part that would have to change specialty or type for every published count to be hit."""
    off = np.abs(found.filled.mean(axis=0) - recipe.tables.matched).sum() / 2
    return float(off / recipe.tables.matched.sum())


def _row(
    group: str, what: str, published: float, values: Numbers, unit: str, fitted: bool, within: float, *figures: str
) -> Held:
    low, high = np.nanquantile(values, [0.1, 0.9])
    return Held(
        group, what, published, float(np.nanmean(values)), float(low), float(high), unit, fitted, within, figures
    )


def _rates(found: Replicates, recipe: Recipe, evidence: Evidence) -> Iterator[Held]:
    for kind in TYPES:
        values = found.matched[:, kind] / np.maximum(found.active[:, kind], 1)
        name = _rate_figure(kind)
        yield _row("match rate", kind.words, float(recipe.tables.rate[kind]), values, "part", True, _RATE, name)


def _rate_figure(kind: ApplicantType) -> str:
    if kind in (ApplicantType.MD_GRADUATE, ApplicantType.DO_GRADUATE):
        return f"nrmp.whole.2023.rate.{kind.key}"
    return f"nrmp.rates.2025.{kind.key}" if kind.is_img else f"{WHOLE}rate.{kind.key}"


def _lists(found: Replicates, recipe: Recipe, evidence: Evidence) -> Iterator[Held]:
    sides = (
        ("matched", recipe.tables.matched_list, found.lists[:, 0] / np.maximum(found.matched, 1)),
        ("not-matched", recipe.tables.unmatched_list, found.lists[:, 1] / np.maximum(found.active - found.matched, 1)),
    )
    for cohort, told, values in sides:
        group = "mean list of those who matched" if cohort == "matched" else "mean list of those who did not match"
        for kind in TYPES:
            if not np.isnan(told[kind]):
                name = f"nrmp.lists.2023.{kind.key}.{cohort}.mean" if kind.is_img else ""
                name = name or f"nrmp.lists-of-all.2023.{kind.key}.{cohort}"
                yield _row(group, kind.words, float(told[kind]), values[:, kind], "ranks", True, _RANKS, name)


def _filled_by_type(found: Replicates, recipe: Recipe, evidence: Evidence) -> Iterator[Held]:
    for row, field in enumerate(recipe.tables.fields):
        for kind in TYPES:
            told = float(recipe.tables.matched[row, kind])
            yield _row(
                f"matched in {field.replace('-', ' ')}", kind.words, told, found.filled[:, row, kind], "people", True,
                max(_FEW, _PART * told), f"{RESULTS}{field}.matched.{kind.key}",
            )  # fmt: skip


def _filled(found: Replicates, recipe: Recipe, evidence: Evidence) -> Iterator[Held]:
    positions = np.bincount(recipe.tracks.field, recipe.tracks.positions, len(recipe.tables.fields))
    for row, field in enumerate(recipe.tables.fields):
        told = float(recipe.tables.filled[row] / recipe.tables.positions[row])
        values = found.filled[:, row].sum(axis=1) / max(positions[row], 1)
        figures = (f"{RESULTS}{field}.filled", f"{RESULTS}{field}.positions")
        yield _row("positions filled", field.replace("-", " "), told, values, "part", True, _SHARE, *figures)


def _top(found: Replicates, recipe: Recipe, evidence: Evidence) -> Iterator[Held]:
    senior = ApplicantType.MD_SENIOR
    values = found.top[:, senior] / found.active[:, senior]
    name = "nrmp.whole.2026.top-three.md-senior"
    yield _row(
        "matched to one of the first three", senior.words, recipe.tables.top_three, values, "part", True, _RATE, name
    )


def _programs(found: Replicates, recipe: Recipe, evidence: Evidence) -> Iterator[Held]:
    share = found.programs[:, 0, 0] / found.programs[:, :, 0].sum(axis=1)
    name = f"{PROGRAM_LISTS}filled.share"
    yield _row("tracks that filled", "all", evidence.number(name) / 100, share, "part", False, _RATE, name)
    for number, side in enumerate(("filled", "unfilled")):
        name = f"{PROGRAM_LISTS}{side}.ranks-a-position"
        values = found.programs[:, number, 2] / np.maximum(found.programs[:, number, 1], 1)
        group = "ranks for each position"
        what = "tracks that filled" if side == "filled" else "tracks that did not"
        yield _row(group, what, evidence.number(name), values, "ranks", False, 1.0, name)


def _first_choices(found: Replicates, recipe: Recipe, evidence: Evidence) -> Iterator[Held]:
    """Non-US IMGs by the specialty they ranked first: only their mean ranks were fitted to."""
    for row, field in enumerate(recipe.tables.fields):
        if f"{_CHARTING}{field}.matched.people" not in evidence:
            continue
        people, ranks = (found.first[:, row, ApplicantType.NON_US_IMG, :, number] for number in (0, 1))
        told = [evidence.number(f"{_CHARTING}{field}.{cohort}.people") for cohort in ("matched", "not-matched")]
        words = field.replace("-", " ")
        values = people[:, 0] / np.maximum(people.sum(axis=1), 1)
        names = [f"{_CHARTING}{field}.{cohort}.people" for cohort in ("matched", "not-matched")]
        group = "non-US IMGs who matched to their first specialty"
        yield _row(group, words, told[0] / sum(told), values, "part", False, 0.08, *names)
        means = [f"{_CHARTING}{field}.{cohort}.ranks-mean" for cohort in ("matched", "not-matched")]
        values = ranks.sum(axis=1) / np.maximum(people.sum(axis=1), 1)
        group = "contiguous ranks of non-US IMGs"
        yield _row(group, words, float(recipe.tables.contiguous[row]), values, "ranks", True, _RANKS, *names, *means)
        for number, cohort in enumerate(("matched", "not-matched")):
            name = f"{_CHARTING}{field}.{cohort}.ranks-mean"
            group = f"contiguous ranks of non-US IMGs who {'matched' if number == 0 else 'did not match'}"
            mean = ranks[:, number] / np.maximum(people[:, number], 1)
            yield _row(group, words, evidence.number(name), mean, "ranks", False, _RANKS, name)
