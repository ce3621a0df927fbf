"""The best list as a table for a spreadsheet: what is on it and what is not, or why there is none."""

from __future__ import annotations

from bedside.documents.content.programs.lists import specialty_names
from bedside.documents.content.targeting.best_list import signal_in_words, why_in_words
from bedside.documents.sheet import CellValue, Sheet
from bedside.evidence.library import Evidence
from bedside.plan.chances.your_list import YourList
from bedside.targeting.program_list.problem import TYPES
from bedside.targeting.program_list.results import Choice


def list_sheet(found: YourList, evidence: Evidence) -> Sheet:
    """The list and what is not on it, one program a row, for a spreadsheet; without a list the first row says why."""
    head = ("On the list", "Key", "Program", "City", "State", "Specialty", "Type", "Signal", "Adds (points)")
    names = specialty_names(evidence)
    rows = [_row(one, found, True, names) for one in found.best.on_it] or [_reason_row(found)]
    rows += [_row(one, found, False, names) for one in found.best.off_it]
    return Sheet("List", (*head, "Chosen (of 100 redrawn estimates)", "Why"), tuple(rows))


def _reason_row(found: YourList) -> tuple[CellValue, ...]:
    """Why no program is on the list, in one cell."""
    why = " ".join(("No program is on this list.", *(found.best.notes or found.odds.missing), *found.says))
    return (False, *(None,) * 9, why)


def _row(one: Choice, found: YourList, on_it: bool, names: dict[str, str]) -> tuple[CellValue, ...]:
    listed = one.listed
    often = round(100 * one.chosen_in / found.best.draws) if found.best.draws else None
    specialty = names.get(listed.specialty, listed.specialty)
    who = (on_it, listed.key, listed.name, listed.city or None, listed.state or None, specialty)
    kind = TYPES[one.type] if one.type < len(TYPES) else listed.text("type")
    return (*who, kind, signal_in_words(one) if on_it else None, round(100 * one.adds, 2), often, why_in_words(one))
