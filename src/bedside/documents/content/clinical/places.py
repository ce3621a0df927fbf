"""Places beside each other in a document: a table, three orders, each place by itself, and what to ask of which."""

from __future__ import annotations

from collections.abc import Iterator

from bedside.clinical.results import Clinic, Compared, Sign, WarningSign
from bedside.documents.blocks import (
    Block,
    Card,
    Cell,
    Check,
    Checklist,
    Facts,
    Heading,
    Line,
    Mark,
    Paragraph,
    Table,
    Tone,
)
from bedside.documents.content.citations import Citations
from bedside.documents.wording import NOT_KNOWN, capitalised, count, dollars, joined, stretch

MOST_NAMED = 6
"""How many places a question names; where it is open for more, it says how many."""

NO_PLACES = (
    "No place is in your file yet. Write down two or three, also ones you are unsure of: beside each other it shows "
    "what each costs, what it takes, and what to ask before paying."
)
IS_OVER = (
    "Its days have gone by. If you were there, write it into your timeline; if not, set it to left aside, or give it "
    "new days."
)
STATUS_FIRST = "Check your status first: ask an immigration lawyer or your school before you agree to it."


SIGNS = {Sign.THERE: Mark.HIGH, Sign.NOT_THERE: Mark.LOW, Sign.NOT_ASKED: Mark.UNKNOWN}


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
    held = f" ({place.paid_leave_held})" if place.paid_leave_held else ""
    parts = [count(paid, "day of paid leave", "days of paid leave") + held] if paid else []
    parts += [f"{count(unpaid, 'day')} without pay"] if unpaid else []
    return joined(parts) or "none"


def places_blocks(clinic: Clinic, cite: Citations) -> Iterator[Block]:
    """The comparison as a table, the three orders, each place, and the questions that are open."""
    yield Heading("Places side by side")
    places = clinic.comparison.places
    if not places:
        yield Paragraph(NO_PLACES)
        return
    yield Table(
        ("Place", "When files are opened", "Cost", "Leave", "Last day to ask"),
        tuple(_side_by_side(place) for place in places),
        (2, 2, 2, 1.5, 2),
    )
    titles = {place.entry: place.label for place in places}
    if clinic.comparison.preferences:
        yield Paragraph("Three orders that pull in different directions. They are never added up into one.")
    for order in clinic.comparison.preferences:
        groups = [
            f"{capitalised(value)}: {joined([titles[entry] for entry in entries])}" for value, entries in order.groups
        ]
        yield Table(
            ("Order", "First to last"), ((Line(order.title, cite(order.because), strong=True), tuple(groups)),), (2, 4)
        )
    for place in places:
        yield Heading(f"{place.label} ({place.kind}, {place.state})", 2)
        if place.why_not:
            yield Card("Not on a calendar yet", (Paragraph(place.why_not),), Tone.CARE)
        if place.is_over and not place.is_out:
            yield Paragraph(IS_OVER)
        if place.needs_a_booking:
            yield Paragraph("It is booked here and not yet among your bookings, so the plan does not know it.")
        yield Facts((*place_facts(place), ("Rests on", Line("your file", cite(place.because)))))
        yield from _signs(place, cite)
    yield from _questions(tuple(place for place in places if not place.is_out), cite)


def _side_by_side(place: Compared) -> tuple[Cell, ...]:
    marked = (Line("status first", quiet=True),) if place.check_status_first else ()
    return (
        (Line(place.label, strong=True), Line(f"{place.kind}, {place.state}", quiet=True), *marked),
        place.recency_says,
        cost_of(place),
        leave_of(place),
        place.ask_by_says or "–",
    )


def _signs(place: Compared, cite: Citations) -> Iterator[Block]:
    there, open_ones = place.signs_there, () if place.is_out else place.signs_not_asked
    if there:
        yield Checklist(tuple(_check(sign, cite) for sign in there))
    if open_ones:
        yield Paragraph(
            f"{capitalised(count(len(open_ones), 'question'))} not asked yet; they stand below.", quiet=True
        )
    elif not there and not place.signs_not_asked:
        yield Paragraph("Every warning sign was asked about, and none is there.")


def _questions(places: tuple[Compared, ...], cite: Citations) -> Iterator[Block]:
    """Every question that is open anywhere, once, with the places it is open for."""
    open_for: dict[str, list[tuple[str, WarningSign]]] = {}
    for place in places:
        for sign in place.signs_not_asked:
            open_for.setdefault(sign.name, []).append((place.label, sign))
    if not open_for:
        return
    yield Heading("What to ask before paying", 2)
    yield Checklist(tuple(_question(those, len(places), cite) for those in open_for.values()))


def _question(open_for: list[tuple[str, WarningSign]], how_many: int, cite: Citations) -> Check:
    sign = open_for[0][1]
    labels = [label for label, _ in open_for]
    whom = joined(labels) if len(labels) <= MOST_NAMED else f"{len(labels)} places"
    whom = "every place" if len(labels) == how_many else whom
    asked = (Line(f"Ask: {sign.ask}", quiet=True), Line(f"Not asked yet: {whom}.", quiet=True))
    return Check(str(sign.sign), SIGNS[sign.sign], (Line(f"{sign.title}. {sign.why}", cite(sign.because)), *asked))


def _check(sign: WarningSign, cite: Citations) -> Check:
    lines = (Line(f"{sign.title}. {sign.why}", cite(sign.because)), Line(f"Ask: {sign.ask}", quiet=True))
    return Check(str(sign.sign), SIGNS[sign.sign], lines)
