"""What the label of a track says: a place, which tells programs of one institution apart, or only a kind of track."""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from pathlib import Path

from bedside.programs.identity.plain_name import plain_name

_WORDS = Path(__file__).with_name("track_words.csv")


@lru_cache(maxsize=20_000)
def place_in(label: str) -> str:
    """The place or hospital in the label of a track, as a plain name; "" where it names none.

    “Internal Medicine/Tampa” names Tampa; “Int Med/Research Pathway” and “Internal Medicine” name no place. What
    stands before the first slash is the specialty.
    """
    return plain_name(place_as_printed(label))


@lru_cache(maxsize=20_000)
def place_as_printed(label: str) -> str:
    """The same place in the words of the source."""
    _, *parts = label.split("/")
    words = [word for part in parts for word in re.split(r"[^A-Za-z0-9']+", part) if word]
    kept = [word for word in words if word.casefold() not in _words_of_tracks()]
    return " ".join(kept) if not all(word.isdigit() for word in kept) else ""


@cache
def _words_of_tracks() -> frozenset[str]:
    with _WORDS.open(encoding="utf-8", newline="") as file:
        return frozenset(row["word"] for row in csv.DictReader(file))
