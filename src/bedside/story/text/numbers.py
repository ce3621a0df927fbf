"""Numbers of things and percentages that a text names, so that two texts can be held beside each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_THINGS = (
    "charts?|patients?|members?|cases?|hospitals?|clinics?|students?|interviews?|applications?|programs?|calls?|papers?"
    "|abstracts?|posters?|letters?|analysts?|colleagues?|sites?|trials?|reports?|beds?|hours?"
)
_COUNTED = re.compile(
    rf"(?<![\w.,-])(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+)\s+(?:[a-z-]+\s+)?(?P<thing>{_THINGS})\b"
    r"(?:\s+(?:a|an|per|each|every)\s+(?P<each>day|week|month|quarter|year))?",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    r"\b(?P<thing>[^\W\d_]+)\s+(?:fell\s+|rose\s+|went\s+(?:up|down)\s+|dropped\s+|grew\s+)?by\s+(?:about\s+|nearly\s+)?"
    r"(?P<number>\d+(?:\.\d+)?)\s*(?:%|percent)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of something, such as 4,000 charts a quarter; `what` says of what, in one form for one thing.

    `start` (inclusive) and `end` (exclusive) are its place in the text.
    """

    what: str
    number: float
    value: str
    start: int
    end: int


def counted_in(text: str) -> Iterator[Counted]:
    """Every number of things and every percentage."""
    for found in _COUNTED.finditer(text):
        each = f" a {found['each'].lower()}" if found["each"] else ""
        thing = found["thing"].lower().rstrip("s")
        yield Counted(f"{thing}s{each}", float(found["number"].replace(",", "")), found[0], *found.span())
    for found in _PERCENT.finditer(text):
        yield Counted(f"percent of {found['thing'].lower()}", float(found["number"]), found[0], *found.span())
