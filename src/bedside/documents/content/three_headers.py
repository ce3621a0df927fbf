"""The page with three headers: within the full report, and alone on one sheet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.documents.blocks import (
    Block,
    Bullets,
    Card,
    Cell,
    Document,
    Facts,
    Heading,
    Line,
    Mark,
    Paragraph,
    Sheet,
    Table,
    Tone,
)
from bedside.documents.content.citations import Citations
from bedside.documents.content.cover import NOT_CHOSEN, due, subtitle
from bedside.documents.wording import LONGEST_TITLE, in_full, shortened
from bedside.plan.results import Plan, SevenDayResult, Task, ThreeHeaders
from bedside.standing.results import Row, Standing

_MOST_ROWS, _MOST_TASKS, _MOST_ITEMS = 8, 8, 4


def summary_document(dossier: Dossier, standing: Standing, plan: Plan) -> Document:
    """The page with three headers as one sheet; what is very long is shortened and ends in an ellipsis."""
    name = dossier.identity.name
    return Document(
        title=shortened(name, LONGEST_TITLE),
        subtitle=subtitle(standing.as_of, plan.season),
        author=shortened(name, LONGEST_TITLE),
        as_of=standing.as_of,
        blocks=tuple(three_header_blocks(plan.three_headers, 1)),
        kicker=f"One page for the {plan.season.match_year} Match",
        one_sheet=True,
    )


def page_blocks(headers: ThreeHeaders, cite: Citations) -> Iterator[Block]:
    """The page as a section of the full report, with its sources."""
    yield Sheet((Heading("The page with three headers"), *three_header_blocks(headers, 2, cite)))


def three_header_blocks(headers: ThreeHeaders, level: int, cite: Citations | None = None) -> Iterator[Block]:
    """The three headers, each with what belongs under it, and the one task for seven days."""
    if not headers.complete:
        says = "This page cannot be filled in honestly yet. First:"
        yield Card("Not complete", (Paragraph(says), Bullets(_first(headers.missing))), Tone.CARE)
    yield Heading("Where I actually am", level)
    yield _rows(headers.where_i_actually_am, cite)
    yield Heading(f"What my profile must look like by {in_full(headers.by)}", level)
    yield _rows(headers.what_my_profile_must_look_like, cite)
    yield Heading(f"What I will change by {in_full(headers.until)}", level)
    yield _tasks(headers.what_i_will_change, headers.until)
    yield _seven_days(headers.seven_day_task)


def _first(items: tuple[str, ...]) -> tuple[str, ...]:
    shown = tuple(shortened(item, LONGEST_TITLE) for item in items[:_MOST_ITEMS])
    return (*shown, f"and {len(items) - _MOST_ITEMS} more") if len(items) > _MOST_ITEMS else shown


def _rows(rows: tuple[Row, ...], cite: Citations | None) -> Block:
    if not rows:
        return Paragraph("Nothing is here yet.")
    return Facts(tuple((shortened(row.title, LONGEST_TITLE), _row(row, cite)) for row in rows[:_MOST_ROWS]))


def _row(row: Row, cite: Citations | None) -> Cell:
    sources = cite(row.because) if cite else ()
    return Line(shortened(row.says), sources=sources, mark=None if row.complete else Mark.UNKNOWN)


def _tasks(tasks: tuple[Task, ...], until: date) -> Block:
    if not tasks:
        return Paragraph(f"Nothing is planned up to {in_full(until)}.")
    rows = [(Line(shortened(task.title, LONGEST_TITLE)), due(task)) for task in tasks[:_MOST_TASKS]]
    if len(tasks) > _MOST_TASKS:
        rows.append((Line(f"and {len(tasks) - _MOST_TASKS} more in the full plan", quiet=True), ""))
    return Table(head=("What", "Last day"), rows=tuple(rows), widths=(5, 1.4))


def _seven_days(task: SevenDayResult) -> Card:
    blocks: list[Block] = [Paragraph(shortened(task.task or NOT_CHOSEN))]
    if task.says:
        blocks.append(Paragraph(shortened(task.says), quiet=True))
    if task.task is None and task.suggestions:
        blocks.append(Bullets(_first(task.suggestions)))
    return Card("The one thing for the next seven days", tuple(blocks), Tone.NOTE)
