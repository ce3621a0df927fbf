"""The page with three headers: where I actually am, what the file must look like, what changes in three months."""

from __future__ import annotations

from bedside.calendar.months import add_months
from bedside.plan.results import Roadmap, SevenDayResult, Task, TaskState, ThreeHeaders
from bedside.plan.situation import Situation
from bedside.plan.target_profile import target_profile


def three_headers(situation: Situation, roadmap: Roadmap, task: SevenDayResult, may_go_on: bool) -> ThreeHeaders:
    """The page, and whether the first header can be filled honestly; where not, what to fill in first."""
    rows = situation.standing.write_out
    missing = tuple(row.title for row in rows if not row.complete)
    until = add_months(situation.as_of, int(situation.number("reading.three-month-window")))
    return ThreeHeaders(
        where_i_actually_am=rows,
        what_my_profile_must_look_like=target_profile(situation, roadmap) if may_go_on else (),
        by=situation.files_opened,
        what_i_will_change=_next_tasks(situation, roadmap),
        until=until,
        complete=not missing,
        missing=missing,
        seven_day_task=task,
        files_are_open=situation.files_opened < situation.as_of,
    )


def _next_tasks(situation: Situation, roadmap: Roadmap) -> tuple[Task, ...]:
    """Tasks that begin in the next months, the most pressing ones, in the order in which they begin."""
    until = add_months(situation.as_of, int(situation.number("reading.three-month-window")))
    ahead = [
        task
        for task in roadmap.tasks
        if task.state in (TaskState.PLANNED, TaskState.LATE, TaskState.BOOKED)
        and situation.as_of <= task.start < until
        and (task.hours or task.paid_leave_days or task.unpaid_leave_days)
        and not task.key.startswith(("volunteering.keep", "booked.application"))
    ]
    pressing = sorted(ahead, key=lambda task: (task.latest_finish, task.start, task.key))
    shown = pressing[: int(situation.number("reading.three-month-tasks"))]
    return tuple(sorted(shown, key=lambda task: (task.start, task.finish, task.key)))
