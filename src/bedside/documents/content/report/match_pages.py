"""The sections of the full report about the Match: odds, list and next move, or the rank order list."""

from __future__ import annotations

from collections.abc import Iterator

from bedside.documents.blocks import Block, Heading, Paragraph
from bedside.documents.content.citations import Citations
from bedside.documents.content.odds import chances
from bedside.documents.content.programs.lists import SAMPLE
from bedside.documents.content.report.list_in_brief import list_in_brief
from bedside.documents.content.report.of_the_match import OfTheMatch
from bedside.documents.content.season import rank_order_list
from bedside.documents.content.targeting import best_list
from bedside.documents.content.targeting.curves import curve_blocks
from bedside.documents.content.what_if import next_move
from bedside.documents.wording import count
from bedside.evidence.library import Evidence

IN_HAND = (
    "You have {interviews}, so this report begins from them. Odds, list and next move, which begin before the "
    "applications, are still on their pages, and behind `bedside odds`, `bedside target` and `bedside whatif`."
)


def match_blocks(found: OfTheMatch, evidence: Evidence, cite: Citations) -> Iterator[Block]:
    """Odds, list and next move, or the rank order list; that the programs are a sample is said once."""
    match = found.match
    yield Heading(chances.TITLE if found.rank is None else rank_order_list.TITLE)
    if match.sample is not None:
        yield Paragraph(SAMPLE.format(programs=count(match.sample, "program")))
    if found.rank is not None:
        yield Paragraph(IN_HAND.format(interviews=count(match.interviews, "interview")))
        yield from rank_order_list.rank_blocks(found.rank, None, evidence, cite)
        return
    yield from chances.odds_blocks(match.odds, None, evidence, cite)
    yield Heading(best_list.TITLE)
    yield from best_list.target_blocks(match.best, None, evidence, cite, list_in_brief)
    yield from curve_blocks(match.curves, bool(match.best.odds.leans_on), evidence, cite)
    yield Heading(next_move.TITLE)
    yield from next_move.what_if_blocks(match.what_ifs, None, cite)
