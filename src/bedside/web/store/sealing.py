"""Sealing text with a key, and keys with a passphrase: authenticated encryption, and a slow derivation."""

from __future__ import annotations

import json
import secrets
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

_KEY_BYTES, _NONCE_BYTES, _SALT_BYTES = 32, 12, 16

# Rounds, block and lanes of scrypt. A passphrase can be guessed, so each guess costs 32 MB and a fraction of a second;
# a recovery code has more than 100 bits, so nobody guesses it. A slot carries its own, so that these may grow.
_SLOW, _QUICK = (2**15, 8, 3), (2**10, 8, 1)


class WrongKey(Exception):
    """What was sealed does not open with this key, passphrase or code, or was changed since."""


def new_key() -> bytes:
    """A key nobody has had before (32 bytes)."""
    return secrets.token_bytes(_KEY_BYTES)


def seal(content: Any, key: bytes) -> dict[str, str]:
    """Plain content as {"sealed": …}: AES-256-GCM under a fresh nonce."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return {"sealed": b64encode(nonce + AESGCM(key).encrypt(nonce, text, None)).decode()}


def unseal(sealed: dict[str, str], key: bytes) -> Any:
    """The content again; raises WrongKey."""
    try:
        raw = b64decode(sealed["sealed"])
        return json.loads(AESGCM(key).decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], None))
    except (InvalidTag, ValueError):  # the key comes from a cookie, and may be anything
        raise WrongKey from None


def is_sealed(content: object) -> bool:
    """Whether content is sealed text and not the content itself."""
    return isinstance(content, dict) and set(content) == {"sealed"}


@dataclass(frozen=True, slots=True)
class KeySlot:
    """The key of a dossier, sealed with one secret that opens it: `kind` is "passphrase" or "recovery".

    `cost` is rounds, block and lanes of scrypt.
    """

    kind: str
    salt: str
    sealed_key: dict[str, str]
    cost: Sequence[int] = _SLOW


def slot_for(kind: str, secret: str, key: bytes) -> KeySlot:
    """The key sealed with a secret; a passphrase is made slow to guess (scrypt, 32 MB)."""
    salt, cost = secrets.token_bytes(_SALT_BYTES), _SLOW if kind == "passphrase" else _QUICK
    sealed = seal(b64encode(key).decode(), _derived(secret, salt, cost))
    return KeySlot(kind, b64encode(salt).decode(), sealed, cost)


def key_from(slot: KeySlot, secret: str) -> bytes:
    """The key behind a slot; raises WrongKey."""
    return b64decode(unseal(slot.sealed_key, _derived(secret, b64decode(slot.salt), slot.cost)))


def seal_key_for_token(key: bytes, token: str) -> dict[str, str]:
    """The key of a locked dossier, sealed with the token that stands in a share link and is kept nowhere else.

    The token has to be drawn at random with 256 bits, as by `secrets.token_urlsafe(32)`: nobody guesses it, so the
    derivation is a quick one (HKDF).
    """
    return seal(b64encode(key).decode(), _from_token(token))


def key_from_token(sealed: dict[str, str], token: str) -> bytes:
    """The key that was sealed for a share link; raises WrongKey."""
    return b64decode(unseal(sealed, _from_token(token)))


def _from_token(token: str) -> bytes:
    return HKDF(SHA256(), length=_KEY_BYTES, salt=None, info=b"bedside: the key behind a share").derive(token.encode())


def _derived(secret: str, salt: bytes, cost: Sequence[int]) -> bytes:
    rounds, block, lanes = cost
    return Scrypt(salt=salt, length=_KEY_BYTES, n=rounds, r=block, p=lanes).derive(secret.encode())
