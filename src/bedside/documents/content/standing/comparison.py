"""Two dossiers side by side as a document: the eight lines of both, what stays, what was rewritten, and the levels."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.documents.blocks import Block, Bullets, Card, Document, Heading, Line, Paragraph, Table, Tone
from bedside.documents.charts.levels import MARKS
from bedside.documents.content.marks import STATES
from bedside.documents.content.papers.profile import Section, profile
from bedside.documents.wording import LONGEST_TITLE, capitalised, in_full, shortened
from bedside.evidence.library import Evidence
from bedside.standing.comparing import Comparison, compare
from bedside.standing.results import Measured, Standing, State
from bedside.standing.standing import stand

BOTH = ("Before", "After")


def comparison_document(
    before: Dossier, after: Dossier, as_of: date, evidence: Evidence, names: tuple[str, str] = BOTH
) -> Document:
    """Both dossiers, read on the same day; `names` head their columns."""
    standings = stand(before, as_of, evidence), stand(after, as_of, evidence)
    found = compare(before, after, *standings)
    profiles = profile(before, as_of, evidence), profile(after, as_of, evidence)
    name = shortened(after.identity.name, LONGEST_TITLE)
    return Document(
        title="Two files side by side",
        subtitle=f"{name} · both read as of {in_full(as_of)}",
        author=name,
        as_of=as_of,
        blocks=tuple(_blocks(found, profiles, standings, names)),
        discreet_title="Pages",
    )


def _blocks(
    found: Comparison,
    profiles: tuple[tuple[Section, ...], tuple[Section, ...]],
    standings: tuple[Standing, Standing],
    names: tuple[str, str],
) -> Iterator[Block]:
    yield Paragraph(found.says)
    yield from _rewritten(found, names)
    yield Heading("The eight lines of both")
    yield _lines(profiles, names)
    yield Heading("How both are read")
    yield from _levels(found, standings, names)
    if found.applications:
        yield Heading("Applications that differ")
        rows = tuple((Line(one.program, strong=True), one.before, one.after) for one in found.applications)
        yield Table(head=("Program", *names), rows=rows, widths=(3, 2.5, 2.5))
    yield Heading("What cannot change")
    yield Paragraph("The same in both, and it stays so whatever is done next.")
    yield Bullets(found.fixed) if found.fixed else Paragraph("Nothing of it is the same in both.")
    if found.added:
        yield Heading(f"Only in “{names[1]}”")
        yield Bullets(found.added)


def _rewritten(found: Comparison, names: tuple[str, str]) -> Iterator[Block]:
    if not found.rewritten:
        return
    table = Table(
        head=(*names, "What to know"),
        rows=tuple(
            (one.before, one.after, (Line(capitalised(one.how), strong=True), one.says)) for one in found.rewritten
        ),
        widths=(2, 2, 3),
    )
    yield Card("The past is not told the same way", (table,), Tone.CARE)


def _lines(profiles: tuple[tuple[Section, ...], tuple[Section, ...]], names: tuple[str, str]) -> Table:
    rows = tuple(
        ((Line(one.title, strong=True), _same(one, other)), one.shown, other.shown)
        for one, other in zip(*profiles, strict=True)
    )
    return Table(head=("Line", *names), rows=rows, widths=(1.5, 3, 3))


def _same(one: Section, other: Section) -> Line:
    return Line("the same" if one.lines == other.lines else "different", quiet=True)


def _levels(found: Comparison, standings: tuple[Standing, Standing], names: tuple[str, str]) -> Iterator[Block]:
    days = [in_full(one.files_opened) for one in standings]
    if found.same_file_day:
        yield Paragraph(f"Levels on {days[0]}, the day programs open files.", quiet=True)
    else:
        yield Paragraph(
            f"The two aim at different seasons: “{names[0]}” is read on {days[0]}, “{names[1]}” on {days[1]}.",
            quiet=True,
        )
    factors = tuple(
        (
            (Line(one.title, strong=True), Line("can be changed" if one.movable else "cannot be changed", quiet=True)),
            _level(one.before),
            _level(one.after),
        )
        for one in found.factors
    )
    yield Table(head=("Factor", *names), rows=factors, widths=(2, 3, 3))
    gates = tuple((one.title, _state(one.before), _state(one.after)) for one in found.gates if one.before != one.after)
    if gates:
        yield Table(head=("Gate", *names), rows=gates, widths=(4, 1.5, 1.5), caption="Gates that differ")


def _level(measured: Measured) -> tuple[Line, ...]:
    return Line(str(measured.level), mark=MARKS[measured.level], strong=True), Line(measured.says)


def _state(state: State) -> Line:
    word, mark = STATES[state]
    return Line(word, mark=mark)
