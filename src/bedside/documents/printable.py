"""The characters that no document can hold, taken out."""

from __future__ import annotations

import unicodedata

NO_BREAK = "\u00a0"


def printable(words: str) -> str:
    """The words without control characters, lone surrogates and characters that are none; breaks become spaces."""
    return "".join(
        " " if letter.isspace() and letter != NO_BREAK else letter
        for letter in words
        if letter.isspace() or unicodedata.category(letter) not in ("Cc", "Cs", "Cn")
    )
