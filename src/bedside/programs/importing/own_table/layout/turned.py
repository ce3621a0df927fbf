"""Tables that lie on their side: headings down the first column, and a program in each column beside it."""

from __future__ import annotations

from dataclasses import replace

from bedside.programs.importing.own_table.layout.header_rows import ENOUGH, header_at
from bedside.programs.importing.own_table.layout.headings import IDENTITY, meaning_of
from bedside.programs.importing.sheets.sheet import MOST_CELLS, MOST_COLUMNS, Behind, Merged, Sheet

_MOST = 0.6


def turned(sheet: Sheet) -> Sheet | None:
    """The sheet with rows and columns exchanged where its headings stand in its first column; else None."""
    rows = sheet.rows
    labels = [row[0] for row in rows if row and row[0]]
    if not ENOUGH <= len(labels) <= MOST_COLUMNS:
        return None
    meanings = [meaning_of(label) for label in labels]
    known = {meaning for meaning in meanings if meaning}
    width = max(len(row) for row in rows)
    if len(known) < ENOUGH or not known & IDENTITY or sum(map(bool, meanings)) < len(labels) * _MOST or width < 2:
        return None
    if header_at(rows, 0, is_first=True) is not None and len({meaning_of(cell) for cell in rows[0]} - {""}) > 1:
        return None
    if width * len(rows) > MOST_CELLS:
        return None
    return replace(
        sheet,
        rows=tuple(tuple(row[column] if column < len(row) else "" for row in rows) for column in range(width)),
        merged=tuple(Merged(one.first_column, one.first_row, one.last_column, one.last_row) for one in sheet.merged),
        links=tuple(Behind(one.column, one.row, one.text) for one in sheet.links),
        remarks=tuple(Behind(one.column, one.row, one.text) for one in sheet.remarks),
        is_turned=True,
    )
