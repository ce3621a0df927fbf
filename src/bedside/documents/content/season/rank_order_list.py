"""The rank order list as blocks: each place with its chance, what the order does, and the days and rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import time
from typing import TYPE_CHECKING

from bedside.applicant.parts.applications import ApplicationState
from bedside.documents.blocks import Block, Bullets, Cell, Chart, Document, Heading, Line, Paragraph, Table
from bedside.documents.charts.chances.rank_ladder import Rung, rank_ladder
from bedside.documents.content.citations import Citations
from bedside.documents.content.odds.chances import chance_in_words, middle_in_words
from bedside.documents.content.programs.lists import sample_notice, specialty_names
from bedside.documents.content.season.simulated_seasons import simulated_blocks
from bedside.documents.tokens import LIGHT, Theme
from bedside.documents.wording import capitalised, count, in_full, points
from bedside.evidence.library import Evidence
from bedside.odds.results import Estimate
from bedside.programs.directory import Directory
from bedside.season.results import Change, Entry, ListDay, OrderTried, Place, RankOrderList, Said

if TYPE_CHECKING:
    from bedside.season.in_simulated_seasons import InSimulatedSeasons

TITLE = "Your rank order list"
RANGE = "A range holds the truth in about 8 of 10 cases. It is about people with interviews like yours, and no promise."
NOT_COUNTED = "not counted"
ORDER_TITLE = "What the order does"
ORDER_SAYS = (
    "The chance of a match is the same in every order of the same programs. What would take you does not hang on where "
    "you put it: no program sees your list, and the Match gives you the first one of it that has a place for you. So "
    "moving a program up because it seems likely gains nothing, and can cost you one that you want more."
)
DROP_SAYS = (
    "Leaving a program out can only make a match less likely. It is right where you would rather have no match than "
    "that one, because a match binds you."
)
THEN_TITLE, DAYS_TITLE, RULES_TITLE = "If there is no match", "The days", "What holds for every list"
ADD_TITLE, TAKE_TITLE = "One more, one less", "Interviews without a place"


def rank_document(
    found: RankOrderList,
    directory: Directory,
    evidence: Evidence,
    name: str,
    simulated: InSimulatedSeasons | None = None,
) -> Document:
    """The list as a document with its sources, and with simulated seasons where those were asked."""
    cite = Citations(found.as_of)
    blocks = tuple(rank_blocks(found, directory, evidence, cite, simulated))
    subtitle = f"As of {in_full(found.as_of)} · the {found.match_year} Match"
    return Document(TITLE, subtitle, name, found.as_of, blocks, cite.sources())


def rank_blocks(
    found: RankOrderList,
    directory: Directory | None,
    evidence: Evidence,
    cite: Citations,
    simulated: InSimulatedSeasons | None = None,
) -> Iterator[Block]:
    """The section without its title; without a directory nothing is said of a sample."""
    yield from sample_notice(directory)
    yield Paragraph(" ".join((list_in_words(found), *found.says)))
    yield from _chances(found, evidence, cite)
    if found.places:
        yield from _places(found, evidence, cite)
    if simulated is not None:
        yield from simulated_blocks(simulated, cite)
    yield from _orders(found, cite)
    yield from _changes(found)
    if found.notes:
        yield Heading("What to know about this", 2)
        yield Bullets(found.notes)
    if found.missing:
        yield Heading("What is missing", 2)
        yield Bullets(found.missing)
    yield Heading(THEN_TITLE, 2)
    yield _said(found.then, cite)
    yield Heading(DAYS_TITLE, 2)
    yield days_table(found.days, cite)
    yield Heading(RULES_TITLE, 2)
    yield _said(found.rules, cite)


def list_in_words(found: RankOrderList) -> str:
    """How long the list is, and from how many interviews it is told."""
    if not found.places:
        return "No program is on your list yet."
    told = f"{count(len(found.places), 'place')} on your list."
    return f"{told} Told from {count(found.interviews, 'invitation')} of {count(found.applied, 'application')}."


def ladder_chart(found: RankOrderList, theme: Theme = LIGHT) -> Chart | None:
    """The places as bands, and below them no match; None where nothing is counted."""
    told = found.headline is not None
    rungs = [
        Rung(one.place, one.entry.title, one.here.low, one.here.middle if told else None, one.here.high)
        for one in found.places
        if one.here is not None
    ]
    if found.no_match is not None:
        nowhere = found.no_match
        rungs.append(Rung(None, "No match", nowhere.low, nowhere.middle if told else None, nowhere.high))
    return rank_ladder(rungs, theme)


def difference_in_words(one: Estimate) -> str:
    """A difference in points of a hundred, whichever way it goes."""
    low, high = sorted((abs(one.low), abs(one.high)))
    said = points(low, high)
    return "less than 0.1 points" if max(low, high) < 0.0005 else said


def change_in_words(one: Change) -> str:
    """By how much a change makes a match more or less likely."""
    return f"{difference_in_words(one.difference)} {'more' if one.difference.middle >= 0 else 'less'}"


def time_in_words(at: time | None) -> str:
    """An hour of the day in Eastern Time."""
    return f"{at:%H:%M} Eastern Time" if at is not None else ""


def day_in_words(one: ListDay) -> tuple[Line, ...]:
    """A day, its hour, and whether it was published."""
    asides = ", ".join(part for part in (time_in_words(one.at), "" if one.published else "predicted") if part)
    return (Line(in_full(one.day)), *((Line(asides, quiet=True),) if asides else ()))


def _chances(found: RankOrderList, evidence: Evidence, cite: Citations) -> Iterator[Block]:
    if found.match is None or found.no_match is None:
        return
    names = specialty_names(evidence)
    shown: list[tuple[str, str, Estimate]] = [("A match", "at any place of this list", found.match)]
    shown.append(("No match", "at any place of this list", found.no_match))
    if len(found.by_specialty) > 1:
        shown += [(f"A match in {names.get(key, key)}", "in this order", one) for key, one in found.by_specialty]
    told = found.headline is not None
    rows = tuple(_chance_row(*row, told) for row in shown)
    yield Table(
        ("Chance", "Middle", "Range") if told else ("Chance", "Range"), rows, widths=(5, 1.4, 1.6) if told else (5, 2)
    )
    yield Paragraph(RANGE, quiet=True, sources=cite(found.because))
    chart = ladder_chart(found)
    if chart is not None:
        yield chart


def _chance_row(title: str, of: str, one: Estimate, told: bool) -> tuple[Cell, ...]:
    first = (Line(title, strong=True), Line(of, quiet=True))
    return (first, middle_in_words(one), chance_in_words(one)) if told else (first, chance_in_words(one))


def _places(found: RankOrderList, evidence: Evidence, cite: Citations) -> Iterator[Block]:
    names = specialty_names(evidence)
    yield Heading("Each place", 2)
    yield Table(
        ("Place", "Program", "The match is here", "Here or above", "Lost without it"),
        tuple(_row(one, names, cite) for one in found.places),
        widths=(0.8, 4.4, 1.8, 1.8, 1.8),
        key=1,
    )
    yield Paragraph(DROP_SAYS, quiet=True, sources=cite(reason for one in found.rules[1:2] for reason in one.because))


def _row(one: Place, names: dict[str, str], cite: Citations) -> tuple[Cell, ...]:
    notes = tuple(Line(note, quiet=True, sources=cite(one.because)) for note in one.notes)
    who = (Line(one.entry.title, strong=True), Line(about(one.entry, names), quiet=True), *notes)
    if one.here is None or one.so_far is None or one.adds is None:
        return (str(one.place), who, NOT_COUNTED, "–", "–")
    chances = (chance_in_words(one.here), chance_in_words(one.so_far))
    return (str(one.place), who, *chances, difference_in_words(one.adds))


def about(one: Entry, names: dict[str, str]) -> str:
    """Where a program is, its specialty, its track, and how it stands, in one line."""
    specialty = names.get(one.specialty, one.specialty) if one.specialty else ""
    day = str(one.state)
    if one.interview and one.state.has_an_interview:
        is_held = one.state is ApplicationState.INTERVIEWED
        day = f"{one.state} on {in_full(one.interview)}" if is_held else f"interview on {in_full(one.interview)}"
    return " · ".join(part for part in (one.where, specialty, one.track or "", day) if part)


def _orders(found: RankOrderList, cite: Citations) -> Iterator[Block]:
    if not found.orders:
        return
    yield Heading(ORDER_TITLE, 2)
    yield Paragraph(ORDER_SAYS, sources=cite(found.rules[0].because))
    if len(found.orders) > 1:
        head = ("Order", "A match", "Your own first choice", "One of your own first three")
        yield Table(head, tuple(map(_order, found.orders)), widths=(3, 2, 2.4, 2.6))


def _order(one: OrderTried) -> tuple[Cell, ...]:
    return (Line(one.title, strong=True), *map(chance_in_words, (one.match, one.first, one.first_three)))


def _changes(found: RankOrderList) -> Iterator[Block]:
    if found.changes:
        yield Heading(ADD_TITLE, 2)
        rows = tuple(_change(one) for one in found.changes)
        yield Table(("Change", "A match before", "After", "Difference"), rows, widths=(4, 2, 2, 2))
    elif found.off_the_list:
        yield Heading(TAKE_TITLE, 2)
        yield Bullets(tuple(one.title for one in found.off_the_list))


def _change(one: Change) -> tuple[Cell, ...]:
    return (Line(one.says, strong=True), *map(chance_in_words, (one.before, one.after)), change_in_words(one))


def _said(said: Sequence[Said], cite: Citations) -> Bullets:
    return Bullets(tuple(Line(one.says, sources=cite(one.because)) for one in said))


def days_table(days: Iterable[ListDay], cite: Citations) -> Table:
    """The days in the order of time; one that is over says so."""
    rows = tuple((_event(one, cite), day_in_words(one)) for one in days)
    return Table(("Day", "When"), rows, widths=(4, 3))


def _event(one: ListDay, cite: Citations) -> Cell:
    over = (Line("over", quiet=True),) if one.is_over else ()
    return (Line(capitalised(str(one.event)), sources=cite(one.because)), *over)
