"""What is known when the checks run: every part that could be read, the day, and the evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from pydantic import ValidationError

from bedside.applicant.dossier import Dossier
from bedside.applicant.fields import fields_of
from bedside.applicant.mistakes import Finding, Path
from bedside.applicant.parts.shape import Part
from bedside.evidence.library import Evidence

Kind = TypeVar("Kind", bound=Part)


@dataclass(frozen=True, slots=True)
class Known:
    """Every readable part with its path, in the order of the shape; what could not be read is left out.

    `readings` are the names of the applicant's own readings.
    """

    parts: tuple[tuple[Path, Part], ...]
    readings: tuple[str, ...]
    as_of: date
    evidence: Evidence

    def all(self, kind: type[Kind]) -> tuple[tuple[Path, Kind], ...]:
        """Every part of one kind, with its path."""
        return tuple((path, part) for path, part in self.parts if isinstance(part, kind))

    def one(self, kind: type[Kind]) -> Kind | None:
        """The one part of a kind of which there is at most one."""
        return next((part for _, part in self.all(kind)), None)


def known_from(dossier: Dossier, as_of: date, evidence: Evidence) -> Known:
    """Everything in a dossier without mistakes of shape."""
    return Known(tuple(_walk((), dossier)), tuple(dossier.readings), as_of, evidence)


def known_in_spite_of_mistakes(data: dict[str, object], as_of: date, evidence: Evidence) -> Known:
    """What can be read of a dossier with mistakes, so that all mistakes can be told at once."""
    parts: list[tuple[Path, Part]] = []
    for key, shape in fields_of(Dossier).items():
        if shape.part is None:
            continue
        value = data.get(key)
        written = [((key,), value)] if not isinstance(value, list) else [((key, n), v) for n, v in enumerate(value)]
        for path, inside in written:
            readable = _readable(shape.part, inside)
            parts.extend(_walk(path, readable) if readable is not None else ())
    readings = data.get("readings")
    names = tuple(str(name) for name in readings) if isinstance(readings, dict) else ()
    return Known(tuple(parts), names, as_of, evidence)


def key_of(part: Part | type[Part], attribute: str) -> str:
    """How an attribute is written in the file: `start` is `from`."""
    kind = part if isinstance(part, type) else type(part)
    return kind.model_fields[attribute].alias or attribute


def mistake(path: Path, what: str, how_to_fix: str) -> Finding:
    """Something that keeps the dossier from being used."""
    return Finding(path, what, how_to_fix)


def caution(path: Path, what: str, how_to_fix: str) -> Finding:
    """Something to look at again; the dossier can be used."""
    return Finding(path, what, how_to_fix, is_caution=True)


def _walk(path: Path, part: Part) -> Iterator[tuple[Path, Part]]:
    yield path, part
    for attribute in type(part).model_fields:
        value = getattr(part, attribute)
        inside = (*path, key_of(part, attribute))
        if isinstance(value, Part):
            yield from _walk(inside, value)
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                yield from _walk((*inside, number), item) if isinstance(item, Part) else ()


def _readable(kind: type[Kind], written: object) -> Kind | None:
    """The part without the keys that have mistakes of their own; None where too little is left."""
    try:
        return kind.model_validate(written)
    except ValidationError as error:
        wrong = {complaint["loc"][0] for complaint in error.errors() if complaint["loc"]}
    if not isinstance(written, dict):
        return None
    try:
        return kind.model_validate({key: value for key, value in written.items() if key not in wrong})
    except ValidationError:
        return None
