"""Shares and rates: “45%”, “0.45”, “45”, “~45 %”, “40–50%”, “5/12”."""

from __future__ import annotations

import re

from bedside.programs.importing.own_table.as_people_write.numbers import MADE_A_DAY, is_made_a_day, numbers_in
from bedside.programs.importing.own_table.as_people_write.words import plain
from bedside.programs.importing.own_table.cell_read import CellRead, Said, cannot
from bedside.programs.importing.own_table.values.column import Column

_FRACTION = re.compile(r"(\d+)\s*(?:/|of|out of)\s*(\d+)")
_ONE_NUMBER = "Write one number, such as 45%, in its own cell."


def read_part(text: str, column: Column) -> CellRead:
    """A part of one with the step it was rounded to.

    A range is its middle, rounded to its width. A number without a sign is a percent or a part of one as all cells of
    the column tell; where they do not, 1 could be either and is not read.
    """
    field = column.heading.meaning
    if is_made_a_day(text):
        return MADE_A_DAY
    fraction = _FRACTION.fullmatch(plain(text))
    if fraction:
        return _of_fraction(field, int(fraction.group(1)), int(fraction.group(2)))
    found = numbers_in(text)
    if found is None:
        return cannot("There is no number in it.", _ONE_NUMBER)
    if found.is_below or found.is_above or found.how_many > 1:
        return cannot("It holds a bound or several numbers, and not one share.", _ONE_NUMBER)
    of_hundred = True if "%" in text else column.counts_hundred
    if of_hundred is None and found.high == 1:
        return cannot("1 can be 1 % or all of them, and nothing beside it tells which.", "Write 1% or 100%.")
    return _of_number(field, text, found.low, found.high, bool(of_hundred), found.is_about)


def _of_number(field: str, text: str, low: float, high: float, of_hundred: bool, is_about: bool) -> CellRead:
    unit = 100 if of_hundred else 1
    if high > unit:
        return cannot("It is more than all of them.", _ONE_NUMBER)
    if low != high:
        middle = round((low + high) / 2 / unit, 6)
        said = Said(field, middle, is_unsure=True, rounded_to=round((high - low) / unit, 6))
        return CellRead((said,), remark="A range is read as its middle, which may be off by half its width.")
    said = Said(field, round(low / unit, 6), is_unsure=is_about, rounded_to=round(_step(text) / unit, 6))
    return CellRead((said,), remark="“About” is read as the number itself, marked unsure." if is_about else "")


def _of_fraction(field: str, some: int, of_all: int) -> CellRead:
    if of_all == 0 or some > of_all:
        return cannot("It is more than all of them.", _ONE_NUMBER)
    return CellRead((Said(field, round(some / of_all, 6)),), remark="“5/12” is read as 5 of 12.")


def _step(text: str) -> float:
    """The step to which a number is written: 45.5 to a tenth; 0.4 and 0.45 both to a hundredth."""
    decimals = re.search(r"\d\.(\d+)", text)
    if decimals is None:
        return 1.0
    shown = len(decimals.group(1))
    return 10.0 ** -max(shown, 2 if re.search(r"(?<!\d)[01]\.", text) and "%" not in text else shown)
