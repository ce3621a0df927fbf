"""Entries of a JSON Resume offered to a dossier that is there already: what can be taken, and what stays out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bedside.applicant.json_resume.reading import NO_FIRST_DAY, content_of_resume
from bedside.applicant.mistakes import field_name
from bedside.applicant.parts.experience import Contact

_LISTS = ("experiences", "exams", "licences", "strengths")
_CERTIFICATE = "certificate"


@dataclass(frozen=True, slots=True)
class OfferedEntry:
    """One entry that can be taken; `value` is its plain content in the part of that name.

    `is_there` is whether the dossier tells it already; `asks_contact` whether it lacks the contact with patients it
    had, which Bedside never guesses.
    """

    key: str
    part: str
    value: Any
    title: str
    detail: str
    is_there: bool
    asks_contact: bool

    def with_contact(self, contact: Contact) -> OfferedEntry:
        """The same entry with the contact that the applicant gave."""
        return replace(self, value=self.value | {"contact": str(contact)}, asks_contact=False)


@dataclass(frozen=True, slots=True)
class Offer:
    """What a resume brings to a dossier, and everything of it that cannot be held, by its place in the resume.

    The name and the medical school of a resume are not offered: those of the dossier stay.
    """

    entries: tuple[OfferedEntry, ...]
    left_out: tuple[str, ...]


def offer(resume: Mapping[str, Any], held: Mapping[str, Any]) -> Offer:
    """What of a resume can be taken into the plain content of a dossier."""
    read = content_of_resume(dict(resume))
    undated = [f"{field_name(one.path)}: {NO_FIRST_DAY}" for one in read.missing if one.what == NO_FIRST_DAY]
    return Offer(tuple(_entries(read.content, held)), (*undated, *read.not_understood))


def with_taken(held: Mapping[str, Any], taken: Iterable[OfferedEntry]) -> dict[str, Any]:
    """The parts of a dossier that change when entries are taken, each whole: lists grow at their end."""
    changed: dict[str, Any] = {}
    for one in taken:
        if one.part == _CERTIFICATE:
            changed[one.part] = one.value
        else:
            changed[one.part] = [*changed.get(one.part, held.get(one.part) or []), one.value]
    return changed


def _entries(found: Mapping[str, Any], held: Mapping[str, Any]) -> Iterator[OfferedEntry]:
    for part in _LISTS:
        known = {_what_it_is(part, one) for one in held.get(part) or []}
        for number, value in enumerate(found.get(part, [])):
            title, detail = _in_words(part, value)
            asks = part == "experiences" and "contact" not in value
            yield OfferedEntry(f"{part}-{number}", part, value, title, detail, _what_it_is(part, value) in known, asks)
    if value := found.get(_CERTIFICATE):
        is_there = (held.get(_CERTIFICATE) or {}).get("state") == value["state"]
        yield OfferedEntry(_CERTIFICATE, _CERTIFICATE, value, "ECFMG certificate", _date(value), is_there, False)


def _what_it_is(part: str, value: Any) -> str:
    """What tells an entry apart from others of its part: title and first day, exam and result, country, or words."""
    keys = {"experiences": ("title", "from"), "exams": ("exam", "result"), "licences": ("country",)}
    told = [str(value.get(key)) for key in keys[part]] if part in keys and isinstance(value, dict) else [str(value)]
    return "\n".join(told).casefold()


def _in_words(part: str, value: Any) -> tuple[str, str]:
    if part == "experiences":
        title = ", ".join(str(value[key]) for key in ("title", "organization") if value.get(key))
        return title or "An entry without a title", f"{value['kind']}, {value.get('from')} to {value.get('to')}"
    if part == "exams":
        return f"{value['exam']} {value['result']}", _date(value)
    if part == "licences":
        return f"Licence to practise medicine, {value['country']}", str(value.get("from", ""))
    return str(value), "a strength"


def _date(value: Mapping[str, Any]) -> str:
    return str(value.get("date") or value.get("issued") or "no date given")
