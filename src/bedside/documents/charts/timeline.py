"""The timeline: every task as a bar, with the last day it can be done and what is marked on the calendar."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bedside.calendar.season import Event, Season
from bedside.documents.blocks import Chart, Table, TablePlace
from bedside.documents.charts.months_axis import MonthsAxis, day_line
from bedside.documents.charts.svg import WIDTH, box, fitted, picture, rule, text, width_of
from bedside.documents.tokens import LIGHT, Theme
from bedside.documents.wording import count, in_short
from bedside.plan.results import Period, Task, TaskState

MOST_ROWS = 40
"""Tasks in one picture; more are drawn in a second one."""

_LABELS, _TOP, _FOOT, _NEAR = 330, 26, 62, 130
_ONE_DAY = timedelta(days=1)
Numbered = tuple[int, Task]


def timeline_charts(tasks: Sequence[Task], season: Season, as_of: date, theme: Theme = LIGHT) -> tuple[Chart, ...]:
    """What is not done yet as pictures of at most 40 rows each, about evenly filled; none where nothing is left."""
    numbered = [(number, task) for number, task in enumerate(tasks, start=1) if task.state is not TaskState.DONE]
    rows = math.ceil(len(numbered) / math.ceil(len(numbered) / MOST_ROWS)) if numbered else 1
    parts = [numbered[start : start + rows] for start in range(0, len(numbered), rows)]
    return tuple(_chart(part, season, as_of, theme, number > 0) for number, part in enumerate(parts))


def finding(tasks: Sequence[Task]) -> str:
    """What the timeline shows, in one sentence without a full stop.

    The tightest step is looked for among what is not booked and not part of interviews and the Match: those have
    their days from others.
    """
    open_tasks = [task for task in tasks if task.state is not TaskState.DONE]
    misfits = sum(task.state is TaskState.DOES_NOT_FIT for task in open_tasks)
    late = sum(task.state is TaskState.LATE for task in open_tasks)
    if not open_tasks:
        return "Everything on the list is done"
    if misfits:
        return f"{misfits} of {count(len(open_tasks), 'task')} {'does' if misfits == 1 else 'do'} not fit yet"
    if late:
        return f"{late} of {count(len(open_tasks), 'task')} {'is' if late == 1 else 'are'} past the last day"
    movable = [task for task in open_tasks if task.state is TaskState.PLANNED and task.period is not Period.SEASON]
    if not movable:
        return "What is left has its fixed days"
    tightest = min(movable, key=lambda task: task.slack_days)
    return f"The tightest step has {count(tightest.slack_days, 'day')} to spare: {fitted(tightest.title, 420)}"


def _chart(part: list[Numbered], season: Season, as_of: date, theme: Theme, continues: bool) -> Chart:
    tasks = [task for _, task in part]
    title = "The timeline, continued" if continues else finding(tasks)
    first, last = min(task.start for task in tasks), max(max(task.finish, task.latest_finish) for task in tasks)
    says = (
        f"{count(len(tasks), 'task')} from {in_short(first)} to {in_short(last)}, in "
        f"{count(len({task.period for task in tasks}), 'period')}; today is {in_short(as_of)}."
    )
    return Chart(title, _draw(part, season, as_of, theme, (title, says)), says, _table(part), TablePlace.IN_THE_TEXT)


def _draw(part: list[Numbered], season: Season, as_of: date, theme: Theme, words: tuple[str, str]) -> str:
    tasks = [task for _, task in part]
    axis = MonthsAxis(
        min([as_of, *(task.start for task in tasks)]),
        max([as_of, *(max(task.finish, task.latest_finish) for task in tasks)]),
        _LABELS,
        WIDTH - 6,
    )
    rows = list(_rows(part))
    height = 20.0 if len(rows) <= 30 else 15.5
    bottom = _TOP + height * len(rows) + 4
    shapes = [*axis.grid(_TOP, bottom, theme), *_marked_days(axis, season, as_of, bottom, theme)]
    for index, row in enumerate(rows):
        middle = _TOP + height * (index + 0.5) + 2
        shapes += _heading(row, middle, theme) if isinstance(row, Period) else _row(row, axis, middle, theme)
    shapes += _legend(bottom + 46, theme)
    return picture(bottom + _FOOT, *words, shapes)


def _rows(part: list[Numbered]) -> Iterator[Period | Numbered]:
    for period in Period:
        of_period = [entry for entry in part if entry[1].period is period]
        if of_period:
            yield period
            yield from of_period


def _heading(period: Period, middle: float, theme: Theme) -> list[str]:
    return [text(0, middle + 5, period.value, theme.ink, weight=600)]


def _row(row: Numbered, axis: MonthsAxis, middle: float, theme: Theme) -> list[str]:
    number, task = row
    return [
        text(20, middle + 4, str(number), theme.quiet, size=12, anchor="end"),
        text(28, middle + 4, fitted(task.title, _LABELS - 40, 12.5), theme.ink, size=12.5),
        *_bar(task, axis, middle, theme),
    ]


def _bar(task: Task, axis: MonthsAxis, middle: float, theme: Theme) -> Iterator[str]:
    left = axis.at(task.start)
    right = max(axis.at(task.finish + _ONE_DAY), left + 5)
    latest = max(axis.at(task.latest_finish + _ONE_DAY), right)
    if latest > right + 1:
        yield rule(right, middle, latest, middle, theme.quiet)
        yield rule(latest, middle - 4, latest, middle + 4, theme.quiet, 1.4)
    fill, stroke = _colours(task.state, theme)
    dashed = task.state is TaskState.DOES_NOT_FIT
    yield box(left, middle - 5, right - left, 10, fill, stroke, dashed=dashed)
    if task.state is not TaskState.PLANNED:
        yield _word(task.state.value, left, latest, middle, axis, theme)


def _word(word: str, left: float, right: float, middle: float, axis: MonthsAxis, theme: Theme) -> str:
    if right + 6 + width_of(word, 12) <= axis.right:
        return text(right + 6, middle + 4, word, theme.ink, size=12, halo=theme.paper)
    return text(left - 6, middle + 4, word, theme.ink, size=12, anchor="end", halo=theme.paper)


def _colours(state: TaskState, theme: Theme) -> tuple[str, str]:
    return {
        TaskState.PLANNED: (theme.tint_strong, theme.accent),
        TaskState.BOOKED: (theme.accent, theme.accent),
        TaskState.DONE: (theme.quiet, theme.quiet),
        TaskState.LATE: (theme.amber, theme.amber),
        TaskState.DOES_NOT_FIT: (theme.paper, theme.brick),
    }[state]


def _marked_days(axis: MonthsAxis, season: Season, as_of: date, bottom: float, theme: Theme) -> Iterator[str]:
    yield day_line(axis, as_of, (_TOP, bottom), "today", theme.ink, dashed=True)
    opened = season.find(Event.FILES_OPENED)
    if opened is not None and axis.start <= opened.day < axis.end:
        near = abs(axis.at(opened.day) - axis.at(as_of)) < _NEAR
        yield day_line(axis, opened.day, (_TOP, bottom), "programs open files", theme.accent, lower=near)


def _legend(y: float, theme: Theme) -> list[str]:
    return [
        box(_LABELS, y - 8, 22, 10, theme.tint_strong, theme.accent),
        rule(_LABELS + 22, y - 3, _LABELS + 44, y - 3, theme.quiet),
        rule(_LABELS + 44, y - 7, _LABELS + 44, y + 1, theme.quiet, 1.4),
        text(_LABELS + 52, y + 1, "planned, and the last day it can be done", theme.quiet, size=12),
    ]


def _table(part: list[Numbered]) -> Table:
    return Table(
        head=("", "Task", "Period", "Starts", "Finishes", "Last day", "State"),
        rows=tuple(
            (
                str(number),
                task.title,
                task.period.value,
                in_short(task.start),
                in_short(task.finish),
                in_short(task.latest_finish),
                task.state.value,
            )
            for number, task in part
        ),
        widths=(0.5, 4, 2.2, 1.7, 1.7, 1.7, 1.4),
        align=("right", "left", "left", "left", "left", "left", "left"),
        caption="The tasks of the timeline",
        key=1,
    )
