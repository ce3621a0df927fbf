"""The fingerprint of a mention: the same words about the same program give the same one, edition after edition."""

from __future__ import annotations

import hashlib

from bedside.programs.identity.plain_name import plain_city, plain_name
from bedside.programs.mention import Mention

_LENGTH = 16
_STEM = 7


def fingerprint(said: Mention) -> str:
    """A digest of how a source names a program; of NRMP codes only institution and specialty, as tracks come and go."""
    stems = sorted({code[:_STEM] for code in said.nrmp_codes})
    parts = (
        plain_name(said.name),
        plain_name(said.institution),
        plain_city(said.city),
        said.state.upper(),
        said.specialty,
        said.acgme_id or "",
        *stems,
        *([said.key] if said.key else []),
    )
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:_LENGTH]
