"""A table for a spreadsheet, and the one rule for what may stand in a cell."""

from __future__ import annotations

import re
from dataclasses import dataclass

CellValue = str | int | float | bool | None

_STARTS_A_FORMULA = "=+-@＝＋－＠−\t\r\n"
_NOT_FOR_A_CELL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_NOT_SEEN = re.compile(r"^[ \u00a0\u00ad\u061c\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]+")
_LONGEST = 32_767
"""The most characters a cell of a workbook holds."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, the headings, and rows of as many cells. None is a cell of which nothing is known."""

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[CellValue, ...], ...]


def safe(value: CellValue) -> str | int | float | None:
    """The value as it may stand in a cell: numbers as they are, yes and no in words, and text that starts no formula.

    Text whose first character other than a space could start a formula gets an apostrophe before it. Control
    characters are left out, and text is cut where a cell holds no more.
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or isinstance(value, int | float):
        return value
    text = _NOT_FOR_A_CELL.sub("", value)
    first = _NOT_SEEN.sub("", text)[:1]
    return (f"'{text}" if first and first in _STARTS_A_FORMULA else text)[:_LONGEST]
