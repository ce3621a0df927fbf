"""The timeline: every task as a bar, with the last day it can be done and what is marked on the calendar."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bedside.calendar.season import Event, Season
from bedside.documents.blocks import Chart, Table, TablePlace
from bedside.documents.charts.over_time.months_axis import MonthsAxis
from bedside.documents.charts.over_time.timeline_marks import colours, marked_days
from bedside.documents.charts.over_time.timeline_on_a_phone import phone_picture
from bedside.documents.charts.svg import WIDTH, box, picture, rule, text, width_of, wrapped
from bedside.documents.tokens import LIGHT, Theme
from bedside.documents.wording import count, in_short
from bedside.plan.results import Period, Task, TaskState

TALLEST = 560.0
"""How high the rows of one picture may be together, in CSS pixels; what is more is drawn in a further one."""

_LABELS, _TOP, _FOOT = 392, 26, 62
_ROW, _SECOND_LINE, _SIZE = 18.0, 13.0, 12.5
_ONE_DAY = timedelta(days=1)
Numbered = tuple[int, Task]


def timeline_charts(
    tasks: Sequence[Task], season: Season, as_of: date, theme: Theme = LIGHT, for_phones: bool = False
) -> tuple[Chart, ...]:
    """What is not done yet, period by period, in pictures that are about evenly high; none where nothing is left.

    Each has a second picture for telephones where `for_phones` says so.
    """
    numbered = [(number, task) for number, task in enumerate(tasks, start=1) if task.state is not TaskState.DONE]
    in_order = sorted(numbered, key=lambda entry: list(Period).index(entry[1].period))
    titles = [finding(tasks, season)] + ["The timeline, continued"] * len(in_order)
    return tuple(
        _chart(part, season, as_of, theme, title, for_phones)
        for part, title in zip(_parts(in_order), titles, strict=False)
    )


def _parts(entries: list[Numbered]) -> list[list[Numbered]]:
    """The entries cut into as few parts as their heights allow, all about as high."""
    total = sum(_height(entry) for entry in entries)
    share = total / max(1, math.ceil(total / TALLEST))
    parts: list[list[Numbered]] = []
    so_far = 0.0
    for entry in entries:
        if so_far >= share * len(parts):
            parts.append([])
        parts[-1].append(entry)
        so_far += _height(entry)
    return parts


def finding(tasks: Sequence[Task], season: Season) -> str:
    """What the timeline shows, in one sentence without a full stop.

    The tightest step is looked for among what can be late: not what is booked, part of interviews and the Match, or
    goes on until Match Week, which all have their days from others.
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
    movable = [task for task in open_tasks if _can_be_late(task, season)]
    if not movable:
        return "What is left has its fixed days"
    tightest = min(movable, key=lambda task: task.slack_days)
    return f"The tightest step has {count(tightest.slack_days, 'day')} to spare: {tightest.title}"


def _can_be_late(task: Task, season: Season) -> bool:
    match = season.find(Event.MATCH_WEEK) or season.find(Event.MATCH_DAY)
    goes_on = match is not None and task.finish >= match.day
    return task.state is TaskState.PLANNED and task.period is not Period.SEASON and not goes_on


def _chart(part: list[Numbered], season: Season, as_of: date, theme: Theme, title: str, for_phones: bool) -> Chart:
    tasks = [task for _, task in part]
    first, last = min(task.start for task in tasks), max(max(task.finish, task.latest_finish) for task in tasks)
    says = (
        f"{count(len(tasks), 'task')} from {in_short(first)} to {in_short(last)}, in "
        f"{count(len({task.period for task in tasks}), 'period')}; today is {in_short(as_of)}."
    )
    words = (title, says)
    narrow = phone_picture(part, season, as_of, theme, words) if for_phones else ""
    drawn = _draw(part, season, as_of, theme, words)
    return Chart(title, drawn, says, _table(part), TablePlace.IN_THE_TEXT, narrow)


def _draw(part: list[Numbered], season: Season, as_of: date, theme: Theme, words: tuple[str, str]) -> str:
    tasks = [task for _, task in part]
    axis = MonthsAxis(
        min([as_of, *(task.start for task in tasks)]),
        max([as_of, *(max(task.finish, task.latest_finish) for task in tasks)]),
        _LABELS,
        WIDTH - 6,
    )
    rows = list(_rows(part))
    bottom = _TOP + sum(map(_height, rows)) + 4
    shapes = [*axis.grid(_TOP, bottom, theme), *marked_days(axis, season, as_of, (_TOP, bottom), theme)]
    y = _TOP + 2.0
    for row in rows:
        middle = y + _ROW / 2
        shapes += _heading(row, middle, theme) if isinstance(row, Period) else _row(row, axis, middle, theme)
        y += _height(row)
    shapes += _legend(bottom + 46, theme)
    return picture(bottom + _FOOT, *words, shapes)


def _rows(part: list[Numbered]) -> Iterator[Period | Numbered]:
    for period in Period:
        of_period = [entry for entry in part if entry[1].period is period]
        if of_period:
            yield period
            yield from of_period


def _label(task: Task) -> tuple[str, ...]:
    return wrapped(task.title, _LABELS - 40, 2, _SIZE)


def _height(row: Period | Numbered) -> float:
    return _ROW if isinstance(row, Period) or len(_label(row[1])) < 2 else _ROW + _SECOND_LINE


def _heading(period: Period, middle: float, theme: Theme) -> list[str]:
    return [text(0, middle + 5, period.value, theme.ink, weight=600)]


def _row(row: Numbered, axis: MonthsAxis, middle: float, theme: Theme) -> list[str]:
    number, task = row
    return [
        text(20, middle + 4, str(number), theme.quiet, size=12, anchor="end"),
        *(
            text(28, middle + 4 + place * _SECOND_LINE, line, theme.ink, size=_SIZE)
            for place, line in enumerate(_label(task))
        ),
        *_bar(task, axis, middle, theme),
    ]


def _bar(task: Task, axis: MonthsAxis, middle: float, theme: Theme) -> Iterator[str]:
    left = axis.at(task.start)
    right = max(axis.at(task.finish + _ONE_DAY), left + 5)
    latest = max(axis.at(task.latest_finish + _ONE_DAY), right)
    if latest > right + 1:
        yield rule(right, middle, latest, middle, theme.quiet)
        yield rule(latest, middle - 4, latest, middle + 4, theme.quiet, 1.4)
    fill, stroke = colours(task.state, theme)
    dashed = task.state is TaskState.DOES_NOT_FIT
    yield box(left, middle - 5, right - left, 10, fill, stroke, dashed=dashed)
    if task.state is not TaskState.PLANNED:
        yield _word(task.state.value, left, latest, middle, axis, theme)


def _word(word: str, left: float, right: float, middle: float, axis: MonthsAxis, theme: Theme) -> str:
    """The state beside its bar, on paper of its own, so that no marked day shows between its letters."""
    width = width_of(word, 12)
    x = right + 6 if right + 6 + width <= axis.right else left - 6 - width
    return box(x - 2, middle - 7, width + 4, 14, theme.paper) + text(x, middle + 4, word, theme.ink, size=12)


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
