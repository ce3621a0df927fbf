"""Your next move as blocks: moves in order with their gain and cost, what nobody has measured, and what is no move."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bedside.documents.blocks import Block, Bullets, Cell, Document, Heading, Line, Paragraph, Table, TablePlace
from bedside.documents.charts.chances.moves import Move, moves_chart
from bedside.documents.content.citations import Citations
from bedside.documents.content.programs.lists import sample_notice
from bedside.documents.content.what_if.seasons import seasons_blocks
from bedside.documents.content.what_if.together import together_blocks
from bedside.documents.content.what_if.wording import chance_words, cost_words, gain_words
from bedside.documents.wording import count, dollars, in_full
from bedside.evidence.money import exactly
from bedside.plan.what_if.results import Answer, Basis, WhatIfs
from bedside.programs.directory import Directory

TITLE = "Your next move"
HOW_READ = (
    "A gain is in points of 100, paired: both sides meet the same luck. A range holds the truth in about 8 of 10 cases."
)
NOTHING_MEASURED = (
    "Of the changes here, none that is measured and can still be done in time would raise this chance. What nobody has "
    "measured may still matter."
)
NOT_MEASURED = (
    "No figure says what these do, so they gain no points here and stand in no order. That does not make them idle."
)
LEANS = "Every chance and gain here is a range, because the answer leans on weak evidence: {on}."


def what_if_document(found: WhatIfs, directory: Directory, name: str) -> Document:
    """The page as a document with its sources."""
    cite = Citations(found.as_of)
    blocks = tuple(what_if_blocks(found, directory, cite))
    subtitle = f"As of {in_full(found.as_of)} · the {found.match_year} Match"
    return Document(TITLE, subtitle, name, found.as_of, blocks, cite.sources())


def what_if_blocks(found: WhatIfs, directory: Directory | None, cite: Citations) -> Iterator[Block]:
    """The section without its title; without a directory nothing is said of a sample."""
    yield from sample_notice(directory)
    yield Paragraph(opening(found))
    if found.says:
        yield Bullets(found.says)
    if found.before is None:
        return
    yield from _moves(found, cite)
    yield from together_blocks(found)
    yield from _not_measured(found, cite)
    yield from _others(found, cite)
    yield from seasons_blocks(found, cite)
    if found.left_out:
        yield Heading("What does not arise for you", 2)
        yield Bullets(found.left_out)


def opening(found: WhatIfs) -> str:
    """What everything is held against, in sentences."""
    if found.before is None:
        return "There is no list yet, so there is nothing to hold a change against."
    weak = f" {LEANS.format(on='; '.join(found.leans_on))}" if found.leans_on else ""
    return (
        f"With the best list as things stand, {count(found.programs, 'program')} for {dollars(exactly(found.dollars))} "
        f"in fees, a match if you apply: {chance_words(found.before, found)}.{weak}"
    )


def chart_rows(found: WhatIfs) -> tuple[Move, ...]:
    """The ranked moves as the chart takes them; without a middle where the answer leans on weak evidence."""
    return tuple(
        Move(
            one.title,
            one.gain.low,
            None if found.leans_on else one.gain.middle,
            one.gain.high,
            one.months,
            one.dollars if one.dollars_from is None else one.dollars_from,
            one.dollars_to if one.dollars_to != one.dollars_from else None,
        )
        for one in found.ranked
        if one.gain is not None
    )


def _moves(found: WhatIfs, cite: Citations) -> Iterator[Block]:
    yield Heading("Moves, the next best first", 2)
    if not found.ranked:
        yield Paragraph(NOTHING_MEASURED)
        return
    table = _table(found.ranked, found, cite, "Moves by gain for what they take")
    chart = moves_chart(chart_rows(found))
    yield table if chart is None else replace(chart, table=table, table_place=TablePlace.BELOW)
    yield Paragraph(found.rule, sources=cite(found.rule_because))
    yield Paragraph(_two_orders(found))
    yield Paragraph(HOW_READ, quiet=True, sources=cite(found.because))
    yield from _notes(found.ranked, found)


def _table(answers: Iterable[Answer], found: WhatIfs, cite: Citations, caption: str | None = None) -> Table:
    rows = tuple(_row(one, found, cite) for one in answers)
    return Table(("Change", "Your chance", "Gain", "It takes", "Rests on"), rows, (4, 2, 2, 2.4, 2.2), caption=caption)


def _row(one: Answer, found: WhatIfs, cite: Citations) -> tuple[Cell, ...]:
    title = (Line(one.title, strong=True, sources=cite(one.because)), Line(one.says, quiet=True))
    then = chance_words(one.after, found) if one.after else "–"
    before = (Line(f"from {chance_words(one.before, found)}", quiet=True),) if one.before and one.after else ()
    return title, (then, *before), gain_words(one, found), cost_words(one), one.basis.value


def _two_orders(found: WhatIfs) -> str:
    by_month, by_dollar = (", ".join(one.title for one in order) for order in (found.by_month, found.by_dollar))
    return f"By gain for each month alone: {by_month}. By gain for each dollar alone: {by_dollar}."


def _notes(answers: Iterable[Answer], found: WhatIfs) -> Iterator[Block]:
    """How each change may turn out, and what to know about it."""
    for one in answers:
        notes = (*_ways(one, found), *one.notes)
        if notes:
            yield Heading(one.title, 3)
            yield Bullets(notes)


def _ways(one: Answer, found: WhatIfs) -> Iterator[str]:
    for way in one.possibilities:
        yield f"{way.title}: {chance_words(way.chance, found)}." if way.chance else f"{way.title}."


def _not_measured(found: WhatIfs, cite: Citations) -> Iterator[Block]:
    if not found.not_measured:
        return
    yield Heading("Not measured", 2)
    yield Paragraph(NOT_MEASURED)
    for one in found.not_measured:
        yield Heading(one.title, 3)
        yield Paragraph(one.says, sources=cite(one.because))
        yield Paragraph(f"It takes {cost_words(one)}.")
        if one.possibilities or one.notes:
            yield Bullets((*_ways(one, found), *one.notes))


def others(found: WhatIfs) -> tuple[tuple[str, list[Answer]], ...]:
    """What is no move, what comes too late, and what would add next to nothing, each under its title."""
    rest = [one for one in found.answers if one not in found.ranked and one.basis is not Basis.UNMEASURED]
    groups = (
        ("Needed first", [one for one in rest if one.is_move and one.gain is None]),
        ("Good to know, and no move", [one for one in rest if not one.is_move]),
        ("Too late for this season", [one for one in rest if one.is_move and one.gain is not None and not one.in_time]),
        ("No gain here", [one for one in rest if one.is_move and one.gain is not None and one.in_time]),
    )
    return tuple((title, answers) for title, answers in groups if answers)


def _others(found: WhatIfs, cite: Citations) -> Iterator[Block]:
    for title, answers in others(found):
        yield Heading(title, 2)
        yield _table(answers, found, cite)
        yield from _notes(answers, found)
