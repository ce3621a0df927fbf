"""Tells which of the headings above a block are the state, the institution and the city, in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bedside.programs.importing.nrmp.program_pages.lines import Block, CodeLine, Heading
from bedside.programs.importing.states import STATES, state_named

_CONTINUED = re.compile(r"\s*\(?\bcont(?:inued|['’.]?d?\.?)\)?\s*$", re.IGNORECASE)
_INSTITUTION = re.compile(
    r"-[A-Z]{2}$|\b(?:hosp\w*|med|medical|medicine|ctrs?|center|centre|health\w*|univ\w*|u|sch|school|som|com|coll\w*"
    r"|clinic\w*|consortium|gme|institute?|inst|foundation|fdn|affil\w*|system|sys|care|progs?|hlth|va|uc|suny)\b",
    re.IGNORECASE,
)
_CITY_AND_STATE = re.compile(r"(?P<city>.+?),\s*(?P<state>[A-Za-z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)")
_WITH_CITY = re.compile(r"(?P<institution>.+?),\s*(?P<city>[A-Z][\w .'’-]+),\s*(?P<state>[A-Z]{2})")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the lines of a block belong; what its headings do not say is ""."""

    state: str = ""
    institution: str = ""
    city: str = ""


def placed(blocks: Sequence[Block]) -> Iterator[tuple[Place, CodeLine]]:
    """Every line with a code and where it belongs.

    1. A heading that is the name of a state, in capitals where states are so printed, is the state from there on.
    2. A heading beside the head of the table is a city. Where none is, institutions are told from cities by their
       words, and all blocks vote on which of the two comes first.
    3. What a block does not say it takes over from the one before as long as the number of the institution stays.
    """
    capitals = any(_state([heading], capitals=True) for block in blocks for heading in block.headings)
    city_first = _city_comes_first([_split(block.headings, capitals)[1] for block in blocks])
    before, number = Place(), ""
    for block in blocks:
        said = _place(block.headings, capitals, city_first)
        for line in block.lines:
            same = line.code[:4] == number
            institution = said.institution or (before.institution if same else "")
            city = said.city or (before.city if same or _stays(said, city_first) else "")
            before = Place(said.state or before.state, institution, city)
            number = line.code[:4]
            yield before, line


def _stays(said: Place, city_first: bool) -> bool:
    """Whether a city goes on under a new institution: it does where cities stand above their institutions."""
    return city_first and bool(said.institution) and not said.state


def _place(headings: Sequence[Heading], capitals: bool, city_first: bool) -> Place:
    state, rest = _split(headings, capitals)
    beside = " ".join(_bare(heading.text) for heading in rest if heading.beside_head)
    above = [_bare(heading.text) for heading in rest if not heading.beside_head]
    if beside:
        return _with_state(Place(state, " ".join(above), beside))
    if len(above) == 1:
        return _one_line(above[0], state)
    if not above:
        return Place(state)
    city, institution = (above[0], above[1:]) if city_first else (above[-1], above[:-1])
    return _with_state(Place(state, " ".join(institution), city))


def _one_line(text: str, state: str) -> Place:
    both = _WITH_CITY.fullmatch(text)
    if both and both["state"] in STATES:
        return Place(state or both["state"], both["institution"], both["city"])
    if _INSTITUTION.search(text):
        return Place(state, text)
    return _with_state(Place(state, "", text))


def _with_state(place: Place) -> Place:
    """“Boston, MA” is the city of Boston."""
    both = _CITY_AND_STATE.fullmatch(place.city)
    letters = state_named(both["state"]) if both else ""
    return replace(place, city=both["city"], state=place.state or letters) if both and letters else place


def _split(headings: Sequence[Heading], capitals: bool) -> tuple[str, list[Heading]]:
    """The state among the headings, which may take up two lines, and the other headings.

    In mixed case a city may be called as a state is: there only the first of three or more headings can be one.
    """
    if not capitals and len(headings) == 2:
        return "", list(headings)
    for at in range(len(headings) if capitals else 1):
        for length in (2, 1):
            found = _state(headings[at : at + length], capitals)
            if found:
                return found, [*headings[:at], *headings[at + length :]]
    return "", list(headings)


def _state(headings: Sequence[Heading], capitals: bool) -> str:
    text = " ".join(_bare(heading.text) for heading in headings).removeprefix("State:").strip()
    if any(heading.beside_head for heading in headings) or len(text) == 2 or (capitals and text != text.upper()):
        return ""
    return state_named(text)


def _city_comes_first(blocks: Sequence[Sequence[Heading]]) -> bool:
    pairs = [block for block in blocks if len(block) == 2 and not any(heading.beside_head for heading in block)]
    first = sum(bool(_INSTITUTION.search(_bare(pair[0].text))) for pair in pairs)
    second = sum(bool(_INSTITUTION.search(_bare(pair[1].text))) for pair in pairs)
    return second > first


def _bare(text: str) -> str:
    return _CONTINUED.sub("", text).strip(" :–—-")
