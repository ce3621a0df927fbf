"""The page that erases: it says what goes and what does not, asks for one word, and the browser forgets."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from bedside.web.guarding.access import _LET_IN
from bedside.web.memory.results import RECENT, results_of
from bedside.web.store.dossiers import Opened
from bedside.web.store.locking import lock
from bedside.web.store.tables import DossierRow, RevisionRow
from tests.web.kept import browser_for, example, kept
from tests.web.store.own_database import ON_POSTGRESQL


def begun(name: str = "Ottoline") -> Opened:
    return kept(example("before") | {"identity": {"name": name}})


def erase_page(opened: Opened) -> str:
    return f"/dossier/{opened.id}/erase/"


def test_the_page_says_what_goes_and_what_cannot_be_reached_and_offers_the_export_first() -> None:
    opened = begun()
    shown = browser_for(opened).get(erase_page(opened)).content.decode()
    assert shown.index("Take everything with me first") < shown.index("What goes") < shown.index("<form")
    assert "What cannot be reached from here" in shown
    assert DossierRow.objects.count() == 1


@pytest.mark.parametrize("word", ["erase", " Erase ", "ERASE"])
def test_with_the_word_the_dossier_goes_and_the_browser_forgets(word: str) -> None:
    opened = begun()
    results_of(opened)
    browser = browser_for(opened)
    answer = browser.post(erase_page(opened), {"word": word})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert (DossierRow.objects.count(), RevisionRow.objects.count()) == (0, 0)
    assert browser.session.get(_LET_IN) == {}
    assert answer.cookies[f"bedside_key_{opened.id.hex}"]["max-age"] == 0
    assert [which for which in RECENT.kept if which[0] == opened.id] == []
    assert browser.get(erase_page(opened)).status_code == 404


@pytest.mark.parametrize("word", ["", "delete", "erase it"])
def test_without_the_word_nothing_is_erased(word: str) -> None:
    opened = begun()
    answer = browser_for(opened).post(erase_page(opened), {"word": word})
    assert answer.status_code == 422
    assert "Type the word erase, so that nothing is erased by a slip." in answer.content.decode()
    assert DossierRow.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_last_message_says_what_is_left() -> None:
    opened = begun()
    browser = browser_for(opened)
    shown = browser.get(browser.post(erase_page(opened), {"word": "erase"}).headers["Location"]).content.decode()
    says = "Backups of the database go" if ON_POSTGRESQL else "No byte of it is left in Bedside’s folder."
    assert "The dossier is erased." in shown
    assert says in shown


def test_one_of_several_is_erased_alone_unless_all_are_meant() -> None:
    first, second, other = begun("Ottoline"), begun("Matilda"), begun("Somebody else")
    browser = browser_for(first, second)
    assert "All 2 dossiers that this browser can open" in browser.get(erase_page(first)).content.decode()
    browser.post(erase_page(first), {"word": "erase", "which": "this"})
    assert {row.id for row in DossierRow.objects.all()} == {second.id, other.id}


def test_all_that_this_browser_can_open_are_erased_together_and_nobody_elses() -> None:
    first, second, other = begun("Ottoline"), begun("Matilda"), begun("Somebody else")
    answer = browser_for(first, second).post(erase_page(first), {"word": "erase", "which": "all"})
    assert {row.id for row in DossierRow.objects.all()} == {other.id}
    assert {f"bedside_key_{one.id.hex}" for one in (first, second)} <= set(answer.cookies)


def test_with_one_dossier_there_is_no_choice_to_make() -> None:
    opened = begun()
    assert "All 1 dossiers" not in browser_for(opened).get(erase_page(opened)).content.decode()


def test_a_locked_dossier_can_be_erased_by_a_browser_that_lost_its_key_and_is_not_named() -> None:
    opened = lock(begun(), "four calm plain words").opened
    browser = browser_for(opened)
    shown = browser.get(erase_page(opened))
    assert (shown.status_code, "Ottoline" in shown.content.decode()) == (200, False)
    browser.post(erase_page(opened), {"word": "erase"})
    assert DossierRow.objects.count() == 0


def test_a_dossier_that_cannot_be_used_any_more_can_be_erased() -> None:
    opened = begun()
    DossierRow.objects.filter(id=opened.id).update(document={"schema_version": 1})
    browser = browser_for(opened)
    assert browser.get(erase_page(opened)).status_code == 200
    browser.post(erase_page(opened), {"word": "erase"})
    assert DossierRow.objects.count() == 0


def test_a_browser_that_was_not_let_in_erases_nothing(settings: Settings) -> None:
    settings.HOSTING = replace(settings.HOSTING, is_hosted=True)
    opened = begun()
    assert Client().post(erase_page(opened), {"word": "erase"}).status_code == 404
    assert DossierRow.objects.count() == 1


def test_a_form_from_another_page_erases_nothing() -> None:
    opened = begun()
    browser = Client(enforce_csrf_checks=True)
    browser.cookies.update(browser_for(opened).cookies)
    assert browser.post(erase_page(opened), {"word": "erase"}).status_code == 403
    assert DossierRow.objects.count() == 1
