"""The page with three headers: within the full report, and alone on one sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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
    OneSheet,
    Paragraph,
    Table,
    Tone,
)
from bedside.documents.content.citations import Citations
from bedside.documents.content.plan.roadmap import due
from bedside.documents.content.report.cover import NOT_CHOSEN
from bedside.documents.content.season_days import subtitle
from bedside.documents.wording import LONGEST, LONGEST_TITLE, in_full, shortened
from bedside.plan.results import Plan, SevenDayResult, Task, ThreeHeaders
from bedside.standing.results import Row, Standing

_MOST_ROWS, _MOST_TASKS, _MOST_ITEMS = 8, 8, 4


def summary_document(dossier: Dossier, standing: Standing, plan: Plan) -> Document:
    """The page with three headers as one sheet."""
    name = dossier.identity.name
    return Document(
        title=shortened(name, LONGEST_TITLE),
        subtitle=subtitle(standing.as_of, plan.season),
        author=shortened(name, LONGEST_TITLE),
        as_of=standing.as_of,
        blocks=tuple(_Page(plan.three_headers, 1).blocks()),
        shorter=tuple(_Page(plan.three_headers, 1, short=True).blocks()),
        kicker=f"One page for the {plan.season.match_year} Match",
        one_sheet=True,
    )


def page_blocks(headers: ThreeHeaders, cite: Citations) -> Iterator[Block]:
    """The page as a section of the full report, with its sources."""
    title = Heading("The page with three headers")
    full, short = _Page(headers, 2, cite), _Page(headers, 2, cite, short=True)
    yield OneSheet((title, *full.blocks()), (title, *short.blocks()))


@dataclass(frozen=True, slots=True)
class _Page:
    """The three headers, each with what belongs under it, and the one task for seven days.

    `short` cuts long texts and long lists, for a sheet that would not hold them.
    """

    headers: ThreeHeaders
    level: int
    cite: Citations | None = None
    short: bool = False

    def blocks(self) -> Iterator[Block]:
        """The page, top to bottom."""
        headers = self.headers
        if not headers.complete:
            says = Paragraph("This page cannot be filled in honestly yet. First:")
            yield Card("Not complete", (says, Bullets(self._first(headers.missing))), Tone.CARE)
        yield Heading("Where I actually am", self.level)
        yield self._rows(headers.where_i_actually_am)
        yield Heading(headers.profile_title, self.level)
        yield self._rows(headers.what_my_profile_must_look_like)
        yield Heading(f"What I will change by {in_full(headers.until)}", self.level)
        yield self._tasks(headers.what_i_will_change)
        yield self._seven_days(headers.seven_day_task)

    def _cut(self, words: str, longest: int = LONGEST) -> str:
        return shortened(words, longest) if self.short else words

    def _first(self, items: tuple[str, ...]) -> tuple[str, ...]:
        most = _MOST_ITEMS if self.short else len(items)
        shown = tuple(self._cut(item, LONGEST_TITLE) for item in items[:most])
        return (*shown, f"and {len(items) - most} more") if len(items) > most else shown

    def _rows(self, rows: tuple[Row, ...]) -> Block:
        if not rows:
            return Paragraph("Nothing is here yet.")
        shown = rows[:_MOST_ROWS] if self.short else rows
        return Facts(tuple((self._cut(row.title, LONGEST_TITLE), self._row(row)) for row in shown))

    def _row(self, row: Row) -> Cell:
        sources = self.cite(row.because) if self.cite else ()
        return Line(self._cut(row.says), sources=sources, mark=None if row.complete else Mark.UNKNOWN)

    def _tasks(self, tasks: tuple[Task, ...]) -> Block:
        if not tasks:
            return Paragraph(f"Nothing is planned up to {in_full(self.headers.until)}.")
        most = _MOST_TASKS if self.short else len(tasks)
        rows = [(Line(self._cut(task.title, LONGEST_TITLE)), due(task)) for task in tasks[:most]]
        if len(tasks) > most:
            rows.append((Line(f"and {len(tasks) - most} more in the full plan", quiet=True), ""))
        return Table(head=("What", "Last day"), rows=tuple(rows), widths=(5, 1.4))

    def _seven_days(self, task: SevenDayResult) -> Card:
        blocks: list[Block] = [Paragraph(self._cut(task.task or NOT_CHOSEN))]
        if task.says:
            blocks.append(Paragraph(self._cut(task.says), quiet=True))
        if task.task is None and task.suggestions:
            blocks.append(Bullets(self._first(task.suggestions)))
        return Card("The one thing for the next seven days", tuple(blocks), Tone.NOTE)
