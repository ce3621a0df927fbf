"""The key of a program that has no number: made of its name, so that it is the same in every build."""

from __future__ import annotations

import hashlib

from bedside.programs.identity.plain_name import plain_city, plain_name
from bedside.programs.mention import Mention

_LONGEST = 60
_DIGEST = 6


def key_from_name(said: Mention) -> str:
    """`named-<specialty>-<state>-<name>-<digest>`; the digest tells apart what the shortened name does not."""
    whole = "\x1f".join((said.specialty, said.state, plain_name(said.name or said.institution), plain_city(said.city)))
    words = "-".join((said.specialty, said.state.casefold(), *plain_name(said.name or said.institution).split()))
    return f"named-{words.strip('-')[:_LONGEST]}-{hashlib.sha256(whole.encode()).hexdigest()[:_DIGEST]}"
