"""The first moves at once as blocks: the chance with all of them, beside what their gains would add up to."""

from __future__ import annotations

from collections.abc import Iterator

from bedside.documents.blocks import Block, Bullets, Heading, Line, Paragraph, Table
from bedside.documents.content.what_if.wording import chance_words, gain_words, money_words
from bedside.documents.wording import count, points
from bedside.plan.what_if.results import Together, WhatIfs

TITLE = "The first moves at once"
AT_ONCE = (
    "Each row is the chance with all of it done, by one list chosen for all of it, with the same luck on both sides. "
    "It is no sum: what one move brings, another may bring no longer, or bring more of."
)


def together_blocks(found: WhatIfs) -> Iterator[Block]:
    """The first two moves at once and the first three; nothing where fewer are in the order."""
    if not found.together:
        return
    yield Heading(TITLE, 2)
    yield Paragraph(AT_ONCE)
    rows = tuple(
        (
            Line(titles_words(one), strong=True),
            (Line(chance_words(one.after, found)), Line(f"from {chance_words(one.before, found)}", quiet=True)),
            (Line(gain_words(one, found)), *(Line(says, quiet=True) for says in added_up_words(one))),
            takes_words(one),
        )
        for one in found.together
    )
    yield Table(("At once", "Your chance with all of it", "Gain", "It takes"), rows, (4, 2.4, 3, 2.6))
    notes = tuple(f"{titles_words(one)}: {note}" for one in found.together for note in one.notes)
    if notes:
        yield Bullets(notes)


def titles_words(one: Together) -> str:
    """What is done at once."""
    return " + ".join(one.titles)


def added_up_words(one: Together) -> tuple[str, ...]:
    """What a sum of the gains would promise, where there are middles to sum."""
    return () if one.added_up is None else (f"a sum would say {points(one.added_up, one.added_up)}",)


def takes_words(one: Together) -> str:
    """Money, and months side by side or one after the other."""
    side_by_side, in_turn = (count(months, "month") for months in (one.months_from, one.months_to))
    if not one.months_to:
        return f"{money_words(one)}, no time"
    if side_by_side == in_turn:
        return f"{money_words(one)}, {in_turn}"
    return f"{money_words(one)}, {side_by_side} side by side or {in_turn} one after the other"
