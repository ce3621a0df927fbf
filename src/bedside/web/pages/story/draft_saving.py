"""Adding, saving and keeping versions of a draft, each as one change of the file; its words are never touched."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from bedside.web.store.changes import REMOVED, Change, fingerprint, make_change, part_of
from bedside.web.store.dossiers import Opened

DRAFTS = "drafts"
MOST_LETTERS = 600_000
"""Letters of all drafts and versions together: a file of them can still be taken out and opened again."""

NO_ROOM = (
    "All texts and versions together are more than a file can hold. Nothing was saved. Remove a text or save a shorter "
    "one; what you typed is still here."
)


def draft_at(opened: Opened, number: int) -> dict[str, Any] | None:
    """The plain content of a draft; None where the file has none at this number."""
    found = part_of(opened.content, (DRAFTS, number))
    return dict(found) if isinstance(found, dict) else None


def place_of_draft(opened: Opened, base: str) -> int | None:
    """The number of the draft that still is what a form showed; None where it was changed or is gone."""
    drafts = part_of(opened.content, (DRAFTS,)) or []
    return next((number for number, one in enumerate(drafts) if fingerprint(one) == base), None)


def add_draft(opened: Opened, draft: dict[str, Any], as_of: date, now: datetime) -> tuple[Opened, int]:
    """Add a draft at the end; the dossier as it is then, and the number of the draft."""
    after = make_change(opened, Change((DRAFTS, -1), draft, "", f"Added “{_name(draft)}”"), as_of, now)
    return after, len(part_of(after.content, (DRAFTS,))) - 1


def save_draft(opened: Opened, number: int, draft: dict[str, Any], base: str, as_of: date, now: datetime) -> Opened:
    """Save a draft in the place of what its form showed."""
    return make_change(opened, Change((DRAFTS, number), draft, base, f"Changed “{_name(draft)}”"), as_of, now)


def remove_draft(opened: Opened, number: int, base: str, as_of: date, now: datetime) -> Opened:
    """Remove a draft with its versions; the history of the dossier still has it."""
    name = _name(draft_at(opened, number) or {})
    return make_change(opened, Change((DRAFTS, number), REMOVED, base, f"Removed “{name}”"), as_of, now)


def with_version(draft: dict[str, Any], text: str, kept_on: date) -> dict[str, Any]:
    """The draft with a text among its versions, where it is not the last of them already."""
    versions = list(draft.get("versions", []))
    if text.strip() and (not versions or versions[-1]["text"] != text):
        versions.append({"kept_on": kept_on.isoformat(), "text": text})
    return {**draft, "versions": versions} if versions else draft


def brought_back(draft: dict[str, Any], version: int, today: date) -> dict[str, Any] | None:
    """The draft with the words of an earlier version; the words it had become a version. None without that version."""
    versions = draft.get("versions", [])
    if not 0 <= version < len(versions):
        return None
    text = versions[version]["text"]
    return {**with_version(draft, draft["text"], today), "text": text}


def has_room(opened: Opened, number: int, draft: dict[str, Any]) -> bool:
    """Whether all drafts with their versions still fit a file once this one is saved."""
    drafts = [*(part_of(opened.content, (DRAFTS,)) or [])]
    drafts[number : number + 1] = [draft]
    return sum(len(text) for one in drafts for text in _texts(one)) <= MOST_LETTERS


def _texts(draft: dict[str, Any]) -> list[str]:
    return [draft["text"], *(version["text"] for version in draft.get("versions", []))]


def _name(draft: dict[str, Any]) -> str:
    place, about = draft.get("place", "a text"), draft.get("about")
    return f"{place}: {about}" if about else str(place)
