"""The words people write in such tables, from a data file, and how a cell is compared with them."""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("words.csv")
_BLANKS = re.compile(r"\s+")
_AROUND = " \t\n.,;:!\"'“”‘’"


@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """A cell in small letters, one blank between words, without marks around it."""
    spelled = _BLANKS.sub(" ", text.casefold().replace("’", "'"))
    return spelled.strip(_AROUND) or spelled.strip()


@cache
def meant(kind: str) -> dict[str, str]:
    """What each word of this kind stands for; the longest words first."""
    found: dict[str, str] = {}
    with _FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["kind"] == kind:
                found |= {plain(word): row["value"] for word in row["words"].split(";")}
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=65_536)
def is_one_of(kind: str, text: str) -> bool:
    """Whether the whole text is a word of this kind."""
    return plain(text) in meant(kind)


@cache
def pattern(kind: str) -> re.Pattern[str]:
    """What finds any word of this kind within a text, whole words only."""
    words = "|".join(re.escape(word).replace("\\-", "[- ]") for word in meant(kind))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


def mentions(kind: str, text: str) -> bool:
    """Whether a word of this kind stands in the text."""
    return pattern(kind).search(plain(text)) is not None


def begins_with(kind: str, text: str) -> bool:
    """Whether the text begins with a word of this kind."""
    return any(plain(text).startswith(word) for word in meant(kind))


def is_missing(text: str) -> bool:
    """Whether a cell makes no claim: blank, a dash, a question mark, or words such as “not specified”."""
    return not text or is_one_of("missing", text)
