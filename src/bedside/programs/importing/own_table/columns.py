"""The columns of a table with what each was taken for, once its cells have been looked at."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import replace

from bedside.programs.importing.own_table.as_people_write.numbers import numbers_in
from bedside.programs.importing.own_table.as_people_write.words import is_missing
from bedside.programs.importing.own_table.layout.headings import Heading
from bedside.programs.importing.own_table.layout.tables import Table
from bedside.programs.importing.own_table.values.answers import Answer, answer_in
from bedside.programs.importing.own_table.values.column import Column, column_of, has_ticks
from bedside.programs.importing.own_table.values.reading import read_cell, reader_of
from bedside.programs.importing.sheets.worksheet import column_letters

_GROUP = "group."
_RATE = "interview-rate."
_ENOUGH_TO_TELL = 3
_LONGEST_COUNT = 7
_INTERVIEWED = ("interview", "invite")
_ONLY_OF_INTERVIEWS = {"in-state", "out-of-state", "gold-signal", "silver-signal", "no-signal"}
_UNSURE_GROUPS = {"us-img", "non-us-img"}


def columns_of(table: Table) -> tuple[Column, ...]:
    """A column for each place a row of the table has, in order.

    1. Groups of applicants (“US IMG”, “MD”) are interview rates where any heading speaks of interviews or signals; else
       “IMG” goes by its cells, US and non-US IMGs are rates marked unsure, and the rest are notes.
    2. A column none of whose cells can be read as what its heading says becomes a note, where there are enough of them.
    """
    width = max([len(table.headings), *(len(row) for _, row in table.rows)], default=0)
    headings = [table.headings[number] if number < len(table.headings) else Heading("") for number in range(width)]
    is_of_interviews = _is_of_interviews(headings)
    distinct = [_distinct(table, number) for number in range(width)]
    ticks = any(has_ticks(cells) for cells in distinct)
    return tuple(
        _column(_resolved(heading, cells, is_of_interviews, number), cells, ticks)
        for number, (heading, cells) in enumerate(zip(headings, distinct, strict=True))
    )


def counts_rows(table: Table, number: int) -> bool:
    """Whether a column only counts the rows, one up each time."""
    counted = [row[number] if number < len(row) else "" for _, row in table.rows]
    found = [int(cell) for cell in counted if cell.isdecimal() and len(cell) <= _LONGEST_COUNT]
    return len(found) == len([cell for cell in counted if cell]) and all(
        following - one == 1 for one, following in itertools.pairwise(found)
    )


def _column(heading: Heading, cells: tuple[str, ...], ticks: bool) -> Column:
    column = column_of(heading, cells, ticks)
    if reader_of(heading.meaning) is None or not cells:
        return column
    if heading.meaning == "accepts-img" and _are_parts(cells):
        return column_of(replace(heading, meaning="img-share"), cells)
    can_be_read = len(cells) < _ENOUGH_TO_TELL or any(read_cell(cell, column).said for cell in cells)
    return column if can_be_read else replace(column, heading=replace(heading, meaning="", was=heading.becomes))


def _resolved(heading: Heading, cells: tuple[str, ...], is_of_interviews: bool, number: int) -> Heading:
    text = heading.text or f"Column {column_letters(number)}"
    if not heading.meaning.startswith(_GROUP):
        return replace(heading, text=text)
    group = heading.meaning.removeprefix(_GROUP)
    if is_of_interviews:
        return replace(heading, meaning=_RATE + group)
    if group == "img":
        answers = any(answer_in(cell) is not Answer.NEITHER for cell in cells if numbers_in(cell) is None)
        return replace(heading, meaning="accepts-img" if answers else "img-share", is_unsure=True)
    is_rate = group in _UNSURE_GROUPS and _are_parts(cells)
    return replace(heading, meaning=_RATE + group if is_rate else "", is_unsure=True)


def _is_of_interviews(headings: Iterable[Heading]) -> bool:
    told = list(headings)
    groups = {heading.meaning.removeprefix(_GROUP) for heading in told if heading.meaning.startswith(_GROUP)}
    spoken = any(
        heading.meaning.startswith(_RATE) or any(word in heading.text.casefold() for word in _INTERVIEWED)
        for heading in told
        if heading.meaning != "interviews-last-year"
    )
    return spoken or bool(groups & _ONLY_OF_INTERVIEWS) or ({"md", "us-img", "non-us-img"} <= groups)


def _are_parts(cells: tuple[str, ...]) -> bool:
    """Whether the cells of a column are shares: with a sign for percent, or decimals below one."""
    numbers = [found for cell in cells if (found := numbers_in(cell)) is not None]
    are_signed = len(numbers) * 2 > len(cells) and any("%" in cell for cell in cells)
    return are_signed or any(0 < one.low < 1 for one in numbers)


def _distinct(table: Table, number: int) -> tuple[str, ...]:
    cells = (row[number] for _, row in table.rows if number < len(row))
    return tuple(dict.fromkeys(cell for cell in cells if not is_missing(cell)))
