"""Where the applicant actually is: facts, gates, factors, warnings, specialties, audit and published rates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bedside.applicant.activity_map import MonthOfActivity
from bedside.documents.blocks import (
    Block,
    Bullets,
    Card,
    Cell,
    Check,
    Checklist,
    Document,
    Facts,
    Heading,
    Line,
    Mark,
    Paragraph,
    Table,
)
from bedside.documents.charts.levels import FIXED, MARKS, MOVABLE, levels_chart
from bedside.documents.charts.over_time.activity import activity_chart
from bedside.documents.content.citations import Citations, entries_in_words
from bedside.documents.content.marks import STATES
from bedside.documents.content.season_days import next_day, subtitle
from bedside.documents.content.standing.cautions import cut_point_blocks, warning_blocks
from bedside.documents.wording import NOT_KNOWN, capitalised, count, in_full, in_short, joined, lowered
from bedside.evidence.figure import Figure
from bedside.standing.results import Fires, Gate, Level, Measured, RiskFactor, Row, SelfAuditResult, Standing, State

TITLE = "Where you actually are"
OPEN = (State.NOT_MET, State.UNKNOWN, State.INFORMATION)
"""The states of a gate that need attention, in the order in which they are shown."""

SETTLED = (State.MET, State.NOT_NEEDED)
_MOST_GATES = 3


def standing_document(standing: Standing, name: str = "") -> Document:
    """The standing alone, as a document."""
    cite = Citations(standing.as_of)
    blocks = (_in_short(standing), *tuple(standing_blocks(standing, (), cite))[1:])
    return Document(
        title=TITLE,
        subtitle=subtitle(standing.as_of, standing.season),
        author=name,
        as_of=standing.as_of,
        blocks=blocks,
        sources=cite.sources(),
    )


def _in_short(standing: Standing) -> Card:
    return Card("In short", (Facts(tuple(short_facts(standing))),))


def short_facts(standing: Standing) -> Iterator[tuple[str, Cell]]:
    """What needs attention with its day, what is High, what can still move, and which warnings apply."""
    then = in_short(standing.files_opened)
    yield "Needs attention", attention(standing)
    high = [factor.title for factor in standing.risk_factors if factor.files_opened.level is Level.HIGH]
    yield f"High on {then}", _listed(high) or "Nothing."
    movable = [factor.title for factor in standing.movable if factor.files_opened.level is not Level.LOW]
    yield "What can still move", _listed(movable) or "Nothing is left to move here."
    flags = [one.title for one in (standing.lottery, *standing.red_flags) if one.files_opened is Fires.YES]
    yield f"Warnings on {then}", _listed(flags) or "None applies."
    yield "Next day that counts", next_day(standing.season, standing.as_of)


def attention(standing: Standing) -> tuple[str, ...]:
    """The gates that are not met or not known, the nearest day first, in at most four lines."""
    open_gates = [gate for gate in standing.gates if gate.state in (State.NOT_MET, State.UNKNOWN)]
    in_order = sorted(open_gates, key=lambda gate: gate.on or date.max)
    shown = tuple(
        f"{gate.title}{f', {in_short(gate.on)}' if gate.on else ''}: {gate.state}" for gate in in_order[:_MOST_GATES]
    )
    more = len(in_order) - len(shown)
    return (*shown, f"and {count(more, 'more gate')}") if more else shown or ("No gate does.",)


def _listed(titles: list[str]) -> str:
    return capitalised(joined([title if title.startswith("US ") else lowered(title) for title in titles]))


def standing_blocks(standing: Standing, months: Sequence[MonthOfActivity], cite: Citations) -> Iterator[Block]:
    """The section, from its heading on; the activity map is drawn where `months` are given."""
    yield Heading(TITLE)
    yield Paragraph(
        f"Everything here is measured twice: today, {in_full(standing.as_of)}, and on the day programs open files, "
        f"{in_full(standing.files_opened)}. What is done counts; what is booked counts once it is done."
    )
    if standing.season_because:
        yield Paragraph(standing.season_because, quiet=True)
    yield Heading("The plain facts", 2)
    if not standing.write_out:
        yield Paragraph("Your file holds none of them yet.")
    yield Facts(tuple(_fact(row, cite) for row in standing.write_out))
    if (chart := activity_chart(months)) is not None:
        yield chart
    yield from _gates(standing.gates, cite)
    yield from _factors(standing, cite)
    yield from warning_blocks(standing, cite)
    yield from cut_point_blocks(standing, cite)
    yield from _specialties(standing, cite)
    yield from _self_audit(standing.self_audit, cite)
    yield from _rates(standing, cite)
    if standing.notes:
        yield Heading("Worth knowing", 2)
        yield Bullets(standing.notes)


def _fact(row: Row, cite: Citations) -> tuple[str, tuple[Line, ...]]:
    missing = Line("Not complete in your file yet.", mark=Mark.UNKNOWN, quiet=True)
    line = Line(row.says, sources=cite(row.because))
    return row.title, (line,) if row.complete else (line, missing)


def _gates(gates: Sequence[Gate], cite: Citations) -> Iterator[Block]:
    yield Heading("Gates: what has to hold before anything else", 2)
    if not gates:
        yield Paragraph("No gate could be read from your file.")
        return
    yield Paragraph("A date that is missing from your file is unknown. It is never taken for fine.", quiet=True)
    for states, gate_check, dense in ((OPEN, _open_gate, False), (SETTLED, _settled_gate, True)):
        those = [gate for gate in gates if gate.state in states]
        if those:
            in_order = sorted(those, key=lambda gate: states.index(gate.state))
            yield Checklist(tuple(gate_check(gate, cite) for gate in in_order), dense=dense)


def _open_gate(gate: Gate, cite: Citations) -> Check:
    word, mark = STATES[gate.state]
    return Check(
        word,
        mark,
        (
            Line(f"{gate.title}{_on(gate)}", strong=True),
            Line(gate.says, sources=cite(gate.because)),
            Line(gate.what_would_change_it, quiet=True),
        ),
    )


def _settled_gate(gate: Gate, cite: Citations) -> Check:
    word, mark = STATES[gate.state]
    line = Line(f"{gate.title}{_on(gate)}. {gate.says}", cite(gate.because), quiet=gate.state is State.NOT_NEEDED)
    return Check(word, mark, line)


def _on(gate: Gate) -> str:
    return f", on {in_short(gate.on)}" if gate.on else ""


def _factors(standing: Standing, cite: Citations) -> Iterator[Block]:
    yield Heading("Five risk factors, on two days", 2)
    if not standing.risk_factors:
        yield Paragraph("No factor could be measured from your file.")
        return
    yield levels_chart(standing.risk_factors, standing.as_of, standing.files_opened)
    for label, factors in ((FIXED, standing.fixed), (MOVABLE, standing.movable)):
        if factors:
            yield Heading(label, 3)
            yield _factor_table(factors, f"on {in_short(standing.files_opened)}", cite)


def _factor_table(factors: Sequence[RiskFactor], then: str, cite: Citations) -> Table:
    return Table(
        head=("Factor", "How it is read", "What would change it"),
        rows=tuple(
            (
                (Line(factor.title, strong=True), *_levels(factor, then)),
                (
                    Line(factor.says, sources=cite(factor.because)),
                    Line(entries_in_words(factor.because), quiet=True),
                ),
                factor.what_would_change_it,
            )
            for factor in factors
        ),
        widths=(2.1, 3.2, 2.5),
    )


def _levels(factor: RiskFactor, then: str) -> tuple[Line, ...]:
    """The level and the measured value on both days; once where they are the same."""
    if factor.today == factor.files_opened:
        return (_level(factor.today, "on both days"),)
    return _level(factor.today, "today"), _level(factor.files_opened, then)


def _level(measured: Measured, when: str) -> Line:
    return Line(f"{measured.level} {when}: {measured.says}", mark=MARKS[measured.level])


def _specialties(standing: Standing, cite: Citations) -> Iterator[Block]:
    yield Heading("Your specialties, seen soberly", 2)
    if not standing.specialties:
        yield Paragraph("No target specialty is in your file yet.")
        return
    yield Table(
        head=("Specialty", "On this path", "What that means"),
        rows=tuple(
            (Line(one.specialty, strong=True), one.tier, Line(one.says, sources=cite(one.because)))
            for one in standing.specialties
        ),
        widths=(2, 1.6, 4),
    )


def _self_audit(audit: SelfAuditResult, cite: Citations) -> Iterator[Block]:
    yield Heading("Self-audit", 2)
    if audit.rows:
        yield Table(
            head=("Area", "Your mark", "What to look at before you mark it"),
            rows=tuple((Line(row.area, strong=True), row.mark or "blank", row.bedside_notes) for row in audit.rows),
            widths=(2, 1, 4.4),
        )
    yield Paragraph(audit.says, sources=cite(audit.because))


def _rates(standing: Standing, cite: Citations) -> Iterator[Block]:
    yield Heading("Published match rates of your group", 2)
    if not standing.published_rates:
        yield Paragraph(f"Which group you belong to is {NOT_KNOWN}, so no rate is shown.")
        return
    yield Paragraph(
        "A rate is about a group, not about you. No rate by years since graduation is published, so none is shown."
    )
    yield Bullets(
        tuple(
            Line(" ".join([reason.says, *what_of(reason.figure)]), sources=cite((reason,)))
            for reason in standing.published_rates
        )
    )


def what_of(figure: Figure | None) -> Iterator[str]:
    """What a rate is a share of, and what its source says beside it."""
    if figure is not None and figure.sample:
        yield f"{figure.sample}."
    if figure is not None and figure.note:
        yield figure.note
