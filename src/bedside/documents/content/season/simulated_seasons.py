"""A rank order list in simulated seasons as blocks, and as columns of the list's own table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bedside.documents.blocks import Block, Bullets, Cell, Heading, Line, Paragraph, Table
from bedside.documents.content.citations import Citations
from bedside.documents.wording import count

if TYPE_CHECKING:
    from bedside.market.answering import Answer, Share, UnderARule
    from bedside.season.in_simulated_seasons import InSimulatedSeasons

TITLE = "A second look: simulated seasons"
ABOUT = (
    "Whole seasons of the {season} Match were simulated, with real programs and people who are made up, and somebody "
    "of your type with as many interviews was put in your place. It is a way to look apart from the odds: it knows "
    "which programs yours are, and of you only your type and your interviews. How sought after a program is nobody "
    "knows: so each of yours is taken, time and again, from another one of the seasons that were played."
)
FILES = {
    "any": "Whatever your file",
    "low": "Lowest third",
    "middle": "Middle third",
    "high": "Highest third",
}
HOW_TO_READ = (
    "Numbers are matches in 100. The thirds are of the files of people like you whom programs interviewed. Where you "
    "stand among them nobody can tell you, so look at all three."
)
UNDER = (
    "The same people with the same interviews, files and luck in every season; only what everybody else does changes. "
    "Eight of ten seasons change by what stands in the last column; beside that, a change of a few in 100 means little."
)
FROM_FEW_SEEDS = (
    "These seasons come from few draws of who applies and of which programs everybody wants. That makes much of the "
    "answer and is not known: keep seasons of five seeds or more (`bedside market --seed`), and give all their files."
)
FEW_SEEDS = 5


def simulated_blocks(found: InSimulatedSeasons, cite: Citations) -> Iterator[Block]:
    """The section."""
    yield Heading(TITLE, 2)
    if found.answers:
        yield Paragraph(ABOUT.format(season=found.season))
    for sentence in found.says:
        yield Paragraph(sentence)
    for one in found.answers:
        yield from _answer(one, found, len(found.answers) > 1)
    for sentence in found.beside:
        yield Paragraph(sentence, sources=cite(found.because))
    yield from _notes(found)


def _answer(one: Answer, found: InSimulatedSeasons, is_one_of_two: bool) -> Iterator[Block]:
    as_it_is = one.rules[0]
    if is_one_of_two:
        yield Heading(f"If you count with the {one.kind.words}", 3)
    yield Paragraph(in_words(one, len(found.listed.counted)))
    head = ("Place", "Program", *FILES.values())
    yield Table(head, tuple(_rows(as_it_is, found)), widths=(0.8, 4.2, 1.3, 1.1, 1.1, 1.1), key=1)
    yield Paragraph(HOW_TO_READ, quiet=True)
    if one.seeds < FEW_SEEDS:
        yield Paragraph(FROM_FEW_SEEDS)
    if len(one.rules) > 1:
        head = ("Rule", "A match", "At place 1", "Changes by", "Eight of ten seasons")
        yield Table(head, tuple(_rules(one)), widths=(4, 1.2, 1.4, 1.6, 2.2))
        yield Paragraph(UNDER, quiet=True)


def in_words(one: Answer, places: int) -> str:
    """The answer in a sentence."""
    match = one.rules[0].files[0].match
    listed = "at your one program" if places == 1 else f"at your {places} programs"
    like = "as many interviews in your specialty" if one.is_like else "about as many interviews, in any specialty"
    return (
        f"In {one.seasons:,} simulated seasons, somebody of your type ({one.kind.words}) with interviews {listed} "
        f"matched in {_hundredths(match.mean)} of 100 (in eight of ten seasons, {_range(match)}). "
        f"Told from {count(one.people, 'simulated person', 'simulated people')} with {like}."
    )


def _rows(one: UnderARule, found: InSimulatedSeasons) -> Iterator[tuple[Cell, ...]]:
    for at, counted in enumerate(found.listed.counted):
        who = (Line(counted.title, strong=True), Line(counted.code, quiet=True))
        yield (str(counted.place), who, *(_hundredths(file.here[at].mean) for file in one.files))
    yield ("", Line("A match", strong=True), *(_hundredths(file.match.mean) for file in one.files))
    yield ("", Line("No match", strong=True), *(_hundredths(1 - file.match.mean) for file in one.files))


def _rules(one: Answer) -> Iterator[tuple[Cell, ...]]:
    for number, under in enumerate(one.rules):
        any_file = under.files[0]
        change = under.change
        changes = (_change(change.mean), f"{_change(change.low)} to {_change(change.high)}")
        who = (Line(under.rule.name, strong=True), Line(under.rule.says, quiet=True))
        yield (
            who,
            _hundredths(any_file.match.mean),
            _hundredths(any_file.here[0].mean),
            *(changes if number else ("–", "–")),
        )


def _notes(found: InSimulatedSeasons) -> Iterator[Block]:
    chosen = [f"{one.place}. {one.title}: {one.note}" for one in found.listed.counted if one.note]
    left = [f"{one.place}. {one.title}: not counted here. {one.why}" for one in found.listed.left_out]
    if chosen or left:
        yield Bullets((*chosen, *left))


def _hundredths(part: float) -> str:
    """Matches in 100; what is neither none nor all is never rounded to it."""
    if 1e-9 < part < 0.005:
        return "<1"
    return ">99" if 0.995 < part < 1 - 1e-9 else f"{abs(100 * part):.0f}"


def _range(share: Share) -> str:
    return f"{_hundredths(share.low)} to {_hundredths(share.high)}"


def _change(part: float) -> str:
    """By how many matches in 100, with its sign; what is next to nothing has none."""
    points = round(100 * part, 1)
    return f"{points:+.1f}" if points else "0.0"
