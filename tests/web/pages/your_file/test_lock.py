"""The pages of the lock: set, asked for, changed, taken off, and no name shown while it holds."""

from __future__ import annotations

import re
from base64 import urlsafe_b64encode

import pytest
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from bedside.web.guarding.access import dossier_page, let_in
from bedside.web.memory.results import RECENT, results_of
from bedside.web.store.changes import Change, make_change
from bedside.web.store.dossiers import Opened, open_dossier
from bedside.web.store.locking import is_locked, key_for, lock
from bedside.web.urls import OF_A_DOSSIER
from tests.applicant.dossiers import AS_OF
from tests.web.kept import NOW, browser_for, example, kept

PASSPHRASE = "four calm plain words"
NAME = "Ottoline Featherstonehaugh"


def begun() -> Opened:
    return kept(example("before") | {"identity": {"name": NAME}})


def locked() -> Opened:
    return lock(begun(), PASSPHRASE).opened


def lock_page(opened: Opened) -> str:
    return f"/dossier/{opened.id}/lock/"


def browser_that_unlocked(opened: Opened, secret: str = PASSPHRASE) -> Client:
    browser = browser_for(opened)
    answer = browser.post(f"/dossier/{opened.id}/unlock/", {"secret": secret})
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/dossier/{opened.id}/")
    return browser


def setting(opened: Opened, passphrase: str = PASSPHRASE, again: str | None = None) -> dict[str, object]:
    return {
        "do": "set",
        "version": opened.version,
        "passphrase": passphrase,
        "again": passphrase if again is None else again,
    }


def test_setting_a_passphrase_shows_a_code_once_and_keeps_the_dossier_open_in_this_browser() -> None:
    opened = begun()
    browser = browser_for(opened)
    shown = browser.post(lock_page(opened), setting(opened)).content.decode()
    found = re.search(r"<code>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){5})</code>", shown)
    assert found is not None
    key = key_for(opened.id, PASSPHRASE)
    assert key_for(opened.id, found[1]) == key
    assert open_dossier(opened.id, AS_OF, key).content == opened.content
    again = browser.get(lock_page(opened))
    assert again.status_code == 200
    assert found[1] not in again.content.decode()


def test_the_key_is_given_to_the_browser_for_this_dossier_only_and_never_to_scripts() -> None:
    opened = begun()
    cookie = browser_for(opened).post(lock_page(opened), setting(opened)).cookies[f"bedside_key_{opened.id.hex}"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == (f"/dossier/{opened.id}/", True, "Strict")
    assert (cookie["expires"], cookie["max-age"]) == ("", "")


@pytest.mark.parametrize(
    ("passphrase", "again", "says"),
    [
        ("too short", "too short", "fewer than twelve characters and fewer than four words"),
        (PASSPHRASE, "four calm plain word", "The two are not the same."),
        ("", "", "fewer than twelve characters"),
    ],
)
def test_a_passphrase_that_cannot_be_taken_is_told_why_and_not_shown_again(
    passphrase: str, again: str, says: str
) -> None:
    opened = begun()
    answer = browser_for(opened).post(lock_page(opened), setting(opened, passphrase, again))
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not passphrase or f'value="{passphrase}"' not in answer.content.decode()
    assert not is_locked(opened.id)


def test_a_page_that_is_loaded_again_after_it_was_sent_sets_no_second_passphrase() -> None:
    opened = begun()
    browser = browser_for(opened)
    browser.post(lock_page(opened), setting(opened))
    key = key_for(opened.id, PASSPHRASE)
    answer = browser.post(lock_page(opened), setting(opened), follow=True)
    assert "nothing was locked or opened" in answer.content.decode()
    assert key_for(opened.id, PASSPHRASE) == key


def addresses(opened: Opened) -> list[str]:
    """Every page of a dossier, and every page that could name it."""
    words = {"chapter": "you", "what": "everything", "number": 0, "question": "sure-now"}
    words |= {"ending": "pdf", "key": "no-key"}
    of_it = [
        reverse(one.name, kwargs={"id": opened.id} | {key: words[key] for key in one.pattern.converters})
        for one in OF_A_DOSSIER
    ]
    return [*of_it, *(reverse(name) for name in ("start", "open", "come_back", "privacy", "health"))]


def test_without_its_key_no_page_shows_the_name_of_a_locked_dossier() -> None:
    opened = locked()
    browser = browser_for(opened)
    seen = {}
    for address in addresses(opened):
        for answer in (browser.get(address, follow=True), browser.post(address, follow=True)):
            seen[address] = NAME.split()[1] in answer.content.decode()
    assert {address for address, shows in seen.items() if shows} == set()


def test_the_search_for_the_name_bites() -> None:
    opened = begun()
    assert NAME.split()[1] in browser_for(opened).get(lock_page(opened)).content.decode()


def test_the_passphrase_opens_the_dossier_in_this_browser_and_in_no_other() -> None:
    opened = locked()
    assert browser_that_unlocked(opened).get(lock_page(opened)).status_code == 200
    elsewhere = browser_for(opened).get(lock_page(opened))
    assert elsewhere.headers["Location"] == f"/dossier/{opened.id}/unlock/"


def test_the_recovery_code_opens_it_too() -> None:
    made = lock(begun(), PASSPHRASE)
    browser = browser_that_unlocked(made.opened, made.recovery_code.lower().replace("-", " "))
    assert browser.get(lock_page(made.opened)).status_code == 200


def test_a_wrong_passphrase_is_told_and_opens_nothing() -> None:
    opened = locked()
    browser = browser_for(opened)
    answer = browser.post(f"/dossier/{opened.id}/unlock/", {"secret": "four calm plain birds"})
    assert answer.status_code == 422
    assert "Neither the passphrase nor the recovery code" in answer.content.decode()
    assert f"bedside_key_{opened.id.hex}" not in answer.cookies
    assert browser.get(lock_page(opened)).status_code == 302


@pytest.mark.parametrize("cookie", ["", "x", "not base64!", "AAAA", urlsafe_b64encode(b"k" * 32).decode()])
def test_a_browser_with_something_else_for_a_key_is_asked(cookie: str) -> None:
    opened = locked()
    browser = browser_for(opened)
    browser.cookies[f"bedside_key_{opened.id.hex}"] = cookie
    assert browser.get(lock_page(opened)).headers["Location"] == f"/dossier/{opened.id}/unlock/"


def test_lock_now_takes_the_key_from_the_browser_and_what_was_computed_from_memory() -> None:
    opened = locked()
    browser = browser_that_unlocked(opened)
    answer = browser.post(lock_page(opened), {"do": "now"})
    assert answer.headers["Location"] == f"/dossier/{opened.id}/unlock/"
    assert browser.get(lock_page(opened)).status_code == 302


def test_nothing_computed_from_a_dossier_stays_in_memory_once_it_is_locked() -> None:
    opened = begun()
    results_of(opened)
    browser_for(opened).post(lock_page(opened), setting(opened))
    assert [which for which in RECENT.kept if which[0] == opened.id] == []


def test_another_passphrase_takes_the_place_of_the_first() -> None:
    opened = locked()
    browser = browser_that_unlocked(opened)
    browser.post(lock_page(opened), setting(opened, "quite another passphrase"))
    assert browser.get(lock_page(opened)).status_code == 200
    old = browser_for(opened).post(f"/dossier/{opened.id}/unlock/", {"secret": PASSPHRASE})
    assert old.status_code == 422
    browser_that_unlocked(opened, "quite another passphrase")


def test_a_page_that_saves_while_another_tab_locks_leads_to_the_passphrase_and_saves_nothing() -> None:
    opened = begun()
    request = RequestFactory().get("/")
    request.session = SessionStore()
    let_in(request, opened.id)

    @dossier_page
    def saving_too_late(request: HttpRequest, opened: Opened) -> HttpResponse:
        lock(opened, PASSPHRASE)
        make_change(opened, Change(("strengths", 0), "I listen.", "", "Added a strength"), AS_OF, NOW)
        return HttpResponse()

    answer = saving_too_late(request, id=opened.id)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/dossier/{opened.id}/unlock/")
    assert "strengths" not in open_dossier(opened.id, AS_OF, key_for(opened.id, PASSPHRASE)).content


def test_a_lock_that_is_taken_off_leaves_the_dossier_as_it_was() -> None:
    opened = locked()
    browser = browser_that_unlocked(opened)
    answer = browser.post(lock_page(opened), {"do": "remove", "version": opened.version}, follow=True)
    assert "The lock is off." in answer.content.decode()
    assert open_dossier(opened.id, AS_OF).content == opened.content


def test_a_dossier_without_a_lock_is_not_asked_for_a_passphrase() -> None:
    opened = begun()
    answer = browser_for(opened).get(f"/dossier/{opened.id}/unlock/")
    assert answer.headers["Location"] == f"/dossier/{opened.id}/"


def test_a_browser_that_was_not_let_in_is_not_asked_for_a_passphrase_either() -> None:
    opened = locked()
    assert Client().get(f"/dossier/{opened.id}/unlock/").status_code == 404
    assert Client().post(f"/dossier/{opened.id}/unlock/", {"secret": PASSPHRASE}).status_code == 404


def test_the_page_says_plainly_that_nobody_can_help_when_both_are_lost() -> None:
    opened = begun()
    shown = browser_for(opened).get(lock_page(opened)).content.decode()
    assert "If both are lost, nobody can open the dossier again: no person and no program." in shown
