"""The tables of a web page, also where it was saved with the name of a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from bedside.programs.importing.sheets.sheet import Behind, Budget, Counted, Merged, Sheet, refuse_long_cell

_NEW_LINES = frozenset({"br", "p", "div", "li", "tr"})
_NOT_SHOWN = frozenset({"script", "style", "template", "noscript", "head"})
_WIDEST_SPAN = 1_000


def html_sheets(text: str) -> tuple[Sheet, ...]:
    """Every table of a page that has rows, in the order in which they begin; a table within a table stands for itself.

    Raises FileNotRead where one is larger than what is read.
    """
    page = _Page()
    page.feed(text)
    page.close()
    page.end_all()
    tables = [table for table in page.tables if any(table.counted.rows)]
    return tuple(table.sheet(f"Table {number}" if len(tables) > 1 else "") for number, table in enumerate(tables, 1))


@dataclass(slots=True)
class _Table:
    counted: Counted
    merged: list[Merged] = field(default_factory=list)
    links: list[Behind] = field(default_factory=list)
    row: list[str] | None = None
    taken: dict[int, int] = field(default_factory=dict)
    cell: list[str] | None = None
    spans: tuple[int, int] = (1, 1)
    letters: int = 0

    def begin_row(self) -> None:
        self.end_row()
        self.row = []

    def begin_cell(self, across: int, down: int) -> None:
        self.end_cell()
        self.row = [] if self.row is None else self.row
        self._skip_taken()
        self.cell, self.spans, self.letters = [], (across, down), 0

    def add_text(self, text: str) -> None:
        if self.cell is not None:
            self.letters += len(text)
            refuse_long_cell(self.letters)
            self.cell.append(text)

    def add_link(self, address: str) -> None:
        if self.cell is not None and self.row is not None and address:
            self.links.append(Behind(len(self.counted.rows), len(self.row), address))

    def end_cell(self) -> None:
        if self.cell is None or self.row is None:
            return
        lines = (" ".join(line.split()) for line in "".join(self.cell).split("\n"))
        across, down = self.spans
        here, column = len(self.counted.rows), len(self.row)
        self.row.extend(["\n".join(line for line in lines if line), *[""] * (across - 1)])
        if across > 1 or down > 1:
            self.merged.append(Merged(here, column, here + down - 1, column + across - 1))
            self.taken |= dict.fromkeys(range(column, column + across), down)
        self.cell = None

    def end_row(self) -> None:
        self.end_cell()
        if self.row is not None:
            self._skip_taken()
            self.counted.add(self.row)
            self.taken = {column: left - 1 for column, left in self.taken.items() if left > 1}
        self.row = None

    def sheet(self, name: str) -> Sheet:
        rows = self.counted.finished()
        within = tuple(one for one in self.merged if one.first_row < len(rows))
        return Sheet(name, rows, merged=within, links=tuple(self.links))

    def _skip_taken(self) -> None:
        """Columns that a cell from a row above reaches down into."""
        while self.row is not None and self.taken.get(len(self.row), 0) > 0:
            self.row.append("")


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self._open: list[_Table] = []
        self._not_shown = 0
        self._budget = Budget()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in _NOT_SHOWN:
            self._not_shown += 1
        elif tag == "table":
            self._not_shown = 0
            self._open.append(_Table(Counted(self._budget)))
            self.tables.append(self._open[-1])
        elif self._open:
            self._within_table(tag, given)

    def _within_table(self, tag: str, given: dict[str, str | None]) -> None:
        table = self._open[-1]
        if tag == "tr":
            table.begin_row()
        elif tag in ("td", "th"):
            table.begin_cell(_span(given.get("colspan")), _span(given.get("rowspan")))
        elif tag == "a":
            table.add_link(given.get("href") or "")
        elif tag in _NEW_LINES:
            table.add_text("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _NOT_SHOWN:
            self._not_shown = max(0, self._not_shown - 1)
        elif self._open and tag == "table":
            self._open.pop().end_row()
        elif self._open and tag == "tr":
            self._open[-1].end_row()
        elif self._open and tag in ("td", "th"):
            self._open[-1].end_cell()
        elif self._open and tag in _NEW_LINES:
            self._open[-1].add_text("\n")

    def handle_data(self, data: str) -> None:
        if self._open and not self._not_shown:
            self._open[-1].add_text(data.replace("\xa0", " ").replace("\n", " "))

    def end_all(self) -> None:
        while self._open:
            self._open.pop().end_row()


def _span(given: str | None) -> int:
    return min(int(given), _WIDEST_SPAN) if given is not None and given.isdecimal() and int(given) > 0 else 1
