"""What differs between two states of a dossier, in words: which entries come back, go or change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bedside.applicant.mistakes import shown

PARTS = {
    "identity": "Your name",
    "medical_school": "Medical school",
    "status": "Status in the United States",
    "exams": "Exams",
    "exams_not_taken": "Exams not taken",
    "certificate": "ECFMG certification",
    "licences": "Licences",
    "experiences": "What you did since school",
    "timeline": "Whether that is everything",
    "bookings": "Bookings",
    "explanations": "Explanations",
    "letters": "Letters",
    "opportunities": "Places you could go to",
    "outreach": "Whom you wrote to or called",
    "cycles": "Earlier seasons",
    "applied_before": "Whether you have applied before",
    "target": "What you aim at",
    "constraints": "Time and money",
    "applications": "Programs you apply to",
    "strengths": "Strengths",
    "story": "What your story rests on",
    "drafts": "Your texts",
    "decision": "Decision",
    "stop_contract": "Stop contract",
    "seven_day_task": "The seven-day task",
    "self_audit": "Your own marks",
    "readings": "Your own readings",
    "ticked_off": "Tasks ticked off",
}
"""The parts of a dossier as a reader calls them, in the order of the file."""

_NAMED_BY = (
    "title",
    "program",
    "exam",
    "writer",
    "what",
    "task",
    "match_year",
    "license",
    "country",
    "reason",
    "name",
    "to",
    "kind",
)
_WORDS = {"from": "first day", "to": "last day", "as": "your part in it"}
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Difference:
    """A part that differs, and sentences about what would come back, go or change in it."""

    part: str
    says: tuple[str, ...]


def differences(now: Mapping[str, Any], then: Mapping[str, Any]) -> tuple[Difference, ...]:
    """What would be different if `then` came in place of `now`; both are plain content in today's format."""
    keys = [*PARTS, *sorted({*now, *then} - {*PARTS, "schema_version"})]
    return tuple(
        Difference(PARTS.get(key, _words(key)), tuple(_sentences(now.get(key), then.get(key))))
        for key in keys
        if now.get(key) != then.get(key)
    )


def _sentences(now: Any, then: Any) -> Iterator[str]:
    if isinstance(now, list) or isinstance(then, list):
        yield from _of_entries(list(now or []), list(then or []))
    elif not now:
        yield "This comes back."
    elif not then:
        yield "This goes."
    else:
        says = _of_keys(now, then)
        yield f"{says[:1].upper()}{says[1:]}."


def _of_entries(now: list[Any], then: list[Any]) -> Iterator[str]:
    """Entries that are the same in both are left out, those of the same name are compared, the rest come or go."""
    going = [one for one in now if one not in then]
    for one in (one for one in then if one not in now):
        same = next((other for other in going if _name(other) == _name(one)), None)
        if same is None:
            yield f"{_name(one)} comes back."
        else:
            going.remove(same)
            yield f"{_name(one)} changes: {_of_keys(same, one)}."
    yield from (f"{_name(one)} goes." for one in going)
    if not going and all(one in now for one in then) and len(now) == len(then):
        yield "The order changes."


def _of_keys(now: Any, then: Any) -> str:
    if not isinstance(now, dict) or not isinstance(then, dict):
        return f"from {_value(now)} to {_value(then)}"
    changed = [key for key in dict.fromkeys((*now, *then)) if now.get(key) != then.get(key)]
    return "; ".join(_of_key(key, now.get(key), then.get(key)) for key in changed)


def _of_key(key: str, now: Any, then: Any) -> str:
    if isinstance(now, dict | list) or isinstance(then, dict | list):
        return f"{_words(key)} changes"
    return f"{_words(key)} from {_value(now)} to {_value(then)}"


def _name(entry: Any) -> str:
    if not isinstance(entry, dict):
        return _value(entry)
    return next((_value(entry[key]) for key in _NAMED_BY if entry.get(key)), "An entry")


def _value(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"“{shown(value, _LONGEST)}”" if isinstance(value, str) else str(value)


def _words(key: str) -> str:
    return _WORDS.get(key, key.replace("_", " "))
