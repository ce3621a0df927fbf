"""What comes along unseen when a text is pasted from a word processor, and the text without it."""

from __future__ import annotations

import re
import unicodedata

# The joiners U+200C and U+200D are not among them: letters of several scripts, and emoji, are joined by these.
_INVISIBLE = re.compile(r"[\u00ad\u200b\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffc]")
_OTHER_SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000\t\v\f]")
_BREAKS = re.compile(r"\r\n?|[\u2028\u2029\u0085]")
_CURLY = {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'", "–": "-", "—": "-", "…": "...", "•": "-"}


def unseen(text: str) -> list[tuple[int, str]]:
    """Every mark that cannot be seen, by its place, with what it is called."""
    return [(found.start(), _name(found[0])) for found in _INVISIBLE.finditer(text)]


def without_unseen(text: str) -> str:
    """The text with plain spaces and line breaks and no unseen marks; every letter that can be seen stays."""
    broken = _BREAKS.sub("\n", text)
    return _OTHER_SPACES.sub(" ", _INVISIBLE.sub("", broken))


def in_plain_signs(text: str) -> str:
    """The text for a form that takes plain signs only: straight quotation marks, hyphens for dashes."""
    return "".join(_CURLY.get(letter, letter) for letter in without_unseen(text))


def _name(mark: str) -> str:
    return unicodedata.name(mark, f"U+{ord(mark):04X}").lower()
