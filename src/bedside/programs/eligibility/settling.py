"""What several readings of one limit come to: rival claims, claims marked unsure, and several ways of counting."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bedside.programs.eligibility.results import State
from bedside.programs.field import Value
from bedside.programs.program import Listed

UNMET = frozenset({State.MISSING, State.EXCLUDES})


@dataclass(frozen=True, slots=True)
class Settled:
    """The state of a limit, and where it is ASK, why."""

    state: State
    why: str = ""


def claimed(listed: Listed, field: str) -> tuple[Value, ...]:
    """The values claimed of a field, the best first; empty where nobody says."""
    best = listed.values.get(field)
    return () if best is None else (best, *listed.rivals.get(field, ()))


def settled(listed: Listed, field: str, holds: Callable[[Value], State]) -> Settled:
    """How the dossier stands to a field.

    1. Nobody says: NOT_REPORTED.
    2. Every rival claim is held against the dossier; where they come to different things, ASK.
    3. A claim that is marked unsure never turns anybody away: ASK.
    """
    values = claimed(listed, field)
    if not values:
        return Settled(State.NOT_REPORTED)
    if len(values) == 1 and field in listed.disagreeing:
        return Settled(State.ASK, "sources disagree")
    state = together(holds(value) for value in values)
    if state is State.ASK and len(values) > 1:
        return Settled(state, "sources disagree")
    if state in UNMET and field in listed.unsure:
        return Settled(State.ASK, "the source is not sure of it")
    return Settled(state)


def together(states: Iterable[State]) -> State:
    """What several readings of the same thing come to.

    The same for all: that. Met by some and not by others: ASK. Met by none: what the dossier does not tell goes
    first, and then what can be changed.
    """
    found = set(states)
    if len(found) == 1:
        return found.pop()
    if State.MET in found or State.ASK in found:
        return State.ASK
    return State.NOT_TOLD if State.NOT_TOLD in found else State.MISSING
