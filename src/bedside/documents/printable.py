"""The characters that no document can hold, taken out."""

from __future__ import annotations

import unicodedata

_SPACES = "\t\r\n\v\f\x85\u2028\u2029"


def printable(words: str) -> str:
    """The words without control characters, lone surrogates and characters that are none; breaks become spaces."""
    return "".join(
        " " if letter in _SPACES else letter
        for letter in words
        if letter in _SPACES or unicodedata.category(letter) not in ("Cc", "Cs", "Cn")
    )
