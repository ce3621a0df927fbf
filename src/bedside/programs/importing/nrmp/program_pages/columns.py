"""Finds the years and columns of a table of positions, whichever years it holds and in whichever order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bedside.programs.importing.pdf.lines import Line
from bedside.programs.importing.pdf.text import Word

OFFERED = frozenset({"quota", "quotas", "offered", "positions", "pos"})
FILLED = frozenset({"filled", "matched", "matches"})
_OTHER_HEADINGS = frozenset({"program", "programs", "code", "codes", "track", "tracks", "name", "nrmp", "no", "number"})
_YEAR = re.compile(r"(?:19|20)\d\d")
_WIDE = 60.0
"""Points that one column may take up where there is no other."""
_BAND = 2.4
"""Lines at most so many heights from the headings may hold the years above or below them."""


@dataclass(frozen=True, slots=True)
class Column:
    """Where numbers of one year stand; they are positions offered, or else filled."""

    centre: float
    match_year: int
    is_offered: bool


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a table: its columns from left to right, the lines it takes up, and what else stands on them."""

    columns: tuple[Column, ...]
    lines: frozenset[int]
    headings: frozenset[Word]


def plain(text: str) -> str:
    """A heading without capitals, stops and marks."""
    return re.sub(r"[^a-z0-9]+", "", text.casefold())


def head_at(lines: Sequence[Line], index: int, year_elsewhere: int | None) -> Head | None:
    """The head whose “Quota” and “Filled” stand on this line; None where this line is no head of a table.

    `year_elsewhere` is the year of the whole report, for editions of one year that say it only on their cover.
    """
    line = lines[index]
    kinds = [word for word in line.words if plain(word.text) in OFFERED | FILLED]
    if not {plain(word.text) for word in kinds} & OFFERED or not {plain(word.text) for word in kinds} & FILLED:
        return None
    near = [at for at in range(max(0, index - 3), min(len(lines), index + 4)) if _is_near(lines[at], line)]
    years = [word for at in near for word in lines[at].words if _YEAR.fullmatch(word.text)]
    columns = _columns(kinds, years, year_elsewhere)
    if not columns:
        return None
    band = {at for at in near if at == index or any(word in years for word in lines[at].words)}
    headings = {word for at in band for word in lines[at].words if plain(word.text) in _OTHER_HEADINGS}
    return Head(columns, frozenset(band), frozenset(headings | set(kinds) | set(years)))


def _is_near(other: Line, line: Line) -> bool:
    return abs(other.middle - line.middle) <= _BAND * line.height


def _columns(kinds: list[Word], years: list[Word], year_elsewhere: int | None) -> tuple[Column, ...]:
    """Each “Quota” takes the nearest year; where years outnumber them, each year takes the nearest “Quota”."""
    if not years and year_elsewhere is not None and len(kinds) == 2:
        pairs = [(word, year_elsewhere, word) for word in kinds]
    elif len(years) > len(kinds):
        pairs = [(year, int(year.text), _nearest(year, kinds)) for year in years]
    else:
        pairs = [(kind, int(_nearest(kind, years).text), kind) for kind in kinds] if years else []
    found = [Column(place.centre, year, plain(kind.text) in OFFERED) for place, year, kind in pairs]
    return tuple(sorted(found, key=lambda column: column.centre))


def _nearest(word: Word, others: list[Word]) -> Word:
    return min(others, key=lambda other: abs(other.centre - word.centre))


def gap_between(columns: Sequence[Column]) -> float:
    """The least distance between two neighbouring columns, in points."""
    centres = [column.centre for column in columns]
    return min((right - left for left, right in pairwise(centres)), default=_WIDE)
