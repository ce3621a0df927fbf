"""The fingerprint of a mention: the same words about the same program give the same one, edition after edition."""

from __future__ import annotations

import hashlib

from bedside.programs.identity.plain_name import plain_city, plain_name
from bedside.programs.mention import Mention

_LENGTH = 16
_STEM = 7


def fingerprint(mention: Mention) -> str:
    """A digest of how a source names a program; of NRMP codes only institution and specialty, as tracks come and go."""
    stems = sorted({code[:_STEM] for code in mention.nrmp_codes})
    parts = (
        plain_name(mention.name),
        plain_name(mention.institution),
        plain_city(mention.city),
        mention.state.upper(),
        mention.specialty,
        mention.acgme_id or "",
        *stems,
    )
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:_LENGTH]
