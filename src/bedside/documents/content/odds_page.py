"""The odds as blocks: three chances together, each specialty by itself, what is missing and what to know."""

from __future__ import annotations

from collections.abc import Iterator

from bedside.documents.blocks import Block, Bullets, Cell, Document, Heading, Line, Paragraph, Table
from bedside.documents.content.citations import Citations
from bedside.documents.content.programs import sample_notice, specialty_names
from bedside.documents.wording import capitalised, count, in_full, number
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason
from bedside.odds.results import Estimate, Odds, SpecialtyOdds
from bedside.plan.your_odds import YourOdds
from bedside.programs.directory import Directory

TITLE = "Your odds"
RANGE = "A range holds the truth in about 8 of 10 cases."
NO_SIGNALS = (
    "Counted without any signal. Published lists are of people who send them, so this lies a little below those."
)
NOT_A_PROMISE = "They describe people with a file like yours, and promise nothing about you."
NO_SINGLE_NUMBER = "There is no single number here, because the answer leans on weak evidence:"
BOTH_WAYS = (
    "Each of the three ranges holds the answer with and without it; without it the chance of a match would be "
    "{without}. What is said of a single specialty counts it."
)
WHAT_THEY_ARE = (
    ("At least one interview", "from any program of the list"),
    ("A match, given a rank", "of those with at least one rank, as the NRMP counts"),
    ("A match, if you apply", "of all who apply like this, also those without an interview"),
)


def odds_document(found: YourOdds, directory: Directory, evidence: Evidence, name: str) -> Document:
    """The odds as a document with its sources."""
    cite = Citations(found.as_of)
    blocks = tuple(odds_blocks(found, directory, evidence, cite))
    subtitle = f"As of {in_full(found.as_of)} · the {found.match_year} Match"
    return Document(TITLE, subtitle, name, found.as_of, blocks, cite.sources())


def odds_blocks(found: YourOdds, directory: Directory, evidence: Evidence, cite: Citations) -> Iterator[Block]:
    """The section without its title."""
    yield from sample_notice(directory)
    odds = found.odds
    counted = (f"For {count(odds.programs, 'program')}.",) if odds.programs else ()
    yield Paragraph(" ".join((*counted, *found.chosen.says)))
    if odds.programs:
        yield from chance_blocks(odds, cite)
        yield from _by_specialty(odds, evidence, cite)
        yield from _about_you(odds, cite)
    if odds.missing:
        yield Heading("What is missing", 2)
        yield Bullets(odds.missing)
    if odds.programs:
        yield Heading("What to know about this", 2)
        yield Bullets((NO_SIGNALS, *odds.notes))


def chance_in_words(one: Estimate) -> str:
    """The range of a chance in percent, never 0 or 100."""
    if one.high < 0.01:
        return "less than 1 %"
    if one.low > 0.99:
        return "more than 99 %"
    low, high = one.percents
    ends = f"{low} %" if low == high else f"{low} to {high} %"
    return f"up to {high} %" if one.low < 0.01 else ends


def middle_in_words(one: Estimate) -> str:
    """The middle of a chance in whole percent, never 0 or 100."""
    if one.middle < 0.005:
        return "less than 1 %"
    return f"about {min(99, max(1, round(100 * one.middle)))} %"


def interviews_in_words(one: Estimate) -> str:
    """The range of a number of interviews, with one decimal."""
    low, high = number(one.low), number(one.high)
    return f"up to {number(max(one.high, 0.1))}" if low == "0" else low if low == high else f"{low} to {high}"


def chance_blocks(odds: Odds, cite: Citations) -> Iterator[Block]:
    """The three chances as one table, and what they lean on where that is weak."""
    found = (odds.any_interview, odds.match_given_rank, odds.match)
    rows = tuple(_row(*words, one, odds) for words, one in zip(WHAT_THEY_ARE, found, strict=True) if one is not None)
    head = ("Chance", "Range") if odds.leans_on else ("Chance", "Middle", "Range")
    yield Table(head, rows, widths=(5, 2) if odds.leans_on else (5, 1.4, 1.6))
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


def _by_specialty(odds: Odds, evidence: Evidence, cite: Citations) -> Iterator[Block]:
    names = specialty_names(evidence)
    yield Heading("Each specialty by itself", 2)
    head = ("Specialty", "Programs", "Interviews", "Any interview", "A match")
    rows = tuple(_specialty(one, names) for one in odds.specialties)
    yield Table(head, rows, widths=(3.2, 1.4, 1.6, 1.9, 1.9))
    published = cite(reason for one in odds.specialties for reason in reasons_of_specialty(one, odds))
    yield Paragraph(
        "Ranges, as if you applied in no other specialty. They do not add up.", quiet=True, sources=published
    )


def _specialty(one: SpecialtyOdds, names: dict[str, str]) -> tuple[Cell, ...]:
    borrowed = (Line("borrowed", quiet=True),) if one.is_borrowed else ()
    return (
        (Line(names.get(one.specialty, one.specialty), strong=True), *borrowed),
        f"{one.programs:,}",
        interviews_in_words(one.interviews),
        chance_in_words(one.any_interview),
        chance_in_words(one.match),
    )


def _about_you(odds: Odds, cite: Citations) -> Iterator[Block]:
    """What of the applicant is counted; what is said alike in two specialties is said once."""
    said: dict[str, Line] = {}
    for one in odds.specialties:
        for effect in one.effects:
            weak = " (weak evidence)" if effect.is_weak else ""
            said.setdefault(effect.says, Line(f"{effect.says}{weak}", sources=cite(effect.because)))
    if said:
        yield Heading("What of you is counted", 2)
        yield Bullets(tuple(said.values()))
