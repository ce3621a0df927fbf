"""The way back into the clinic: three dimensions, places side by side, what to ask, messages, hours and letters."""

from __future__ import annotations

from collections.abc import Iterator

from bedside.clinical.letter_results import Letters
from bedside.clinical.results import (
    Clinic,
    OutreachResult,
    OutreachRow,
    Request,
    Seen,
    Volunteering,
    WayBack,
    WeeksAlike,
)
from bedside.documents.blocks import (
    Block,
    Bullets,
    Card,
    Cell,
    Check,
    Checklist,
    Document,
    Heading,
    Line,
    Mark,
    Paragraph,
    Table,
    Tone,
)
from bedside.documents.content.citations import Citations
from bedside.documents.content.clinical.places import STATUS_FIRST, places_blocks
from bedside.documents.wording import NOT_KNOWN, capitalised, count, in_full, in_short, joined, number

TITLE = "Back into the clinic"
NO_LETTERS = "No letter is in your file yet. Write down whoever could write one, also before you ask."
SEEN = {Seen.SHOWN: Mark.YES, Seen.NOT_SHOWN: Mark.NOT_NEEDED, Seen.NOT_SAID: Mark.UNKNOWN}


def clinic_document(clinic: Clinic, name: str = "") -> Document:
    """All of it as a document with its numbered sources."""
    cite = Citations(clinic.as_of)
    blocks = tuple(clinic_blocks(clinic, cite))
    opened = in_full(clinic.files_opened)
    return Document(
        title=TITLE,
        subtitle=f"As of {in_full(clinic.as_of)} · programs open files on {opened}",
        author=name,
        as_of=clinic.as_of,
        blocks=blocks,
        sources=cite.sources(),
        discreet_title="Pages",
    )


def clinic_blocks(clinic: Clinic, cite: Citations) -> Iterator[Block]:
    """Every part, in the order in which it is read."""
    yield from _way_back(clinic.way_back, cite)
    yield from places_blocks(clinic, cite)
    yield from _outreach(clinic.outreach, clinic.requests, cite)
    yield from _volunteering(clinic.volunteering, cite)
    yield from _letters(clinic.letters, cite)


def hours_of(run: WeeksAlike) -> str:
    """The hours of weeks that are alike; where there are none, nothing is in the file, and more may have been."""
    if run.hours == 0:
        return "none in your file"
    return f"{number(run.hours)} hours a week" if run.hours is not None else f"hours {NOT_KNOWN}"


def weeks_of(run: WeeksAlike) -> str:
    """Which weeks these are, by their Mondays."""
    return f"{count(run.weeks, 'week')} from {in_full(run.first_monday)}"


def _way_back(found: WayBack, cite: Citations) -> Iterator[Block]:
    yield Heading("What your file shows now")
    yield Checklist(
        tuple(
            Check(
                str(one.seen),
                SEEN[one.seen],
                (Line(f"{one.title}. {one.says}", cite(one.because)), Line(one.ask, quiet=True)),
            )
            for one in found.dimensions
        )
    )
    if found.desk_says:
        yield Card("As readers will see it", (Paragraph(found.desk_says, sources=cite(found.desk_because)),), Tone.NOTE)


def _outreach(found: OutreachResult, requests: tuple[Request, ...], cite: Citations) -> Iterator[Block]:
    yield Heading("Whom you asked")
    yield Paragraph(found.says, sources=cite(found.because))
    if found.by_kind:
        kinds = tuple((one.kind, str(one.sent), str(one.answered), str(one.yes)) for one in found.by_kind)
        yield Table(
            ("Asked for", "Sent", "Answered", "Yes"),
            kinds,
            (4, 1, 1, 1),
            ("left", "right", "right", "right"),
            dense=True,
        )
        yield Table(("To", "Answer", "Next"), tuple(_message(row) for row in found.rows), (2, 1, 4))
    yield Heading("What to put into a message", 2)
    for one in requests:
        yield Heading(f"{one.title}, to {one.to}", 3)
        if one.ask_first:
            yield Paragraph(one.ask_first)
        yield Bullets(tuple(capitalised(point) for point in one.holds))
        if sources := cite(one.because):
            yield Paragraph("Sources:", quiet=True, sources=sources)


def _message(row: OutreachRow) -> tuple[Cell, ...]:
    return (Line(row.to), Line(f"{row.kind}, {in_short(row.sent)}", quiet=True)), row.answer, row.next_step


def _volunteering(found: Volunteering, cite: Citations) -> Iterator[Block]:
    yield Heading("Volunteering, week by week")
    yield Paragraph(found.says)
    rows = tuple((weeks_of(run), "ahead" if run.is_ahead else "done", hours_of(run)) for run in found.runs)
    yield Table(("Weeks", "", "Hours"), rows, (4, 1, 2), dense=True)
    yield Bullets((Line(found.settings, cite(found.because)), found.shows))
    if found.check_status_first:
        yield Paragraph(STATUS_FIRST)


def _letters(found: Letters, cite: Citations) -> Iterator[Block]:
    yield Heading("Letters")
    if not found.letters:
        yield Paragraph(NO_LETTERS)
        return
    yield Paragraph(found.says, sources=cite(found.because))
    if found.too_many_says:
        yield Paragraph(found.too_many_says)
    yield Table(
        ("Writer", "State and age", "Speaks to", "Next"),
        tuple(
            (
                (Line(one.writer, strong=True), one.kind),
                (Line(one.state), Line(one.dates_say, quiet=True), Line(one.age_says))
                if one.dates_say
                else (one.state, one.age_says),
                (joined(list(one.speaks_to)) or "not said", f"right to read it given up: {one.waived}"),
                Line(one.next_step, cite(one.because)),
            )
            for one in found.letters
        ),
        (2, 3, 2, 3),
    )
