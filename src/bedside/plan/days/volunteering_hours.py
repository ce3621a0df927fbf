"""The hours a week of clinical volunteering that a plan counts on."""

from __future__ import annotations

from bedside.plan.results import Plan, Task

_DAYS_OF_A_WEEK = 7
_WEEKLY = ("volunteering.weekly", "volunteering.keep-going", "booked.volunteering")


def volunteering_hours(plan: Plan) -> float:
    """What goes on, what is booked or what the plan adds, in half hours a week; 0 where it counts on none."""
    those = [task for task in plan.roadmap.tasks if goes_on_weekly(task)]
    return round(2 * sum(_a_week(task) for task in those)) / 2


def goes_on_weekly(task: Task) -> bool:
    """Whether a task is volunteering that goes on week by week."""
    return task.key.startswith(_WEEKLY)


def _a_week(task: Task) -> float:
    days = (task.finish - task.start).days + 1
    return task.hours * _DAYS_OF_A_WEEK / days if days > 0 else 0.0
