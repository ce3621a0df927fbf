"""Codes that are written down on paper: drawn at random, easy to read, and forgiving when they are typed."""

from __future__ import annotations

import secrets
import unicodedata

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""No letter that is easily taken for another: no 0 and O, no 1, I and L, no U and V."""

_GROUPS, _IN_A_GROUP = 6, 4


def new_recovery_code() -> str:
    """A code nobody has had before, in groups: 24 letters out of 30, which is more than 100 bits."""
    groups = ("".join(secrets.choice(LETTERS) for _ in range(_IN_A_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)


def code_as_typed(text: str) -> str | None:
    """The code that was meant, whatever its spaces, dashes and case; None where it cannot be one."""
    letters = [letter for letter in unicodedata.normalize("NFKC", text).upper() if letter.isalnum()]
    if len(letters) != _GROUPS * _IN_A_GROUP or not set(letters) <= set(LETTERS):
        return None
    groups = ("".join(letters[at : at + _IN_A_GROUP]) for at in range(0, len(letters), _IN_A_GROUP))
    return "-".join(groups)
