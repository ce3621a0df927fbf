"""A table of a source Bedside knows: its columns by their headings, and its rows with the place of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bedside.programs.importing.content_kind import ContentKind, content_kind
from bedside.programs.importing.importer import SourceFile
from bedside.programs.importing.sheets.reading import Sheet, sheets_of
from bedside.programs.mistakes import FileNotRead

_TABLES = frozenset({ContentKind.TEXT, ContentKind.XLSX, ContentKind.HTML})
_HEADINGS_WITHIN = 10
_LONGEST_SHOWN = 160


@dataclass(frozen=True, slots=True)
class Record:
    """One row: its cells by the plain headings of their columns, and where it stands."""

    place: str
    cells: Mapping[str, str]

    def __getitem__(self, heading: str) -> str:
        return self.cells.get(heading, "")

    @property
    def what(self) -> str:
        """The row as it stands, shortened."""
        text = " | ".join(cell for cell in self.cells.values() if cell)
        return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


@dataclass(frozen=True, slots=True)
class KnownTable:
    """A sheet whose headings hold all that a source is known by."""

    headings: tuple[str, ...]
    records: tuple[Record, ...]

    def columns(self, meanings: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
        """Each heading with what it was taken for."""
        return tuple((heading, meanings[plain(heading)]) for heading in self.headings if heading)


NOT_NEEDED = "not needed"
"""What a column of a known source is taken for that Bedside has no use for."""


def plain(heading: str) -> str:
    """A heading in small letters and digits, so that “Non-US IMG” and “non us img” are one."""
    return re.sub(r"[^a-z0-9]+", "", heading.casefold())


def table_with(file: SourceFile, needed: frozenset[str], known: Mapping[str, str]) -> KnownTable | None:
    """The first sheet with all needed headings and none beyond the known ones; None where there is none.

    A table that says more than its source does is the user's own, and is left to be read as that.
    Raises FileNotRead where the table is broken, or where two columns have the same needed heading.
    """
    for sheet in _sheets(file):
        at = _heading_row(sheet, needed, known)
        if at is not None:
            _refuse_twice(file.name, sheet.rows[at], needed)
            return KnownTable(sheet.rows[at], tuple(_records(sheet, at)))
    return None


def has_table_with(file: SourceFile, needed: frozenset[str], known: Mapping[str, str]) -> bool:
    """Whether the file holds a table with all needed headings and none beyond the known ones."""
    return any(_heading_row(sheet, needed, known) is not None for sheet in _sheets(file))


def _heading_row(sheet: Sheet, needed: frozenset[str], known: Mapping[str, str]) -> int | None:
    for at, row in enumerate(sheet.rows[:_HEADINGS_WITHIN]):
        headings = {plain(cell) for cell in row if cell}
        if needed <= headings and headings <= known.keys():
            return at
    return None


def _sheets(file: SourceFile) -> tuple[Sheet, ...]:
    return sheets_of(file) if content_kind(file.content) in _TABLES else ()


def _refuse_twice(name: str, row: tuple[str, ...], needed: frozenset[str]) -> None:
    counted = Counter(plain(cell) for cell in row)
    twice = [cell for cell in dict.fromkeys(row) if plain(cell) in needed and counted[plain(cell)] > 1]
    if twice:
        listed = " and ".join(f"“{cell}”" for cell in twice)
        raise FileNotRead(
            f"In “{name}” more than one column is called {listed}, so Bedside cannot tell which of them holds. "
            f"Delete or rename all but one, and add the file again."
        )


def _records(sheet: Sheet, heading_row: int) -> Iterator[Record]:
    headings = [plain(cell) for cell in sheet.rows[heading_row]]
    for at, row in enumerate(sheet.rows[heading_row + 1 :], start=sheet.first_row + heading_row + 1):
        if any(row) and [plain(cell) for cell in row] != headings:
            cells = {heading: cell for heading, cell in zip(headings, row, strict=False) if heading}
            yield Record(f"row {at}", cells)
