"""Scores in Step 2 CK: the least that is considered, or what is preferred."""

from __future__ import annotations

import re

from bedside.programs.field import Force
from bedside.programs.importing.own_table.as_people_write.numbers import MADE_A_DAY, is_made_a_day, numbers_in
from bedside.programs.importing.own_table.as_people_write.words import mentions, plain
from bedside.programs.importing.own_table.cell_read import CellRead, Said, cannot
from bedside.programs.importing.own_table.layout.headings import said_force
from bedside.programs.importing.own_table.values.column import Column
from bedside.programs.importing.own_table.values.years import UNDECIDED

MINIMUM, PREFERRED = "step-2-ck.minimum", "step-2-ck.preferred"
_LEAST, _MOST = 100, 300
_HOW = "Write one score of three digits, with “minimum” or “preferred” beside it."
_SAYS_LEAST = re.compile(r"\d\s*\+|>|≥|\b(?:above|over|and up|or higher|or more|at least|minimum|min)\b")


def read_score(text: str, column: Column) -> CellRead:
    """What a cell says of Step 2 CK; an average is none of both, and a range is a minimum and a preference."""
    if is_made_a_day(text):
        return MADE_A_DAY
    if mentions("average", text):
        return cannot("It is an average, and neither a minimum nor a preference.")
    force = said_force(text) or column.heading.force
    found = numbers_in(text)
    if found is None:
        return _without_number(text)
    scores = (found.low, found.high)
    if found.how_many > 1 or found.is_below:
        return cannot("It can be read in more than one way.", _HOW)
    if not all(_LEAST <= score <= _MOST and score == int(score) for score in scores):
        return cannot("It is no three-digit score.", _HOW)
    if found.is_range:
        return CellRead(
            (Said(MINIMUM, int(found.low), is_unsure=True), Said(PREFERRED, int(found.high), is_unsure=True)),
            remark="A range of scores is read as two claims: the smaller as minimum, the larger as preferred (unsure).",
        )
    if force is None and _SAYS_LEAST.search(plain(text)):
        force = Force.LIMIT
    field = PREFERRED if force is Force.PREFERENCE else MINIMUM
    is_unsure = force is None or found.is_about
    return CellRead((Said(field, int(found.low), is_unsure=is_unsure),), remark=UNDECIDED if force is None else "")


def _without_number(text: str) -> CellRead:
    if mentions("no-limit", text) or plain(text) in ("none", "no", "not required"):
        return CellRead((Said(MINIMUM, False),))
    return cannot("There is no score in it.", _HOW)
