"""Reads the rows of a table into programs and claims, and keeps everything else as notes or as unread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from bedside.evidence.library import Evidence
from bedside.programs.claim import Confidence, Stated
from bedside.programs.importing.own_table.as_people_write.days import day_of, month_comes_first
from bedside.programs.importing.own_table.as_people_write.places import state_of
from bedside.programs.importing.own_table.as_people_write.specialties import specialty_about
from bedside.programs.importing.own_table.as_people_write.words import is_missing
from bedside.programs.importing.own_table.cell_read import CellRead
from bedside.programs.importing.own_table.columns import columns_of, counts_rows
from bedside.programs.importing.own_table.layout.headings import WHO
from bedside.programs.importing.own_table.layout.headless import names_a_program
from bedside.programs.importing.own_table.layout.tables import Table, in_one_line
from bedside.programs.importing.own_table.values.column import Column
from bedside.programs.importing.own_table.values.reading import read_cell, reader_of
from bedside.programs.importing.own_table.who import Context, mention_of, who
from bedside.programs.importing.specialties_named import specialty_spelled
from bedside.programs.mention import Row

_NO_PROGRAM = "The row names no program: no name, institution or ID stands in it."
_NO_DAY = "It is no day, or can be read as two."

CellPlace = Callable[[int, int | None], str]
"""The words for a place on the sheet, from the position of the row and of the column (None for the row alone)."""


@dataclass(slots=True)
class Gathered:
    """What tables were read as; problems and remarks by what they say, with the places where they occur."""

    rows: list[Row] = field(default_factory=list)
    problems: dict[tuple[str, str, str, str], list[str]] = field(default_factory=dict)
    remarks: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    columns: dict[tuple[str, str], None] = field(default_factory=dict)

    def problem(self, place: str, heading: str, what: str, why_not: str, how_to_fix: str) -> None:
        """Something that could not be read; the same in several places is told once."""
        self.problems.setdefault((heading, what, why_not, how_to_fix), []).append(place)

    def remark(self, place: str, heading: str, remark: str) -> None:
        """How something was read; the same in several places is told once."""
        self.remarks.setdefault((heading, remark), []).append(place)


@dataclass(slots=True)
class TableReader:
    """One table on its way to rows. `behind` are the addresses and remarks behind cells, by position."""

    table: Table
    columns: tuple[Column, ...]
    place: CellPlace
    context: Context
    evidence: Evidence
    gathered: Gathered
    behind: dict[int, list[tuple[int, str]]]
    left_out: frozenset[int] = frozenset()
    month_first: bool | None = None
    _read: list[dict[str, tuple[tuple[Stated, ...], CellRead]]] = field(default_factory=list)

    def read(self) -> None:
        """All rows in turn, each under the banners above it."""
        self._read = [{} for _ in self.columns]
        self._tell_columns()
        banners = list(self.table.banners)
        who_columns = [(number, one) for number, one in enumerate(self.columns) if one.heading.meaning in WHO]
        for number, row in self.table.rows:
            while banners and banners[0][0] < number:
                self._banner(*banners.pop(0))
            self._row(number, row, who_columns)
        for banner in banners:
            self._banner(*banner)
        for number, line in self.table.around:
            self.gathered.notes.append(
                f"Left out, since it is about the table as a whole: {self.place(number, None)}, “{line}”."
            )

    def _tell_columns(self) -> None:
        for number, column in enumerate(self.columns):
            heading = column.heading
            if number in self.left_out:
                self.gathered.notes.append(f"The column “{heading.text}” only counts the rows and was left out.")
            if heading.was:
                self.gathered.notes.append(
                    f"The column “{heading.text}” was kept as notes: none of its cells could be read as {heading.was}."
                )
            is_blank = number >= len(self.table.headings) or not self.table.headings[number].text
            if not is_blank or any(number < len(row) and row[number] for _, row in self.table.rows):
                self.gathered.columns[(heading.text, heading.becomes)] = None

    def _banner(self, number: int, text: str) -> None:
        specialty, state = specialty_about(text, self.evidence), state_of(text)
        if specialty or state:
            self.context = Context(specialty or self.context.specialty, state or self.context.state)
            self.gathered.notes.append(
                f"{self.place(number, None)}, “{text}”, was read as holding for the rows below it."
            )
        else:
            self.gathered.notes.append(f"{self.place(number, None)}, “{text}”, names no program and was left out.")

    def _holds_for_others(self, text: str) -> bool:
        """Whether a line with nothing else in it is a state or a specialty, and no program."""
        if state_of(text) or specialty_spelled(text, self.evidence):
            return True
        return not names_a_program(text) and bool(specialty_about(text, self.evidence))

    def _row(self, number: int, row: tuple[str, ...], who_columns: list[tuple[int, Column]]) -> None:
        filled = [column for column, cell in enumerate(row) if cell]
        if len(filled) == 1 and self._holds_for_others(row[filled[0]]):
            self._banner(number, row[filled[0]])
            return
        if all(is_missing(cell) for cell in row):
            return
        found = who(row, who_columns, self.evidence)
        place = self.place(number, None)
        if not found.is_somebody:
            self.gathered.problem(place, "", in_one_line(row), _NO_PROGRAM, "Write the program's name into the row.")
            return
        said_on = self._said_on(number, row)
        stated = [one for column, cell in enumerate(row) for one in self._stated(number, column, cell)]
        stated += [self._note(column, row[column]) for column in found.as_notes]
        stated += self._unread(number, row, found.unread)
        stated += self._behind(number, row, stated)
        for column, remark in found.remarks:
            self.gathered.remark(self.place(number, None), self.columns[column].heading.text, remark)
        dated = tuple(replace(one, said_on=said_on) for one in stated) if said_on else tuple(stated)
        self.gathered.rows.append(Row(mention_of(found, self.context, self.evidence), place, stated=dated))

    def _said_on(self, number: int, row: tuple[str, ...]) -> date | None:
        for column, cell in enumerate(row):
            if self.columns[column].heading.meaning == "said-on" and not is_missing(cell):
                return day_of(cell, self.month_first)
        return None

    def _stated(self, number: int, column: int, cell: str) -> tuple[Stated, ...]:
        meaning = self.columns[column].heading.meaning
        if not cell or meaning in WHO or column in self.left_out:
            return ()
        if cell not in self._read[column]:
            self._read[column][cell] = self._read_cell(column, cell)
        stated, read = self._read[column][cell]
        heading = self.columns[column].heading.text
        if read.why_not:
            self.gathered.problem(self.place(number, column), heading, cell, read.why_not, read.how_to_fix)
        if read.remark:
            self.gathered.remark(self.place(number, None), heading, read.remark)
        return stated

    def _read_cell(self, number: int, cell: str) -> tuple[tuple[Stated, ...], CellRead]:
        column = self.columns[number]
        if is_missing(cell):
            return (), CellRead()
        if column.heading.meaning == "said-on":
            is_read = day_of(cell, self.month_first) is not None
            read = CellRead() if is_read else CellRead(why_not=_NO_DAY, how_to_fix="Write it as 2026-03-31.")
            return (() if is_read else (self._note(number, cell),)), read
        if reader_of(column.heading.meaning) is None:
            return (self._note(number, cell),), CellRead()
        read = read_cell(cell, column)
        is_unsure = column.heading.is_unsure
        stated = tuple(
            Stated(
                one.field,
                one.value,
                quote=cell,
                url=one.url,
                confidence=Confidence.UNSURE if is_unsure else one.confidence,
                rounded_to=one.rounded_to,
            )
            for one in read.said
        )
        return stated or (self._note(number, cell),), read

    def _note(self, column: int, cell: str) -> Stated:
        heading = self.columns[column].heading
        text = cell if heading.meaning == "notes" else f"{heading.text}: {cell}"
        return Stated("notes", text, quote=cell)

    def _unread(self, number: int, row: tuple[str, ...], unread: list[tuple[int, str, str]]) -> Iterator[Stated]:
        for column, why_not, how_to_fix in unread:
            heading = self.columns[column].heading.text
            self.gathered.problem(self.place(number, column), heading, row[column], why_not, how_to_fix)
            yield self._note(column, row[column])

    def _behind(self, number: int, row: tuple[str, ...], stated: list[Stated]) -> list[Stated]:
        """Addresses that cells lead to: that behind the program's name is its website where nothing else is."""
        found: list[Stated] = []
        has_website = any(one.field == "website" for one in stated)
        for column, text in self.behind.get(number, ()):
            if column >= len(self.columns) or (column < len(row) and row[column] == text):
                continue
            meaning = self.columns[column].heading.meaning
            if meaning in ("name", "institution", "website") and text.startswith("http") and not has_website:
                found.append(Stated("website", text, quote=row[column] if column < len(row) else ""))
                has_website = True
            else:
                found.append(self._note(column, text))
        return found


def read_table(
    table: Table,
    place: CellPlace,
    context: Context,
    evidence: Evidence,
    gathered: Gathered,
    behind: dict[int, list[tuple[int, str]]],
) -> None:
    """The rows of a table, added to what was gathered before."""
    columns = columns_of(table)
    counting = frozenset(
        number
        for number, column in enumerate(columns)
        if column.heading.meaning == "row-number" and counts_rows(table, number)
    )
    dated = (number for number, column in enumerate(columns) if column.heading.meaning == "said-on")
    cells = [row[number] for number in dated for _, row in table.rows if number < len(row)]
    reader = TableReader(table, columns, place, context, evidence, gathered, behind, counting, month_comes_first(cells))
    reader.read()
