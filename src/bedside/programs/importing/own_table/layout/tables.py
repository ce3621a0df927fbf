"""Finds the tables on a sheet: where the headings stand, which rows are programs, and what is only around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from bedside.programs.importing.own_table.as_people_write.words import begins_with, is_one_of, plain
from bedside.programs.importing.own_table.layout.header_rows import Header, cell_at, header_at
from bedside.programs.importing.own_table.layout.headings import IDENTITY, Heading
from bedside.programs.importing.sheets.sheet import MOST_CELLS, Rows, Sheet

_SAME_AS_HEADER = 0.8


@dataclass(slots=True)
class Table:
    """Headings by column, and the rows below them with their positions in the sheet.

    `banners` are positions and texts of lines that stand above or between the rows and may hold for those after them;
    `around` those of lines that are about the table: totals, remarks, sources.
    """

    headings: tuple[Heading, ...]
    rows: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    banners: list[tuple[int, str]] = field(default_factory=list)
    around: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True)
class Found:
    """The tables of a sheet; `before` are the lines above the first, or all lines where there is no table."""

    tables: list[Table] = field(default_factory=list)
    before: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)


def tables_of(sheet: Sheet) -> Found:
    """Every table of a sheet.

    1. Merged cells are filled, so that each of them holds what a person sees there.
    2. A row is one of headings where enough of its cells are known headings; the row above or below joins it where
       it names groups of the columns (“Interview rate” over “Gold”, “Silver”).
    3. Of the rows below, one that repeats the headings is passed over, other headings begin another table, a line
       with one thing in it is a banner, and a line that begins with a word such as “Mean” or “Total” a summary.
    """
    rows = filled(sheet)
    found = Found()
    header: Header | None = None
    repeated: tuple[Sequence[str], ...] = ()
    for number, row in enumerate(rows):
        if not any(row) or (header is not None and number <= header.last):
            continue
        if _repeats(row, repeated):
            _note_what_differs(found.tables[-1], number, row, repeated)
            continue
        new = header_at(rows, number, is_first=header is None)
        if new is not None:
            _take_back(found, new.first, number)
            header, repeated = new, tuple(rows[new.first : new.last + 1])
            found.tables.append(Table(new.headings))
        elif found.tables:
            _place(found.tables[-1], number, row)
        else:
            found.before.append((number, row))
    return found


def filled(sheet: Sheet) -> Rows:
    """The rows with each merged cell holding what its first cell holds."""
    if not sheet.merged:
        return sheet.rows
    rows = [list(row) for row in sheet.rows]
    left = MOST_CELLS
    for one in sheet.merged:
        last = min(one.last_row, len(rows) - 1)
        across = one.last_column - one.first_column + 1
        left -= max(0, last - one.first_row + 1) * max(0, across)
        text = cell_at(rows[one.first_row], one.first_column) if one.first_row < len(rows) else ""
        if text and left >= 0:
            for row in rows[one.first_row : last + 1]:
                row.extend([""] * (one.last_column + 1 - len(row)))
                row[one.first_column : one.last_column + 1] = [text] * across
    return tuple(tuple(row) for row in rows)


def in_one_line(row: Sequence[str]) -> str:
    """The cells of a row as one text, those of a merged cell once."""
    return " · ".join(cell for cell, _ in groupby(cell for cell in row if cell))


def is_banner(row: Sequence[str]) -> bool:
    """Whether a row holds one thing only, be it in one cell or in several that are merged."""
    return len({cell for cell in row if cell}) == 1


def _take_back(found: Found, first: int, number: int) -> None:
    """A row that turns out to be the upper one of two rows of headings is nothing else."""
    if first == number:
        return
    if not found.tables:
        found.before = [line for line in found.before if line[0] != first]
        return
    last = found.tables[-1]
    last.rows = [line for line in last.rows if line[0] != first]
    last.banners = [line for line in last.banners if line[0] != first]
    last.around = [line for line in last.around if line[0] != first]


def _repeats(row: Sequence[str], headers: tuple[Sequence[str], ...]) -> bool:
    cells = [(column, plain(cell)) for column, cell in enumerate(row) if cell] if headers else []
    if len(cells) < 2:
        return False
    return any(
        sum(1 for column, cell in cells if cell == plain(cell_at(header, column))) >= len(cells) * _SAME_AS_HEADER
        for header in headers
    )


def _note_what_differs(table: Table, number: int, row: Sequence[str], headers: tuple[Sequence[str], ...]) -> None:
    known = {plain(cell) for header in headers for cell in header}
    if any(cell and plain(cell) not in known for cell in row):
        table.around.append((number, in_one_line(row)))


def _place(table: Table, number: int, row: tuple[str, ...]) -> None:
    first = next(cell for cell in row if cell)
    has_one = is_banner(row)
    if is_one_of("footer", first) or (has_one and begins_with("remark-begins", first)):
        table.around.append((number, in_one_line(row)))
    elif has_one and not _is_lone_name(table, row):
        table.banners.append((number, first))
    else:
        table.rows.append((number, row))


def _is_lone_name(table: Table, row: tuple[str, ...]) -> bool:
    """Whether the only cell of a row stands, unmerged, in the column of names: a program of which no more is said."""
    columns = [column for column, cell in enumerate(row) if cell]
    heading = table.headings[columns[0]] if columns[0] < len(table.headings) else Heading("")
    return len(columns) == 1 and heading.meaning in IDENTITY
