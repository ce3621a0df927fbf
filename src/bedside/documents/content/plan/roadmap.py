"""The plan: the timeline, the tasks by period, what does not fit, waiting a season, leave and hours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bedside.documents.blocks import Block, Bullets, Card, Cell, Heading, Line, Mark, Paragraph, Table, Tone
from bedside.documents.charts.over_time.hours import hours_chart
from bedside.documents.charts.over_time.timeline import timeline_charts
from bedside.documents.content.citations import OF_TASKS, Citations
from bedside.documents.content.marks import TASKS
from bedside.documents.wording import count, dollars, hours, in_short, joined, number, stretch
from bedside.plan.days.periods import first_and_last_day
from bedside.plan.results import LeaveYear, Misfit, Period, Plan, Roadmap, Task, TaskState

Numbers = dict[str, int]
STATUS_FIRST = "“Status first” means: ask an immigration lawyer before you agree to it. "


def roadmap_blocks(plan: Plan, cite: Citations) -> Iterator[Block]:
    """The section, from its heading on."""
    yield Heading("The plan")
    tasks = plan.roadmap.tasks
    if not tasks:
        yield Paragraph("Nothing is planned: no task follows from your file and your decision.")
        return
    numbers = {task.key: place for place, task in enumerate(tasks, start=1)}
    cited = cite(reason for task in tasks for reason in task.because)
    marked = STATUS_FIRST if any(task.check_status_first for task in tasks) else ""
    yield Paragraph(
        "From today forwards and from the day of submission backwards. “By” is the last day that keeps everything "
        f"after it on time. What has no price is listed under Money. {marked}How many hours and days a task takes is "
        "Bedside's own reading.",
        sources=tuple(name for name in cited if name == OF_TASKS),
    )
    if plan.roadmap.notes:
        yield Card("Worth knowing first", (Bullets(plan.roadmap.notes),), Tone.NOTE)
    yield from timeline_charts(tasks, plan.season, plan.as_of)
    for period in Period:
        of_period = [task for task in tasks if task.period is period and task.state is not TaskState.DONE]
        if of_period:
            yield Heading(f"{period.value}: {stretch(*first_and_last_day(of_period))}", 2)
            yield _task_table(of_period, numbers, cite)
    yield from _done(tasks, numbers)
    yield from _misfits(plan.roadmap.misfits, plan.roadmap.says_fit, numbers, cite)
    if plan.roadmap.waiting.says:
        yield Heading(f"If you wait for the Match of {plan.roadmap.waiting.match_year}", 2)
        yield Bullets(plan.roadmap.waiting.says)
    yield from _leave_and_hours(plan.roadmap)


def due(task: Task) -> str:
    """The last day that keeps everything on time; for what is late, when it can be done now."""
    if task.latest_finish < task.finish:
        return f"late; done by {in_short(task.finish)} as planned"
    return f"by {in_short(task.latest_finish)}"


def _done(tasks: Sequence[Task], numbers: Numbers) -> Iterator[Block]:
    done = [task for task in tasks if task.state is TaskState.DONE]
    if done:
        yield Heading("Done already", 2)
        yield Bullets(tuple(f"Item {numbers[task.key]}: {task.title}, {in_short(task.finish)}" for task in done))


def _task_table(tasks: Sequence[Task], numbers: Numbers, cite: Citations) -> Table:
    return Table(
        head=("", "Task", "When", "What it takes"),
        rows=tuple((str(numbers[task.key]), _what(task, numbers, cite), _when(task), _takes(task)) for task in tasks),
        widths=(0.4, 6.2, 2.1, 1.8),
        align=("right", "left", "left", "left"),
        key=1,
    )


def _what(task: Task, numbers: Numbers, cite: Citations) -> Cell:
    after = joined([str(numbers[key]) for key in task.depends_on if key in numbers])
    follows = f"After {after}." if after else ""
    sources = tuple(name for name in cite(task.because) if name != OF_TASKS)
    return (
        Line(task.title, strong=True),
        Line(task.why, sources=sources),
        Line(" ".join(part for part in (f"If late: {task.slips}" if task.slips else "", follows) if part), quiet=True),
    )


def _when(task: Task) -> Cell:
    state = Line(task.state.value, mark=TASKS[task.state], strong=True)
    return (
        stretch(task.start, task.finish),
        Line(f"by {in_short(task.latest_finish)}", quiet=True),
        "" if task.state is TaskState.PLANNED else state,
    )


def _takes(task: Task) -> Cell:
    """Money, hours and leave, each on its line where there is any."""
    cost = (dollars(task.cost),) if task.cost is not None and task.cost.high else ()
    leave = ((task.paid_leave_days, "paid leave"), (task.unpaid_leave_days, "without pay"))
    days = tuple(f"{count(days, 'day')} {kind}" for days, kind in leave if days)
    status = (Line("status first", mark=Mark.HIGH),) if task.check_status_first else ()
    return (*cost, *((hours(task.hours),) if task.hours else ()), *days, *status) or ("–",)


def _misfits(misfits: Sequence[Misfit], says_fit: str, numbers: Numbers, cite: Citations) -> Iterator[Block]:
    yield Heading("What does not fit, and the choices", 2)
    if not misfits:
        yield Paragraph(says_fit)
    for misfit in misfits:
        place = f"Item {numbers[misfit.task]}: " if misfit.task in numbers else ""
        yield Card(
            f"{place}{misfit.title}",
            (Paragraph(misfit.says, sources=cite(misfit.because)), Bullets(misfit.choices)),
            Tone.CARE,
        )


def _leave_and_hours(roadmap: Roadmap) -> Iterator[Block]:
    yield Heading("Leave and hours", 2)
    if roadmap.paid_leave:
        yield _leave_table(roadmap.paid_leave)
    else:
        yield Paragraph("Your paid leave is not in your file, so nothing is fitted into it.")
    if (chart := hours_chart(roadmap.hours_by_month)) is not None:
        yield chart


def _leave_table(years: Sequence[LeaveYear]) -> Table:
    return Table(
        head=("Leave year", "Granted", "Kept for interviews", "Planned here", "Left"),
        rows=tuple(
            (
                stretch(year.first_day, year.last_day),
                number(year.granted),
                number(year.kept_for_interviews),
                number(year.used),
                number(year.granted - year.kept_for_interviews - year.used),
            )
            for year in years
        ),
        widths=(3, 1.2, 1.8, 1.4, 1),
        align=("left", "right", "right", "right", "right"),
        caption="Paid leave, in working days",
    )
