"""The plan month by month: what begins and ends in each, and the leave, hours and money it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from bedside.calendar.months import first_of_month, months_from
from bedside.calendar.season import SeasonDay
from bedside.plan.results import HoursOfMonth, MonthOfMoney, Plan, Task, TaskState


@dataclass(frozen=True, slots=True)
class MonthOfPlan:
    """One month (its first day). A task that begins and ends in it stands in `begins` only.

    Leave is counted in the month in which the task that takes it begins, in working days. `hours` and `money` are None
    outside the months for which there are any, and days of the season stand from this month on.
    """

    month: date
    begins: tuple[Task, ...]
    ends: tuple[Task, ...]
    paid_leave_days: float
    unpaid_leave_days: float
    hours: HoursOfMonth | None
    money: MonthOfMoney | None
    season_days: tuple[SeasonDay, ...]

    @property
    def is_quiet(self) -> bool:
        """Whether nothing begins, ends or falls in it."""
        return not (self.begins or self.ends or self.season_days)


def month_by_month(plan: Plan, tasks: Sequence[Task]) -> tuple[MonthOfPlan, ...]:
    """Every month from the first of these tasks, or from today, to the last; what does not fit takes nothing."""
    days = [plan.as_of, *(day for task in tasks for day in (task.start, task.finish))]
    return tuple(_month(plan, tasks, month) for month in months_from(first_of_month(min(days)), max(days)))


def runs(months: Sequence[MonthOfPlan]) -> list[tuple[MonthOfPlan, ...]]:
    """The months one by one, those in a row in which nothing begins or ends together."""
    grouped = groupby(months, key=lambda one: date.min if one.is_quiet else one.month)
    return [tuple(of_run) for _, of_run in grouped]


def _month(plan: Plan, tasks: Sequence[Task], month: date) -> MonthOfPlan:
    begins = tuple(task for task in tasks if first_of_month(task.start) == month)
    takes_leave = [task for task in begins if task.state is not TaskState.DOES_NOT_FIT]
    return MonthOfPlan(
        month=month,
        begins=begins,
        ends=tuple(task for task in tasks if first_of_month(task.finish) == month and task not in begins),
        paid_leave_days=sum(task.paid_leave_days for task in takes_leave),
        unpaid_leave_days=sum(task.unpaid_leave_days for task in takes_leave),
        hours=next((one for one in plan.roadmap.hours_by_month if one.month == month), None),
        money=next((one for one in plan.budget.months if one.month == month), None),
        season_days=tuple(
            day for day in plan.season.days if first_of_month(day.day) == month >= first_of_month(plan.as_of)
        ),
    )
