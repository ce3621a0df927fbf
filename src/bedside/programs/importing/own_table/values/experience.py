"""US clinical experience: months, whether only hands-on counts, and the program's own words for what counts."""

from __future__ import annotations

import re

from bedside.programs.field import Force
from bedside.programs.importing.own_table.as_people_write.numbers import MADE_A_DAY, Numbers, is_made_a_day, numbers_in
from bedside.programs.importing.own_table.as_people_write.words import mentions, plain
from bedside.programs.importing.own_table.cell_read import CellRead, Said, cannot
from bedside.programs.importing.own_table.layout.headings import said_force
from bedside.programs.importing.own_table.values.answers import Answer, answer_in
from bedside.programs.importing.own_table.values.column import Column
from bedside.programs.importing.own_table.values.years import UNDECIDED

MONTHS, PREFERRED = "us-clinical.months", "us-clinical.preferred-months"
HANDS_ON, DEFINITION = "us-clinical.hands-on-only", "us-clinical.definition"
_MOST_MONTHS = 36
_KINDS = re.compile(r"hands[ -]?on|observ|extern|elective|clerkship|sub-?i\b|rotation|shadow|inpatient|outpatient")
_ONLY_HANDS_ON = re.compile(
    r"hands[ -]?on only|only hands[ -]?on|must be hands[ -]?on|no observ|observ\w* (?:do(?:es)? )?not"
)
_HANDS_ON = re.compile(r"hands[ -]?on")
_OBSERVING_COUNTS = re.compile(
    r"observ\w*(?: \w+)? (?:ok|okay|accepted|count|fine|allowed)|incl\w* observ|or observ|/ ?observ"
)
_MONTHS_IN = ((re.compile(r"week|wk"), 12 / 52), (re.compile(r"year|yr"), 12.0))
_HOW = "Write how many months are asked for, with “required” or “preferred” beside it."


def read_experience(text: str, column: Column) -> CellRead:
    """Months as a limit or a preference, hands-on where it says so, and the words themselves where they tell a kind."""
    if is_made_a_day(text):
        return MADE_A_DAY
    months = _months(text, column)
    kinds = _kinds(text)
    if not months.said and kinds:
        return CellRead(kinds, remark=months.remark)
    return CellRead((*months.said, *kinds), months.why_not, months.how_to_fix, months.remark)


def _months(text: str, column: Column) -> CellRead:
    force = said_force(_HANDS_ON.sub(" ", plain(text).replace("hands on only", ""))) or column.heading.force
    found = numbers_in(text)
    if found is None:
        return _without_number(text)
    unit = next((months for word, months in _MONTHS_IN if word.search(plain(text))), 1.0)
    low, high = round(found.low * unit, 2), round(found.high * unit, 2)
    if (
        found.how_many > 1
        or found.is_below
        or high > _MOST_MONTHS
        or re.search(r"rotation|letter|day|hour", plain(text))
    ):
        return cannot("How many months are meant cannot be told from it.", _HOW)
    return _said(low, high, force, found)


def _said(low: float, high: float, force: Force | None, found: Numbers) -> CellRead:
    if found.is_range and force is not Force.PREFERENCE:
        return CellRead(
            (Said(MONTHS, low, is_unsure=force is None), Said(PREFERRED, high, is_unsure=True)),
            remark="A range of months is read as two claims: the smaller is asked for, the larger preferred (unsure).",
        )
    if force is Force.PREFERENCE:
        return CellRead((Said(PREFERRED, low, is_unsure=found.is_about or found.is_range),))
    return CellRead(
        (Said(MONTHS, low, is_unsure=force is None or found.is_about),), remark=UNDECIDED if force is None else ""
    )


def _without_number(text: str) -> CellRead:
    if plain(text) in ("none", "no", "n", "not required", "none required", "not needed", "no requirement", "no usce"):
        return CellRead((Said(MONTHS, 0),))
    if mentions("no-limit", text) or plain(text).startswith(("not required", "not needed", "no requirement")):
        return CellRead((Said(MONTHS, 0),))
    if answer_in(text) is Answer.YES or mentions("limit", text) or mentions("preference", text):
        return cannot("It does not say how many months.", _HOW)
    return cannot("There is no number of months in it.", _HOW)


def _kinds(text: str) -> tuple[Said, ...]:
    spelled = plain(text)
    if not _KINDS.search(spelled):
        return ()
    told = Said(DEFINITION, text)
    if _ONLY_HANDS_ON.search(spelled):
        return (Said(HANDS_ON, True), told)
    if _OBSERVING_COUNTS.search(spelled):
        return (Said(HANDS_ON, False), told)
    return (Said(HANDS_ON, True, is_unsure=True), told) if _HANDS_ON.search(spelled) else (told,)
