"""The seasons a stop contract allows as blocks: each by itself, and together."""

from __future__ import annotations

from collections.abc import Iterator

from bedside.documents.blocks import Block, Heading, Paragraph, Table
from bedside.documents.content.citations import Citations
from bedside.documents.content.what_if.wording import chance_words
from bedside.documents.wording import count, dollars, points
from bedside.evidence.money import exactly
from bedside.plan.what_if.results import OverCycles, WhatIfs

ONE_FILE = "How your file is read stays what it is from season to season, so a second one adds less than the first."
AGAIN = "What applying again does by itself is not measured. Nothing of what you could do in between is counted."


def seasons_blocks(found: WhatIfs, cite: Citations) -> Iterator[Block]:
    """Chance and money over what the contract allows; or the sentence why there is none."""
    yield Heading("Over the seasons your contract allows", 2)
    over = found.two_cycles
    if over is None:
        yield Paragraph(found.says_of_cycles)
        return
    rows = tuple(
        (
            f"Match of {one.match_year}",
            chance_words(one.chance, found) if one.chance else "no list",
            _money(one.dollars),
        )
        for one in over.seasons
    )
    together = (
        f"{count(len(over.seasons), 'season')} together",
        chance_words(over.chance, found),
        _money(over.dollars),
    )
    yield Table(
        ("Season", "A match, if you apply", "Fees"),
        (*rows, together) if len(rows) > 1 else rows,
        widths=(3, 3, 2),
        align=("left", "left", "right"),
    )
    yield Paragraph(what_it_means(over), sources=cite(over.because))


def what_it_means(over: OverCycles) -> str:
    """What the table of seasons leaves out, in sentences."""
    fees = "Fees are those of the list, of the token, of registering and of the transcript."
    if len(over.seasons) == 1:
        return f"{fees} Your contract allows one season from here."
    more = over.independent - over.chance.middle
    return f"{ONE_FILE} A sum that forgets this would promise {points(more, more)} more. {AGAIN} {fees}"


def _money(amount: float) -> str:
    return dollars(exactly(amount))
