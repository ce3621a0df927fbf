"""The rank order list as a table for a spreadsheet: a row for each place, its chances in points of 100."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bedside.documents.content.programs.lists import specialty_names
from bedside.documents.content.season.simulated_columns import simulated_head, simulated_row
from bedside.documents.sheet import CellValue, Sheet
from bedside.evidence.library import Evidence
from bedside.odds.results import Estimate
from bedside.season.results import Place, RankOrderList

if TYPE_CHECKING:
    from bedside.season.in_simulated_seasons import InSimulatedSeasons

_HEAD = (
    "Place",
    "Program",
    "Where",
    "Key",
    "Track",
    "Specialty",
    "State",
    "Interview",
    "Chance here, from",
    "Chance here, to",
    "Chance so far, from",
    "Chance so far, to",
    "Lost without it, from",
    "Lost without it, to",
    "To know",
)


def rank_sheet(found: RankOrderList, evidence: Evidence, simulated: InSimulatedSeasons | None = None) -> Sheet:
    """The list for a spreadsheet; chances are in points of 100, as in every table, and an empty cell is not counted."""
    names = specialty_names(evidence)
    rows = tuple(_row(one, names) for one in found.places)
    if simulated is None:
        return Sheet("Rank order list", _HEAD, rows)
    more = (simulated_row(simulated, one.place) for one in found.places)
    both = tuple((*row, *beside) for row, beside in zip(rows, more, strict=True))
    return Sheet("Rank order list", (*_HEAD, *simulated_head(simulated)), both)


def _row(one: Place, names: dict[str, str]) -> tuple[CellValue, ...]:
    entry = one.entry
    specialty = names.get(entry.specialty, entry.specialty) if entry.specialty else None
    day = entry.interview.isoformat() if entry.interview else None
    ends = [end for chance in (one.here, one.so_far, one.adds) for end in _ends(chance)]
    who = (one.place, entry.title, entry.where, entry.key, entry.track, specialty, str(entry.state), day)
    return (*who, *ends, " ".join(one.notes))


def _ends(one: Estimate | None) -> tuple[float | None, float | None]:
    return (None, None) if one is None else (round(100 * one.low, 2), round(100 * one.high, 2))
