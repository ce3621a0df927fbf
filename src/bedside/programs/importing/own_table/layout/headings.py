"""Recognises a column by its heading: which of many spellings it is, and whether it says limit or preference."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from bedside.programs.field import FIELDS, Force
from bedside.programs.importing.own_table.as_people_write.words import pattern, plain

_FILE = Path(__file__).with_name("headings.csv")
_LONGEST = 120
_CAPITAL_INSIDE = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_YEARS = re.compile(r"\b(?:19|20)\d\d\b(?:\s*(?:to\s*)?\b(?:19|20)?\d\d\b)?")
_VISA_LETTERS = ((re.compile(r"\bj 1\b"), "j1"), (re.compile(r"\bh ?1 ?b\b"), "h1b"), (re.compile(r"\bf 1\b"), "f1"))
_NOISE = re.compile(
    r"\b(?:the|of applicants|in years|years|months|yrs|yr|mo|if any|program s?|for imgs?|imgs?|by program)\b"
)

IDENTITY = frozenset({"name", "institution", "acgme-id", "nrmp-code", "identifier"})
"""Meanings that can tell which program a row is about."""

WHO = IDENTITY | {"city", "state", "place", "specialty"}
"""Meanings that become part of who a program is."""

_TITLES = {
    "name": "the name of the program",
    "institution": "the institution",
    "city": "the city",
    "state": "the state",
    "place": "the city and the state",
    "specialty": "the specialty",
    "acgme-id": "the ACGME ID",
    "nrmp-code": "the NRMP code",
    "identifier": "an ID, by how it looks",
    "row-number": "the number of the row",
    "said-on": "the day of what the row says",
    "visa": "visas",
    "graduation": "years since graduation",
    "attempts": "attempts at a Step",
    "step-2-ck": "Step 2 CK",
    "step-3": "Step 3",
    "us-clinical": "US clinical experience",
    "us-clinical.observing-counts": "whether observing counts",
    "img-friendly": "takes IMGs, where it says yes",
    "eras": "application service",
    "": "a note",
}


@dataclass(frozen=True, slots=True)
class Heading:
    """A column. `meaning` is a field, a part of who the program is, or "" for a note; `force` what its words say.

    `is_unsure` marks what only the cells told of a bare heading; `was` is what a column was taken for before none of
    its cells could be read so.
    """

    text: str
    meaning: str = ""
    force: Force | None = None
    is_percent: bool = False
    is_unsure: bool = False
    was: str = ""

    @property
    def becomes(self) -> str:
        """What the preview says the column was taken for."""
        if self.meaning in FIELDS:
            return FIELDS[self.meaning].title
        return _TITLES.get(self.meaning, _TITLES[""])


@lru_cache(maxsize=20_000)
def meaning_of(text: str) -> str:
    """What a heading stands for; "" where it is none that is known.

    Tried in turn: as it is; with capitals as beginnings of words; without brackets and years; without words of force
    and others that say nothing.
    """
    if not text or len(text) > _LONGEST:
        return ""
    known = _known()
    return next((known[spelled] for spelled in _spellings(text) if spelled in known), "")


def is_known_exactly(text: str) -> bool:
    """Whether a heading is known as it is, which is quick to tell."""
    return len(text) <= _LONGEST and spelled_plainly(text) in _known()


@lru_cache(maxsize=2_000)
def force_of(text: str) -> Force | None:
    """Whether a heading says limit or preference; None where it says neither or both."""
    return said_force(spelled_plainly(text).replace("cut off", "cutoff"))


@lru_cache(maxsize=65_536)
def said_force(text: str) -> Force | None:
    """Whether words say limit or preference; None where they say neither, or both."""
    spelled, found = plain(text), set()
    for kind, force in (("preference", Force.PREFERENCE), ("limit", Force.LIMIT)):
        cut = pattern(kind).sub(" ", spelled)
        if cut != spelled:
            spelled = cut
            found.add(force)
    return found.pop() if len(found) == 1 else None


def spelled_plainly(text: str) -> str:
    """A heading in small letters, signs spelled out, words joined by one blank."""
    spelled = text.casefold().replace("%", " percent ").replace("#", " number ").replace("&", " and ")
    words = re.sub(r"[^\w]+|_+", " ", spelled.replace("'s", "s"))
    joined = " ".join(words.split())
    for letters, instead in _VISA_LETTERS:
        joined = letters.sub(instead, joined)
    return re.sub(r"\bst[ea]p ?(\d)\b", r"step \1", joined)


def _spellings(text: str) -> Iterator[str]:
    for version in (text, _CAPITAL_INSIDE.sub(" ", text), _BRACKETS.sub(" ", text)):
        yield spelled_plainly(version)
    bare = _YEARS.sub(" ", spelled_plainly(_BRACKETS.sub(" ", text)))
    yield " ".join(bare.split())
    for kind in ("preference", "limit"):
        bare = pattern(kind).sub(" ", bare)
    yield " ".join(bare.split())
    yield " ".join(_NOISE.sub(" ", bare).split())


@cache
def _known() -> dict[str, str]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        rows = [(row["meaning"], row["headings"].split(";")) for row in csv.DictReader(file)]
    known = {spelled_plainly(heading): meaning for meaning, headings in rows for heading in headings}
    titles = {spelled_plainly(field.title): key for key, field in FIELDS.items()}
    keys = {spelled_plainly(key): key for key in FIELDS}
    return titles | keys | known
