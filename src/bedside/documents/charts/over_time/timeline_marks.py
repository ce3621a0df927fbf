"""What the timeline is drawn with at either width: the colours of a task's state, and the days that are marked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bedside.calendar.season import Event, Season
from bedside.documents.charts.over_time.months_axis import MonthsAxis, day_line, label_sides
from bedside.documents.tokens import Theme
from bedside.plan.results import TaskState

TODAY, FILES_OPENED = "today", "programs open files"


def colours(state: TaskState, theme: Theme) -> tuple[str, str]:
    """The fill and the outline of a bar."""
    return {
        TaskState.PLANNED: (theme.tint_strong, theme.accent),
        TaskState.BOOKED: (theme.accent, theme.accent),
        TaskState.DONE: (theme.quiet, theme.quiet),
        TaskState.LATE: (theme.amber, theme.amber),
        TaskState.DOES_NOT_FIT: (theme.paper, theme.brick),
    }[state]


def marked_days(
    axis: MonthsAxis, season: Season, as_of: date, ends: tuple[float, float], theme: Theme
) -> Iterator[str]:
    """Today as a dashed line, and the day files are opened where the axis holds it; their labels never meet."""
    opened = season.find(Event.FILES_OPENED)
    if opened is None or not axis.start <= opened.day < axis.end:
        yield day_line(axis, as_of, ends, TODAY, theme.ink, dashed=True)
        return
    labels = ((as_of, TODAY), (opened.day, FILES_OPENED))
    first, second = label_sides(axis, sorted(labels, key=lambda label: label[0]))
    sides = (first, second) if as_of <= opened.day else (second, first)
    yield day_line(axis, as_of, ends, TODAY, theme.ink, dashed=True, side=sides[0])
    yield day_line(axis, opened.day, ends, FILES_OPENED, theme.accent, side=sides[1])
