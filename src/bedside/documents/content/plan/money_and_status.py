"""Money by month, status and licence as information, the calendar audit, and other ways to stay in medicine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bedside.documents.blocks import Block, Bullets, Cell, Facts, Heading, Line, Paragraph, Table
from bedside.documents.charts.over_time.money import money_chart, money_table
from bedside.documents.content.citations import Citations, rests_on
from bedside.documents.content.marks import ANSWERS, BOOKED, conditions
from bedside.documents.wording import dollars, in_full
from bedside.evidence.money import exactly
from bedside.plan.results import Budget, CalendarAudit, StatusNote, VisaComparison


def money_blocks(budget: Budget, cite: Citations) -> Iterator[Block]:
    """The budget by month: total, floor, picture, and what could not be priced."""
    yield Heading("Money")
    if not budget.months:
        yield Paragraph("Nothing is planned that costs money.")
        return
    floor = dollars(exactly(budget.floor)) if budget.floor is not None else "not in your file"
    yield Facts((("The whole journey", total(budget)), ("Your floor", floor)))
    cite(reason for month in budget.months for spending in month.spending for reason in spending.because)
    chart = money_chart(budget)
    if chart is None:
        yield Paragraph("What you have is not in your file, so what is left cannot be shown.")
        yield money_table(budget)
    else:
        yield chart
    if budget.not_priced:
        yield Heading("Not priced", 2)
        yield Paragraph("There is no figure for these costs. They come on top.")
        yield Bullets(budget.not_priced)
    if (quiet := rests_on(budget.because, cite)) is not None:
        yield quiet


def total(budget: Budget) -> str:
    """What the whole journey costs; at least that, where something has no price."""
    amount = dollars(budget.total)
    return budget.says_total or (f"At least {amount}." if budget.not_priced else f"{amount}.")


def status_blocks(
    notes: Sequence[StatusNote], comparison: Sequence[VisaComparison], cite: Citations
) -> Iterator[Block]:
    """Status and licences as information with source and date, and J-1 beside H-1B."""
    yield Heading("Status")
    yield Paragraph(
        "Information with its source and the day it was read. It decides nothing about your own case: the people "
        "named at each note do."
    )
    if not notes:
        yield Paragraph("Nothing in your file asks for a note on status.")
    yield from note_blocks(notes, cite)
    if comparison:
        yield Heading("J-1 beside H-1B", 2)
        yield Table(
            head=("", "J-1", "H-1B"),
            rows=tuple(
                (Line(row.topic, strong=True), row.j1, Line(row.h1b, sources=cite(row.because))) for row in comparison
            ),
            widths=(1.4, 2.6, 3.6),
        )


def note_blocks(notes: Sequence[StatusNote], cite: Citations) -> Iterator[Block]:
    """Each note beside its title and its day, with who is to be asked; once where all name the same."""
    asked = {note.ask for note in notes}
    alike = asked.pop() if len(asked) == 1 else ""
    if notes:
        yield Facts(tuple((_titled(note), _note(note, alike, cite)) for note in notes))
    if alike:
        yield Paragraph(f"For {'this' if len(notes) == 1 else 'each of these'}: ask {alike}.", quiet=True)


def _titled(note: StatusNote) -> str:
    return f"{note.title}, {in_full(note.day)}" if note.day else note.title


def _note(note: StatusNote, alike: str, cite: Citations) -> Cell:
    ask = f" Ask {note.ask}." if note.ask and note.ask != alike else ""
    return Line(f"{note.says}{ask}", sources=cite(note.because))


def alternatives_blocks(alternatives: Sequence[StatusNote], cite: Citations) -> Iterator[Block]:
    """Other ways to stay in medicine, where the plan names any."""
    if alternatives:
        yield Heading("Other ways to stay in medicine")
        yield Paragraph("These are ways, not consolations. They are here so that they are at hand when you want them.")
        yield from note_blocks(alternatives, cite)


def audit_blocks(audit: CalendarAudit, cite: Citations) -> Iterator[Block]:
    """Four items on what is really booked, and whether any of it costs something."""
    yield Heading("Calendar audit")
    yield Paragraph("This looks only at what you have really booked, not at the plan above.")
    yield conditions(audit.items, cite, BOOKED)
    yield Paragraph("Does any of it cost you something?", quiet=True)
    yield conditions((audit.costs_something,), cite, ANSWERS)
    yield Paragraph(audit.says)
