"""The section Story: six parts saved one by one, drafts that are read and never changed, versions, and one story."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from bedside.web.store.changes import fingerprint, part_of
from bedside.web.store.dossiers import Opened, open_dossier
from tests.applicant.dossiers import AS_OF
from tests.web.kept import browser_for, example, kept

LAN = "h1b-quality-analyst"
STATEMENT = {"place": "personal statement", "text": "I graduated in 1999. I am a hardworking reader of charts."}
HTMX = {"HX-Request": "true"}


def with_drafts(*drafts: dict[str, Any]) -> Opened:
    return kept(example(LAN) | {"drafts": list(drafts)})


def now(opened: Opened) -> Any:
    return open_dossier(opened.id, AS_OF).content


def at(opened: Opened, page: str = "") -> str:
    return f"/dossier/{opened.id}/story/{page}"


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def base_of(opened: Opened, number: int = 0) -> str:
    return fingerprint(part_of(now(opened), ("drafts", number)))


def send(opened: Opened, do: str, text: str, base: str | None = None, **more: Any) -> Any:
    sent = {"do": do, "text": text, "base": base_of(opened) if base is None else base}
    return browser_for(opened).post(at(opened, "drafts/0/"), sent, **more)


@pytest.mark.parametrize("page", ["", "drafts/", "drafts/0/", "one/"])
def test_every_page_has_one_title_and_says_which_page_of_the_story_it_is(page: str) -> None:
    opened = with_drafts(STATEMENT)
    shown = read(browser_for(opened), at(opened, page))
    assert (shown.count("<h1>"), shown.count('aria-current="page"')) == (1, 2)


def test_one_part_of_the_arc_is_saved_and_the_others_stay() -> None:
    opened = kept(example(LAN) | {"story": {"the_turn": "A call in March."}})
    sent = {"slot": "what_happened", "words": "I failed once.\r\nThen I passed.", "base": ""}
    answer = browser_for(opened).post(at(opened, "save/"), sent)
    assert (answer.status_code, answer["Location"]) == (302, at(opened) + "#what_happened")
    assert now(opened)["story"] == {"the_turn": "A call in March.", "what_happened": "I failed once.\nThen I passed."}


def test_with_htmx_only_that_part_comes_back_and_the_other_forms_learn_the_version() -> None:
    opened = kept(example(LAN) | {"story": {}})
    sent = {"slot": "the_turn", "words": "A call.", "base": ""}
    answer = browser_for(opened).post(at(opened, "save/"), sent, headers=HTMX)
    assert (answer.status_code, b"<h1>" in answer.content) == (200, False)
    assert json.loads(answer["HX-Trigger"]) == {"dossierSaved": {"version": opened.version + 1}}


def test_a_part_saved_in_another_window_is_shown_beside_what_was_typed() -> None:
    opened = kept(example(LAN) | {"story": {"the_turn": "Theirs."}})
    sent = {"slot": "the_turn", "words": "Mine.", "base": ""}
    answer = browser_for(opened).post(at(opened, "save/"), sent)
    assert answer.status_code == 409
    assert ("Saved meanwhile: Theirs." in answer.content.decode(), "Mine." in answer.content.decode()) == (True, True)
    assert now(opened)["story"]["the_turn"] == "Theirs."


def test_a_text_is_added_with_its_place_and_opened() -> None:
    opened = with_drafts()
    sent = {"place": "interview answer: why now", "about": "", "text": "In May I began.\r\nI stayed."}
    answer = browser_for(opened).post(at(opened, "drafts/"), sent)
    assert answer["Location"] == at(opened, "drafts/0/")
    assert now(opened)["drafts"] == [{"place": "interview answer: why now", "text": "In May I began.\nI stayed."}]


@pytest.mark.parametrize("text", ["", "\x00", "a" * 100_001])
def test_a_text_that_cannot_be_kept_is_refused_and_nothing_typed_is_lost(text: str) -> None:
    opened = with_drafts()
    answer = browser_for(opened).post(at(opened, "drafts/"), {"place": "personal statement", "text": text})
    assert (answer.status_code, "drafts" in now(opened) and now(opened)["drafts"]) in [(422, False), (422, [])]


def test_every_finding_stands_with_its_words_the_reason_and_a_question_and_the_text_stays() -> None:
    opened = with_drafts(STATEMENT)
    shown = read(browser_for(opened), at(opened, "drafts/0/"))
    assert [mark in shown for mark in ("<mark>1999</mark>", "<mark>hardworking</mark>")] == [True, True]
    assert "your file says" in shown
    assert now(opened)["drafts"][0] == STATEMENT


def test_what_is_typed_is_read_live_and_not_saved() -> None:
    opened = with_drafts(STATEMENT)
    answer = browser_for(opened).post(at(opened, "drafts/0/read/"), {"text": "I was stuck there."}, headers=HTMX)
    assert (answer.status_code, "<mark>I was stuck</mark>" in answer.content.decode()) == (200, True)
    assert now(opened)["drafts"][0] == STATEMENT


def test_saving_keeps_the_words_exactly_and_a_version_when_it_is_asked_for() -> None:
    opened = with_drafts(STATEMENT)
    words = "“Smart” שלום 👩‍⚕️ nai\u0308ve\n\n\nend"
    assert send(opened, "save", words).status_code == 302
    assert now(opened)["drafts"][0]["text"] == words
    send(opened, "keep", "Second.")
    assert now(opened)["drafts"][0] == STATEMENT | {
        "text": "Second.",
        "versions": [{"kept_on": "2026-11-22", "text": "Second."}],
    }


def test_a_version_is_looked_at_and_brought_back_and_the_words_of_today_become_a_version() -> None:
    opened = with_drafts(STATEMENT | {"versions": [{"kept_on": "2026-10-01", "text": "First."}]})
    assert "First.</textarea>" in read(browser_for(opened), at(opened, "drafts/0/?version=0"))
    send(opened, "back-0", "")
    draft = now(opened)["drafts"][0]
    assert (draft["text"], [one["text"] for one in draft["versions"]]) == ("First.", ["First.", STATEMENT["text"]])


def test_a_text_changed_in_another_window_is_shown_beside_what_was_typed() -> None:
    opened = with_drafts(STATEMENT)
    old = base_of(opened)
    send(opened, "save", "Theirs.")
    answer = send(opened, "save", "Mine.", base=old)
    shown = answer.content.decode()
    assert (answer.status_code, "Theirs.</textarea>" in shown, "Mine.</textarea>" in shown) == (409, True, True)
    assert now(opened)["drafts"][0]["text"] == "Theirs."


def test_a_text_removed_in_another_window_is_not_lost_to_who_was_writing_it() -> None:
    opened = with_drafts(STATEMENT, {"place": "experience entry", "text": "Second."})
    old = base_of(opened, 1)
    browser_for(opened).post(at(opened, "drafts/1/"), {"do": "remove", "base": old})
    assert len(now(opened)["drafts"]) == 1
    browser = browser_for(opened)
    answer = browser.post(at(opened, "drafts/1/"), {"do": "save", "base": old, "text": "I was writing."})
    assert "I was writing." in answer.content.decode()
    assert now(opened)["drafts"] == [STATEMENT]


def test_a_text_that_moved_up_meanwhile_is_still_the_one_that_is_saved() -> None:
    second = {"place": "experience entry", "text": "Second."}
    opened = with_drafts(STATEMENT, second)
    old = base_of(opened, 1)
    browser_for(opened).post(at(opened, "drafts/0/"), {"do": "remove", "base": base_of(opened)})
    answer = browser_for(opened).post(at(opened, "drafts/1/"), {"do": "save", "base": old, "text": "Mine."})
    assert answer["Location"] == at(opened, "drafts/0/")
    assert now(opened)["drafts"] == [second | {"text": "Mine."}]


def test_texts_and_versions_never_grow_beyond_what_a_file_can_hold() -> None:
    versions = [{"kept_on": "2026-10-01", "text": f"{number}" * 100_000} for number in range(5)]
    opened = with_drafts(STATEMENT | {"versions": versions})
    answer = send(opened, "keep", "b" * 99_999)
    assert (answer.status_code, len(now(opened)["drafts"][0]["versions"])) == (422, 5)


def test_a_hundred_thousand_characters_are_taken_and_shown() -> None:
    opened = with_drafts(STATEMENT)
    assert send(opened, "save", "ש🙂" * 50_000).status_code == 302
    assert len(now(opened)["drafts"][0]["text"]) == 100_000


def test_one_story_leads_to_the_text_and_to_the_file_where_they_differ() -> None:
    opened = with_drafts(STATEMENT)
    shown = read(browser_for(opened), at(opened, "one/"))
    assert [words in shown for words in ("Not the same", at(opened, "drafts/0/"), "“1999”")] == [True, True, True]
