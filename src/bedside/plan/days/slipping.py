"""What moves when one task ends some weeks later: everything that waits for it, as far as no slack takes it up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bedside.calendar.season import Event, SeasonDay
from bedside.plan.results import Plan, Task, TaskState

MOST_WEEKS = 26
"""Further ahead the plan itself would be another one."""

_KEEPS_ITS_DAYS = ("booked.", "interviews.season", "match.week")
_GOES_ON_UNTIL_ITS_DAY = "volunteering."

_ONE_DAY = timedelta(days=1)
_SATURDAY, _WEEK = 5, 7
_DEADLINES = (
    Event.SUBMISSION_OPENS,
    Event.FILES_OPENED,
    Event.REGISTRATION_DEADLINE,
    Event.RANK_LIST_DEADLINE,
    Event.MATCH_WEEK,
    Event.TRAINING_STARTS,
)


@dataclass(frozen=True, slots=True)
class Moved:
    """A task with the days it would have then, both inclusive.

    `past_its_last_day` where it would end after the last day that keeps everything on time, and does not now.
    `missed` are the days of the season it would lie behind, and does not now.
    """

    task: Task
    start: date
    finish: date
    past_its_last_day: bool
    missed: tuple[SeasonDay, ...]

    @property
    def days(self) -> int:
        """By how many days it begins later."""
        return (self.start - self.task.start).days


@dataclass(frozen=True, slots=True)
class Slip:
    """What follows where `task` is some weeks later: `moved` begins with the task itself.

    `cannot_move` are tasks that keep their days and would begin before what they wait for has ended.
    """

    task: Task
    weeks: int
    moved: tuple[Moved, ...]
    cannot_move: tuple[Task, ...]

    @property
    def missed(self) -> tuple[SeasonDay, ...]:
        """The days of the season that something would now lie behind, each once, in order."""
        days = {day.event: day for one in self.moved for day in one.missed}
        return tuple(sorted(days.values(), key=lambda day: day.day))


def can_slip(task: Task) -> bool:
    """Whether the days of a task are the applicant's to be late with, and not those of a booking or of the season."""
    return task.state in (TaskState.PLANNED, TaskState.LATE) and not task.key.startswith(_KEEPS_ITS_DAYS)


def slip(plan: Plan, key: str, weeks: int) -> Slip | None:
    """What follows where one task is `weeks` later (1 to MOST_WEEKS); None where there is no such task to be late.

    1. The task moves by whole weeks.
    2. What waits for a task that moved begins on the day after its new end (on the same day where it did so before), if
       it would begin earlier now; where that is a weekend, on the Monday after. It takes as long as before, and what
       goes on until a day still ends on it.
    3. What is booked or dated by the season keeps its days. What is done, or does not fit, moves nothing.
    Nothing else is rearranged: the plan itself may find better days once the task is late in earnest.
    """
    task = next((one for one in plan.roadmap.tasks if one.key == key), None)
    if task is None or not can_slip(task) or not 1 <= weeks <= MOST_WEEKS:
        return None
    moved, cannot_move = [_moved(plan, task, timedelta(days=weeks * _WEEK))], []
    finishes = {key: moved[0].finish}
    for one in _in_order(plan.roadmap.tasks):
        later = _delay(one, plan, finishes) if one.key != key else timedelta(0)
        if later and not can_slip(one):
            cannot_move.append(one)
        elif later:
            moved.append(_moved(plan, one, later))
            finishes[one.key] = moved[-1].finish
    return Slip(task, weeks, tuple(moved), tuple(cannot_move))


def _in_order(tasks: tuple[Task, ...]) -> list[Task]:
    """Tasks that can move or stand in the way, each after everything it waits for."""
    left = [one for one in tasks if one.state not in (TaskState.DONE, TaskState.DOES_NOT_FIT)]
    ordered: list[Task] = []
    while left:
        waiting = {one.key for one in left}
        ready = [one for one in left if not waiting.intersection(one.depends_on)]
        ordered += ready
        left = [one for one in left if one not in ready] if ready else []
    return ordered


def _delay(task: Task, plan: Plan, finishes: Mapping[str, date]) -> timedelta:
    """By how much a task has to begin later than planned; nothing where its slack takes it up."""
    before = {one.key: one.finish for one in plan.roadmap.tasks}
    earliest = task.start
    for key in task.depends_on:
        if key in finishes:
            same_day = task.start == before[key]
            earliest = max(earliest, finishes[key] if same_day else finishes[key] + _ONE_DAY)
    while earliest > task.start and earliest.weekday() >= _SATURDAY:
        earliest += _ONE_DAY
    return earliest - task.start


def _moved(plan: Plan, task: Task, later: timedelta) -> Moved:
    goes_on = task.key.startswith(_GOES_ON_UNTIL_ITS_DAY) and task.start + later <= task.finish
    finish = task.finish if goes_on else task.finish + later
    missed = (day for day in plan.season.days if day.event in _DEADLINES and task.finish <= day.day < finish)
    past = task.finish <= task.latest_finish < finish
    return Moved(task, task.start + later, finish, past, tuple(missed))
