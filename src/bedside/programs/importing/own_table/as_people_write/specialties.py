"""Which specialty a name, a banner, a sheet or a file is about."""

from __future__ import annotations

import re
from functools import lru_cache

from bedside.evidence.library import Evidence
from bedside.evidence.specialties import all_specialties
from bedside.programs.importing.specialties_named import specialty_spelled

_LONGEST = 8
_SHORT = 4
_SAYS_LITTLE = frozenset(
    {"dr", "or", "eye", "gas", "medicine", "family", "emergency", "thoracic", "transitional", "head"}
)
_WORD = re.compile(r"[A-Za-z0-9]+")


def specialty_in_name(text: str, evidence: Evidence) -> str:
    """The specialty a program's name tells ("Yale (IM)", "Mercy Family Medicine Residency"); "" where none or several.

    Names of institutions hold words such as “medicine” too, so that only whole names of specialties count, or an
    abbreviation in brackets or behind a dash.
    """
    tagged = re.search(r"[(\[–—-]\s*([A-Za-z&/ ]{2,12}?)\s*[)\]]?\s*(?:residency|program)?\s*$", text, re.IGNORECASE)
    if (
        tagged
        and (found := specialty_spelled(tagged.group(1), evidence))
        and tagged.group(1).casefold() not in _SAYS_LITTLE
    ):
        return found
    return _only(text, evidence, with_short=False)


@lru_cache(maxsize=4_096)
def specialty_about(text: str, evidence: Evidence) -> str:
    """The specialty a banner, the name of a sheet or of a file tells ("IM list 2026"); "" where none or several."""
    return specialty_spelled(text, evidence) or _only(text, evidence, with_short=True)


@lru_cache(maxsize=65_536)
def _only(text: str, evidence: Evidence, with_short: bool) -> str:
    words = _WORD.findall(text.replace("&", " and ").replace("_", " "))
    found: set[str] = set()
    start = 0
    while start < len(words):
        length, key = _longest_from(words, start, evidence, with_short)
        found |= {key} if key else set()
        start += length
    return found.pop() if len(found) == 1 else ""


def _longest_from(words: list[str], start: int, evidence: Evidence, with_short: bool) -> tuple[int, str]:
    known = _by_words(evidence)
    for length in range(min(_LONGEST, len(words) - start), 0, -1):
        window = words[start : start + length]
        key = known.get(" ".join(window).casefold(), "")
        if key and (length > 1 or _stands_alone(window[0], with_short, evidence)):
            return length, key
    return 1, ""


def _stands_alone(word: str, with_short: bool, evidence: Evidence) -> bool:
    """Whether one word names a specialty: its official name does; an abbreviation only in capitals where allowed."""
    if word.casefold() in _SAYS_LITTLE:
        return False
    if word.casefold() in _official(evidence):
        return True
    return with_short and (len(word) > _SHORT or word.isupper())


@lru_cache(maxsize=4)
def _by_words(evidence: Evidence) -> dict[str, str]:
    known: dict[str, str] = {}
    for one in all_specialties(evidence):
        for name in (one.key, one.name, *one.aliases):
            known.setdefault(" ".join(_WORD.findall(name.replace("&", " and "))).casefold(), one.key)
    return known


@lru_cache(maxsize=4)
def _official(evidence: Evidence) -> frozenset[str]:
    return frozenset(one.name.casefold() for one in all_specialties(evidence))
