"""Warnings by day, with what counters them, and the four cut-points for graduation."""

from __future__ import annotations

from collections.abc import Iterator

from bedside.documents.blocks import Block, Facts, Heading, Paragraph
from bedside.documents.content.citations import Citations, entries_in_words
from bedside.documents.content.marks import HOLDS, IN_YOUR_FILE, conditions, fires_line
from bedside.documents.wording import capitalised, in_short
from bedside.standing.results import Caution, Day, Standing


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
    if caution.what_would_change_it:
        yield Paragraph(f"What would change it: {caution.what_would_change_it}")
    if entries := entries_in_words(caution.because):
        yield Paragraph(entries, quiet=True)


def _verdict(caution: Caution, then: str) -> Block:
    """Whether it applies: in one line where both days agree."""
    if caution.today is caution.files_opened:
        return Facts(((f"Today and {then}", fires_line(caution.today, both_days=True)),))
    return Facts((("Today", fires_line(caution.today)), (capitalised(then), fires_line(caution.files_opened))))


def _conditions(caution: Caution, then: str, cite: Citations) -> Iterator[Block]:
    """The conditions in groups, so that those of one day are never read as asked of the other."""
    always = [one for one in caution.conditions if one.day is None]
    today, later = ([one for one in caution.conditions if one.day is day] for day in (Day.TODAY, Day.FILES_OPENED))
    opening = "All of these have to hold on the same day. " if len(always) + len(today) > 1 else ""
    for label, those in (("On both days:", always), ("Today:", today), (f"{capitalised(then)}:", later)):
        if those:
            yield Paragraph(f"{opening}{label}", quiet=True)
            yield conditions(those, cite, HOLDS)
            opening = ""
