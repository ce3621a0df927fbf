"""A column as a whole: what its heading is, and what only all its cells together tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bedside.programs.field import FIELDS, ValueKind
from bedside.programs.importing.own_table.as_people_write.numbers import numbers_in
from bedside.programs.importing.own_table.as_people_write.words import is_missing, is_one_of, plain
from bedside.programs.importing.own_table.layout.headings import Heading

CROSS = "x"
TICKS = frozenset("✓✔✅☑√") | {"✔️", "☑️"}


@dataclass(frozen=True, slots=True)
class Column:
    """`counts_hundred` says that numbers without a sign are percents and not parts of one; None where nothing tells.

    `cross_is_yes` says that an x stands for yes, since no other cell of the column says yes.
    """

    heading: Heading
    counts_hundred: bool | None = None
    cross_is_yes: bool = True


def has_ticks(cells: Iterable[str]) -> bool:
    """Whether a tick stands in any of the cells: an x beside it is a no."""
    return any(cell.strip() in TICKS for cell in cells)


def column_of(heading: Heading, cells: Iterable[str], table_has_ticks: bool = False) -> Column:
    """The column with this heading and these cells, in a table that says yes with ticks or does not.

    A number above 1 makes all numbers without a sign percents; decimals up to 1, and none above, make them parts of
    one; only 0 and 1 leave it open, unless the heading tells.
    """
    field = FIELDS.get(heading.meaning)
    if field is None or field.kind not in (ValueKind.RATE, ValueKind.SHARE, ValueKind.YES_NO):
        return Column(heading)
    filled = {cell for cell in cells if not is_missing(cell)}
    unsigned = [found.high for cell in filled if "%" not in cell and (found := numbers_in(cell)) is not None]
    cross_is_yes = not table_has_ticks and not any(plain(cell) != CROSS and is_one_of("yes", cell) for cell in filled)
    return Column(heading, _counts_hundred(unsigned, heading), cross_is_yes)


def _counts_hundred(unsigned: list[float], heading: Heading) -> bool | None:
    if any(number > 1 for number in unsigned):
        return True
    if any(0 < number < 1 for number in unsigned):
        return False
    return True if heading.is_percent and 1 in unsigned else None
