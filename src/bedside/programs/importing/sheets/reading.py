"""The tables of a file, whatever kind of file it is: CSV, TSV, Excel, or a web page saved under any name."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from bedside.programs.importing.content_kind import (
    ContentKind,
    content_kind,
    not_a_table,
    open_packed,
    refuse_too_large,
)
from bedside.programs.importing.importer import SourceFile
from bedside.programs.importing.sheets.decoding import decoded
from bedside.programs.importing.sheets.html_tables import html_sheets
from bedside.programs.importing.sheets.separated import separated_sheet
from bedside.programs.importing.sheets.sheet import Sheet
from bedside.programs.importing.sheets.workbook import read_workbook
from bedside.programs.importing.sheets.worksheet import worksheet
from bedside.programs.mistakes import FileNotRead

__all__ = ["Sheet", "read_sheets", "sheets_of"]

_READ: WeakKeyDictionary[SourceFile, tuple[Sheet, ...]] = WeakKeyDictionary()


def sheets_of(file: SourceFile) -> tuple[Sheet, ...]:
    """The sheets of a file, read once however many importers ask for them while it is open; raises as `read_sheets`."""
    if file not in _READ:
        _READ[file] = read_sheets(file)
    return _READ[file]


def read_sheets(file: SourceFile) -> tuple[Sheet, ...]:
    """Every sheet of a file that holds something, its cells as the text a person sees.

    Raises FileNotRead, with a sentence on what to do, for a file that is no table, is damaged, locked, or too large.
    """
    refuse_too_large(file.name, len(file.content))
    kind = content_kind(file.content)
    found = tuple(sheet for sheet in _sheets_of(file, kind) if sheet.rows or sheet.unread)
    if not found:
        raise FileNotRead(
            f"“{file.name}” holds no filled table. Check that you saved the sheet you meant, and add it again."
        )
    return found


def _sheets_of(file: SourceFile, kind: ContentKind) -> tuple[Sheet, ...]:
    if kind is ContentKind.XLSX:
        with open_packed(file.content) as packed:
            workbook = read_workbook(packed)
            return tuple(worksheet(workbook, sheet) for sheet in workbook.sheets)
    if kind is ContentKind.HTML:
        return html_sheets(decoded(file.content))
    if kind is ContentKind.TEXT:
        return (separated_sheet(decoded(file.content)),)
    raise not_a_table(file.name, kind)
