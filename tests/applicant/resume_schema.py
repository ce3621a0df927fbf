"""What JSON Resume v1.0.0 allows, written from its published list of fields: a checker for the tests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

DATE = re.compile(r"[1-2][0-9]{3}(-[0-1][0-9](-[0-3][0-9])?)?")
PLACE = "address postalCode city countryCode region"
FIELDS: dict[str, dict[str, str]] = {
    "basics": {"text": "name label image email phone url summary", "object": "location", "list": "profiles"},
    "work": {
        "text": "name location description position url summary",
        "date": "startDate endDate",
        "texts": "highlights",
    },
    "volunteer": {"text": "organization position url summary", "date": "startDate endDate", "texts": "highlights"},
    "education": {
        "text": "institution url area studyType score",
        "date": "startDate endDate",
        "texts": "courses",
    },
    "awards": {"text": "title awarder summary", "date": "date"},
    "certificates": {"text": "name url issuer", "day": "date"},
    "publications": {"text": "name publisher url summary", "date": "releaseDate"},
    "skills": {"text": "name level", "texts": "keywords"},
    "languages": {"text": "language fluency"},
    "interests": {"text": "name", "texts": "keywords"},
    "references": {"text": "name reference"},
    "projects": {
        "text": "name description url entity type",
        "date": "startDate endDate",
        "texts": "highlights keywords roles",
    },
    "meta": {"text": "canonical version lastModified"},
}
SINGLE = ("basics", "meta")


def faults_of(resume: dict[str, Any]) -> list[str]:
    """Everything the format does not allow, as place and reason."""
    return list(_faults(resume))


def _faults(resume: dict[str, Any]) -> Iterator[str]:
    for key, value in resume.items():
        if key == "$schema":
            continue
        if key not in FIELDS:
            yield f"{key}: not a part of a resume"
            continue
        for place, entry in ((key, value),) if key in SINGLE else _numbered(key, value):
            if not isinstance(entry, dict):
                yield f"{place}: not an object"
                continue
            yield from _of_entry(place, entry, FIELDS[key])


def _numbered(key: str, value: Any) -> Iterator[tuple[str, Any]]:
    if not isinstance(value, list):
        yield key, None
        return
    yield from ((f"{key}[{number}]", one) for number, one in enumerate(value))


def _of_entry(place: str, entry: dict[str, Any], fields: dict[str, str]) -> Iterator[str]:
    kinds = {name: kind for kind, names in fields.items() for name in names.split()}
    for name, value in entry.items():
        if not _fits(kinds.get(name), value):
            yield f"{place}.{name}: not a {kinds[name]}"


def _fits(kind: str | None, value: Any) -> bool:
    """Whether a value is what the field holds; the entries of the format may have further fields."""
    if kind == "texts":
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    if kind == "date":
        return isinstance(value, str) and DATE.fullmatch(value) is not None
    if kind == "day":
        return isinstance(value, str) and _is_a_day(value)
    return kind is None or isinstance(value, {"text": str, "object": dict, "list": list}[kind])


def _is_a_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
