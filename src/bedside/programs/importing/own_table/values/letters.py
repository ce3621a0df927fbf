"""Letters of recommendation: how many, and how many of them from the US."""

from __future__ import annotations

import re

from bedside.programs.field import Force
from bedside.programs.importing.own_table.as_people_write.numbers import MADE_A_DAY, is_made_a_day, numbers_in
from bedside.programs.importing.own_table.as_people_write.words import plain
from bedside.programs.importing.own_table.cell_read import CellRead, Said, cannot
from bedside.programs.importing.own_table.layout.headings import said_force
from bedside.programs.importing.own_table.values.column import Column

NEEDED, FROM_US = "letters.needed", "letters.from-us"
_MOST = 6
_US = r"(?:from )?(?:the )?(?:u\.?s\.?a?\.?|american|usce)(?![a-z])"
_FROM_US = re.compile(
    rf"(\d)\s*\+?\s*(?:lors?|letters?)?\s*(?:must be |should be |at least )?{_US}|{_US}\s*[:=-]?\s*(\d)"
)
_ALL_FROM_US = re.compile(rf"\ball (?:of them )?(?:must be )?{_US}|\b{_US} only")
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_HOW = "Write how many letters are asked for, such as “3 (1 US)”."


def read_letters(text: str, column: Column) -> CellRead:
    """The number asked for (of a range the smaller), and of them those from the US. Preferences are kept as notes."""
    if is_made_a_day(text):
        return MADE_A_DAY
    if (said_force(text) or column.heading.force) is Force.PREFERENCE:
        return cannot("It is a preference, and letters are claimed only where they are asked for.")
    spelled = plain(text)
    us_found = _FROM_US.search(spelled)
    rest = _IN_BRACKETS.sub(" ", spelled[: us_found.start()] + spelled[us_found.end() :] if us_found else spelled)
    found = numbers_in(re.split(r"[,;+]|\bwith\b|\bincl", rest)[0]) or numbers_in(rest)
    from_us = int(us_found.group(1) or us_found.group(2)) if us_found else None
    if found is None and from_us is None:
        return cannot("There is no number of letters in it.", _HOW)
    return _said(from_us, spelled, None if found is None else found.low, found is not None and found.is_range)


def read_us_letters(text: str, column: Column) -> CellRead:
    """The number in a column that is about letters from the US alone."""
    found = numbers_in(text)
    if is_made_a_day(text):
        return MADE_A_DAY
    if (said_force(text) or column.heading.force) is Force.PREFERENCE:
        return cannot("It is a preference, and letters are claimed only where they are asked for.")
    if found is None and plain(text) in ("none", "no", "not required"):
        return CellRead((Said(FROM_US, 0),))
    if found is None or found.how_many > 1 or found.low > _MOST or found.low != int(found.low):
        return cannot("There is no one number of letters in it.", _HOW)
    return CellRead((Said(FROM_US, int(found.low), is_unsure=found.is_range),))


def _said(from_us: int | None, spelled: str, needed: float | None, is_range: bool) -> CellRead:
    if needed is not None and (needed > _MOST or needed != int(needed)):
        return cannot("It is no number of letters that a program asks for.", _HOW)
    said = [] if needed is None else [Said(NEEDED, int(needed))]
    if from_us is None and needed is not None and _ALL_FROM_US.search(spelled):
        from_us = int(needed)
    if from_us is not None:
        said.append(Said(FROM_US, from_us))
    return CellRead(
        tuple(said), remark="Of a range of letters, the smaller number is what is asked for." if is_range else ""
    )
