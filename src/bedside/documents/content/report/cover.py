"""The first page: what matters most, in a few lines, and the days of the season."""

from __future__ import annotations

from collections.abc import Iterator

from bedside.documents.blocks import Block, Card, Facts
from bedside.documents.charts import levels
from bedside.documents.charts.over_time import money, timeline
from bedside.documents.content.citations import Citations
from bedside.documents.content.plan.roadmap import due
from bedside.documents.content.season_days import season_table
from bedside.documents.content.standing.standing import attention
from bedside.documents.wording import LONGEST_TITLE, count, in_short, shortened
from bedside.plan.results import Plan, SevenDayResult, TaskState
from bedside.standing.results import Standing

_FIRST_STEPS = 3
NOT_CHOSEN = "Not chosen yet."


def cover_blocks(standing: Standing, plan: Plan, cite: Citations) -> Iterator[Block]:
    """The short version, and the days of the season."""
    yield Card("In short", (Facts(tuple(_in_short(standing, plan))),))
    yield season_table(plan.season, cite)


def short_version(standing: Standing, plan: Plan) -> Card:
    """What matters most, in five lines: what needs attention, the plan, money, the next step, the next seven days."""
    rows = (
        ("Needs attention", attention(standing)),
        ("The plan", f"{plan.decision.title}. {timeline.finding(plan.roadmap.tasks, plan.season)}."),
        ("Money", plan.budget.says or f"{money.finding(plan.budget)}."),
        ("Next step", _first_steps(plan)[:1] or ("None is open.",)),
        ("Next seven days", seven_days_line(plan.three_headers.seven_day_task)),
    )
    return Card("In short", (Facts(rows),))


def seven_days_line(task: SevenDayResult) -> str:
    """The task, and by when it is done or looked at again."""
    if task.task is None:
        return NOT_CHOSEN
    if task.done_on is not None:
        return f"{task.task.removesuffix('.')} (done on {in_short(task.done_on)})"
    if task.check_back is None:
        return task.task
    return f"{task.task.removesuffix('.')} (look again on {in_short(task.check_back)})"


def _in_short(standing: Standing, plan: Plan) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    yield "Your decision", plan.decision.title
    yield "Needs attention", attention(standing)
    if standing.risk_factors:
        yield "Where you are", f"{levels.finding(standing.risk_factors, standing.files_opened)}."
    if plan.roadmap.tasks:
        yield "The plan", f"{timeline.finding(plan.roadmap.tasks, plan.season)}."
    if plan.budget.months:
        yield "Money", plan.budget.says or f"{money.finding(plan.budget)}."
    late = [task for task in plan.roadmap.tasks if task.state is TaskState.LATE]
    if late:
        yield "Late already", f"{count(len(late), 'task')}, marked in the plan. What waits for them is late too."
    if steps := _first_steps(plan):
        yield "First steps", steps[:_FIRST_STEPS]
    yield "Next seven days", shortened(seven_days_line(plan.three_headers.seven_day_task))


def _first_steps(plan: Plan) -> tuple[str, ...]:
    """What is open, by the day on which it begins, each with its last day."""
    open_tasks = [task for task in plan.roadmap.tasks if task.state in (TaskState.PLANNED, TaskState.LATE)]
    in_order = sorted(open_tasks, key=lambda task: (task.start, task.latest_finish))
    return tuple(f"{shortened(task.title, LONGEST_TITLE)}: {due(task)}" for task in in_order)
