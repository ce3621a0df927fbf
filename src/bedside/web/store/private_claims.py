"""What the applicant gathered about programs: kept beside the dossier, locked, exported and erased with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction

from bedside.web.store.dossiers import DossierGone, Opened, sealed_if_locked, unlocked
from bedside.web.store.sealing import is_sealed
from bedside.web.store.tables import DossierRow

Claims = Mapping[str, Any]


def claims_of(opened: Opened) -> Claims:
    """The private claims as they are now; raises DossierGone, and DossierLocked or WrongKey where it was locked."""
    kept = DossierRow.objects.filter(id=opened.id).values_list("claims", flat=True).first()
    if kept is None:
        raise DossierGone
    claims: Claims = unlocked(kept, opened.key)
    return claims


def claims_version(id: UUID) -> int:
    """How often the private claims of a dossier were changed; raises DossierGone."""
    version = DossierRow.objects.filter(id=id).values_list("claims_version", flat=True).first()
    if version is None:
        raise DossierGone
    return version


def change_claims(opened: Opened, change: Callable[[Claims], Claims]) -> Claims:
    """Change the private claims and return them as they are then.

    `change` is given what is there at that moment and nobody else's change comes between, so that two windows both
    keep what they added. Raises DossierGone where the dossier was erased, DossierLocked or WrongKey where it was locked
    since it was opened, and whatever `change` raises; nothing is changed then.
    """
    with transaction.atomic():
        row = DossierRow.objects.select_for_update().filter(id=opened.id).first()
        if row is None:
            raise DossierGone
        key = opened.key if is_sealed(row.document) else None
        unlocked(row.document, opened.key)
        changed = change(unlocked(row.claims, opened.key))
        kept = sealed_if_locked(changed, key)
        DossierRow.objects.filter(id=opened.id).update(claims=kept, claims_version=row.claims_version + 1)
    return changed


def save_claims(opened: Opened, claims: Claims) -> None:
    """Put other private claims in the place of what is there; raises what `change_claims` raises."""
    change_claims(opened, lambda _: claims)
