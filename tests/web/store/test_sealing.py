"""What is sealed opens with its key, passphrase, code or share link, and with nothing else."""

from __future__ import annotations

import secrets

import pytest

from bedside.web.store.sealing import (
    WrongKey,
    is_sealed,
    key_from,
    key_from_token,
    new_key,
    seal,
    seal_key_for_token,
    slot_for,
    unseal,
)

CONTENT = {"identity": {"name": "José Nguyễn"}, "experiences": [{"title": "Analyst"}]}


def test_sealed_content_opens_with_its_key_and_shows_nothing_of_itself() -> None:
    key = new_key()
    sealed = seal(CONTENT, key)
    assert is_sealed(sealed)
    assert "Nguyễn" not in str(sealed)
    assert unseal(sealed, key) == CONTENT


def test_the_same_content_is_sealed_differently_each_time() -> None:
    key = new_key()
    assert seal(CONTENT, key) != seal(CONTENT, key)


def test_another_key_does_not_open_it() -> None:
    with pytest.raises(WrongKey):
        unseal(seal(CONTENT, new_key()), new_key())


def test_what_cannot_be_a_key_does_not_open_it() -> None:
    with pytest.raises(WrongKey):
        unseal(seal(CONTENT, new_key()), b"short")


@pytest.mark.parametrize("sealed", ["", "not base64 at all!", "AAAA"])
def test_what_was_changed_does_not_open(sealed: str) -> None:
    with pytest.raises(WrongKey):
        unseal({"sealed": sealed}, new_key())


def test_a_slot_gives_the_key_to_its_secret_only() -> None:
    key = new_key()
    slot = slot_for("passphrase", "four calm plain words", key)
    assert key_from(slot, "four calm plain words") == key
    with pytest.raises(WrongKey):
        key_from(slot, "four calm plain word")


def test_the_token_of_a_share_opens_the_key_and_another_token_does_not() -> None:
    key, token = new_key(), secrets.token_urlsafe(32)
    sealed = seal_key_for_token(key, token)
    assert key_from_token(sealed, token) == key
    with pytest.raises(WrongKey):
        key_from_token(sealed, secrets.token_urlsafe(32))
