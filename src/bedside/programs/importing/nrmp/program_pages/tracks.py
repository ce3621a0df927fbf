"""Reads one line of the program report as a track with its seasons, or says why it cannot be read."""

from __future__ import annotations

import re

from bedside.programs.importing.nrmp.program_pages.cells import Stand, cells
from bedside.programs.importing.nrmp.program_pages.lines import CodeLine
from bedside.programs.importing.pdf.lines import joined
from bedside.programs.mention import Unread
from bedside.programs.program import Season, Track, TrackKind

_NONE = re.compile(r"[-–—−.]{1,3}|n/?a", re.IGNORECASE)
_WHOLE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")


def track(line: CodeLine, stand: Stand) -> Track | Unread:
    """The track of a line. A year in which nothing was offered is no season."""
    placed = cells(line, stand)
    if placed is None:
        return unread(line, "the numbers do not stand below the years")
    offered: dict[int, int | None] = {}
    filled: dict[int, int | None] = {}
    for column, word in zip(line.columns, placed, strict=True):
        text = word.text if word else "--"
        if not _WHOLE.fullmatch(text) and not _NONE.fullmatch(text):
            return unread(line, f"“{text}” is not a number of positions")
        number = None if _NONE.fullmatch(text) else int(text.replace(",", ""))
        (offered if column.is_offered else filled)[column.match_year] = number
    for year, number in filled.items():
        if number is not None and number > (offered.get(year) or 0):
            return unread(line, f"it fills {number} positions in {year} and offers {offered.get(year) or 'none'}")
    seasons = [Season(year, quota, filled.get(year)) for year, quota in offered.items() if quota is not None]
    newest_first = tuple(sorted(seasons, key=lambda season: -season.match_year))
    return Track(line.code, TrackKind(line.code[7]), joined(line.label), newest_first)


def unread(line: CodeLine, why: str) -> Unread:
    """A line that was left out, and why; the text goes on after “Not read:”."""
    what = " ".join([*line.label, line.code, *(word.text for word in line.values)])
    how = "Look this program up on the page, and add what you need to it by hand."
    return Unread(f"page {line.page}", what, f"Not read: {why}.", how)
