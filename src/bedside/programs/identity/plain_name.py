"""A name as it can be compared: small letters, words written out, nothing that every name has."""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

_ABBREVIATIONS = Path(__file__).with_name("abbreviations.csv")
_STATE_AT_THE_END = re.compile(r"[-–][A-Z]{2}\s*$")
_APOSTROPHES = re.compile(r"['’`.]")
_NO_LETTER = re.compile(r"[^a-z0-9]+")
_SAY_NOTHING = frozenset({"program", "residency", "the", "of", "at", "and", "for", "in", "inc", "llc"})


@lru_cache(maxsize=100_000)
def plain_name(name: str) -> str:
    """A name in small letters without accents and marks, abbreviations written out, without words that say nothing.

    “St Joseph's Hosp-AZ” and “Saint Josephs Hospital Program” are the same plain name; the order of words stays.
    """
    letters = unicodedata.normalize("NFKD", without_state(name))
    spelled = _APOSTROPHES.sub("", letters.encode("ascii", "ignore").decode()).casefold()
    words = (written_out().get(word, word) for word in _NO_LETTER.split(spelled))
    kept = [word for words_of_it in words for word in words_of_it.split() if word not in _SAY_NOTHING]
    return " ".join(kept)


def without_state(name: str) -> str:
    """A name without the two letters of a state at its end, as the NRMP writes them."""
    return _STATE_AT_THE_END.sub("", name)


def plain_city(city: str) -> str:
    """A town as it can be compared: “St. Louis” and “Saint Louis” are one."""
    return plain_name(city)


@cache
def written_out() -> dict[str, str]:
    """What abbreviations in the names of hospitals and schools stand for."""
    with _ABBREVIATIONS.open(encoding="utf-8", newline="") as file:
        return {row["short"]: row["full"] for row in csv.DictReader(file)}
