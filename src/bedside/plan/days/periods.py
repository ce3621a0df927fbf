"""The days that the tasks of a period take, without what goes on every week beside them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bedside.plan.days.volunteering_hours import goes_on_weekly
from bedside.plan.results import Task


def first_and_last_day(tasks: Sequence[Task]) -> tuple[date, date]:
    """The first and the last day (both inclusive) of at least one task.

    Weekly volunteering runs through every later period as well, so it does not stretch its own; where there is nothing
    else, its days are those of the period.
    """
    counted = [task for task in tasks if not goes_on_weekly(task)] or list(tasks)
    return min(task.start for task in counted), max(task.finish for task in counted)
