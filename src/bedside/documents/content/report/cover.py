"""The first page: for whom, as of when, for which Match, how its days are known, and the short version."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time

from bedside.calendar.season import Event, Season, SeasonDay
from bedside.documents.blocks import Block, Card, Facts, Line, Table
from bedside.documents.charts import levels
from bedside.documents.charts.over_time import money, timeline
from bedside.documents.content.citations import Citations
from bedside.documents.wording import LONGEST_TITLE, NOT_KNOWN, capitalised, count, in_full, in_short, shortened
from bedside.plan.results import Plan, SevenDayResult, Task, TaskState
from bedside.standing.results import Standing, State

_FIRST_STEPS, _MOST_GATES = 3, 3
NOT_CHOSEN = "Not chosen yet."
CAPTION = "The days of this season"


def subtitle(as_of: date, season: Season) -> str:
    """The cover line: as-of date, target Match, and how the day that decides most is known."""
    opened = season.find(Event.FILES_OPENED)
    day = f"on {in_full(opened.day)}, {how_known(opened)}" if opened else f"on a day that is {NOT_KNOWN}"
    return f"As of {in_full(as_of)} · {season.match_year} Match, {season.service} · programs open files {day}"


def how_known(day: SeasonDay) -> str:
    """Published, or predicted by a rule."""
    return "published" if day.published else "predicted"


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


def season_table(season: Season, cite: Citations) -> Table:
    """Every event with its day, and whether the day is published, predicted or not known."""
    known = [
        (capitalised(day.event.value), f"{in_short(day.day)}{_at(day.time)}", Line(how_known(day), cite(day.because)))
        for day in season.days
    ]
    unknown = [(capitalised(event.value), "–", Line(NOT_KNOWN)) for event in season.unknown]
    return Table(
        head=("What", "When", "How it is known"), rows=(*known, *unknown), widths=(4, 3, 2), caption=CAPTION, dense=True
    )


def seven_days_line(task: SevenDayResult) -> str:
    """The task, and by when it is done or looked at again."""
    if task.task is None:
        return NOT_CHOSEN
    if task.done_on is not None:
        return f"{task.task.removesuffix('.')} (done on {in_short(task.done_on)})"
    if task.check_back is None:
        return task.task
    return f"{task.task.removesuffix('.')} (look again on {in_short(task.check_back)})"


def due(task: Task) -> str:
    """The last day that keeps everything on time; for what is late, when it can be done now."""
    if task.latest_finish < task.finish:
        return f"late; done by {in_short(task.finish)} as planned"
    return f"by {in_short(task.latest_finish)}"


def attention(standing: Standing) -> tuple[str, ...]:
    """The gates that are not met or not known, the nearest day first, in at most four lines."""
    open_gates = [gate for gate in standing.gates if gate.state in (State.NOT_MET, State.UNKNOWN)]
    in_order = sorted(open_gates, key=lambda gate: gate.on or date.max)
    shown = tuple(
        f"{gate.title}{f', {in_short(gate.on)}' if gate.on else ''}: {gate.state}" for gate in in_order[:_MOST_GATES]
    )
    more = len(in_order) - len(shown)
    return (*shown, f"and {count(more, 'more gate')}") if more else shown or ("No gate does.",)


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


def next_day(season: Season, as_of: date) -> str:
    """The next day of the season, and how it is known."""
    coming = [day for day in season.days if day.day >= as_of]
    if not coming:
        return "No day of this season is left."
    day = min(coming, key=lambda one: one.day)
    return f"{capitalised(day.event.value)}: {in_short(day.day)}, {how_known(day)}."


def _at(clock: time | None) -> str:
    return f", {clock:%H:%M} Eastern Time" if clock else ""
