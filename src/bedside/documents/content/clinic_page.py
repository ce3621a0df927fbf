"""The way back into the clinic: three dimensions, places side by side, what to ask, messages, hours and letters."""

from __future__ import annotations

from collections.abc import Iterator

from bedside.clinical.results import (
    Clinic,
    Compared,
    FactSheet,
    Letters,
    OutreachResult,
    Request,
    Seen,
    Sign,
    Volunteering,
    WarningSign,
    WayBack,
    WeeksAlike,
)
from bedside.documents.blocks import (
    Block,
    Bullets,
    Card,
    Check,
    Checklist,
    Document,
    Facts,
    Heading,
    Line,
    Mark,
    Paragraph,
    Table,
    Tone,
)
from bedside.documents.content.citations import Citations
from bedside.documents.wording import NOT_KNOWN, capitalised, count, dollars, in_full, joined, number, stretch

TITLE = "Back into the clinic"
NO_PLACES = (
    "No place is in your file yet. Write down two or three, also ones you are unsure of: beside each other it shows "
    "what each costs, what it takes, and what to ask before paying."
)
NO_LETTERS = "No letter is in your file yet. Write down whoever could write one, also before you ask."
IS_OVER = (
    "Its days have gone by. If you were there, write it into your timeline; if not, set it to left aside, or give it "
    "new days."
)
STATUS_FIRST = "Check your status first: ask an immigration lawyer or your school before you agree to it."

SEEN = {Seen.SHOWN: Mark.YES, Seen.NOT_SHOWN: Mark.NOT_NEEDED, Seen.NOT_SAID: Mark.UNKNOWN}
SIGNS = {Sign.THERE: Mark.HIGH, Sign.NOT_THERE: Mark.LOW, Sign.NOT_ASKED: Mark.UNKNOWN}


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
    )


def clinic_blocks(clinic: Clinic, cite: Citations) -> Iterator[Block]:
    """Every part, in the order in which it is read."""
    yield from _way_back(clinic.way_back, cite)
    yield from _places(clinic, cite)
    yield from _outreach(clinic.outreach, clinic.requests, cite)
    yield from _volunteering(clinic.volunteering, cite)
    yield from _letters(clinic.letters, cite)


def place_facts(place: Compared) -> Iterator[tuple[str, str]]:
    """What is known of one place, by the names of what is compared; unknown is said as such."""
    yield "Where", ", ".join(part for part in (place.organization, place.setting) if part) or NOT_KNOWN
    yield "Structure", place.structure or NOT_KNOWN
    yield "Contact with patients", place.contact or NOT_KNOWN
    yield "When", when_of(place)
    yield "When files are opened", place.recency_says
    yield "Letter", place.letter_says
    yield "Cost", cost_of(place)
    yield "Leave it takes", leave_of(place)
    if place.ask_by_says:
        yield "Last day to ask", place.ask_by_says
    if place.check_status_first:
        yield "Status", STATUS_FIRST


def when_of(place: Compared) -> str:
    """Its days, and how many weeks they are; as far as they are known."""
    if place.days_in_words or place.first_day is None or place.last_day is None:
        return place.days_in_words
    weeks = f", {count(place.weeks, 'week')}" if place.weeks else ""
    return f"{stretch(place.first_day, place.last_day)}{weeks}"


def cost_of(place: Compared) -> str:
    """What it costs a week and in all, and what of it has no price yet."""
    if place.cost is None:
        return NOT_KNOWN
    a_week = f"{dollars(place.cost_per_week)} a week, " if place.cost_per_week else ""
    without = f", without {joined(list(place.not_priced))}: not known" if place.not_priced else ""
    return f"{a_week}{dollars(place.cost)} in all{without}"


def leave_of(place: Compared) -> str:
    """Days of paid leave and days without pay, as far as they are said."""
    paid, unpaid = place.paid_leave_days, place.unpaid_leave_days
    if paid is None and unpaid is None:
        return NOT_KNOWN
    parts = [count(paid, "day of paid leave", "days of paid leave")] if paid else []
    parts += [f"{count(unpaid, 'day')} without pay"] if unpaid else []
    return joined(parts) or "none"


def hours_of(run: WeeksAlike) -> str:
    """The hours of weeks that are alike."""
    return f"{number(run.hours)} hours a week" if run.hours is not None else f"hours {NOT_KNOWN}"


def weeks_of(run: WeeksAlike) -> str:
    """Which weeks these are, by their Mondays."""
    return f"{count(run.weeks, 'week')} from {in_full(run.first_monday)}"


def fact_sheet_document(sheet: FactSheet, clinic: Clinic, name: str) -> Document:
    """The sheet of facts for one writer."""
    return Document(
        title=f"Facts for {sheet.writer}",
        subtitle=sheet.says,
        author=name,
        as_of=clinic.as_of,
        blocks=(Facts(sheet.facts), Heading("What the letter could speak to", 2), Bullets(sheet.asks)),
    )


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


def _places(clinic: Clinic, cite: Citations) -> Iterator[Block]:
    yield Heading("Places side by side")
    places = clinic.comparison.places
    if not places:
        yield Paragraph(NO_PLACES)
        return
    titles = {place.entry: place.title for place in places}
    yield Paragraph("Three orders that pull in different directions. They are never added up into one.")
    for order in clinic.comparison.preferences:
        groups = [
            f"{capitalised(value)}: {joined([titles[entry] for entry in entries])}" for value, entries in order.groups
        ]
        yield Table(
            ("Order", "First to last"), ((Line(order.title, cite(order.because), strong=True), tuple(groups)),), (2, 4)
        )
    for place in places:
        yield Heading(f"{place.title} ({place.kind}, {place.state})", 2)
        if place.why_not:
            yield Card("Not on a calendar yet", (Paragraph(place.why_not),), Tone.CARE)
        if place.is_over:
            yield Paragraph(IS_OVER)
        if place.needs_a_booking:
            yield Paragraph("It is booked here and not yet among your bookings, so the plan does not know it.")
        yield Facts((*place_facts(place), ("Rests on", Line("your file", cite(place.because)))))
        yield from _signs(place, cite)


def _signs(place: Compared, cite: Citations) -> Iterator[Block]:
    open_signs = (*place.signs_there, *place.signs_not_asked)
    if not open_signs:
        yield Paragraph("Every warning sign was asked about, and none is there.")
        return
    yield Checklist(tuple(_check(sign, cite) for sign in open_signs))


def _check(sign: WarningSign, cite: Citations) -> Check:
    lines = (Line(f"{sign.title}. {sign.why}", cite(sign.because)), Line(f"Ask: {sign.ask}", quiet=True))
    return Check(str(sign.sign), SIGNS[sign.sign], lines)


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
        yield Table(
            ("To", "Answer", "Next"), tuple((row.to, row.answer, row.next_step) for row in found.rows), (2, 1, 4)
        )
    yield Heading("What to put into a message", 2)
    for one in requests:
        yield Heading(f"{one.title}, to {one.to}", 3)
        if one.ask_first:
            yield Paragraph(one.ask_first)
        yield Bullets(tuple(capitalised(point) for point in one.holds))
        if sources := cite(one.because):
            yield Paragraph("Sources:", quiet=True, sources=sources)


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
                (one.state, one.age_says),
                (joined(list(one.speaks_to)) or "not said", f"right to read it given up: {one.waived}"),
                Line(one.next_step, cite(one.because)),
            )
            for one in found.letters
        ),
        (2, 3, 2, 3),
    )
