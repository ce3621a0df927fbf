"""Every change as a table for a spreadsheet, chances and gains in points of 100."""

from __future__ import annotations

from bedside.documents.sheet import CellValue, Sheet
from bedside.plan.what_if.results import Answer, WhatIfs


def what_if_sheet(found: WhatIfs) -> Sheet:
    """Every change, one a row, for a spreadsheet; chances and gains in points of 100."""
    head = (
        "Place",
        "Change",
        "Key",
        "Rests on",
        "Before",
        "After",
        "Gain",
        "Gain, low",
        "Gain, high",
        "Dollars",
        "Months",
    )
    rows = tuple(_row(one, found) for one in found.answers)
    return Sheet("What if", (*head, "A move", "In time", "Says"), rows)


def _row(one: Answer, found: WhatIfs) -> tuple[CellValue, ...]:
    place = found.ranked.index(one) + 1 if one in found.ranked else None
    chances = [None if part is None or found.leans_on else part.middle for part in (one.before, one.after)]
    middle = None if one.gain is None or found.leans_on else one.gain.middle
    gains = [middle, one.gain.low, one.gain.high] if one.gain else [None] * 3
    hundredths = [None if part is None else round(100 * part, 1) for part in (*chances, *gains)]
    months = None if one.months is None else round(one.months, 1)
    named = (place, one.title, one.key, one.basis.value)
    return (*named, *hundredths, one.dollars, months, one.is_move, one.in_time, one.says)
