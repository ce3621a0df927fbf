"""One change to one part of a dossier, made where the part is still what it was when its form was shown."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any, Final

from bedside.applicant.file.editing import with_change
from bedside.web.store.dossiers import ChangedElsewhere, Opened, open_dossier, save

Path = tuple[str | int, ...]
REMOVED: Final = object()
"""The value that takes an entry out of its list, or empties a part."""

# Each time a try fails somebody else's change was kept, so this many others would have to be quicker in a row.
_TRIES = 50


class PartChangedMeanwhile(Exception):
    """The part was saved with other content since the form was shown; nothing was overwritten.

    `now` is the dossier as it is now.
    """

    def __init__(self, now: Opened) -> None:
        super().__init__()
        self.now = now


@dataclass(frozen=True, slots=True)
class Change:
    """New plain content for the part at `path`; `base` is the fingerprint the part had when its form was shown.

    A path names a part, or a whole entry of a list; one that ends in the length of a list, or in -1, adds an entry, and
    there `base` is the fingerprint of nothing.
    `what` says in words what was done, for the history.
    """

    path: Path
    value: Any
    base: str
    what: str


def make_change(opened: Opened, change: Change, as_of: date, now: datetime) -> Opened:
    """Save one change and return the dossier as it is then.

    Other parts may have been saved meanwhile: the change is made on top of them. A part that holds the new content
    already, as after a form was sent twice, is left alone. Raises PartChangedMeanwhile where the part was saved with
    other content, DossierMistakes where the dossier would have mistakes, and DossierGone.
    """
    for _ in range(_TRIES):
        path = _where_it_is_now(opened.content, change)
        if path is None and change.value is not REMOVED and part_of(opened.content, change.path) == change.value:
            return opened
        if path is None:
            raise PartChangedMeanwhile(opened)
        try:
            return save(opened, content_with(opened.content, path, change.value), change.what, as_of, now)
        except ChangedElsewhere:
            opened = open_dossier(opened.id, as_of, opened.key)
    raise PartChangedMeanwhile(opened)


def fingerprint(content: Any) -> str:
    """A short name for content that changes when the content does; that of nothing is empty."""
    if content is None or content is REMOVED or content in ({}, []):
        return ""
    return sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:16]


def part_of(content: Any, path: Path) -> Any:
    """The content at a path; None where there is none."""
    for step in path:
        if isinstance(step, str):
            content = content.get(step) if isinstance(content, Mapping) else None
        else:
            content = content[step] if isinstance(content, list) and 0 <= step < len(content) else None
    return content


def content_with(content: Mapping[str, Any], path: Path, value: Any) -> dict[str, Any]:
    """The content with another value at a path, or without the entry or the key there."""
    inside, last = path[:-1], path[-1]
    if value is not REMOVED:
        changed = with_change(content, path, value)
    elif isinstance(last, int):
        entries = [one for place, one in enumerate(part_of(content, inside) or []) if place != last]
        changed = with_change(content, inside, entries)
    else:
        keys = {key: one for key, one in (part_of(content, inside) or {}).items() if key != last}
        changed = with_change(content, inside, keys)
    assert isinstance(changed, dict)  # a path is never empty
    return changed


def _where_it_is_now(content: Mapping[str, Any], change: Change) -> Path | None:
    """The path of the part, found again by its fingerprint where its list has changed; None where it is gone."""
    last = change.path[-1]
    entries = part_of(content, change.path[:-1]) or []
    if isinstance(last, int) and not change.base:
        return (*change.path[:-1], len(entries))
    if fingerprint(part_of(content, change.path)) == change.base:
        return change.path
    if isinstance(last, str):
        return None
    places = [place for place, one in enumerate(entries) if fingerprint(one) == change.base]
    return (*change.path[:-1], places[0]) if places else None
