"""Sheets as a workbook: headings that stay in view, columns as wide as what is in them, and text that stays text."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from bedside.documents.sheet import CellValue, Sheet, safe

_NARROWEST, _WIDEST = 8, 48
_ROWS_MEASURED = 200


def as_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as a workbook, in their order; every text is stored as text, never as a formula."""
    book = Workbook(write_only=True)
    for sheet in sheets:
        page = book.create_sheet(sheet.name[:31])
        page.freeze_panes = "B2"
        for number, width in enumerate(_widths(sheet), start=1):
            page.column_dimensions[get_column_letter(number)].width = width
        page.append([_heading(page, heading) for heading in sheet.head])
        for row in sheet.rows:
            page.append([_cell(page, value) for value in row])
        page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.head))}{len(sheet.rows) + 1}"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _heading(page: Any, words: str) -> Any:
    cell = _text(page, str(safe(words)))
    cell.font = Font(bold=True)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _cell(page: Any, value: CellValue) -> Any:
    written = safe(value)
    return _text(page, written) if isinstance(written, str) else written


def _text(page: Any, words: str) -> Any:
    cell = WriteOnlyCell(page, value=words)
    cell.data_type = "s"
    return cell


def _widths(sheet: Sheet) -> Iterator[float]:
    """Each column as wide as its longest cell of the first rows, within bounds; a heading may wrap."""
    for number, heading in enumerate(sheet.head):
        cells = (str(row[number]) for row in islice(sheet.rows, _ROWS_MEASURED) if row[number] is not None)
        longest = max(map(len, cells), default=0)
        yield min(_WIDEST, max(_NARROWEST, longest + 2, *(len(word) + 2 for word in heading.split())))
