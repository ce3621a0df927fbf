"""A sheet as a person sees it: rows of text, what is merged, what is hidden, and what stands behind the cells."""

from __future__ import annotations

from dataclasses import dataclass, field

from bedside.programs.mention import Unread
from bedside.programs.mistakes import FileNotRead

MOST_ROWS = 200_000
"""Filled rows of the largest table that is read."""

MOST_COLUMNS = 1_000
"""Columns of the widest table that is read."""

MOST_CELLS = 3_000_000
"""Cells, filled or between filled ones, of the largest table that is read."""

LONGEST_CELL = 100_000
"""Letters of the longest cell that is read; Excel itself ends at a third of it."""

_REPEATED = 40
_MOST_REPEATED = 100_000
"""Short texts are kept once however often they stand in a table, up to so many of them."""

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells that are one: rows and columns counted from 0, first and last both within it."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind a cell (rows and columns counted from 0): the address it leads to, or a remark on it."""

    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of a file. `first_row` is the number a person sees beside the first of `rows`.

    A row ends at its last filled cell, so that rows may be of different lengths, and a blank row is empty. Positions
    in `merged`, `links` and `remarks` count from the first of `rows`. `unread` holds what could not be read of the
    cells, `notes` what the reader of a preview should know. `is_turned` says that its rows are the columns of the file.
    """

    name: str
    rows: Rows
    first_row: int = 1
    merged: tuple[Merged, ...] = ()
    links: tuple[Behind, ...] = ()
    remarks: tuple[Behind, ...] = ()
    unread: tuple[Unread, ...] = ()
    notes: tuple[str, ...] = ()
    is_turned: bool = False


@dataclass(slots=True)
class Budget:
    """What all sheets of one file have used together of what is read."""

    filled_rows: int = 0
    cells: int = 0

    def use(self, columns: int) -> None:
        """One more filled row of so many columns. Raises FileNotRead beyond the bounds."""
        self.filled_rows += 1
        self.cells += columns
        if self.filled_rows > MOST_ROWS:
            raise FileNotRead(
                f"This table has more than {MOST_ROWS:,} rows; there are fewer than 20,000 programs of every kind. "
                f"Keep the rows you need, save them on their own, and add that file."
            )
        if columns > MOST_COLUMNS:
            raise FileNotRead(
                f"A row of this table has {columns:,} columns; Bedside reads up to {MOST_COLUMNS:,}. "
                f"A program takes one row, and what is said of it one column each. Keep the columns you need."
            )
        self.refuse_too_many_cells()

    def use_blank(self, rows: int) -> None:
        """Rows with nothing in them, which take room too."""
        self.cells += rows
        self.refuse_too_many_cells()

    def refuse_too_many_cells(self) -> None:
        """Raises FileNotRead where there are more cells than are read."""
        if self.cells > MOST_CELLS:
            raise FileNotRead(
                f"This table spans more than {MOST_CELLS:,} cells, far more than a list of programs. "
                f"Keep the rows and columns you need, save them on their own, and add that file."
            )


@dataclass(slots=True)
class Counted:
    """Rows as they are gathered, within the budget of their file."""

    budget: Budget
    rows: list[tuple[str, ...]] = field(default_factory=list)
    _same: dict[str, str] = field(default_factory=dict)

    def add(self, cells: list[str]) -> None:
        """One more row. Raises FileNotRead where the table grows beyond what is read."""
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            self.add_blank(1)
            return
        self.budget.use(len(cells))
        same = self._same
        self.rows.append(tuple([same.setdefault(cell, cell) if len(cell) < _REPEATED else cell for cell in cells]))
        if len(same) > _MOST_REPEATED:
            same.clear()

    def add_blank(self, how_many: int) -> None:
        """Rows without anything in them."""
        if how_many > 0:
            self.budget.use_blank(how_many)
            self.rows.extend([()] * how_many)

    def finished(self) -> Rows:
        """All rows, without blank ones at the end."""
        while self.rows and not self.rows[-1]:
            self.rows.pop()
        return tuple(self.rows)


def refuse_long_cell(length: int) -> None:
    """Raises FileNotRead for a cell no person has typed."""
    if length > LONGEST_CELL:
        raise FileNotRead(
            f"A cell of this table has more than {LONGEST_CELL:,} letters. Most often a quotation mark was opened and "
            f"never closed. Open the file in a spreadsheet program, mend or empty that cell, and save it again."
        )
