"""One sheet of a workbook, read row by row: cells as a person sees them, and what is merged, linked or missing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from bedside.programs.importing.sheets.cell_text import number_shown
from bedside.programs.importing.sheets.decoding import seen
from bedside.programs.importing.sheets.markup import read_markup
from bedside.programs.importing.sheets.sheet import Behind, Counted, Merged, Sheet, refuse_long_cell
from bedside.programs.importing.sheets.workbook import SheetPart, Workbook, relations
from bedside.programs.mention import Unread
from bedside.programs.mistakes import FileNotRead

MOST_MARKS = 50_000
"""Merged cells, links and remarks that are read of one sheet."""

LAST_ROW = 1_048_576
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_MOST_UNREAD = 200
_NO_FILL = 2


def worksheet(workbook: Workbook, sheet: SheetPart) -> Sheet:
    """The cells of one sheet. Raises FileNotRead where it is damaged or larger than what is read."""
    gathered = _Gathered(workbook, sheet.name, Counted(workbook.budget))
    if not read_markup(workbook.packed, sheet.part, gathered.begin, gathered.end, gathered.text):
        raise FileNotRead(f"The sheet “{sheet.name}” is missing from the workbook. Save it anew, and add the new file.")
    related = relations(workbook.packed, sheet.part)
    rows = gathered.counted.finished()
    links = tuple(
        Behind(row, column, related[key][0]) for row, column, key in gathered.links if key in related
    ) + tuple(gathered.formula_links)
    notes = ("The sheet is hidden in the workbook; it was read too.",) if sheet.is_hidden and rows else ()
    return Sheet(
        sheet.name,
        rows,
        merged=tuple(one for one in gathered.merged if one.first_row < len(rows)),
        links=links,
        remarks=_remarks(workbook, related),
        unread=tuple(gathered.unread),
        notes=notes + gathered.on_colours(),
    )


@lru_cache(maxsize=20_000)
def column_number(letters: str) -> int:
    """The number of a column counted from 0 by its letters: A is 0, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


@lru_cache(maxsize=2_000)
def column_letters(number: int) -> str:
    """The letters of a column by its number counted from 0."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@dataclass(slots=True)
class _Gathered:
    workbook: Workbook
    name: str
    counted: Counted
    merged: list[Merged] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)
    formula_links: list[Behind] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    colours: set[int] = field(default_factory=set)
    row: list[str] = field(default_factory=list)
    row_number: int = 0
    column: int = 0
    kind: str = ""
    style: int = 0
    catching: str = ""
    value: list[str] = field(default_factory=list)
    formula: list[str] = field(default_factory=list)
    has_formula: bool = False
    letters: int = 0

    def begin(self, tag: str, given: dict[str, str]) -> None:
        if tag == "c":
            self._begin_cell(given)
        elif tag in ("v", "t"):
            self.catching = "value"
        elif tag == "f":
            self.catching, self.has_formula = "formula", True
        elif tag == "rPh":
            self.catching = "sound"
        elif tag == "row":
            self._begin_row(given.get("r", ""))
        elif tag == "mergeCell" and len(self.merged) < MOST_MARKS:
            self._merge(given.get("ref", ""))
        elif tag == "hyperlink" and len(self.links) < MOST_MARKS:
            self._link(given.get("ref", ""), given.get("id", ""))

    def text(self, piece: str) -> None:
        if not self.catching:
            return
        self.letters += len(piece)
        refuse_long_cell(self.letters)
        (self.value if self.catching == "value" else self.formula).append(piece)

    def end(self, tag: str) -> None:
        if tag in ("v", "t", "f", "rPh"):
            self.catching = ""
        elif tag == "c":
            self._end_cell()
        elif tag == "row":
            self.counted.add(self.row)
            self.row = []

    def on_colours(self) -> tuple[str, ...]:
        """That colours say nothing to Bedside, where the sheet has several."""
        if len(self.colours) < _NO_FILL:
            return ()
        return ("Cells are coloured here. Colours are not read: if one means something, write it into a column.",)

    def _begin_row(self, given: str) -> None:
        number = int(given) if given.isdecimal() else self.row_number + 1
        if number > LAST_ROW or number <= self.row_number:
            number = self.row_number + 1
        self.counted.add_blank(number - self.row_number - 1)
        self.row_number, self.column, self.row = number, -1, []

    def _begin_cell(self, given: dict[str, str]) -> None:
        found = _REFERENCE.match(given.get("r", ""))
        self.column = column_number(found.group(1)) if found else self.column + 1
        self.kind = given.get("t", "n")
        style = given.get("s", "")
        self.style = int(style) if style.isdecimal() else -1
        self.value, self.formula, self.has_formula, self.letters = [], [], False, 0

    def _end_cell(self) -> None:
        text = self._shown("".join(self.value)) if self.value else ""
        if self.has_formula:
            text = self._of_formula(text, "".join(self.formula))
        if text:
            while len(self.row) <= self.column:
                self.row.append("")
            self.row[self.column] = text
            fills = self.workbook.fills
            if 0 <= self.style < len(fills) and fills[self.style] >= _NO_FILL:
                self.colours.add(fills[self.style])

    def _shown(self, raw: str) -> str:
        if self.kind == "s":
            texts, number = self.workbook.texts, int(raw) if raw.isdecimal() else -1
            return texts[number] if 0 <= number < len(texts) else ""
        if self.kind == "b":
            return "TRUE" if raw.strip() == "1" else "FALSE"
        if self.kind == "d":
            return raw.strip().removesuffix("T00:00:00")
        if self.kind != "n":
            return seen(raw).strip()
        formats = self.workbook.formats
        shown_as = formats[self.style] if 0 <= self.style < len(formats) else ""
        return number_shown(raw.strip(), shown_as, self.workbook.counts_from_1904)

    def _of_formula(self, text: str, formula: str) -> str:
        linked = re.match(r'\s*HYPERLINK\(\s*"([^"]*)"\s*(?:[,;]\s*"([^"]*)")?', formula, re.IGNORECASE)
        if linked:
            self.formula_links.append(Behind(self.row_number - 1, self.column, linked.group(1)))
            return text or (linked.group(2) or linked.group(1))
        if text or len(self.unread) >= _MOST_UNREAD:
            return text
        self.unread.append(
            Unread(
                f"sheet “{self.name}”, row {self.row_number}, column {column_letters(self.column)}",
                f"={seen(formula)}",
                "The cell holds a formula, and the file does not hold what it came to.",
                "Open the file in a spreadsheet program, save it there, and add it again.",
            )
        )
        return ""

    def _merge(self, reference: str) -> None:
        corners = _REFERENCE.findall(reference)
        if len(corners) == 2:
            (left, top), (right, bottom) = corners
            first, last = int(top) - 1, int(bottom) - 1
            self.merged.append(Merged(first, column_number(left), last, column_number(right)))

    def _link(self, reference: str, key: str) -> None:
        found = _REFERENCE.match(reference)
        if found and key:
            self.links.append((int(found.group(2)) - 1, column_number(found.group(1)), key))


def _remarks(workbook: Workbook, related: dict[str, tuple[str, str]]) -> tuple[Behind, ...]:
    """Remarks that people attached to cells."""
    part = next((leads_to for leads_to, kind in related.values() if kind.endswith("/comments")), None)
    found: list[Behind] = []
    state = {"ref": ""}
    pieces: list[str] = []

    def begin(tag: str, given: dict[str, str]) -> None:
        if tag == "comment":
            state["ref"] = given.get("ref", "")
            pieces.clear()
        state["within"] = "yes" if tag == "t" else ""

    def text(piece: str) -> None:
        if state.get("within"):
            pieces.append(piece)
            refuse_long_cell(sum(map(len, pieces)))

    def end(tag: str) -> None:
        state["within"] = ""
        at = _REFERENCE.match(state["ref"])
        if tag == "comment" and at and pieces and len(found) < MOST_MARKS:
            found.append(Behind(int(at.group(2)) - 1, column_number(at.group(1)), seen("".join(pieces)).strip()))

    if part is not None:
        read_markup(workbook.packed, part, begin, end, text)
    return tuple(found)
