"""The sections of the full report about the Match: odds, list and next move."""

from __future__ import annotations

from collections.abc import Iterator

from bedside.documents.blocks import Block, Heading, Paragraph
from bedside.documents.content import odds_page, target_page, what_if_page
from bedside.documents.content.citations import Citations
from bedside.documents.content.list_in_brief import list_in_brief
from bedside.documents.content.programs import SAMPLE
from bedside.documents.content.target_curves import curve_blocks
from bedside.documents.wording import count
from bedside.evidence.library import Evidence
from bedside.plan.your_match import YourMatch


def match_blocks(found: YourMatch, evidence: Evidence, cite: Citations) -> Iterator[Block]:
    """A section for each; that the programs are a sample is said in the first one."""
    yield Heading(odds_page.TITLE)
    if found.sample is not None:
        yield Paragraph(SAMPLE.format(programs=count(found.sample, "program")))
    yield from odds_page.odds_blocks(found.odds, None, evidence, cite)
    yield Heading(target_page.TITLE)
    yield from target_page.target_blocks(found.best, None, evidence, cite, list_in_brief)
    yield from curve_blocks(found.curves, bool(found.best.odds.leans_on), evidence, cite)
    yield Heading(what_if_page.TITLE)
    yield from what_if_page.what_if_blocks(found.what_ifs, None, cite)
