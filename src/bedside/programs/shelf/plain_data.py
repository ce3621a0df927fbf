"""Turns the frozen records of this room into plain data that JSON can hold, and back with every mistake named."""

from __future__ import annotations

import dataclasses
import math
import types
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from bedside.programs.mistakes import ProgramsMistake

Read = Callable[[Any, str], Any]
_SHOWN = 60
_PLAIN = frozenset({str, int, float, bool, type(None)})


class NotAsExpected(ProgramsMistake):
    """A place in a stored document does not hold what belongs there."""

    def __init__(self, place: str, expected: str, found: object) -> None:
        super().__init__(f"{place or 'the document'} should be {expected} and is {_shown(found)}.")


def as_plain(record: Any) -> Any:
    """A record as dictionaries, lists and plain values; what equals its default is left out.

    Days become ISO text, members of an enumeration their value, sets sorted lists.
    """
    return _kind_writer(record)(record)


def from_plain(kind: Any, plain: Any, place: str = "") -> Any:
    """The record of this kind that plain data stands for. Raises NotAsExpected, which names the place in it."""
    return _reader(kind)(plain, place)


def _kind_writer(record: Any) -> Callable[[Any], Any]:
    kind: Any = type(record)
    return _writer(kind)


@cache
def _writer(kind: Any) -> Callable[[Any], Any]:
    if dataclasses.is_dataclass(kind):
        fields = tuple((one.name, _default(one)) for one in dataclasses.fields(kind))
        return lambda record: _plain_fields(record, fields)
    if issubclass(kind, Mapping):
        return lambda record: {_key(key): as_plain(value) for key, value in record.items()}
    if issubclass(kind, tuple | list):
        return lambda record: [as_plain(one) for one in record]
    if issubclass(kind, frozenset):
        return lambda record: sorted(as_plain(one) for one in record)
    if issubclass(kind, Enum):
        return lambda record: record.value
    return (lambda record: record.isoformat()) if issubclass(kind, date) else (lambda record: record)


def _plain_fields(record: Any, fields: tuple[tuple[str, Any], ...]) -> dict[str, Any]:
    plain = {}
    for name, default in fields:
        value = getattr(record, name)
        if value is not default and value != default:
            plain[name] = value if type(value) in _PLAIN else as_plain(value)
    return plain


def _default(one: Any) -> Any:
    return one.default if one.default_factory is dataclasses.MISSING else one.default_factory()


def _key(key: Any) -> str:
    return str(key.value) if isinstance(key, Enum) else str(key)


@cache
def _reader(kind: Any) -> Read:
    if kind in (str, int, bool):
        return _exactly(kind)
    if kind is float:
        return _float
    if kind is date:
        return _date
    if dataclasses.is_dataclass(kind):
        return _record(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _member(kind)
    return _composed(get_origin(kind), get_args(kind), kind)


def _composed(origin: Any, arguments: tuple[Any, ...], kind: Any) -> Read:
    if origin in (Union, types.UnionType):
        return _one_of(arguments)
    if origin is tuple:
        return _list(arguments[0]) if arguments[-1] is Ellipsis else _row(arguments)
    if origin is frozenset:
        many = _list(arguments[0])
        return lambda plain, place: frozenset(many(plain, place))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(*arguments)
    raise TypeError(f"no way to store {kind}")


_CALLED = {str: "text", int: "a whole number", bool: "true or false", float: "a number"}


def _exactly(kind: type) -> Read:
    def read(plain: Any, place: str) -> Any:
        if type(plain) is not kind:
            raise NotAsExpected(place, _CALLED[kind], plain)
        return plain

    return read


def _float(plain: Any, place: str) -> float:
    if type(plain) not in (int, float) or not math.isfinite(plain):
        raise NotAsExpected(place, "a number", plain)
    return plain  # type: ignore[no-any-return]  # a whole number stays one, as it was written


def _date(plain: Any, place: str) -> date:
    try:
        return date.fromisoformat(plain)
    except (TypeError, ValueError):
        raise NotAsExpected(place, "a day such as 2025-05-31", plain) from None


def _member(kind: type[Enum]) -> Read:
    def read(plain: Any, place: str) -> Any:
        try:
            return kind(plain)
        except ValueError:
            raise NotAsExpected(place, " or ".join(str(one.value) for one in kind), plain) from None

    return read


def _one_of(kinds: tuple[Any, ...]) -> Read:
    exact = frozenset(kind for kind in kinds if kind in (str, int, bool))
    others = tuple(_reader(kind) for kind in kinds if kind not in exact and kind is not type(None))
    may_be_none = type(None) in kinds
    called = ", ".join(sorted(_CALLED[kind] for kind in kinds if kind in _CALLED))

    def read(plain: Any, place: str) -> Any:
        if type(plain) in exact or (plain is None and may_be_none):
            return plain
        if not others or (exact and type(plain) is not float):
            raise NotAsExpected(place, " or".join(called.rsplit(",", 1)), plain)
        return others[0](plain, place)

    return read


def _list(kind: Any) -> Read:
    one = _reader(kind)

    def read(plain: Any, place: str) -> Any:
        if type(plain) is not list:
            raise NotAsExpected(place, "a list", plain)
        return tuple([one(item, f"{place}[{number}]") for number, item in enumerate(plain)])

    return read


def _row(kinds: tuple[Any, ...]) -> Read:
    readers = tuple(_reader(kind) for kind in kinds)

    def read(plain: Any, place: str) -> Any:
        if type(plain) is not list or len(plain) != len(readers):
            raise NotAsExpected(place, f"a list of {len(readers)}", plain)
        return tuple(one(item, place) for one, item in zip(readers, plain, strict=True))

    return read


def _mapping(key_kind: Any, value_kind: Any) -> Read:
    key, value = _reader(key_kind), _reader(value_kind)

    def read(plain: Any, place: str) -> Any:
        if type(plain) is not dict:
            raise NotAsExpected(place, "a list of names and values", plain)
        return {key(name, place): value(item, f"{place}.{name}") for name, item in plain.items()}

    return read


def _record(kind: Any) -> Read:
    hints = get_type_hints(kind)
    readers = {one.name: _reader(hints[one.name]) for one in dataclasses.fields(kind)}
    required = [
        one.name
        for one in dataclasses.fields(kind)
        if one.default is dataclasses.MISSING and one.default_factory is dataclasses.MISSING
    ]

    def read(plain: Any, place: str) -> Any:
        if type(plain) is not dict:
            raise NotAsExpected(place, "a list of names and values", plain)
        missing = [name for name in required if name not in plain]
        unknown = [name for name in plain if name not in readers]
        if missing or unknown:
            raise _other_names(place, missing, unknown)
        return kind(**{name: readers[name](value, f"{place}.{name}") for name, value in plain.items()})

    return read


def _other_names(place: str, missing: list[str], unknown: list[str]) -> ProgramsMistake:
    gaps = f" lacks {', '.join(missing)}" if missing else ""
    more = f" holds {', '.join(_shown(name) for name in unknown[:3])}, which Bedside does not know" if unknown else ""
    return ProgramsMistake(f"{place or 'the document'}{gaps}{' and' if gaps and more else ''}{more}.")


def _shown(found: object) -> str:
    text = "".join(letter if letter.isprintable() else " " for letter in str(found)[:_SHOWN])
    return f"“{text}{'…' if len(str(found)) > _SHOWN else ''}”"
