"""The days that come next: those of the season, and the last days of what the plan holds, nearest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bedside.calendar.season import Event, Season
from bedside.evidence.reason import Reason
from bedside.plan.results import Task, TaskState
from bedside.standing.results import Gate, State

_OPEN = (State.NOT_MET, State.UNKNOWN)
_STILL_TO_DO = (TaskState.PLANNED, TaskState.LATE, TaskState.BOOKED)
_DEADLINES = (Event.FILES_OPENED, Event.REGISTRATION_DEADLINE, Event.RANK_LIST_DEADLINE)
_MOST_TASKS = 3


class Known(StrEnum):
    """How a day that comes is known."""

    PUBLISHED = "published"
    PREDICTED = "predicted"
    PLANNED = "in your plan"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class ComingDay:
    """A day that comes: what it is, how it is known, why it matters, and the open gates that have to hold by then.

    `is_deadline` is False for a day on which something only begins.
    """

    day: date
    title: str
    known: Known
    is_deadline: bool
    why: str
    needed: tuple[Gate, ...]
    because: tuple[Reason, ...]


def coming_days(season: Season, tasks: Sequence[Task], gates: Sequence[Gate], as_of: date) -> tuple[ComingDay, ...]:
    """The days of a season from `as_of` on, and the last days of the most pressing tasks, the nearest first.

    The last day of a task keeps everything after it on time; a task that is late already has its planned day.
    """
    days = [_of_season(one.event, one.day, one.published, one.because, gates) for one in season.days]
    ahead = [one for one in days if one.day >= as_of] + [_of_task(task, as_of) for task in _pressing(tasks, as_of)]
    return tuple(sorted(ahead, key=lambda one: (one.day, not one.is_deadline, one.title)))


def next_deadline(days: Sequence[ComingDay]) -> ComingDay | None:
    """The first of the days by which something has to be done; the first day at all where none is a deadline."""
    return next((one for one in days if one.is_deadline), days[0] if days else None)


def _of_season(
    event: Event, day: date, published: bool, because: tuple[Reason, ...], gates: Sequence[Gate]
) -> ComingDay:
    needed = tuple(gate for gate in gates if gate.on == day and gate.state in _OPEN)
    known = Known.PUBLISHED if published else Known.PREDICTED
    return ComingDay(day, str(event), known, event in _DEADLINES, "", needed, because)


def _of_task(task: Task, as_of: date) -> ComingDay:
    late = task.state is TaskState.LATE or task.latest_finish < as_of
    day = task.finish if late else task.latest_finish
    return ComingDay(day, task.title, Known.LATE if late else Known.PLANNED, True, task.why, (), task.because)


def _pressing(tasks: Sequence[Task], as_of: date) -> list[Task]:
    """The tasks still to do that must be finished first."""
    ahead = [task for task in tasks if task.state in _STILL_TO_DO and task.finish >= as_of and task.hours]
    return sorted(ahead, key=lambda task: (task.latest_finish, task.start, task.key))[:_MOST_TASKS]
