"""JSON Resume on the web: a look before anything is saved, contact never guessed, and all of it or nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from bedside.applicant.file.parsing import parse_content
from bedside.applicant.json_resume.writing import as_resume
from bedside.web.store.dossiers import Opened, open_dossier
from bedside.web.store.history import revisions_of
from tests.applicant.dossiers import AS_OF
from tests.web.kept import browser_for, example, kept

pytestmark = pytest.mark.django_db
EMPTY: dict[str, Any] = {
    "schema_version": 1,
    "identity": {"name": "A B"},
    "medical_school": {"country": "Peru", "graduated": 2018},
}
JOB = {"position": "Analyst", "name": "Bright", "startDate": "2021-03", "highlights": ["Won a prize"]}
RESUME = {
    "basics": {"name": "Another Name", "label": "Analyst"},
    "work": [JOB, {"position": "No date", "name": "X"}],
    "certificates": [{"name": "USMLE Step 1", "date": "2019-05-02"}],
    "skills": [{"name": "I listen."}],
}


@pytest.fixture
def opened() -> Opened:
    return kept(EMPTY)


def look(browser: Client, opened: Opened, resume: object) -> Any:
    content = resume if isinstance(resume, bytes) else json.dumps(resume).encode()
    return browser.post(f"/dossier/{opened.id}/resume/", {"file": SimpleUploadedFile("cv.json", content)})


def take(browser: Client, opened: Opened, page: Any, entries: list[str], **said: str) -> Any:
    sent = {"take": "yes", "resume": page.context["text"], "entry": entries, **said}
    sent |= {f"base-{part}": base for part, base in page.context["bases"]}
    return browser.post(f"/dossier/{opened.id}/resume/", sent)


def now(opened: Opened) -> dict[str, Any]:
    return dict(open_dossier(opened.id, AS_OF).content)


def test_looking_shows_what_is_taken_and_what_cannot_be_held_and_saves_nothing(opened: Opened) -> None:
    page = look(browser_for(opened), opened, RESUME)
    rows = [(row.entry.title, row.contact is not None, row.is_chosen) for row in page.context["rows"]]
    assert rows == [
        ("Analyst, Bright", True, True),
        ("Step 1 passed", False, True),
        ("I listen.", False, True),
    ]
    assert page.context["left_out"][0] == "work[1]: The first day is not given."
    assert {"basics.label: Analyst", "work[0].highlights[0]: Won a prize"} <= set(page.context["left_out"])
    assert (now(opened), len(revisions_of(opened))) == (opened.content, 1)


def test_what_is_chosen_is_added_and_the_rest_stays_out(opened: Opened) -> None:
    browser = browser_for(opened)
    page = look(browser, opened, RESUME)
    chosen = {"contact-experiences-0": "none"}
    assert take(browser, opened, page, ["experiences-0", "strengths-0"], **chosen).status_code == 302
    entry = {"title": "Analyst", "organization": "Bright", "kind": "job", "from": "2021-03", "to": "present"}
    assert now(opened) == EMPTY | {"experiences": [entry | {"contact": "none"}], "strengths": ["I listen."]}


def test_contact_with_patients_is_asked_and_never_guessed(opened: Opened) -> None:
    browser = browser_for(opened)
    answered = take(browser, opened, look(browser, opened, RESUME), ["experiences-0", "exams-0"])
    assert (answered.status_code, now(opened)) == (422, opened.content)
    wrong = {row.entry.key: row.contact.wrong for row in answered.context["rows"] if row.contact}
    assert wrong == {"experiences-0": ("Say which it was, or leave this entry out.",)}


def test_one_entry_that_cannot_be_right_keeps_all_of_them_out(opened: Opened) -> None:
    browser = browser_for(opened)
    resume = RESUME | {"work": [JOB | {"startDate": "2021-13"}]}
    page = look(browser, opened, resume)
    answered = take(browser, opened, page, ["experiences-0", "strengths-0"], **{"contact-experiences-0": "none"})
    assert (answered.status_code, now(opened)) == (422, opened.content)
    assert "Nothing was taken yet" in answered.content.decode()


def test_what_is_in_the_dossier_already_is_not_taken_twice(opened: Opened) -> None:
    browser = browser_for(opened)
    page = look(browser, opened, RESUME)
    take(browser, opened, page, ["exams-0"])
    again = look(browser, opened, RESUME)
    assert [one.title for one in again.context["there"]] == ["Step 1 passed"]
    take(browser, opened, again, ["exams-0", "strengths-0"])
    assert len(now(opened)["exams"]) == 1


def test_what_was_saved_in_another_window_meanwhile_is_not_overwritten(opened: Opened) -> None:
    browser = browser_for(opened)
    page = look(browser, opened, RESUME)
    take(browser, opened, look(browser, opened, {"skills": [{"name": "I read."}]}), ["strengths-0"])
    assert take(browser, opened, page, ["strengths-0", "exams-0"]).status_code == 409
    assert now(opened) == EMPTY | {"strengths": ["I read."]}


def test_a_whole_dossier_comes_back_through_its_resume(opened: Opened) -> None:
    content = example("after")
    written = as_resume(parse_content(content, "after", AS_OF).dossier).text.encode()
    browser = browser_for(opened)
    page = look(browser, opened, written)
    take(browser, opened, page, [row.entry.key for row in page.context["rows"]])
    titles = sorted(one["title"] for one in now(opened)["experiences"])
    assert titles == sorted(one["title"] for one in content["experiences"])


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff\xfe", b'{"a": 1, "a": 2}', b'"\\ud800"', b'{"skills": [{"name": "\\ud800"}]}']
)
def test_what_is_no_resume_is_a_sentence(opened: Opened, content: bytes) -> None:
    answered = look(browser_for(opened), opened, content)
    assert answered.status_code == 422
    assert 'role="alert"' in answered.content.decode() or 'class="wrong"' in answered.content.decode()


@pytest.mark.parametrize(
    ("resume", "status"),
    [
        (
            {
                "work": [{"position": {"a": 1}, "startDate": [], "name": 3}],
                "skills": [{"name": 7}, 3],
                "education": "x",
            },
            422,
        ),
        ({"work": 3, "certificates": [{"name": "ECFMG certificate", "date": {}}], "projects": [[], {"type": []}]}, 302),
    ],
)
def test_a_resume_of_another_shape_is_looked_at_and_never_breaks_the_page(
    opened: Opened, resume: object, status: int
) -> None:
    browser = browser_for(opened)
    page = look(browser, opened, resume)
    assert page.status_code == 200
    chosen = [row.entry.key for row in page.context["rows"]]
    said = {f"contact-{key}": "none" for key in chosen}
    assert take(browser, opened, page, chosen, **said).status_code == status


def test_markup_in_a_resume_is_never_taken_for_markup(opened: Opened) -> None:
    page = look(browser_for(opened), opened, {"skills": [{"name": "<script>alert(1)</script>"}], "x": "<b>"})
    assert "<script>alert" not in page.content.decode()


def test_the_page_says_what_the_file_of_the_cv_cannot_hold(opened: Opened) -> None:
    scribe = kept(example("citizen-scribe"))
    page = browser_for(scribe).get(f"/dossier/{scribe.id}/resume/")
    parts = {one.part for one in page.context["not_held"]}
    assert {"Status in the United States", "Time and money"} - parts == set()
    assert [says for one in page.context["not_held"] for says in one.says if says.endswith("goes.")] == []


def test_another_browser_sees_nothing(opened: Opened) -> None:
    assert Client().get(f"/dossier/{opened.id}/resume/").status_code == 404
