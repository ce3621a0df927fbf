"""Any table of the user's: a spreadsheet, an export, a list pasted from anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bedside.evidence.library import Evidence
from bedside.programs.importing.content_kind import ContentKind, content_kind
from bedside.programs.importing.importer import SourceFile
from bedside.programs.importing.own_table.as_people_write.places import state_of
from bedside.programs.importing.own_table.as_people_write.specialties import specialty_about
from bedside.programs.importing.own_table.layout.headless import with_headings
from bedside.programs.importing.own_table.layout.tables import Found, in_one_line, tables_of
from bedside.programs.importing.own_table.layout.turned import turned
from bedside.programs.importing.own_table.table_reading import Gathered, read_table
from bedside.programs.importing.own_table.who import Context
from bedside.programs.importing.sheets.reading import Sheet, sheets_of
from bedside.programs.importing.sheets.worksheet import column_letters
from bedside.programs.importing.specialties_named import specialty_spelled
from bedside.programs.mention import Reading, Unread
from bedside.programs.mistakes import FileNotRead

KIND = "own-table"
_SHOWN = 200
_PLACES_SHOWN = 3
_MOST_LINES = 50


class OwnTable:
    """Reads whatever table nobody else knows; a PDF is none."""

    key = KIND
    title = "Your own table"

    def recognises(self, file: SourceFile) -> bool:
        """Whether it may be a table: anything but a PDF, so that what is none is told why."""
        return content_kind(file.content) is not ContentKind.PDF

    def read(self, file: SourceFile, evidence: Evidence) -> Reading:
        """The programs in the tables of a file. Raises FileNotRead where it holds none."""
        return read_tables(file.name, sheets_of(file), evidence, specialty=file.specialty)


def read_tables(name: str, sheets: tuple[Sheet, ...], evidence: Evidence, specialty: str = "") -> Reading:
    """What the tables on these sheets say; `name` is that of their file. Raises FileNotRead where none is a table."""
    gathered = Gathered()
    unread: list[Unread] = []
    about_file = specialty_spelled(specialty, evidence) or specialty_about(_stem(name), evidence)
    all_found = [_found_on(sheet) for sheet in sheets]
    if not any(found.tables for _, found in all_found):
        all_found = [_without_headings(sheet, found) for sheet, found in all_found]
    if not any(found.tables for _, found in all_found):
        raise _no_table(name, sheets)
    for sheet, found in all_found:
        _read_sheet(sheet, found, about_file, evidence, gathered, len(sheets) > 1)
        unread += sheet.unread
        unread += () if found.tables else _lines_left(sheet, found, len(sheets) > 1)
    if not gathered.rows:
        raise FileNotRead(
            f"“{name}” has headings and no program below them. Check that its rows are filled, and add it again."
        )
    return Reading(
        kind=KIND,
        title=f"Your table “{name}”",
        publisher="You",
        edition="",
        said_on=None,
        url="",
        licence="Yours; only you see it.",
        covers=name.casefold(),
        rows=tuple(gathered.rows),
        unread=(*_problems(gathered), *unread),
        notes=(*_remarks(gathered), *gathered.notes),
        columns=tuple(gathered.columns),
    )


def _found_on(sheet: Sheet) -> tuple[Sheet, Found]:
    on_its_side = turned(sheet)
    shown = sheet if on_its_side is None else on_its_side
    return shown, tables_of(shown)


def _without_headings(sheet: Sheet, found: Found) -> tuple[Sheet, Found]:
    guessed = with_headings(sheet)
    return (sheet, found) if guessed is None else (sheet, guessed)


def _read_sheet(
    sheet: Sheet, found: Found, about_file: str, evidence: Evidence, gathered: Gathered, names_sheet: bool
) -> None:
    place = _Places(sheet, names_sheet)
    context = Context(specialty_about(sheet.name, evidence) or about_file, state_of(sheet.name))
    gathered.notes += [f"{place.sheet}{note}" for note in sheet.notes]
    if found.tables:
        for number, row in found.before:
            context = _told_above(context, in_one_line(row), evidence)
            gathered.notes.append(f"Above the table: {place(number, None)}, “{in_one_line(row)}”.")
    behind: dict[int, list[tuple[int, str]]] = {}
    for one in (*sheet.links, *sheet.remarks):
        behind.setdefault(one.row, []).append((one.column, one.text))
    for table in found.tables:
        read_table(table, place, context, evidence, gathered, behind)


def _told_above(context: Context, line: str, evidence: Evidence) -> Context:
    specialty, state = specialty_about(line, evidence), state_of(line)
    return Context(specialty or context.specialty, state or context.state)


@dataclass(frozen=True, slots=True)
class _Places:
    """The words for a place on a sheet, as a person finds it there."""

    of: Sheet
    names_sheet: bool

    @property
    def sheet(self) -> str:
        """The sheet, where there are several."""
        return f"sheet “{self.of.name}”, " if self.names_sheet and self.of.name else ""

    def __call__(self, row: int, column: int | None) -> str:
        if self.of.is_turned:
            across = f"{self.sheet}column {column_letters(row)}"
            return across if column is None else f"{across}, row {column + self.of.first_row}"
        down = f"{self.sheet}row {row + self.of.first_row}"
        return down if column is None else f"{down}, column {column_letters(column)}"


def _problems(gathered: Gathered) -> Iterator[Unread]:
    for (heading, what, why_not, how_to_fix), places in gathered.problems.items():
        under = f" (“{heading}”)" if heading else ""
        yield Unread(f"{_listed(places)}{under}", what, why_not, how_to_fix)


def _remarks(gathered: Gathered) -> Iterator[str]:
    for (heading, remark), places in gathered.remarks.items():
        yield f"“{heading}”, {_listed(places)}: {remark}"


def _listed(places: list[str]) -> str:
    shown = "; ".join(places[:_PLACES_SHOWN])
    return shown if len(places) <= _PLACES_SHOWN else f"{shown}; and {len(places) - _PLACES_SHOWN} more"


def _lines_left(sheet: Sheet, found: Found, names_sheet: bool) -> Iterator[Unread]:
    place = _Places(sheet, names_sheet)
    why = "No row of headings that Bedside knows stands on this sheet, so that its lines are told here and not kept."
    how = "If programs stand on it, give it a first row of headings such as Program, City, State, and add it again."
    for number, row in found.before[:_MOST_LINES]:
        yield Unread(place(number, None), in_one_line(row), why, how)
    left = len(found.before) - _MOST_LINES
    if left > 0:
        yield Unread(place(found.before[_MOST_LINES][0], None), f"{left:,} more lines", why, how)


def _no_table(name: str, sheets: tuple[Sheet, ...]) -> FileNotRead:
    first = next((in_one_line(row) for sheet in sheets for row in sheet.rows if any(row)), "")
    begins = f" It begins with “{first[:_SHOWN]}”." if first else ""
    return FileNotRead(
        f"In “{name}” Bedside finds no list of programs.{begins} Give the table a first row of headings such as "
        f"Program, City, State, Visa, YOG, one program a row below it, and add it again."
    )


def _stem(name: str) -> str:
    stem = name.rpartition("/")[2].rpartition("\\")[2]
    return stem.rpartition(".")[0] or stem
