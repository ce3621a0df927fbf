"""The odds as a table for a spreadsheet: a row for the whole list and one for each specialty, in points of 100."""

from __future__ import annotations

from bedside.documents.content.programs.lists import specialty_names
from bedside.documents.sheet import CellValue, Sheet
from bedside.evidence.library import Evidence
from bedside.odds.results import Estimate
from bedside.plan.chances.your_odds import YourOdds

WHOLE = "The whole list"
_CHANCES = ("Any interview", "Match, given a rank", "Match, if you apply")
_ENDS = ("low", "middle", "high")


def odds_sheet(found: YourOdds, evidence: Evidence) -> Sheet:
    """Chances with their 80 % range; a middle is left empty where the answer leans on weak evidence."""
    odds, names = found.odds, specialty_names(evidence)
    head = ("For", "Programs", *(f"{chance}, {end}" for chance in _CHANCES for end in _ENDS), "Borrowed", "Leans on")
    leans, leaning = "; ".join(odds.leans_on) or None, bool(odds.leans_on)
    whole = _cells((odds.any_interview, odds.match_given_rank, odds.match), leaning)
    rows = [(WHOLE, odds.programs, *whole, None, leans)]
    for one in odds.specialties:
        chances = _cells((one.any_interview, None, one.match), leaning)
        rows.append((names.get(one.specialty, one.specialty), one.programs, *chances, one.is_borrowed, None))
    return Sheet("Odds", head, tuple(rows))


def _cells(chances: tuple[Estimate | None, ...], leaning: bool) -> list[CellValue]:
    cells: list[CellValue] = []
    for one in chances:
        ends = (None, None, None) if one is None else (one.low, None if leaning else one.middle, one.high)
        cells += [None if end is None else round(100 * end, 1) for end in ends]
    return cells
