"""The paper that PDF and Word share: its two sizes, and what stands at the foot of every page."""

from __future__ import annotations

from enum import StrEnum

from bedside.documents.blocks import Document
from bedside.documents.printable import printable

_LONGEST_NAME = 60


class Paper(StrEnum):
    """The two sizes, by the names Typst has for them."""

    LETTER = "us-letter"
    A4 = "a4"


def footer_of(document: Document) -> str:
    """What stands at the foot of every page: the name, and below a document of ours the day and what it is."""
    name = printable(document.author)
    name = name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME].rstrip() + "…"
    if document.handed_on:
        return name
    day = f"as of {document.as_of.day} {document.as_of:%B %Y}"
    return " · ".join(part for part in (name, day, "information, not advice") if part)
