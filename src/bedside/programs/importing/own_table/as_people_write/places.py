"""City and state out of one cell, in whichever order and spelling."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bedside.programs.importing.own_table.as_people_write.words import meant
from bedside.programs.importing.states import STATES, state_named

_ZIP = re.compile(r"[\s,]*\b\d{5}(?:-\d{4})?\s*$")
_COUNTRY = re.compile(r"[\s,]*\b(?:U\.?S\.?A\.?|United States(?: of America)?)\s*$", re.IGNORECASE)
_PARTS = re.compile(r"\s*[,/()|\n–—]\s*|\s+-\s*|(?<=\b[A-Z]{2})-(?=[A-Z])")
_LETTERS_LAST = re.compile(r"(.+?)[\s.-]+([A-Z]{2})\.?")
_AT_THE_END = re.compile(r"(?:,|\s[-–—]|\()\s*([A-Z][A-Za-z .'’-]{1,40}?)\s*,\s*([A-Za-z][A-Za-z. ]{1,20}?)\s*\)?\s*$")
_LONGEST_PLACE = 200
_CITY_OR_STATE = frozenset({"washington"})


@dataclass(frozen=True, slots=True)
class Place:
    """A city and the two letters of a state, either blank where it is not told; `is_whole` where nothing else is."""

    city: str = ""
    state: str = ""
    is_whole: bool = True


@lru_cache(maxsize=20_000)
def state_of(text: str) -> str:
    """The two letters of a state by its name, its letters or a usual abbreviation; "" where it is none."""
    spelled = " ".join(re.findall(r"[a-z]+", text.casefold()))
    return state_named(text) or meant("state").get(spelled, "")


@lru_cache(maxsize=65_536)
def place_of(text: str) -> Place:
    """City and state: “Chicago, IL”, “IL - Chicago”, “Chicago (Illinois)”, “Chicago IL 60612”, either alone."""
    if len(text) > _LONGEST_PLACE:
        return Place(text)
    bare = _COUNTRY.sub("", _ZIP.sub("", _COUNTRY.sub("", text.strip())))
    is_whole = bare == text.strip()
    parts = [part for part in _PARTS.split(bare) if part]
    if len(parts) > 1:
        return _of_parts(bare, parts, is_whole)
    if bare.casefold() in _CITY_OR_STATE:
        return Place(bare, "", is_whole)
    if state_of(bare):
        return Place("", state_of(bare), is_whole)
    return _city_and_state(bare, is_whole)


@lru_cache(maxsize=65_536)
def place_at_the_end(name: str) -> Place:
    """The place with which a program's name ends (“…, Chicago, IL”); blank where it does not."""
    found = _AT_THE_END.search(name[-_LONGEST_PLACE:])
    state = state_of(found.group(2)) if found else ""
    return Place(found.group(1).strip(), state) if found and state else Place()


def _of_parts(bare: str, parts: list[str], is_whole: bool) -> Place:
    last, first = state_of(parts[-1]), state_of(parts[0])
    if last:
        return Place(parts[-2], last, is_whole and len(parts) == 2)
    if first:
        return Place(parts[1], first, is_whole and len(parts) == 2)
    return Place(bare, "", is_whole)


def _city_and_state(bare: str, is_whole: bool) -> Place:
    letters = _LETTERS_LAST.fullmatch(bare)
    if letters and letters.group(2) in STATES:
        return Place(letters.group(1).strip(), letters.group(2), is_whole)
    words = bare.split()
    for length in (2, 1):
        state = state_of(" ".join(words[-length:])) if len(words) > length else ""
        if state and len(" ".join(words[-length:])) > 2:
            return Place(" ".join(words[:-length]), state, is_whole)
    return Place(bare, "", is_whole)
