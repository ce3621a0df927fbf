"""Days as tables write them, read only where no other day can be meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_SLASHES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPELLED = re.compile(r"(?:(\d{1,2})\s+)?([A-Za-z]{3,9})\.?\s*(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})")
_MONTHS_A_YEAR = 12


def month_comes_first(cells: Iterable[str]) -> bool | None:
    """Whether the days of a column are written month first; None where nothing tells, or both ways occur."""
    pairs = [
        (int(found.group(1)), int(found.group(2))) for cell in cells if (found := _SLASHES.fullmatch(cell.strip()))
    ]
    first, second = (any(pair[side] > _MONTHS_A_YEAR for pair in pairs) for side in (0, 1))
    return second if first != second else None


def day_of(text: str, month_first: bool | None) -> date | None:
    """The day a cell tells; None where it tells none, or where it can be two."""
    cell = text.strip()
    try:
        if found := _ISO.fullmatch(cell):
            return date(int(found.group(1)), int(found.group(2)), int(found.group(3)))
        if found := _SLASHES.fullmatch(cell):
            return _with_slashes(int(found.group(1)), int(found.group(2)), int(found.group(3)), month_first)
        if (found := _SPELLED.fullmatch(cell)) and found.group(2)[:3].casefold() in _NAMES:
            day = int(found.group(1) or found.group(3) or 0)
            return date(int(found.group(4)), _NAMES.index(found.group(2)[:3].casefold()) + 1, day) if day else None
    except ValueError:
        return None
    return None


def _with_slashes(first: int, second: int, year: int, month_first: bool | None) -> date | None:
    if first == second:
        return date(year, first, second)
    told = month_first if month_first is not None else _told_by_itself(first, second)
    if told is None:
        return None
    return date(year, first, second) if told else date(year, second, first)


def _told_by_itself(first: int, second: int) -> bool | None:
    if second > _MONTHS_A_YEAR:
        return True
    return False if first > _MONTHS_A_YEAR else None
