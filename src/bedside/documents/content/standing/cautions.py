"""Warnings by day, with what counters them, and the four cut-points for graduation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bedside.documents.blocks import Block, Facts, Heading, Paragraph
from bedside.documents.content.citations import Citations, entries_in_words
from bedside.documents.content.marks import HOLDS, IN_YOUR_FILE, conditions, fires_line
from bedside.documents.wording import capitalised, in_short
from bedside.standing.results import Caution, Condition, Day, Standing


def warning_blocks(standing: Standing, cite: Citations) -> Iterator[Block]:
    """The lottery rule and the red flags, each with its conditions day by day."""
    yield Heading("Warnings, and what counters them", 2)
    for caution in (standing.lottery, *standing.red_flags):
        yield from _caution(caution, f"on {in_short(standing.files_opened)}", cite)


def cut_point_blocks(standing: Standing, cite: Citations) -> Iterator[Block]:
    """Where the source draws the line for graduation, and whether each holds on the day files open."""
    if not standing.cut_points:
        return
    yield Heading("Where the cut-points for graduation differ", 2)
    yield Paragraph(
        "The source draws this line in four places. They do not agree, so all four are shown, as they are "
        f"on {in_short(standing.files_opened)}."
    )
    yield conditions(standing.cut_points, cite, HOLDS)


def _caution(caution: Caution, then: str, cite: Citations) -> Iterator[Block]:
    yield Heading(caution.title, 3)
    yield _verdict(caution, then)
    yield Paragraph(caution.says, sources=cite(caution.because))
    yield from _conditions(caution, then, cite)
    if caution.counters:
        yield Paragraph("What counters it:", quiet=True)
        yield conditions(caution.counters, cite, IN_YOUR_FILE)
    change = f"What would change it: {caution.what_would_change_it}" if caution.what_would_change_it else ""
    if words := " ".join(part for part in (change, entries_in_words(caution.because)) if part):
        yield Paragraph(words)


def _verdict(caution: Caution, then: str) -> Block:
    """Whether it applies: in one line where both days agree."""
    if caution.today is caution.files_opened:
        return Facts((("Today and then", fires_line(caution.today, both_days=True)),))
    return Facts((("Today", fires_line(caution.today)), (capitalised(then), fires_line(caution.files_opened))))


def _conditions(caution: Caution, then: str, cite: Citations) -> Iterator[Block]:
    """The conditions, each with its day, so that those of one day are never read as asked of the other."""
    if not caution.conditions:
        return
    if len([one for one in caution.conditions if one.day is not Day.FILES_OPENED]) > 1:
        yield Paragraph("It applies on a day on which all conditions of that day hold:", quiet=True)
    yield conditions(with_days(caution, then), cite, HOLDS)


def with_days(caution: Caution, then: str) -> Iterator[Condition]:
    """The conditions in their order; each begins with its day where not all are the same on both."""
    labels = {None: "Both days", Day.TODAY: "Today", Day.FILES_OPENED: capitalised(then)}
    alike = all(one.day is None for one in caution.conditions)
    for one in caution.conditions:
        yield one if alike else replace(one, says=f"{labels[one.day]}: {one.says}")
