"""The tasks of a plan as the rows of a page: which are shown, what each says, and how it is ticked off."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bedside.documents.content.marks import TASKS
from bedside.plan.days.periods import first_and_last_day
from bedside.plan.days.slipping import can_slip
from bedside.plan.results import Misfit, Period, Plan, Task, TaskState
from bedside.web.frame.places import place_of_entry
from bedside.web.store.dossiers import Opened

ONLY: Mapping[str, tuple[str, tuple[TaskState, ...]]] = {
    "open": ("Open", (TaskState.BOOKED, TaskState.PLANNED, TaskState.LATE, TaskState.DOES_NOT_FIT)),
    "late": ("Late, or not fitting", (TaskState.LATE, TaskState.DOES_NOT_FIT)),
    "done": ("Done", (TaskState.DONE,)),
    "all": ("All", tuple(TaskState)),
}
"""Which tasks can be looked at alone, by the word in the address."""

WHERE_FACTS_STAND = {
    "exams": "Exams and certificate",
    "certificate": "Exams and certificate",
    "experiences": "What you did",
    "explanations": "What you did",
    "bookings": "Bookings",
    "letters": "Letters",
    "cycles": "Seasons",
    "target": "What you aim at",
    "decision": "Decision",
    "stop_contract": "Decision",
}


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed beside a tick that could not be saved, and what is wrong with it."""

    task: str = ""
    done_on: str = ""
    note: str = ""
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One task. `place` is its number in the whole plan, `waits_for` the rows it comes after.

    `record_url` leads to where the fact is written that a tick cannot stand for.
    """

    task: Task
    place: int
    id: str
    mark: str
    is_now: bool
    can_slip: bool
    waits_for: tuple[tuple[str, str, int], ...]
    misfit: Misfit | None
    record_url: str
    record_title: str
    note: str
    typed: Typed

    @property
    def is_done(self) -> bool:
        """Whether it is done, by a tick or by what the file holds."""
        return self.task.state is TaskState.DONE

    @property
    def is_open_again(self) -> bool:
        """Whether it is open, or could be opened again by taking its tick away."""
        return not self.is_done or self.task.ticked_on is not None


def rows_of(plan: Plan, opened: Opened, typed: Typed) -> tuple[Row, ...]:
    """Every task of the plan as a row, in its order."""
    places = {task.key: place for place, task in enumerate(plan.roadmap.tasks, start=1)}
    titles = {task.key: task.title for task in plan.roadmap.tasks}
    misfits = {one.task: one for one in plan.roadmap.misfits}
    notes = {one.task: one.note or "" for one in opened.dossier.ticked_off}
    return tuple(
        Row(
            task=task,
            place=places[task.key],
            id=row_id(task.key),
            mark=str(TASKS[task.state] or ""),
            is_now=task.start <= plan.as_of <= task.finish and task.state is not TaskState.DONE,
            can_slip=can_slip(task),
            waits_for=tuple((row_id(key), titles[key], places[key]) for key in task.depends_on if key in places),
            misfit=misfits.get(task.key),
            record_url=place_of_entry(opened, task.record_under) or "",
            record_title=WHERE_FACTS_STAND.get(task.record_under, ""),
            note=notes.get(task.key, "") if task.ticked_on else "",
            typed=typed if typed.task == task.key else Typed(),
        )
        for task in plan.roadmap.tasks
    )


def row_id(key: str) -> str:
    """The id of the row of a task on the page."""
    return re.sub(r"[^\w-]", "-", key)


def by_period(rows: Sequence[Row]) -> list[tuple[Period, date, date, list[Row]]]:
    """The rows of each period with its first and last day, periods without any left out."""
    groups = [(period, [row for row in rows if row.task.period is period]) for period in Period]
    return [(period, *first_and_last_day([row.task for row in found]), found) for period, found in groups if found]


def chosen(rows: Sequence[Row], only: str, just: str = "") -> list[Row]:
    """The rows in the states of `only`, a word of ONLY, and the one that was `just` ticked off or opened again."""
    return [row for row in rows if row.task.state in ONLY[only][1] or row.task.key == just]


def filters(rows: Sequence[Row], only: str) -> list[tuple[str, str, int, bool]]:
    """Each choice of rows: its word in the address, its title, how many there are, and whether it is chosen."""
    return [(word, title, len(chosen(rows, word)), word == only) for word, (title, _) in ONLY.items()]
