"""How the reasons of eligibility are worded."""

from __future__ import annotations

from bedside.programs.eligibility.results import State
from bedside.programs.field import Value


def count(number: float, noun: str) -> str:
    """A number with its noun: 1 year, 3 years, 1.5 months."""
    return f"{number:g} {noun if number == 1 else f'{noun}s'}"


def whole(value: Value) -> int:
    """The value of a field that holds a whole number; a value that holds none is a fault of ours."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{value!r} is no number")
    return int(value)


def told(state: State) -> str:
    """The sentence for a state that has no better one."""
    return "No source says." if state is State.NOT_REPORTED else "It is open."
