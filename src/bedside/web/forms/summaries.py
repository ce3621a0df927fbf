"""What stands in a part of the dossier, in one line of words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from bedside.applicant.mistakes import Path
from bedside.applicant.parts.partial_date import read_partial_date
from bedside.documents.wording import NOT_KNOWN, capitalised, count, joined, shortened
from bedside.web.forms.chapters import Chapter, Section
from bedside.web.forms.dates import date_as_shown
from bedside.web.store.changes import part_of

Content = Mapping[str, Any]
NOTHING_YET = "Nothing here yet"


def entry_in_words(path: Path, entry: Content) -> tuple[str, str]:
    """The title of an entry of a list, and its kind and dates."""
    title, details = _ENTRIES[str(path[-1] if isinstance(path[-1], str) else path[-2])]
    return shortened(title(entry) or NOT_KNOWN, 90), " · ".join(piece for piece in details(entry) if piece)


def in_order_of_time(entries: list[Any]) -> list[tuple[int, Any]]:
    """Entries with their numbers, the earliest first, those without a date last."""
    return sorted(enumerate(entries), key=lambda numbered: (_day_of(numbered[1]), numbered[0]))


def chapter_in_words(chapter: Chapter, content: Content) -> str:
    """What is in a chapter, in one line."""
    pieces = [_SECTIONS.get(section.name, _counted(section))(content) for section in chapter.sections]
    said = [piece for piece in pieces if piece]
    return capitalised("; ".join(said)) if said else NOTHING_YET


def _counted(section: Section) -> Callable[[Content], str]:
    def in_words(content: Content) -> str:
        entries = section.entries(content)
        return count(len(entries), section.one, section.many or None) if entries else ""

    return in_words


def _day_of(entry: Any) -> date:
    for key in ("from", "date", "sent", "asked", "written", "submitted"):
        if isinstance(entry, Mapping) and entry.get(key) is not None:
            return read_partial_date(entry[key]).earliest
    year = entry.get("match_year") if isinstance(entry, Mapping) else None
    return date(year, 1, 1) if isinstance(year, int) else date.max


def _date(entry: Content, key: str, before: str = "") -> str:
    return f"{before}{date_as_shown(entry[key])}" if entry.get(key) is not None else ""


def _from_to(entry: Content) -> str:
    start, end = _date(entry, "from"), _date(entry, "to")
    return start if start == end else " to ".join(one for one in (start, end) if one)


def _word(entry: Content, key: str) -> str:
    return capitalised(str(entry.get(key, "")))


def _confirmed(entry: Content) -> str:
    return {"yes": "confirmed", "no": "not confirmed yet"}.get(str(entry.get("confirmed")), "")


def _how_far(entry: Content) -> str:
    for key in ("uploaded", "written", "promised", "asked"):
        if entry.get(key) is not None:
            return f"{key} {'for ' if key == 'promised' else ''}{date_as_shown(entry[key])}"
    return ""


def _said(entry: Content, key: str, one: str, many: str | None = None) -> str:
    return count(entry[key], one, many) if isinstance(entry.get(key), int | float) else ""


def _place(entry: Content) -> str:
    return f"place {entry['rank']} on your list" if entry.get("rank") else ""


_ENTRIES: dict[str, tuple[Callable[[Content], str], Callable[[Content], tuple[str, ...]]]] = {
    "experiences": (
        lambda e: str(e.get("title", "")),
        lambda e: (_word(e, "kind"), e.get("organization", ""), _from_to(e)),
    ),
    "bookings": (lambda e: str(e.get("title", "")), lambda e: (_word(e, "kind"), _from_to(e), _confirmed(e))),
    "opportunities": (
        lambda e: str(e.get("title", "")),
        lambda e: (_word(e, "kind"), e.get("organization", ""), _from_to(e), str(e.get("state", "found"))),
    ),
    "outreach": (
        lambda e: str(e.get("to", "")),
        lambda e: (_word(e, "kind"), _date(e, "sent"), str(e.get("answer", "waiting"))),
    ),
    "exams": (lambda e: str(e.get("exam", "")), lambda e: (_word(e, "result"), _date(e, "date"))),
    "licences": (lambda e: str(e.get("country", "")), lambda e: (_from_to(e),)),
    "explanations": (_from_to, lambda e: (shortened(str(e.get("reason", "")), 90),)),
    "letters": (lambda e: str(e.get("writer", "")), lambda e: (_word(e, "kind"), _how_far(e))),
    "cycles": (
        lambda e: f"The {e.get('match_year', '')} Match",
        lambda e: (_word(e, "result"), _said(e, "applications", "application"), _said(e, "interviews", "interview")),
    ),
    "applications": (
        lambda e: str(e.get("name") or e.get("program", "")),
        lambda e: (str(e.get("specialty", "")), _word(e, "state") or "Planned", _place(e)),
    ),
    "fixed_dates": (lambda e: str(e.get("what", "")), lambda e: (_from_to(e),)),
}


def _identity(content: Content) -> str:
    return str(part_of(content, ("identity", "name")) or "")


def _school(content: Content) -> str:
    school = part_of(content, ("medical_school",)) or {}
    where = ", ".join(str(school[key]) for key in ("name", "country") if school.get(key))
    return "; ".join(piece for piece in (where, _date(school, "graduated", "graduated ")) if piece)


def _status(content: Content) -> str:
    status = part_of(content, ("status",)) or {}
    pieces = (
        str(status.get("kind", "")),
        _date(status, "valid_until", "until "),
        _date(status, "ead_expires", "card until "),
    )
    return ", ".join(piece for piece in pieces if piece)


def _certificate(content: Content) -> str:
    held = part_of(content, ("certificate",)) or {}
    if not held:
        return ""
    end = {"never": "it does not expire"}.get(str(held.get("expires")), _date(held, "expires", "it expires "))
    return ", ".join(piece for piece in (f"certificate {held.get('state', NOT_KNOWN)}", end) if piece)


def _timeline(content: Content) -> str:
    complete = str((part_of(content, ("timeline",)) or {}).get("complete", ""))
    return {"no": "not complete yet", "unknown": "not complete yet", "yes": "complete"}.get(complete, "")


def _not_taken(content: Content) -> str:
    return joined([f"{name} not taken yet" for name in content.get("exams_not_taken") or []])


def _applied_before(content: Content) -> str:
    return {"no": "not applied before"}.get(str(content.get("applied_before", "")), "")


def _strengths(content: Content) -> str:
    own = content.get("strengths") or []
    return count(len(own), "strength") if own else ""


def _target(content: Content) -> str:
    target = part_of(content, ("target",)) or {}
    year = f"the {target['match_year']} Match" if target.get("match_year") else ""
    pieces = (
        joined([str(one) for one in target.get("specialties", ())]),
        year,
        _said(target, "programs_planned", "program"),
    )
    return "; ".join(piece for piece in pieces if piece)


def _constraints(content: Content) -> str:
    return _said(part_of(content, ("constraints",)) or {}, "weekly_hours", "hour a week", "hours a week")


def _paid_leave(content: Content) -> str:
    leave = part_of(content, ("constraints", "paid_leave")) or {}
    return _said(leave, "days_per_year", "day of paid leave a year", "days of paid leave a year")


def _money(content: Content) -> str:
    held = part_of(content, ("constraints", "money")) or {}
    return f"${held['available']:,.0f} at hand" if "available" in held else ""


def _marks(content: Content) -> str:
    marked = part_of(content, ("self_audit",)) or {}
    return count(len(marked), "area marked", "areas marked") if marked else ""


def _readings(content: Content) -> str:
    own = content.get("readings") or {}
    return count(len(own), "number of your own", "numbers of your own") if own else "Bedside's own everywhere"


_SECTIONS: dict[str, Callable[[Content], str]] = {
    "identity": _identity,
    "medical_school": _school,
    "status": _status,
    "certificate": _certificate,
    "strengths": _strengths,
    "timeline": _timeline,
    "exams_not_taken": _not_taken,
    "applied_before": _applied_before,
    "target": _target,
    "constraints": _constraints,
    "constraints.paid_leave": _paid_leave,
    "constraints.money": _money,
    "self_audit": _marks,
    "readings": _readings,
}
