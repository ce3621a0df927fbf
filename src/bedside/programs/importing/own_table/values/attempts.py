"""Limits on attempts at a Step, counted so that 1 means passed the first time."""

from __future__ import annotations

import re

from bedside.programs.field import Force
from bedside.programs.importing.own_table.as_people_write.numbers import MADE_A_DAY, is_made_a_day, numbers_in
from bedside.programs.importing.own_table.as_people_write.words import mentions, plain
from bedside.programs.importing.own_table.cell_read import CellRead, Said, cannot
from bedside.programs.importing.own_table.layout.headings import said_force
from bedside.programs.importing.own_table.values.answers import Answer, answer_in
from bedside.programs.importing.own_table.values.column import Column
from bedside.programs.importing.own_table.values.years import UNDECIDED

LIMIT, PREFERRED = "attempts.limit", "attempts.preferred"
_MOST = 10
_FAILURES = re.compile(r"\bfail(?:s|ed|ure|ures)?\b")
_HOW = (
    "Write how many attempts at a Step are allowed in all (1 = passed the first time), and “required” or “preferred”."
)
_ALLOWED = re.compile(r"\b(?:allowed|accepted|accepts|ok|considered|policy)\b")


def read_attempts(text: str, column: Column) -> CellRead:
    """What a cell says of attempts. “1 failure allowed” is two attempts; “1st attempt pref” is preferring one."""
    if is_made_a_day(text):
        return MADE_A_DAY
    spelled = plain(text)
    force = said_force(_without_allowed(text)) or column.heading.force
    if mentions("first-attempt", spelled):
        return _said(1, force, is_plain=True)
    if mentions("no-limit", spelled):
        return CellRead((Said(LIMIT, False),))
    found = numbers_in(text)
    if found is None:
        return _without_number(text, column)
    numbers = (found.low, found.high)
    if found.how_many > 1 or found.is_above or not all(number == int(number) and number <= _MOST for number in numbers):
        return cannot("It can be read in more than one way.", _HOW)
    counts_failures = _FAILURES.search(spelled) or _FAILURES.search(column.heading.text.casefold())
    attempts = max(1, int(found.high) + (1 if counts_failures else 0))
    read = _said(attempts, force, is_plain=not found.is_range and found.low > 0)
    return (
        read
        if not found.is_range
        else CellRead(read.said, remark="A range of attempts is read as its larger end (unsure).")
    )


def _said(attempts: int, force: Force | None, is_plain: bool) -> CellRead:
    field = PREFERRED if force is Force.PREFERENCE else LIMIT
    said = Said(field, attempts, is_unsure=force is None or not is_plain)
    return CellRead((said,), remark=UNDECIDED if force is None else "")


def _without_number(text: str, column: Column) -> CellRead:
    answer, asks = answer_in(text), _ALLOWED.search(column.heading.text.casefold()) is not None
    if answer is Answer.NO:
        remark = "" if asks else "“No” under attempts is read as: passed the first time (unsure)."
        return CellRead((Said(LIMIT, 1, is_unsure=not asks),), remark=remark)
    if answer is Answer.YES and asks:
        return cannot("It says that failed attempts are accepted, and not how many.", _HOW)
    return cannot("There is no number of attempts in it.", _HOW)


def _without_allowed(text: str) -> str:
    return _ALLOWED.sub(" ", text.casefold())
