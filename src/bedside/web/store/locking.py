"""Locking a dossier with a passphrase: everything of it is sealed at once, and without its key nobody reads it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from typing import Any
from uuid import UUID

from django.db import transaction

from bedside.web.store.dossiers import ChangedElsewhere, DossierGone, Opened, sealed_if_locked, unlocked
from bedside.web.store.recovery_codes import code_as_typed, new_recovery_code
from bedside.web.store.scrubbing import scrub
from bedside.web.store.sealing import KeySlot, WrongKey, key_from, new_key, slot_for
from bedside.web.store.tables import DossierRow, RevisionRow, ShareRow, WaitingListRow

SHORTEST_PASSPHRASE = 12
FEWEST_WORDS = 4


class PassphraseTooShort(Exception):
    """The passphrase has neither twelve characters nor four words."""


@dataclass(frozen=True, slots=True)
class Locked:
    """A dossier that was locked: `opened` carries its key, and `recovery_code` is kept nowhere.

    `is_scrubbed` is False where traces from before could not be removed yet because another connection was reading.
    """

    opened: Opened
    recovery_code: str = field(repr=False)
    is_scrubbed: bool


def lock(opened: Opened, passphrase: str) -> Locked:
    """Seal a dossier under a passphrase, or under another one where it is locked already.

    The key is a new one each time, so whoever had the old one has nothing any more; links that show the dossier to
    others end. Raises PassphraseTooShort, ChangedElsewhere where it was saved meanwhile, and DossierGone.
    """
    secret = tidied(passphrase)
    if len(secret) < SHORTEST_PASSPHRASE and len(secret.split()) < FEWEST_WORDS:
        raise PassphraseTooShort
    key, code = new_key(), new_recovery_code()
    slots = (slot_for("passphrase", secret, key), slot_for("recovery", code, key))
    resealed = _with_key(opened, key, slots)
    return Locked(resealed, code, scrub())


def remove_lock(opened: Opened) -> Opened:
    """Keep the dossier readable again without a passphrase; raises ChangedElsewhere and DossierGone."""
    return _with_key(opened, None, ())


def is_locked(id: UUID) -> bool:
    """Whether a dossier has a lock; raises DossierGone."""
    return bool(_slots_of(id))


def key_for(id: UUID, secret: str) -> bytes:
    """The key that a passphrase or a recovery code opens; raises WrongKey, and DossierGone."""
    tried = {"passphrase": tidied(secret), "recovery": code_as_typed(secret)}
    for slot in _slots_of(id):
        typed = tried[slot.kind]
        try:
            if typed is not None:
                return key_from(slot, typed)
        except WrongKey:
            continue
    raise WrongKey


def tidied(passphrase: str) -> str:
    """The passphrase as it counts: the same from every keyboard, without space around it or more than one inside."""
    return " ".join(unicodedata.normalize("NFKC", passphrase).split())


def _slots_of(id: UUID) -> list[KeySlot]:
    kept = DossierRow.objects.filter(id=id).values_list("key_slots", flat=True).first()
    if kept is None:
        raise DossierGone
    return [KeySlot(**slot) for slot in kept]


def _with_key(opened: Opened, key: bytes | None, slots: Iterable[KeySlot]) -> Opened:
    """The dossier kept under another key, or under none, in one transaction.

    1. Take it at the version it was opened at, and count one further: a save that began before does not fit now.
    2. Seal its document, its claims and every revision anew.
    3. Throw away a list that waits: it was read under the old key, and can be brought again.
    4. End the links that show it to others where there is a new key, since they cannot come to know it.
    """
    version = opened.version + 1
    with transaction.atomic():
        if not DossierRow.objects.filter(id=opened.id, version=opened.version).update(version=version):
            raise ChangedElsewhere if DossierRow.objects.filter(id=opened.id).exists() else DossierGone
        row = DossierRow.objects.get(id=opened.id)
        row.document = _resealed(row.document, opened.key, key)
        row.claims = _resealed(row.claims, opened.key, key)
        row.key_slots = [asdict(slot) for slot in slots]
        row.save(update_fields=("document", "claims", "key_slots"))
        for revision in RevisionRow.objects.filter(dossier_id=opened.id):
            revision.document = _resealed(revision.document, opened.key, key)
            revision.what = _resealed(revision.what, opened.key, key)
            revision.save(update_fields=("document", "what"))
        WaitingListRow.objects.filter(dossier_id=opened.id).delete()
        for share in ShareRow.objects.filter(dossier_id=opened.id):
            _end_or_open(share, opened.key, key)
    return replace(opened, version=version, key=key)


def _end_or_open(share: ShareRow, old: bytes | None, new: bytes | None) -> None:
    if new is not None:
        share.delete()
        return
    share.for_whom, share.sealed_key = unlocked(share.for_whom, old), None
    share.save(update_fields=("for_whom", "sealed_key"))


def _resealed(kept: Any, old: bytes | None, new: bytes | None) -> Any:
    return sealed_if_locked(unlocked(kept, old), new)
