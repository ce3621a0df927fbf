"""The timeline as narrow as a telephone: each task's words stand above its bar, so that nothing is moved sideways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bedside.calendar.season import Season
from bedside.documents.charts.over_time.months_axis import MonthsAxis
from bedside.documents.charts.over_time.timeline_marks import colours, marked_days
from bedside.documents.charts.svg import PHONE, box, picture, rule, text, width_of, wrapped
from bedside.documents.tokens import Theme
from bedside.plan.results import Period, Task, TaskState

_TOP, _FOOT, _LINE, _BAR, _GAP, _SIZE = 22.0, 60.0, 17.0, 10.0, 12.0, 13.0
_ONE_DAY = timedelta(days=1)


def phone_picture(
    entries: Sequence[tuple[int, Task]], season: Season, as_of: date, theme: Theme, words: tuple[str, str]
) -> str:
    """An SVG of the numbered tasks, period by period; `words` are its title and what it says."""
    tasks = [task for _, task in entries]
    axis = MonthsAxis(
        min([as_of, *(task.start for task in tasks)]),
        max([as_of, *(max(task.finish, task.latest_finish) for task in tasks)]),
        2,
        PHONE - 6,
    )
    rows, bottom = _rows(entries)
    shapes = [*axis.grid(_TOP, bottom, theme), *marked_days(axis, season, as_of, (_TOP, bottom), theme)]
    for y, row in rows:
        shapes += _heading(row, y, theme) if isinstance(row, Period) else _task(row, axis, y, theme)
    shapes += _legend(bottom + 52, theme)
    return picture(bottom + _FOOT, *words, shapes, PHONE)


def _rows(entries: Sequence[tuple[int, Task]]) -> tuple[list[tuple[float, Period | tuple[int, Task]]], float]:
    """Each heading and task with the height it begins at, and the height at which the last one ends."""
    rows: list[tuple[float, Period | tuple[int, Task]]] = []
    y = _TOP + 4
    for period in Period:
        of_period = [entry for entry in entries if entry[1].period is period]
        if of_period:
            rows.append((y, period))
            y += _LINE + 4
        for entry in of_period:
            rows.append((y, entry))
            y += len(_label(entry)) * _LINE + _BAR + _GAP
    return rows, y


def _label(entry: tuple[int, Task]) -> tuple[str, ...]:
    number, task = entry
    return wrapped(f"{number}  {task.title}", PHONE - 8, 3, _SIZE)


def _heading(period: Period, y: float, theme: Theme) -> list[str]:
    """On paper of its own, as every label here, so that no line of the calendar runs through its letters."""
    return [
        box(0, y, PHONE, _LINE + 2, theme.paper),
        text(2, y + _LINE - 4, period.value, theme.ink, weight=600, size=14),
    ]


def _task(entry: tuple[int, Task], axis: MonthsAxis, y: float, theme: Theme) -> Iterator[str]:
    lines, task = _label(entry), entry[1]
    yield box(0, y - 2, PHONE, len(lines) * _LINE + 2, theme.paper)
    for place, line in enumerate(lines, start=1):
        yield text(2, y + place * _LINE - 4, line, theme.ink, size=_SIZE)
    middle = y + len(lines) * _LINE + _BAR / 2 + 1
    left = axis.at(task.start)
    right = max(axis.at(task.finish + _ONE_DAY), left + 5)
    latest = max(axis.at(task.latest_finish + _ONE_DAY), right)
    if latest > right + 1:
        yield rule(right, middle, latest, middle, theme.quiet)
        yield rule(latest, middle - 4, latest, middle + 4, theme.quiet, 1.4)
    fill, stroke = colours(task.state, theme)
    yield box(left, middle - 5, right - left, _BAR, fill, stroke, dashed=task.state is TaskState.DOES_NOT_FIT)
    if task.state is not TaskState.PLANNED:
        yield _state(task.state.value, left, latest, middle, axis, theme)


def _state(word: str, left: float, right: float, middle: float, axis: MonthsAxis, theme: Theme) -> str:
    """The state beside its bar, or upon it where a bar takes the whole width."""
    width = width_of(word, 12)
    x = right + 6 if right + 6 + width <= axis.right else max(axis.left, left - 6 - width)
    return box(x - 2, middle - 7, width + 4, 14, theme.paper) + text(x, middle + 4, word, theme.ink, size=12)


def _legend(y: float, theme: Theme) -> list[str]:
    return [
        box(2, y - 8, 22, 10, theme.tint_strong, theme.accent),
        rule(24, y - 3, 44, y - 3, theme.quiet),
        rule(44, y - 7, 44, y + 1, theme.quiet, 1.4),
        text(52, y + 1, "planned, and the last day for it", theme.quiet, size=12),
    ]
