"""Beginning, opening and saving dossiers: a save is checked first, kept as a revision, and guarded by its version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from bedside.applicant.dossier import Dossier
from bedside.applicant.file.parsing import parse_content
from bedside.applicant.file.rendering import as_written
from bedside.applicant.mistakes import DossierMistakes, Mistake
from bedside.evidence.library import load_evidence
from bedside.plan.decision.signed_terms import held_back
from bedside.web.store.pruning import prune
from bedside.web.store.sealing import is_sealed, seal, unseal
from bedside.web.store.tables import DossierRow, RevisionRow

NAME_OF_FILE = "your dossier"


class DossierGone(Exception):
    """There is no such dossier, or no longer."""


class DossierLocked(Exception):
    """The dossier is locked, and no key that opens it was brought."""


class ChangedElsewhere(Exception):
    """The dossier was saved by someone else since `version` was opened; nothing of theirs was overwritten."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A dossier as it was at `version`. `content` is its document as it stands in a file; `key` opens a locked one."""

    id: UUID
    version: int
    content: Mapping[str, Any]
    dossier: Dossier
    warnings: tuple[Mistake, ...]
    saved_at: datetime
    key: bytes | None = field(default=None, repr=False)

    @property
    def name(self) -> str:
        """The name the applicant chose for the plan."""
        return self.dossier.identity.name


def begin(content: Mapping[str, Any], what: str, as_of: date, now: datetime) -> Opened:
    """Keep a new dossier; raises DossierMistakes where its content cannot be used."""
    read = parse_content(content, NAME_OF_FILE, as_of)
    written = as_written(read.dossier)
    with transaction.atomic():
        row = DossierRow.objects.create(document=written, began_at=now, saved_at=now)
        RevisionRow.objects.create(dossier=row, version=1, document=written, what=what, saved_at=now)
    return Opened(row.id, 1, written, read.dossier, read.warnings, now)


def open_dossier(id: UUID, as_of: date, key: bytes | None = None) -> Opened:
    """The dossier as it is now.

    Raises DossierGone, DossierLocked where it is locked and no key is brought, WrongKey where the key does not open
    it, and DossierMistakes where what was saved once cannot be used any more.
    """
    row = DossierRow.objects.filter(id=id).defer("claims").first()
    if row is None:
        raise DossierGone
    content = unlocked(row.document, key)
    read = parse_content(content, NAME_OF_FILE, as_of)
    key = key if is_sealed(row.document) else None  # a browser may still hold the key of a lock that was removed
    return Opened(row.id, row.version, content, read.dossier, read.warnings, row.saved_at, key)


def save(
    opened: Opened, content: Mapping[str, Any], what: str, as_of: date, now: datetime, restores: int | None = None
) -> Opened:
    """Save new content over what was opened, and return it as it is then; `what` says in words what was done.

    Content that is the same already is no save: what was opened comes back. The content is checked first, and nothing
    is saved where it has mistakes or alters what a signed contract holds: raises DossierMistakes. Raises
    ChangedElsewhere where another save came between, and DossierGone where the dossier was erased.
    """
    read = parse_content(content, NAME_OF_FILE, as_of)
    written = as_written(read.dossier)
    if written == opened.content:
        return opened
    if held := held_back(opened.dossier, read.dossier, as_of, load_evidence()):
        raise DossierMistakes(tuple(Mistake(NAME_OF_FILE, 1, 1, "stop_contract", says, "") for says in held))
    kept, said = sealed_if_locked(written, opened.key), sealed_if_locked(what, opened.key)
    version = opened.version + 1
    with transaction.atomic():
        mine = DossierRow.objects.filter(id=opened.id, version=opened.version)
        if not mine.update(document=kept, version=version, saved_at=now):
            raise ChangedElsewhere if DossierRow.objects.filter(id=opened.id).exists() else DossierGone
        RevisionRow.objects.create(
            dossier_id=opened.id, version=version, document=kept, what=said, saved_at=now, restores=restores
        )
        prune(opened.id, now)
    return Opened(opened.id, version, written, read.dossier, read.warnings, now, opened.key)


def sealed_if_locked(content: Any, key: bytes | None) -> Any:
    """The content as it is kept: sealed where there is a key."""
    return content if key is None else seal(content, key)


def unlocked(kept: Any, key: bytes | None) -> Any:
    """What was kept, as plain content; raises DossierLocked without a key, and WrongKey with another one."""
    if not is_sealed(kept):
        return kept
    if key is None:
        raise DossierLocked
    return unseal(kept, key)
