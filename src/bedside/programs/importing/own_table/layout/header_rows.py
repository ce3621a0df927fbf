"""Whether a row holds the headings of a table, alone or together with the row above or below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bedside.programs.importing.own_table.as_people_write.words import is_missing
from bedside.programs.importing.own_table.layout.headings import (
    IDENTITY,
    Heading,
    force_of,
    is_known_exactly,
    meaning_of,
    spelled_plainly,
)
from bedside.programs.importing.sheets.sheet import Rows

ENOUGH = 3
"""Known headings from which on a row is one of headings, whatever they are."""

_MOST = 0.6
_LONGEST_HEADING = 120
_GROUP = "group."
_INTERVIEWED = ("interview", "invite")
_PERCENT = ("percent", "pct", "percentage")


@dataclass(frozen=True, slots=True)
class Header:
    """Headings by column, and the first and the last row they stand in (they may be the same)."""

    headings: tuple[Heading, ...]
    first: int
    last: int


def header_at(rows: Rows, number: int, is_first: bool) -> Header | None:
    """The headings that begin or end in this row; None where it holds none.

    A first table may be told by its program column and one more heading; one further down needs three headings that
    make up most of its row, so that no program is taken for a heading.
    """
    row = rows[number]
    cells = {cell for cell in row if cell}
    if not all(_could_be_heading(cell) for cell in cells):
        return None
    if not is_first and sum(map(is_known_exactly, cells)) < ENOUGH:
        return None
    alone = tuple(_heading(cell) for cell in row)
    if not _are_headings(alone, row, is_first):
        return None
    upper = rows[number - 1] if number else ()
    if _names_groups(upper, row):
        return Header(_joined(upper, row), number - 1, number)
    lower = rows[number + 1] if number + 1 < len(rows) else ()
    if _divides(row, lower, alone):
        return Header(_joined(row, lower), number, number + 1)
    return Header(alone, number, number)


def _heading(words: str, text: str = "", meaning: str | None = None) -> Heading:
    spelled = spelled_plainly(words)
    found = meaning_of(words) if meaning is None else meaning
    return Heading(text or words, found, force_of(words), any(word in spelled.split() for word in _PERCENT))


def _joined(upper: Sequence[str], lower: Sequence[str]) -> tuple[Heading, ...]:
    """Two rows of headings as one; a cell above reaches to the right up to the next one, unless merging tells."""
    is_merged = any(one and one == following for one, following in pairwise(upper))
    joined, reaching = [], ""
    for column in range(max(len(upper), len(lower))):
        above, below = cell_at(upper, column), cell_at(lower, column)
        reaching = above if above or is_merged or not below else reaching
        joined.append(_two(reaching, below, is_right_above=bool(above)))
    return tuple(joined)


def _two(above: str, below: str, is_right_above: bool) -> Heading:
    if not above or not below or above == below:
        return _heading(above or below)
    both = f"{above} {below}"
    meaning = meaning_of(both) or meaning_of(f"{below} {above}")
    if not meaning and not is_right_above and not meaning_of(below).startswith(_GROUP):
        return _heading(below)
    meaning = meaning or meaning_of(below)
    if meaning.startswith(_GROUP) and not any(word in both.casefold() for word in _INTERVIEWED):
        meaning = ""
    return _heading(both, f"{above} · {below}", meaning)


def _are_headings(headings: tuple[Heading, ...], row: Sequence[str], is_first: bool) -> bool:
    cells = [cell for cell in row if cell]
    meanings = {heading.meaning for heading in headings if heading.meaning}
    if not meanings:
        return False
    if len(meanings) >= ENOUGH:
        return is_first or len(meanings) >= len(set(cells)) * _MOST
    return is_first and bool(meanings & IDENTITY) and (len(meanings) > 1 or len(cells) <= ENOUGH - 1)


def _names_groups(upper: Sequence[str], row: Sequence[str]) -> bool:
    """Whether the row above names groups of the columns below it, and is no banner over the whole table."""
    cells = [column for column, cell in enumerate(upper) if cell]
    below = [column for column, cell in enumerate(row) if cell]
    if not cells or not below or not all(_could_be_heading(cell) and not is_missing(cell) for cell in upper if cell):
        return False
    if len({upper[column] for column in cells}) == 1 and cells[0] <= below[0]:
        return False
    return len({upper[column] for column in cells}) < len(below)


def _divides(row: Sequence[str], lower: Sequence[str], alone: tuple[Heading, ...]) -> bool:
    """Whether the row below is a second row of headings: its cells name parts of the columns, and none is a program."""
    cells = [(column, cell) for column, cell in enumerate(lower) if cell]
    if len(cells) < 2 or any(is_missing(cell) or not _could_be_heading(cell) for _, cell in cells):
        return False
    known = sum(1 for column, cell in cells if cell == cell_at(row, column) or meaning_of(cell))
    return known >= len(cells) * _MOST and _told(_joined(row, lower)) > _told(alone)


def _told(headings: tuple[Heading, ...]) -> float:
    meanings = {heading.meaning for heading in headings if heading.meaning}
    return sum(0.5 if meaning.startswith(_GROUP) else 1 for meaning in meanings)


def _could_be_heading(cell: str) -> bool:
    return len(cell) <= _LONGEST_HEADING and not cell.replace(".", "").replace("%", "").isdigit()


def cell_at(row: Sequence[str], column: int) -> str:
    """A cell of a row, blank beyond its end."""
    return row[column] if column < len(row) else ""
