"""Limits on the year of graduation: hard or preferred, a number, a range, or none at all."""

from __future__ import annotations

import re

from bedside.programs.field import Force
from bedside.programs.importing.own_table.as_people_write.numbers import MADE_A_DAY, Numbers, is_made_a_day, numbers_in
from bedside.programs.importing.own_table.as_people_write.words import mentions, plain
from bedside.programs.importing.own_table.cell_read import CellRead, Said, cannot
from bedside.programs.importing.own_table.layout.headings import said_force
from bedside.programs.importing.own_table.values.answers import Answer, answer_in
from bedside.programs.importing.own_table.values.column import Column

LIMIT, PREFERRED = "graduation.limit", "graduation.preferred"
_LONGEST_LIMIT = 40
_CLAUSES = re.compile(r"[;,/\n]|\bbut\b|\band\b")
_CALENDAR_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_HOW = "Write a number of years, with “required” or “preferred” beside it."
_WRITE_YEARS = "Write how many years may lie between graduation and the start of residency."

UNDECIDED = "Where neither the cell nor the heading says limit or preference, it is read as a limit and marked unsure."
AS_RANGE = (
    "A range of years is read as two claims: preferred up to the smaller, not considered above the larger (unsure)."
)


def read_years(text: str, column: Column) -> CellRead:
    """What a cell says of years since graduation.

    1. Clauses that hold a number each are read each by itself (“5 preferred, max 10”).
    2. “No limit” says that there is none; a calendar year is not read, since it moves with the season.
    3. Words in the cell decide between limit and preference, then those of the heading; without any it is a limit
       marked unsure.
    """
    if is_made_a_day(text):
        return MADE_A_DAY
    clauses = [clause for clause in _CLAUSES.split(plain(text)) if numbers_in(clause) is not None]
    if len(clauses) > 1 and all(said_force(clause) is not None for clause in clauses):
        reads = [_one(clause, column) for clause in clauses]
        if all(one.said for one in reads):
            return CellRead(tuple(said for one in reads for said in one.said))
    return _one(text, column)


def _one(text: str, column: Column) -> CellRead:
    force = said_force(text) or column.heading.force
    found = numbers_in(text)
    if found is None:
        return _without_number(text)
    if _CALENDAR_YEAR.search(text):
        return cannot("It names a calendar year, and the limit it stands for moves with every season.", _WRITE_YEARS)
    if "month" in text.casefold():
        return cannot("It counts months.", _WRITE_YEARS)
    if found.how_many > 1 or found.is_above or re.search(r"\d\s*\+", text):
        return cannot("It can be read in more than one way.", _HOW)
    if not all(0 < number <= _LONGEST_LIMIT and number == int(number) for number in (found.low, found.high)):
        return cannot("It is no number of years that a program would set.", _HOW)
    return _ranged(found, force) if found.is_range else _single(int(found.low), force, found)


def _without_number(text: str) -> CellRead:
    if mentions("no-limit", text):
        return CellRead((Said(LIMIT, False),))
    if answer_in(text) is Answer.NO and plain(text) != "0":
        return CellRead(
            (Said(LIMIT, False, is_unsure=True),),
            remark="“No” under years since graduation is read as: no limit (unsure).",
        )
    return cannot("There is no number of years in it.", _HOW)


def _single(years: int, force: Force | None, found: Numbers) -> CellRead:
    if force is Force.PREFERENCE:
        return CellRead((Said(PREFERRED, years, is_unsure=found.is_about),))
    is_unsure = force is None or found.is_about
    return CellRead((Said(LIMIT, years, is_unsure=is_unsure),), remark=UNDECIDED if force is None else "")


def _ranged(found: Numbers, force: Force | None) -> CellRead:
    low, high = int(found.low), int(found.high)
    if force is Force.PREFERENCE:
        return CellRead(
            (Said(PREFERRED, high, is_unsure=True),), remark="A preferred range is read as its larger end (unsure)."
        )
    return CellRead((Said(PREFERRED, low, is_unsure=True), Said(LIMIT, high, is_unsure=True)), remark=AS_RANGE)
