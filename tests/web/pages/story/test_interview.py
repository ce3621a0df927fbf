"""Interviews as pages: questions, an answer in parts that is kept as a draft, and nothing lost between two windows."""

from __future__ import annotations

import re
from typing import Any

from bedside.web.store.dossiers import Opened, open_dossier
from tests.applicant.dossiers import AS_OF
from tests.web.kept import browser_for, example, kept

PARTS = {
    "challenge": "I failed Step 2 CK once.",
    "choice": "I chose work at a health plan.",
    "learned": "I read charts. I learned to ask.",
    "pivot": "Since May 2026 I volunteer at a clinic.",
}
TOLD = "\n\n".join(PARTS.values())


def address(opened: Opened, question: str = "sure-now") -> str:
    return f"/dossier/{opened.id}/story/interview/{question}/"


def now(opened: Opened) -> Opened:
    return open_dossier(opened.id, AS_OF)


def base_on(page: str) -> str:
    return str(re.findall(r'name="base" value="([^"]*)"', page)[0])


def sent(opened: Opened, question: str = "sure-now", **fields: str) -> Any:
    browser = browser_for(opened)
    base = base_on(browser.get(address(opened, question)).content.decode())
    return browser.post(address(opened, question), {"base": base, **fields})


def test_the_three_sure_questions_lead_the_page() -> None:
    opened = kept(example("h1b-quality-analyst"))
    page = browser_for(opened).get(f"/dossier/{opened.id}/story/interview/").content.decode()
    first = re.findall(r"/story/interview/([\w-]+)/", page)[:3]
    assert first == ["sure-journey", "sure-job", "sure-now"]
    assert "What programs may not ask" in page


def test_an_answer_is_kept_as_one_draft_and_shown_again_in_its_parts() -> None:
    opened = kept(example("h1b-quality-analyst"))
    assert sent(opened, **PARTS).status_code == 302
    drafts = now(opened).content["drafts"]
    assert drafts[-1] == {"place": "interview answer: why now", "text": TOLD}
    page = browser_for(opened).get(address(opened)).content.decode()
    assert [text for text in PARTS.values() if f">\n{text}</textarea>" not in page] == []


def test_saving_again_changes_the_same_draft_and_keeps_its_versions() -> None:
    content = example("citizen-scribe")
    content["drafts"] = [
        {
            "place": "interview answer: why now",
            "text": "Since May.",
            "versions": [{"kept_on": "2026-11-01", "text": "Soon."}],
        }
    ]
    opened = kept(content)
    sent(opened, **PARTS)
    drafts = now(opened).content["drafts"]
    assert [(one["text"], len(one["versions"])) for one in drafts] == [(TOLD, 1)]


def test_a_version_is_kept_where_that_is_asked_and_its_page_is_named() -> None:
    opened = kept(example("citizen-scribe"))
    sent(opened, do="keep", **PARTS)
    sent(opened, do="keep", **PARTS)
    sent(opened, do="keep", **(PARTS | {"pivot": "Since June."}))
    drafts = now(opened).content["drafts"]
    number = len(drafts) - 1
    assert [one["text"].rpartition("\n\n")[2] for one in drafts[number]["versions"]] == [PARTS["pivot"], "Since June."]
    page = browser_for(opened).get(address(opened)).content.decode()
    assert f'/story/drafts/{number}/">2 versions kept</a>' in page


def test_versions_that_no_longer_fit_are_refused_and_nothing_typed_is_lost() -> None:
    content = example("citizen-scribe")
    versions = [{"kept_on": "2026-11-01", "text": f"{one}" + "x" * 99_999} for one in range(6)]
    content["drafts"] = [{"place": "interview answer: why now", "text": "Since May.", "versions": versions}]
    opened = kept(content)
    answer = sent(opened, do="keep", **PARTS)
    page = answer.content.decode()
    assert (answer.status_code, now(opened).version) == (422, opened.version)
    assert ("more than a file can hold" in page, f">\n{PARTS['pivot']}</textarea>" in page) == (True, True)


def test_line_breaks_of_an_answer_stay_as_they_were_typed() -> None:
    opened = kept(example("citizen-scribe"))
    sent(opened, "specialty-why", answer="Two reasons:\r\n\r\n- the wards\r\n- the talks")
    assert now(opened).content["drafts"][-1]["text"] == "Two reasons:\n\n- the wards\n- the talks"


def test_an_empty_answer_takes_its_draft_away_and_the_others_stay() -> None:
    content = example("citizen-scribe")
    other = {"place": "personal statement", "text": "In May 2026 I began."}
    content["drafts"] = [{"place": "interview answer: why now", "text": "Since May."}, other]
    opened = kept(content)
    sent(opened, challenge="", choice="", learned="", pivot=" ")
    assert now(opened).content["drafts"] == [other]


def test_another_question_keeps_its_answer_under_its_own_words() -> None:
    opened = kept(example("citizen-scribe"))
    sent(opened, "specialty-why", answer="Because of the patients I saw.")
    assert now(opened).content["drafts"][-1] == {
        "place": "interview answer: another question",
        "about": "Why this specialty?",
        "text": "Because of the patients I saw.",
    }


def test_looking_it_over_reads_it_and_saves_nothing() -> None:
    opened = kept(example("h1b-quality-analyst"))
    answer = sent(opened, do="look", **(PARTS | {"challenge": "I am sorry for my score."}))
    page = answer.content.decode()
    assert (answer.status_code, now(opened).version) == (200, opened.version)
    assert ("Looked over, and not saved yet." in page, "Apologising or pleading" in page) == (True, True)
    assert ">\nI am sorry for my score.</textarea>" in page


def test_a_second_window_loses_nothing() -> None:
    opened = kept(example("citizen-scribe"))
    first, second = browser_for(opened), browser_for(opened)
    sent(opened, **PARTS)
    base = base_on(first.get(address(opened)).content.decode())
    first.post(address(opened), {"base": base, **(PARTS | {"pivot": "Since June."})})
    answer = second.post(address(opened), {"base": base, **(PARTS | {"pivot": "Since July."})})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert (">\nSince July.</textarea>" in page, "Since June." in page) == (True, True)


def test_two_windows_that_both_begin_an_answer_do_not_make_two() -> None:
    opened = kept(example("citizen-scribe"))
    sent(opened, **PARTS)
    answer = browser_for(opened).post(address(opened), {"base": "", **(PARTS | {"pivot": "Since July."})})
    assert (answer.status_code, len(now(opened).content["drafts"])) == (409, 1)


def test_what_cannot_be_kept_is_said_and_stays_typed() -> None:
    opened = kept(example("citizen-scribe"))
    answer = sent(opened, "specialty-why", answer="x" * 100_001)
    assert (answer.status_code, now(opened).version) == (422, opened.version)
    assert "That was not saved" in answer.content.decode()


def test_a_failed_attempt_stands_beside_the_answer() -> None:
    content = example("citizen-scribe")
    content["exams"] = [{"exam": "Step 1", "date": "2019-05", "result": "failed"}]
    opened = kept(content)
    page = browser_for(opened).get(address(opened, "scores-failed")).content.decode()
    assert "Step 1: a failed attempt in May 2019" in page


def test_the_seconds_stand_there_without_the_timer() -> None:
    opened = kept(example("citizen-scribe"))
    page = browser_for(opened).get(address(opened)).content.decode()
    assert ("Up to 90 seconds are listened to." in page, "use the clock of a phone" in page) == (True, True)
    assert 'data-timer="90" hidden' in page


def test_what_is_typed_is_shown_as_text_and_never_as_a_page() -> None:
    opened = kept(example("citizen-scribe"))
    page = sent(opened, do="look", challenge="<script>alert(1)</script>").content.decode()
    assert ("<script>alert" in page, "&lt;script&gt;alert" in page) == (False, True)


def test_a_question_that_is_not_there_is_not_found() -> None:
    opened = kept(example("citizen-scribe"))
    assert browser_for(opened).get(address(opened, "sure-nothing")).status_code == 404
