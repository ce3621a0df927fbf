"""The days of the season in words: as of when, for which Match, what comes next, and how each day is known."""

from __future__ import annotations

from datetime import date, time

from bedside.calendar.season import Event, Season, SeasonDay
from bedside.documents.blocks import Line, Table
from bedside.documents.content.citations import Citations
from bedside.documents.wording import NOT_KNOWN, capitalised, in_full, in_short

CAPTION = "The days of this season"


def subtitle(as_of: date, season: Season) -> str:
    """The cover line: as-of date, target Match, and how the day that decides most is known."""
    opened = season.find(Event.FILES_OPENED)
    day = f"on {in_full(opened.day)}, {how_known(opened)}" if opened else f"on a day that is {NOT_KNOWN}"
    return f"As of {in_full(as_of)} · {season.match_year} Match, {season.service} · programs open files {day}"


def how_known(day: SeasonDay) -> str:
    """Published, or predicted by a rule."""
    return "published" if day.published else "predicted"


def next_day(season: Season, as_of: date) -> str:
    """The next day of the season, and how it is known."""
    coming = [day for day in season.days if day.day >= as_of]
    if not coming:
        return "No day of this season is left."
    day = min(coming, key=lambda one: one.day)
    return f"{capitalised(day.event.value)}: {in_short(day.day)}, {how_known(day)}."


def season_table(season: Season, cite: Citations) -> Table:
    """Every event with its day, and whether the day is published, predicted or not known."""
    known = [
        (capitalised(day.event.value), f"{in_short(day.day)}{_at(day.time)}", Line(how_known(day), cite(day.because)))
        for day in season.days
    ]
    unknown = [(capitalised(event.value), "–", Line(NOT_KNOWN)) for event in season.unknown]
    return Table(
        head=("What", "When", "How it is known"), rows=(*known, *unknown), widths=(4, 3, 2), caption=CAPTION, dense=True
    )


def _at(clock: time | None) -> str:
    return f", {clock:%H:%M} Eastern Time" if clock else ""
