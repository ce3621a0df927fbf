"""A period ends when its own tasks do, however long something goes on beside them."""

from __future__ import annotations

from datetime import date

import pytest

from bedside.plan.days.periods import first_and_last_day
from bedside.plan.results import Period
from tests.plan.plans import plan_of_example, task


@pytest.mark.parametrize("name", ["h1b-quality-analyst", "citizen-scribe", "opt-research-coordinator"])
def test_weekly_volunteering_does_not_stretch_its_period(name: str) -> None:
    tasks = plan_of_example(name).roadmap.tasks
    weekly = [one for one in tasks if one.key.startswith("volunteering.") and one.key != "volunteering.find"]
    for period in {one.period for one in weekly}:
        beside = [one for one in tasks if one.period is period and one not in weekly]
        days = first_and_last_day([one for one in tasks if one.period is period])
        assert days == (min(one.start for one in beside), max(one.finish for one in beside))


def test_where_there_is_nothing_else_its_days_are_those_of_the_period() -> None:
    weekly = task(plan_of_example("h1b-quality-analyst"), "volunteering.weekly")
    assert first_and_last_day([weekly]) == (weekly.start, weekly.finish)
    assert (weekly.period, weekly.finish > date(2028, 1, 1)) == (Period.REBUILD, True)
