"""The states, the District of Columbia and the territories with programs, by name and by their two letters."""

from __future__ import annotations

import re

_NAMES = """
AL Alabama; AK Alaska; AZ Arizona; AR Arkansas; CA California; CO Colorado; CT Connecticut; DE Delaware;
DC District of Columbia; FL Florida; GA Georgia; GU Guam; HI Hawaii; ID Idaho; IL Illinois; IN Indiana; IA Iowa;
KS Kansas; KY Kentucky; LA Louisiana; ME Maine; MD Maryland; MA Massachusetts; MI Michigan; MN Minnesota;
MS Mississippi; MO Missouri; MT Montana; NE Nebraska; NV Nevada; NH New Hampshire; NJ New Jersey; NM New Mexico;
NY New York; NC North Carolina; ND North Dakota; OH Ohio; OK Oklahoma; OR Oregon; PA Pennsylvania; PR Puerto Rico;
RI Rhode Island; SC South Carolina; SD South Dakota; TN Tennessee; TX Texas; UT Utah; VT Vermont; VA Virginia;
VI Virgin Islands; WA Washington; WV West Virginia; WI Wisconsin; WY Wyoming
"""
_ENTRIES = tuple(entry.strip().split(" ", 1) for entry in _NAMES.replace("\n", " ").split(";"))
STATES: dict[str, str] = {entry[0]: entry[1] for entry in _ENTRIES}
"""Names by their two letters."""

_BY_NAME = {name.casefold(): letters for letters, name in STATES.items()} | {"washington dc": "DC", "d c": "DC"}


def state_named(words: str) -> str:
    """The two letters of a state by its name or letters; "" where it is none."""
    plain = " ".join(re.sub(r"[^a-z ]+", " ", words.casefold()).split())
    return plain.upper() if plain.upper() in STATES else _BY_NAME.get(plain, "")
