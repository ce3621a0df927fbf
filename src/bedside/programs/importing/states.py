"""States by name and by their two letters, as sources print them."""

from __future__ import annotations

import re

from bedside.applicant.parts.us_state import UsState

STATES: dict[str, str] = {state.value: state.title_in_full for state in UsState}
"""Names by their two letters."""

_BY_NAME = {name.casefold(): letters for letters, name in STATES.items()}
_BY_NAME |= {"washington dc": "DC", "d c": "DC", "virgin islands": "VI"}


def state_named(words: str) -> str:
    """The two letters of a state by its name or letters; "" where it is none."""
    plain = " ".join(re.sub(r"[^a-z ]+", " ", words.casefold()).split())
    return plain.upper() if plain.upper() in STATES else _BY_NAME.get(plain, "")
