"""The two ways back to a hosted dossier: a secret link and a recovery code, of which only hashes are kept."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from hashlib import sha256
from uuid import UUID

from django.db import transaction
from django.db.models import F

from bedside.web.store.dossiers import DossierGone
from bedside.web.store.recovery_codes import code_as_typed, new_recovery_code
from bedside.web.store.tables import DossierRow

_TOKEN_BYTES = 32


@dataclass(frozen=True, slots=True)
class LinkAndCode:
    """The token of the secret link (256 bits) and the recovery code (more than 100), to be shown once."""

    token: str = field(repr=False)
    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Found:
    """A dossier that a link or a code leads to, and the epoch that a browser is let in for."""

    id: UUID
    epoch: int


def make_link_and_code(id: UUID) -> LinkAndCode:
    """New ways back to a dossier; those from before lead nowhere afterwards. Raises DossierGone."""
    made = LinkAndCode(secrets.token_urlsafe(_TOKEN_BYTES), new_recovery_code())
    if not DossierRow.objects.filter(id=id).update(link=_hash(made.token), recovery=_hash(made.code)):
        raise DossierGone
    return made


def renew_link_and_code(id: UUID) -> tuple[LinkAndCode, int]:
    """New ways back, and the epoch that begins: whoever was let in before is let in no longer. Raises DossierGone."""
    with transaction.atomic():
        made = make_link_and_code(id)
        DossierRow.objects.filter(id=id).update(epoch=F("epoch") + 1)
        return made, DossierRow.objects.values_list("epoch", flat=True).get(id=id)


def has_link(id: UUID) -> bool:
    """Whether ways back to a dossier were made."""
    return DossierRow.objects.filter(id=id, link__isnull=False).exists()


def found_by_link(token: str) -> Found | None:
    """The dossier a secret link leads to; None where there is none."""
    return _found(link=_hash(token))


def found_by_code(typed: str) -> Found | None:
    """The dossier a recovery code leads to, however it was typed; None where there is none."""
    return _found(recovery=_hash(code_as_typed(typed) or typed))


def _found(**by: str) -> Found | None:
    row = DossierRow.objects.filter(**by).values_list("id", "epoch").first()
    return Found(*row) if row is not None else None


def _hash(secret: str) -> str:
    # Both are drawn from so many that a plain hash cannot be turned back.
    return sha256(secret.encode(errors="surrogatepass")).hexdigest()
