"""Links that show a dossier read-only: made, listed, opened by whoever holds one, and taken back."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from uuid import UUID

from bedside.applicant.mistakes import DossierMistakes
from bedside.web.store.dossiers import DossierGone, DossierLocked, Opened, open_dossier, sealed_if_locked, unlocked
from bedside.web.store.sealing import WrongKey, key_from_token, seal_key_for_token
from bedside.web.store.tables import ShareRow

_TOKEN_BYTES = 32


class ShareGone(Exception):
    """No link shows anything here: there was none, it has ended, it was taken back, or its dossier is gone."""


@dataclass(frozen=True, slots=True)
class Share:
    """What a link shows, to whom, and until which day (inclusive)."""

    for_whom: str
    hides_names: bool
    hides_scores: bool
    ends_on: date


@dataclass(frozen=True, slots=True)
class KeptShare:
    """A link that was made, as its maker sees it; what stands in the link is not kept."""

    id: int
    share: Share
    made_at: datetime

    def has_ended(self, as_of: date) -> bool:
        """Whether its last day is over."""
        return as_of > self.share.ends_on


def make_share(opened: Opened, share: Share, now: datetime) -> str:
    """Keep a link, and return the token that stands in it: 256 bits from the system, of which only a hash is kept."""
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    ShareRow.objects.create(
        dossier_id=opened.id,
        token=_hash(token),
        for_whom=sealed_if_locked(share.for_whom, opened.key),
        hides_names=share.hides_names,
        hides_scores=share.hides_scores,
        made_at=now,
        ends_on=share.ends_on,
        sealed_key=seal_key_for_token(opened.key, token) if opened.key else None,
    )
    return token


def shares_of(opened: Opened) -> list[KeptShare]:
    """Every link to a dossier that was not taken back, the last one first."""
    rows = ShareRow.objects.filter(dossier_id=opened.id)
    return [KeptShare(row.id, _share(row, opened.key), row.made_at) for row in rows]


def take_back(dossier: UUID, share: int) -> bool:
    """End a link at once and forget it; False where the dossier has no such link."""
    return ShareRow.objects.filter(dossier_id=dossier, id=share).delete()[0] > 0


def open_share(token: str, as_of: date) -> tuple[Opened, Share]:
    """The dossier behind a link, whole, with what of it may be shown; raises ShareGone, the same for every reason."""
    row = ShareRow.objects.filter(token=_hash(token), ends_on__gte=as_of).first()
    if row is None:
        raise ShareGone
    try:
        key = key_from_token(row.sealed_key, token) if row.sealed_key else None
        return open_dossier(row.dossier_id, as_of, key), _share(row, key)
    except (DossierGone, DossierLocked, WrongKey, DossierMistakes):
        raise ShareGone from None


def _share(row: ShareRow, key: bytes | None) -> Share:
    for_whom = str(unlocked(row.for_whom, key))
    return Share(for_whom, row.hides_names, row.hides_scores, row.ends_on or row.made_at.date())


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
