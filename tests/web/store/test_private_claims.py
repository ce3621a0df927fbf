"""Claims of two windows are both kept, locking holds for them, and a change that fails changes nothing."""

from __future__ import annotations

from threading import Barrier, Thread

import pytest
from django.db import connection

from bedside.web.store.dossiers import DossierGone, DossierLocked, open_dossier
from bedside.web.store.locking import lock
from bedside.web.store.private_claims import Claims, change_claims, claims_of, claims_version, save_claims
from bedside.web.store.tables import DossierRow
from tests.applicant.dossiers import AS_OF
from tests.web.kept import example, kept


def adding(name: str) -> Claims:
    return {"names": [name]}


def test_a_dossier_begins_without_claims() -> None:
    opened = kept(example("before"))
    assert (claims_of(opened), claims_version(opened.id)) == ({}, 0)


def test_each_change_is_counted() -> None:
    opened = kept(example("before"))
    save_claims(opened, adding("Riverbend"))
    change_claims(opened, lambda claims: {**claims, "more": 1})
    assert (claims_of(opened), claims_version(opened.id)) == ({"names": ["Riverbend"], "more": 1}, 2)


def test_a_change_that_fails_changes_nothing() -> None:
    opened = kept(example("before"))
    save_claims(opened, adding("Riverbend"))

    def fails(claims: Claims) -> Claims:
        raise ValueError(claims)

    with pytest.raises(ValueError, match="Riverbend"):
        change_claims(opened, fails)
    assert (claims_of(opened), claims_version(opened.id)) == (adding("Riverbend"), 1)


def test_whoever_opened_it_before_it_was_locked_changes_nothing() -> None:
    opened = kept(example("before"))
    locked = lock(open_dossier(opened.id, AS_OF), "four calm plain words").opened
    with pytest.raises(DossierLocked):
        save_claims(opened, adding("Riverbend"))
    save_claims(locked, adding("Lakeside"))
    assert "Lakeside" not in str(DossierRow.objects.values_list("claims", flat=True).get())
    assert claims_of(locked) == adding("Lakeside")


def test_nothing_is_kept_for_a_dossier_that_is_erased() -> None:
    opened = kept(example("before"))
    DossierRow.objects.all().delete()
    for ask in (lambda: claims_of(opened), lambda: claims_version(opened.id), lambda: save_claims(opened, {})):
        with pytest.raises(DossierGone):
            ask()


@pytest.mark.django_db(transaction=True)
def test_two_who_add_at_once_both_keep_what_they_added() -> None:
    if connection.vendor == "sqlite":
        pytest.skip("SQLite is kept in memory here, where two threads cannot wait for each other; PostgreSQL tells")
    opened, both_ready = kept(example("before")), Barrier(2)

    def add(name: str) -> None:
        both_ready.wait()
        change_claims(opened, lambda claims: {"names": [*claims.get("names", []), name]})
        connection.close()

    threads = [Thread(target=add, args=(name,)) for name in ("Riverbend", "Lakeside")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(claims_of(opened)["names"]) == ["Lakeside", "Riverbend"]
