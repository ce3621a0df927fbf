"""A task before it has its dates: what it takes, what it waits for, and by when it has to be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from bedside.calendar.months import add_months
from bedside.evidence.money import Dollars
from bedside.evidence.reason import Reason
from bedside.plan.results import Period, TaskState
from bedside.plan.roadmap.diary.working_days import Window
from bedside.plan.situation import Situation


@dataclass(frozen=True, slots=True)
class Draft:
    """A task before it has its dates.

    `days` are calendar days of own work, `lead_time_days` the days of waiting for others after it.
    `not_before` and `due` are inclusive. `fixed` holds the days of what is done, booked or dated by the season;
    `until` is the last day of what goes on, whenever it begins.
    `on_same_day` lets it begin on the day on which what it depends on ends. `leave_days` are working days, and
    `weeks` makes it a rotation of up to that many whole weeks,
    and of `shortest` at least. `wish` ranks what money or leave may refuse:
    None has to be done whatever it costs, 1 comes before 2. `closed` are windows it must not touch.
    `ticked_on` and `record_under` are those of the task, and `unticked` is what it would be without its tick.
    """

    key: str
    title: str
    why: str
    period: Period
    slips: str
    because: tuple[Reason, ...]
    days: int = 1
    lead_time_days: int = 0
    hours: float = 0.0
    weekly_hours: float | None = None
    cost: Dollars | None = None
    cost_per_week: Dollars | None = None
    depends_on: tuple[str, ...] = ()
    not_before: date | None = None
    not_finished_before: date | None = None
    due: date | None = None
    fixed: Window | None = None
    until: date | None = None
    state: TaskState = TaskState.PLANNED
    on_same_day: bool = False
    leave_days: float = 0.0
    paid_leave_days: float = 0.0
    unpaid_leave_days: float = 0.0
    weeks: int = 0
    shortest: int = 1
    wish: int | None = None
    closed: tuple[Window, ...] = ()
    needs_leave: bool = False
    check_status_first: bool = False
    ticked_on: date | None = None
    record_under: str = ""
    unticked: Draft | None = None

    @property
    def whole_days(self) -> int:
        """Calendar days from start to finish, both inclusive."""
        return max(1, self.days + self.lead_time_days)


def planned(situation: Situation, reading: str, **said: Any) -> Draft:
    """A draft with the days, hours and reasons of a kind of task; `said` holds the rest of its fields.

    Fields in `said` win; its `because` comes before the readings.
    """
    because = (*said.pop("because", ()), *readings_of(situation, reading))
    least: dict[str, Any] = {"days": days_of(situation, reading), "hours": hours_of(situation, reading), "key": reading}
    return Draft(**(least | said), because=because)


def finished(key: str, title: str, period: Period, day: date, says: str, because: tuple[Reason, ...]) -> Draft:
    """A task that the dossier shows as done on `day`."""
    return Draft(
        key=key,
        title=title,
        why=says,
        period=period,
        slips="Nothing: it is done.",
        because=because,
        fixed=(day, day),
        state=TaskState.DONE,
    )


def days_of(situation: Situation, reading: str) -> int:
    """The least calendar days that a kind of task is planned with."""
    return max(1, int(situation.number(f"reading.task.{reading}.days")))


def hours_of(situation: Situation, reading: str) -> float:
    """The hours that a kind of task is planned with; none where they are given elsewhere."""
    name = f"reading.task.{reading}.hours"
    return situation.number(name) if name in situation.evidence else 0.0


def readings_of(situation: Situation, reading: str) -> tuple[Reason, ...]:
    """The reading a kind of task is planned with, as a reason: its hours, or its days where it has no hours."""
    hours = f"reading.task.{reading}.hours"
    return situation.because(hours if hours in situation.evidence else f"reading.task.{reading}.days")


def months_before_submission(situation: Situation, reading: str) -> date:
    """The earliest day on which a kind of task starts, counted back from the day of submission."""
    months = int(situation.number(f"reading.task.{reading}.months-before"))
    return add_months(situation.submission, -months)


def first_months_end(situation: Situation) -> date:
    """The last day of the first months, in which the ground is cleared; never after the next deadline."""
    months = int(situation.number("reading.three-month-window"))
    return min(add_months(situation.as_of, months), max(situation.as_of, situation.next_deadline))
