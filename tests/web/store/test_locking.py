"""A locked dossier: nothing of it can be read without its key, and its passphrase or its code gives the key."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

import pytest

from bedside.web.store.dossiers import (
    ChangedElsewhere,
    DossierGone,
    DossierLocked,
    Opened,
    open_dossier,
    save,
)
from bedside.web.store.history import revisions_of
from bedside.web.store.locking import PassphraseTooShort, is_locked, key_for, lock, remove_lock
from bedside.web.store.private_claims import claims_of, save_claims
from bedside.web.store.recovery_codes import LETTERS, code_as_typed, new_recovery_code
from bedside.web.store.sealing import WrongKey, key_from_token, new_key, seal, seal_key_for_token
from bedside.web.store.tables import DossierRow, RevisionRow, ShareRow
from tests.applicant.dossiers import AS_OF
from tests.web.kept import NOW, example, kept

PASSPHRASE = "four calm plain words"
CLAIMS = {"program": "Riverbend Internal Medicine"}


def with_a_history() -> Opened:
    opened = kept(example("before"))
    save_claims(opened, CLAIMS)
    return named(open_dossier(opened.id, AS_OF), "Ottoline")


def named(opened: Opened, name: str) -> Opened:
    return save(opened, {**opened.content, "identity": {"name": name}}, f"Called {name}", AS_OF, NOW)


def everything_kept() -> str:
    kept_here: list[Any] = [*DossierRow.objects.values_list("document", "claims", "key_slots")]
    kept_here += RevisionRow.objects.values_list("document", "what")
    kept_here += ShareRow.objects.values_list("for_whom", "sealed_key")
    return json.dumps(kept_here, ensure_ascii=False)


def test_locking_seals_the_document_the_claims_and_every_revision() -> None:
    opened = with_a_history()
    before = everything_kept()
    code = lock(opened, PASSPHRASE).recovery_code
    secrets = ("Ottoline", "Riverbend", "Begun", opened.content["medical_school"]["country"], PASSPHRASE, code)
    assert [one in before for one in secrets] == [True, True, True, True, False, False]
    assert [one in everything_kept() for one in secrets] == [False] * 6


def test_a_locked_dossier_opens_with_its_key_only() -> None:
    opened = with_a_history()
    locked = lock(opened, PASSPHRASE).opened
    with pytest.raises(DossierLocked):
        open_dossier(opened.id, AS_OF)
    with pytest.raises(WrongKey):
        open_dossier(opened.id, AS_OF, new_key())
    again = open_dossier(opened.id, AS_OF, locked.key)
    assert (again.content, claims_of(again), again.version) == (opened.content, CLAIMS, locked.version)
    assert [one.what for one in revisions_of(again)] == ["Called Ottoline", "Begun"]


def test_the_passphrase_gives_the_key_whatever_the_space_around_it() -> None:
    locked = lock(with_a_history(), PASSPHRASE).opened
    typed = (PASSPHRASE, f"  {PASSPHRASE} ", "four  calm plain words", "four calm plain\u00a0words")
    assert [key_for(locked.id, one) for one in typed] == [locked.key] * 4


def test_the_recovery_code_gives_the_key_too_however_it_is_typed() -> None:
    locked = lock(with_a_history(), PASSPHRASE)
    code = locked.recovery_code
    typed = (code, code.lower(), code.replace("-", ""), code.replace("-", " "))
    assert [key_for(locked.opened.id, one) for one in typed] == [locked.opened.key] * 4


def test_nothing_else_gives_the_key() -> None:
    locked = lock(with_a_history(), PASSPHRASE).opened
    for wrong in ("", "four calm plain word", "Four calm plain words", "2345-6789-ABCD-EFGH-JKMN-PQRS"):
        with pytest.raises(WrongKey):
            key_for(locked.id, wrong)


def test_a_recovery_code_has_over_a_hundred_bits_and_no_letter_that_is_taken_for_another() -> None:
    code = new_recovery_code()
    assert [len(group) for group in code.split("-")] == [4] * 6
    assert len(LETTERS) ** 24 > 2**100
    assert not set(LETTERS) & set("0O1ILU")
    assert code_as_typed(code) == code
    assert [code_as_typed(one) for one in ("", code[:-1], code + "A", "O" * 24)] == [None] * 4


@pytest.mark.parametrize("short", ["", "           ", "eleven char", "three words", "a  b       c"])
def test_a_passphrase_below_twelve_characters_and_four_words_is_not_taken(short: str) -> None:
    opened = with_a_history()
    with pytest.raises(PassphraseTooShort):
        lock(opened, short)
    assert not is_locked(opened.id)


@pytest.mark.parametrize("enough", ["twelve chars", "I am he too", "aaaaaaaaaaaa"])
def test_twelve_characters_or_four_words_are_enough_whatever_they_are(enough: str) -> None:
    opened = with_a_history()
    lock(opened, enough)
    assert is_locked(opened.id)


def test_another_passphrase_gives_another_key_and_another_code_and_the_old_ones_open_nothing() -> None:
    first = lock(with_a_history(), PASSPHRASE)
    second = lock(first.opened, "quite another passphrase")
    assert second.opened.content == first.opened.content
    assert second.opened.key != first.opened.key
    for old in (PASSPHRASE, first.recovery_code):
        with pytest.raises(WrongKey):
            key_for(first.opened.id, old)
    with pytest.raises(WrongKey):
        open_dossier(first.opened.id, AS_OF, first.opened.key)
    assert key_for(first.opened.id, "quite another passphrase") == second.opened.key


def test_a_dossier_whose_lock_was_removed_is_as_it_was() -> None:
    opened = with_a_history()
    before = everything_kept()
    unlocked = remove_lock(lock(opened, PASSPHRASE).opened)
    assert everything_kept() == before
    assert (unlocked.key, unlocked.content) == (None, opened.content)
    assert not is_locked(opened.id)


def test_a_browser_that_still_holds_the_key_of_a_removed_lock_seals_nothing_with_it() -> None:
    locked = lock(with_a_history(), PASSPHRASE).opened
    remove_lock(locked)
    now = named(open_dossier(locked.id, AS_OF, locked.key), "Matilda")
    save_claims(now, {"program": "Lakeside"})
    reopened = open_dossier(locked.id, AS_OF)
    assert (reopened.name, claims_of(reopened)) == ("Matilda", {"program": "Lakeside"})


def test_a_save_that_began_before_the_lock_is_refused_and_writes_nothing_readable() -> None:
    before = with_a_history()
    locked = lock(before, PASSPHRASE).opened
    with pytest.raises(ChangedElsewhere):
        named(before, "Matilda")
    with pytest.raises(DossierLocked):
        save_claims(before, {"program": "Lakeside"})
    second = lock(locked, "quite another passphrase").opened
    with pytest.raises(WrongKey):
        save_claims(locked, {"program": "Lakeside"})
    assert [one in everything_kept() for one in ("Matilda", "Lakeside")] == [False, False]
    assert claims_of(open_dossier(before.id, AS_OF, second.key)) == CLAIMS


def test_a_lock_on_top_of_a_save_from_another_tab_is_refused_and_seals_nothing() -> None:
    before = with_a_history()
    now = named(before, "Matilda")
    with pytest.raises(ChangedElsewhere):
        lock(before, PASSPHRASE)
    assert not is_locked(before.id)
    assert open_dossier(before.id, AS_OF).content == now.content


def test_a_locked_dossier_is_saved_sealed() -> None:
    saved = named(lock(with_a_history(), PASSPHRASE).opened, "Matilda")
    assert "Matilda" not in everything_kept()
    assert open_dossier(saved.id, AS_OF, saved.key).name == "Matilda"


def test_links_that_were_given_out_end_with_a_new_key_and_outlive_a_removed_one() -> None:
    opened = with_a_history()
    ShareRow.objects.create(dossier_id=opened.id, token="1" * 64, for_whom="Dr. Grant", made_at=NOW)
    locked = lock(opened, PASSPHRASE).opened
    assert ShareRow.objects.count() == 0
    assert locked.key is not None
    sealed = seal_key_for_token(locked.key, "token")
    for_whom = seal("Dr. Grant", locked.key)
    ShareRow.objects.create(dossier_id=opened.id, token="2" * 64, for_whom=for_whom, sealed_key=sealed, made_at=NOW)
    assert open_dossier(opened.id, AS_OF, key_from_token(sealed, "token")).content == opened.content
    remove_lock(locked)
    assert [(share.for_whom, share.sealed_key) for share in ShareRow.objects.all()] == [("Dr. Grant", None)]


def test_a_dossier_that_was_erased_can_be_neither_locked_nor_unlocked() -> None:
    opened = with_a_history()
    DossierRow.objects.all().delete()
    with pytest.raises(DossierGone):
        lock(opened, PASSPHRASE)
    with pytest.raises(DossierGone):
        key_for(uuid4(), PASSPHRASE)
