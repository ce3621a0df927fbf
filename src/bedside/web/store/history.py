"""The history of a dossier: every state that is kept, going back one state, and bringing any of them back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from bedside.applicant.file.parsing import parse_content
from bedside.applicant.file.rendering import as_written
from bedside.web.store.dossiers import NAME_OF_FILE, DossierGone, Opened, save, unlocked
from bedside.web.store.tables import DossierRow, RevisionRow

_LONGEST_WHAT = 120


class NothingBefore(Exception):
    """This is the first state that is kept; there is none to go back to."""


class RevisionGone(Exception):
    """No such state is kept, or no longer."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A state that was saved once: what was done to reach it, and when. `restores` names the one it brought back."""

    version: int
    what: str
    saved_at: datetime
    restores: int | None


def revisions_of(opened: Opened) -> list[Revision]:
    """Every state that is kept, the one that was current when the dossier was opened first."""
    rows = RevisionRow.objects.filter(dossier_id=opened.id, version__lte=opened.version).order_by("-version")
    fields = rows.values_list("version", "what", "saved_at", "restores")
    return [Revision(version, unlocked(what, opened.key), at, restores) for version, what, at, restores in fields]


def content_at(opened: Opened, version: int, as_of: date) -> dict[str, Any]:
    """The content of a state in today's format, whatever format it was saved in.

    Raises RevisionGone, and DossierMistakes where it cannot be used any more.
    """
    read = parse_content(_document_at(opened, version), NAME_OF_FILE, as_of)
    content: dict[str, Any] = as_written(read.dossier)
    return content


def history_of(opened: Opened) -> list[dict[str, Any]]:
    """Every state from the first to the last as plain content: its moment, what was done, and what stood in it."""
    rows = RevisionRow.objects.filter(dossier_id=opened.id).order_by("version")
    return [
        {
            "version": row.version,
            "saved_at": row.saved_at.isoformat(timespec="seconds"),
            "what": unlocked(row.what, opened.key),
            "restores": row.restores,
            "dossier": unlocked(row.document, opened.key),
        }
        for row in rows
    ]


def undo(opened: Opened, as_of: date, now: datetime) -> Opened:
    """Go back to the state before the last change, as a new save; called again it goes back one further.

    Nothing is taken out of the history, so what was undone can be brought back from there. Raises NothingBefore, and
    what `save` raises.
    """
    kept = revisions_of(opened)
    target = before_the_last_change(kept)
    if target is None:
        raise NothingBefore
    undone = last_change(kept)
    what = _said("Undid", undone.what if undone else "")
    return save(opened, _document_at(opened, target), what, as_of, now, restores=target)


def restore(opened: Opened, version: int, as_of: date, now: datetime) -> Opened:
    """Bring the state of a version back, as a new save; raises RevisionGone, and what `save` raises."""
    document = _document_at(opened, version)
    said = next((one.what for one in revisions_of(opened) if one.version == version), "")
    return save(opened, document, _said("Brought back", said), as_of, now, restores=version)


def before_the_last_change(kept: Iterable[Revision]) -> int | None:
    """The version that undo goes back to; None where there is nothing to undo."""
    versions, before = _walked(kept)
    return before[versions[-1]] if versions else None


def last_change(kept: Iterable[Revision]) -> Revision | None:
    """The change that undo takes back: not one that was undone already, but the last one that still counts."""
    by_version = {one.version: one for one in kept}
    versions, before = _walked(by_version.values())
    if not versions:
        return None
    counts = by_version[versions[-1]]
    while counts.restores in before and before[counts.version] == before[counts.restores]:
        counts = by_version[counts.restores]
    return counts


def _walked(kept: Iterable[Revision]) -> tuple[list[int], dict[int, int | None]]:
    """The versions in their order, and for each the one that undo leads to from there.

    1. A change, or a state that was brought back from the list, stands on the version before it.
    2. An undo stands where the state it went back to stood. It is told from the list by where it went: to the very
       version that undo led to.
    """
    before: dict[int, int | None] = {}
    last: int | None = None
    for one in sorted(kept, key=lambda revision: revision.version):
        was_undo = last is not None and one.restores is not None and one.restores == before[last]
        before[one.version] = before[one.restores] if was_undo and one.restores is not None else last
        last = one.version
    return list(before), before


def _document_at(opened: Opened, version: int) -> Mapping[str, Any]:
    row = RevisionRow.objects.filter(dossier_id=opened.id, version=version).first()
    if row is None:
        raise RevisionGone if _is_there(opened.id) else DossierGone
    document: Mapping[str, Any] = unlocked(row.document, opened.key)
    return document


def _is_there(id: UUID) -> bool:
    return DossierRow.objects.filter(id=id).exists()


def _said(verb: str, what: str) -> str:
    """What was done, in one layer of quotation marks however often it was done."""
    inner = what.partition("“")[2].removesuffix("”") if what.startswith(("Undid “", "Brought back “")) else what
    return f"{verb} “{inner[:_LONGEST_WHAT]}”"
