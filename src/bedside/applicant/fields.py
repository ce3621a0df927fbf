"""What each key of a dossier takes, read out of its shape: for messages, for the reference, for the template."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from bedside.applicant.dossier import Dossier
from bedside.applicant.mistakes import Path
from bedside.applicant.parts.partial_date import PartialDate
from bedside.applicant.parts.shape import Part, Word

_ONE_LINE = 200
"""Text that may be longer is written in a field of several lines."""


class Entry(StrEnum):
    """What is entered for a key (or for each entry of its list), as a form has to know it."""

    WORD = "one of a closed list of words"
    NAME = "a short text on one line"
    TEXT = "text of several lines"
    DAY = "a date of which the day is known"
    DATE = "a day, a month or a year"
    MONTH_AND_DAY = "a month and a day of any year"
    NUMBER = "a number"
    WHOLE_NUMBER = "a whole number"
    PART = "further keys"
    NUMBERS_BY_NAME = "names, each with a number"


@dataclass(frozen=True, slots=True)
class FieldShape:
    """One key: what it means, what it takes in words, its closed list of words if it has one, and an example.

    `part` is the shape of what is inside, where the key holds further keys or a list of them. `also` are the words
    that may stand for the value, such as present for a date.
    """

    key: str
    description: str
    takes: str
    is_required: bool
    is_list: bool
    allowed: tuple[str, ...] = ()
    part: type[Part] | None = None
    example: Any = None
    default: Any = None
    entry: Entry = Entry.NAME
    also: tuple[str, ...] = ()


@cache
def fields_of(part: type[Part]) -> dict[str, FieldShape]:
    """The keys of a part, as they are written in the file, in the order of its shape."""
    shapes = (_shape(field.alias or name, field) for name, field in part.model_fields.items())
    return {shape.key: shape for shape in shapes}


def shape_at(path: Path) -> FieldShape | None:
    """The key that `path` ends in (or whose list it is an item of); None for what Bedside does not know."""
    part: type[Part] | None = Dossier
    found: FieldShape | None = None
    for step in path:
        if isinstance(step, int):
            continue
        found = fields_of(part).get(step) if part is not None else None
        part = found.part if found is not None else None
    return found


def part_at(path: Path) -> type[Part] | None:
    """The shape of the set of keys at `path`."""
    shape = shape_at(path)
    return Dossier if not path else shape.part if shape is not None else None


def _shape(key: str, field: FieldInfo) -> FieldShape:
    arms = tuple(kinds_allowed(field.annotation, tuple(field.metadata)))
    is_list = any(get_origin(kind) is tuple for kind, _ in arms)
    if is_list:
        arms = tuple(kinds_allowed(get_args(arms[0][0])[0], ()))
    words = tuple(str(word) for kind, _ in arms if _is(kind, Word) for word in kind)
    return FieldShape(
        key=key,
        description=field.description or "",
        takes=" or ".join(_in_words(kind, limits) for kind, limits in arms),
        is_required=field.is_required(),
        is_list=is_list,
        allowed=words,
        part=next((kind for kind, _ in arms if _is(kind, Part)), None),
        example=field.examples[0] if field.examples else None,
        default=None if field.is_required() else field.default,
        entry=_entry(*arms[0]),
        also=tuple(str(word) for kind, _ in arms if get_origin(kind) is Literal for word in get_args(kind)),
    )


def _entry(kind: Any, limits: tuple[Any, ...]) -> Entry:
    if get_origin(kind) is dict:
        return Entry.NUMBERS_BY_NAME
    if _is(kind, Part) or _is(kind, Word):
        return Entry.PART if _is(kind, Part) else Entry.WORD
    if kind is str:
        longest = limit_of(limits, "max_length")
        return Entry.MONTH_AND_DAY if longest is None else Entry.NAME if longest <= _ONE_LINE else Entry.TEXT
    return {PartialDate: Entry.DATE, date: Entry.DAY, int: Entry.WHOLE_NUMBER, float: Entry.NUMBER}.get(
        kind, Entry.WORD
    )


def kinds_allowed(annotation: Any, limits: tuple[Any, ...]) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Each kind of value that an annotation allows, with the limits that stand beside it."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *beside = get_args(annotation)
        yield from kinds_allowed(inner, (*limits, *_limits(beside)))
    elif origin in (Union, types.UnionType):
        for arm in get_args(annotation):
            yield from kinds_allowed(arm, limits)
    elif annotation is not type(None):
        yield annotation, limits


def _limits(beside: list[Any]) -> Iterator[Any]:
    for item in beside:
        yield from item.metadata if isinstance(item, FieldInfo) else (item,)


def _in_words(kind: Any, limits: tuple[Any, ...]) -> str:
    if get_origin(kind) is Literal:
        return " or ".join(str(word) for word in get_args(kind))
    if get_origin(kind) is dict:
        return "names, each with a number"
    if _is(kind, Part):
        return "keys of its own"
    if _is(kind, Word):
        return f"one of: {', '.join(kind)}"
    if kind is PartialDate:
        return "a day (2026-05-31), a month (2026-05) or a year (2026)"
    if kind is date:
        return "a day (2026-05-31)"
    if kind is str:
        longest = limit_of(limits, "max_length")
        return "text" if longest is None else f"text of up to {longest:,} characters"
    low, high = limit_of(limits, "ge"), limit_of(limits, "le")
    return f"a {'whole ' if kind is int else ''}number from {_plainly(low)} to {_plainly(high)}"


def limit_of(limits: tuple[Any, ...], name: str) -> Any:
    """The value of one limit ("ge", "le", "max_length"); None where there is none."""
    return next((getattr(limit, name) for limit in limits if getattr(limit, name, None) is not None), None)


def _plainly(number: float) -> str:
    return str(number) if 1900 <= number <= 2100 else f"{number:,}"


def _is(kind: Any, base: type) -> bool:
    return isinstance(kind, type) and issubclass(kind, base)
