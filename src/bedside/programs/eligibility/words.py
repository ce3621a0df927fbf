"""How the reasons of eligibility are worded."""

from __future__ import annotations

from bedside.programs.eligibility.results import Criterion, State
from bedside.programs.field import FIELDS, Value


def count(number: float, noun: str) -> str:
    """A number with its noun: 1 year, 3 years, 1.5 months."""
    return f"{number:g} {noun if number == 1 else f'{noun}s'}"


def whole(value: Value) -> int:
    """The value of a field that holds a whole number; a value that holds none is a fault of ours."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{value!r} is no number")
    return int(value)


def not_reported(key: str, find_out: str, title: str = "", fields: tuple[str, ...] = ()) -> Criterion:
    """A limit or preference of which no source says anything; without a title it is that of the field `key`."""
    known = title or FIELDS[key].title
    return Criterion(key, known, State.NOT_REPORTED, "No source says.", fields or (key,), find_out=find_out)
