"""Counting in calendar months, so that a whole year is exactly twelve of them."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date

DAYS_A_MONTH = 365.25 / 12
"""For lengths in days that begin on no day."""


def add_months(day: date, months: int) -> date:
    """The same day of the month, `months` later (or earlier); the last day where that month is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def add_years(day: date, years: int) -> date:
    """The same day `years` later; 29 February becomes the 28th where the year has none."""
    return add_months(day, 12 * years)


def months_between(first_day: date, day_after_last: date) -> float:
    """Calendar months from `first_day` (inclusive) to `day_after_last` (exclusive).

    Whole months count one each; what is left counts as its share of the month it falls in.
    1 January to 31 December, both inclusive, is exactly 12. An end before the start gives 0.
    """
    if day_after_last <= first_day:
        return 0.0
    whole = (day_after_last.year - first_day.year) * 12 + day_after_last.month - first_day.month
    if add_months(first_day, whole) > day_after_last:
        whole -= 1
    reached = add_months(first_day, whole)
    month_length = (add_months(first_day, whole + 1) - reached).days
    return whole + (day_after_last - reached).days / month_length


def first_of_month(day: date) -> date:
    """The first day of the month of `day`."""
    return day.replace(day=1)


def months_from(first: date, last: date) -> Iterator[date]:
    """The first day of every month from that of `first` to that of `last`, both inclusive."""
    month = first_of_month(first)
    while month <= last:
        yield month
        month = add_months(month, 1)
