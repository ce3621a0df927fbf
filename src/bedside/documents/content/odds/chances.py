"""The odds as blocks: three chances together, each specialty by itself, what is missing and what to know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bedside.documents.blocks import Block, Bullets, Cell, Document, Heading, Line, Paragraph, Table, TablePlace
from bedside.documents.content.citations import Citations
from bedside.documents.content.odds.charts import WHAT_THEY_ARE, chances_chart, way_chart
from bedside.documents.content.odds.effects import counted_of
from bedside.documents.content.programs.lists import sample_notice, specialty_names
from bedside.documents.wording import capitalised, chance_middle, chance_range, count, in_full, number
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason
from bedside.odds.results import Estimate, Odds, SpecialtyOdds
from bedside.plan.chances.your_odds import YourOdds
from bedside.programs.directory import Directory

TITLE = "Your odds"
RANGE = "A range holds the truth in about 8 of 10 cases."
NO_SIGNALS = (
    "Counted without any signal. Published lists are of people who send them, so this lies a little below those."
)
NOT_A_PROMISE = "They describe people with a file like yours, and promise nothing about you."
NO_SINGLE_NUMBER = "There is no single number here, because the answer leans on weak evidence:"
ADDED = "The interviews of several specialties are added end by end, so their range is rather too wide than too narrow."
AVERAGE = "Interviews are an average: of people alike, some get more and many get none."
WITH_WEAK = "They are counted with the weak evidence; the steps after them hold the answer with and without it."
WEAK = " The evidence is weak."
BOTH_WAYS = (
    "Each of the three ranges holds the answer with and without it; without it the chance of a match would be "
    "{without}. What is said of a single specialty counts it."
)


def odds_document(found: YourOdds, directory: Directory, evidence: Evidence, name: str) -> Document:
    """The odds as a document with its sources."""
    cite = Citations(found.as_of)
    blocks = tuple(odds_blocks(found, directory, evidence, cite))
    subtitle = f"As of {in_full(found.as_of)} · the {found.match_year} Match"
    return Document(TITLE, subtitle, name, found.as_of, blocks, cite.sources())


def odds_blocks(found: YourOdds, directory: Directory | None, evidence: Evidence, cite: Citations) -> Iterator[Block]:
    """The section without its title; without a directory nothing is said of a sample."""
    yield from sample_notice(directory)
    odds = found.odds
    counted = (f"For {count(odds.programs, 'program')}.",) if odds.programs else ()
    yield Paragraph(" ".join((*counted, *found.chosen.says)))
    if odds.programs:
        yield from chance_blocks(odds, cite)
        yield from _way(odds, cite)
        yield from _by_specialty(odds, evidence, cite)
        yield from _about_you(odds, cite)
    if odds.missing:
        yield Heading("What is missing", 2)
        yield Bullets(odds.missing)
    if odds.programs:
        yield Heading("What to know about this", 2)
        yield Bullets(odds.notes if found.signals else (NO_SIGNALS, *odds.notes))


def chance_in_words(one: Estimate) -> str:
    """The range of a chance in percent, never 0 or 100."""
    return chance_range(one.low, one.high)


def middle_in_words(one: Estimate) -> str:
    """The middle of a chance in whole percent, never 0 or 100."""
    return chance_middle(one.middle)


def interviews_in_words(one: Estimate) -> str:
    """The range of a number of interviews, with one decimal."""
    low, high = number(one.low), number(one.high)
    return f"up to {number(max(one.high, 0.1))}" if low == "0" else low if low == high else f"{low} to {high}"


def chance_blocks(odds: Odds, cite: Citations) -> Iterator[Block]:
    """The three chances as bands with their table, and what they lean on where that is weak."""
    found = (odds.any_interview, odds.match_given_rank, odds.match)
    rows = tuple(_row(*words, one, odds) for words, one in zip(WHAT_THEY_ARE, found, strict=True) if one is not None)
    head = ("Chance", "Range") if odds.leans_on else ("Chance", "Middle", "Range")
    table = Table(head, rows, widths=(5, 2) if odds.leans_on else (5, 1.4, 1.6), caption="The three chances")
    chart = chances_chart(odds)
    yield table if chart is None else replace(chart, table=table, table_place=TablePlace.BELOW)
    yield Paragraph(f"{RANGE} {NOT_A_PROMISE}", quiet=True, sources=cite(reasons_of_all(odds)))
    if odds.leans_on and odds.without_weak is not None:
        yield Paragraph(NO_SINGLE_NUMBER)
        yield Bullets(tuple(map(capitalised, odds.leans_on)))
        yield Paragraph(BOTH_WAYS.format(without=chance_in_words(odds.without_weak)))


def reasons_of_all(odds: Odds) -> tuple[Reason, ...]:
    """The reasons that belong to no single specialty and to no effect."""
    said = {reason for one in odds.specialties for effect in one.effects for reason in effect.because}
    said |= {reason for one in odds.specialties for reason in reasons_of_specialty(one, odds)}
    return tuple(reason for reason in odds.because if reason not in said)


def reasons_of_specialty(one: SpecialtyOdds, odds: Odds) -> tuple[Reason, ...]:
    """The published figures of a specialty itself."""
    figures = ((reason, reason.figure) for reason in odds.because)
    return tuple(reason for reason, figure in figures if figure and one.specialty in figure.name.split("."))


def _row(title: str, of_whom: str, one: Estimate, odds: Odds) -> tuple[Cell, ...]:
    first = (Line(title, strong=True), Line(of_whom, quiet=True))
    return (first, chance_in_words(one)) if odds.leans_on else (first, middle_in_words(one), chance_in_words(one))


def _way(odds: Odds, cite: Citations) -> Iterator[Block]:
    """The way from programs to a match as a picture with its table."""
    chart = way_chart(odds)
    if chart is not None:
        yield Heading("From programs to a match", 2)
        yield replace(chart, table_place=TablePlace.BELOW)
        says = (AVERAGE, ADDED * (len(odds.specialties) > 1), WITH_WEAK * bool(odds.leans_on))
        yield Paragraph(" ".join(one for one in says if one), quiet=True, sources=cite(reasons_of_all(odds)))


def _by_specialty(odds: Odds, evidence: Evidence, cite: Citations) -> Iterator[Block]:
    names = specialty_names(evidence)
    yield Heading("Each specialty by itself", 2)
    head = ("Specialty", "Programs", "Interviews", "Any interview", "A match")
    rows = tuple(_specialty(one, names, cite(reasons_of_specialty(one, odds))) for one in odds.specialties)
    yield Table(head, rows, widths=(3.2, 1.4, 1.6, 1.9, 1.9))
    yield Paragraph("Ranges, as if you applied in no other specialty. They do not add up.", quiet=True)


def _specialty(one: SpecialtyOdds, names: dict[str, str], published: tuple[str, ...]) -> tuple[Cell, ...]:
    """A row; the figures that were published of the specialty are numbered under its name."""
    figures = "borrowed from specialties that have a table" if one.is_borrowed else "published figures"
    return (
        (Line(names.get(one.specialty, one.specialty), strong=True), Line(figures, sources=published, quiet=True)),
        f"{one.programs:,}",
        interviews_in_words(one.interviews),
        chance_in_words(one.any_interview),
        chance_in_words(one.match),
    )


def _about_you(odds: Odds, cite: Citations) -> Iterator[Block]:
    """What of the applicant is counted; what is said alike in two specialties is said once."""
    said = tuple(
        Line(f"{one.says} {one.does}{WEAK if one.is_weak else ''}", sources=cite(one.because))
        for one in counted_of(effect for one in odds.specialties for effect in one.effects)
    )
    if said:
        yield Heading("What of you is counted", 2)
        yield Bullets(said)
