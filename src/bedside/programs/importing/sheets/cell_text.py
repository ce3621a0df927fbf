"""The text a person sees in a cell of a workbook, from the number it holds and the format it is shown in."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

BUILT_IN_FORMATS = {
    9: "0%", 10: "0.00%", 11: "0.00E+00", 14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm",
    19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy-mm-dd", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss",
}  # fmt: skip
"""The formats a workbook may name by number alone, as far as they change what is seen."""

_UNSPOKEN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FIRST_DAY = date(1899, 12, 30)
_MINUTES_A_DAY = 1_440
_LAST_SERIAL = 2_958_465
_DAYS_BETWEEN_SYSTEMS = 1_462
_FALSE_LEAP_DAY = 60


@lru_cache(maxsize=65_536)
def number_shown(raw: str, number_format: str, counts_from_1904: bool = False) -> str:
    """The number as a person reads it.

    Parts of one become percents where the format says so ("45%"); days become "2025-03-04", or "4-Mar" and "Mar-04"
    where no more of them is shown; whole numbers keep all their digits whatever the format rounds away.
    """
    try:
        number = float(raw)
    except ValueError:
        return raw
    plain = _UNSPOKEN.sub("", number_format.split(";")[0]).casefold()
    if "%" in plain:
        return f"{_digits(round(number * 100, 10))}%"
    if _is_day(plain):
        return _day_shown(number + (_DAYS_BETWEEN_SYSTEMS if counts_from_1904 else 0), plain, raw)
    return _digits(number)


def _is_day(plain: str) -> bool:
    return any(sign in plain for sign in "ymdhs") and "general" not in plain and "0" not in plain.replace(".0", "")


def _day_shown(number: float, plain: str, raw: str) -> str:
    if not 0 <= number <= _LAST_SERIAL:
        return raw
    if not any(sign in plain for sign in "yd"):
        return "{:02}:{:02}".format(*divmod(round(number % 1 * _MINUTES_A_DAY) % _MINUTES_A_DAY, 60))
    return _day_and_month(_FIRST_DAY + timedelta(days=int(number) + (number < _FALSE_LEAP_DAY)), plain)


def _day_and_month(day: date, plain: str) -> str:
    month = _MONTHS[day.month - 1]
    if "y" not in plain:
        return f"{day.day}-{month}"
    return f"{month}-{day.year % 100:02}" if "d" not in plain else day.isoformat()


def _digits(number: float) -> str:
    if number != number or abs(number) == float("inf"):
        return str(number)
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return f"{number:.10g}"
