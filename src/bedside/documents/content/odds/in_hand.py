"""What odds, list and next move say first once interviews are in hand: they begin before any answer."""

from __future__ import annotations

from dataclasses import replace

from bedside.documents.blocks import Document, Paragraph
from bedside.documents.wording import count

HAVE = "You have {interviews} in hand."
BEGINS = "This page counts as if nothing had been answered yet; {rank_list} begins from them."
COMMAND = "`bedside rank`"


def in_hand_in_words(interviews: int, rank_list: str = COMMAND) -> str:
    """The two sentences, with the name of what begins from the interviews; nothing where there is no interview."""
    said = f"{HAVE} {BEGINS}".format(interviews=count(interviews, "interview"), rank_list=rank_list)
    return said if interviews else ""


def with_in_hand(document: Document, interviews: int) -> Document:
    """The document with these sentences before everything else."""
    says = in_hand_in_words(interviews)
    return replace(document, blocks=(Paragraph(says), *document.blocks)) if says else document
