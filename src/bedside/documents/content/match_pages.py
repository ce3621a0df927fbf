"""The sections of the full report about the Match: odds, list and next move, or the rank order list."""

from __future__ import annotations

from collections.abc import Iterator

from bedside.documents.blocks import Block, Heading, Paragraph
from bedside.documents.content import odds_page, rank_page, target_page, what_if_page
from bedside.documents.content.citations import Citations
from bedside.documents.content.list_in_brief import list_in_brief
from bedside.documents.content.programs import SAMPLE
from bedside.documents.content.target_curves import curve_blocks
from bedside.documents.of_the_match import OfTheMatch
from bedside.documents.wording import count
from bedside.evidence.library import Evidence

IN_HAND = (
    "You have {interviews}, so this report begins from them. Odds, list and next move, which begin before the "
    "applications, are still on their pages, and behind `bedside odds`, `bedside target` and `bedside whatif`."
)


def match_blocks(found: OfTheMatch, evidence: Evidence, cite: Citations) -> Iterator[Block]:
    """Odds, list and next move, or the rank order list; that the programs are a sample is said once."""
    match = found.match
    yield Heading(odds_page.TITLE if found.rank is None else rank_page.TITLE)
    if match.sample is not None:
        yield Paragraph(SAMPLE.format(programs=count(match.sample, "program")))
    if found.rank is not None:
        yield Paragraph(IN_HAND.format(interviews=count(match.interviews, "interview")))
        yield from rank_page.rank_blocks(found.rank, None, evidence, cite)
        return
    yield from odds_page.odds_blocks(match.odds, None, evidence, cite)
    yield Heading(target_page.TITLE)
    yield from target_page.target_blocks(match.best, None, evidence, cite, list_in_brief)
    yield from curve_blocks(match.curves, bool(match.best.odds.leans_on), evidence, cite)
    yield Heading(what_if_page.TITLE)
    yield from what_if_page.what_if_blocks(match.what_ifs, None, cite)
