"""The plan month by month holds every task, all leave and all money once."""

from __future__ import annotations

import pytest

from bedside.plan.days.month_by_month import MonthOfPlan, month_by_month, runs
from bedside.plan.results import TaskState
from tests.plan.plans import EXAMPLES, plan_of_example

every_example = pytest.mark.parametrize("name", sorted(path.stem for path in EXAMPLES.glob("*.yaml")))


def months(name: str) -> tuple[MonthOfPlan, ...]:
    plan = plan_of_example(name)
    return month_by_month(plan, plan.roadmap.tasks)


@every_example
def test_every_task_begins_in_one_month_and_ends_in_it_or_a_later_one(name: str) -> None:
    tasks = plan_of_example(name).roadmap.tasks
    assert sorted(one.key for month in months(name) for one in month.begins) == sorted(one.key for one in tasks)
    ends = [one.key for month in months(name) for one in month.ends]
    longer = [one.key for one in tasks if (one.start.year, one.start.month) != (one.finish.year, one.finish.month)]
    assert sorted(ends) == sorted(longer)


@every_example
def test_the_leave_of_all_months_is_that_of_all_tasks_that_fit(name: str) -> None:
    fit = [one for one in plan_of_example(name).roadmap.tasks if one.state is not TaskState.DOES_NOT_FIT]
    assert sum(one.paid_leave_days for one in months(name)) == sum(one.paid_leave_days for one in fit)
    assert sum(one.unpaid_leave_days for one in months(name)) == sum(one.unpaid_leave_days for one in fit)


@every_example
def test_only_months_in_which_nothing_happens_are_put_together(name: str) -> None:
    together = runs(months(name))
    assert tuple(one for run in together for one in run) == months(name)
    assert [one for run in together if len(run) > 1 for one in run if not one.is_quiet] == []


def test_a_month_that_is_over_shows_no_days_of_the_season() -> None:
    plan = plan_of_example("h1b-quality-analyst")
    past = [one for one in months("h1b-quality-analyst") if one.month < plan.as_of.replace(day=1)]
    assert past
    assert [one.season_days for one in past if one.season_days] == []
