"""What is not told yet can be said in the forms, and is unknown on every page until it is told."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict

from bedside.applicant.six_answers import SixAnswers, content_of
from bedside.standing.results import Level
from bedside.web.store.changes import part_of
from bedside.web.store.dossiers import Opened, open_dossier
from tests.applicant.dossiers import AS_OF
from tests.web.forms.filled_in import filled_in
from tests.web.kept import browser_for, example, kept


def saved(opened: Opened, chapter: str, form: str, *path: str, **ticked: list[str]) -> Any:
    browser = browser_for(opened)
    typed = QueryDict(mutable=True)
    typed.update(filled_in(browser.get(f"/dossier/{opened.id}/me/{chapter}/"), form))
    for name, words in ticked.items():
        typed.setlist(name, words)
    address = f"/dossier/{opened.id}/me/{chapter}/save/"
    kind = "application/x-www-form-urlencoded"
    assert browser.post(address, typed.urlencode(), content_type=kind).status_code == 302
    return part_of(open_dossier(opened.id, AS_OF).content, path)


def test_the_timeline_can_be_said_not_to_be_everything() -> None:
    opened = kept(example("h1b-quality-analyst"))
    told = {"complete": ["no"], "told_in_full": ["US clinical experience", "jobs"]}
    assert saved(opened, "timeline", "timeline", "timeline", **told) == {
        "complete": "no",
        "told_in_full": ["US clinical experience", "jobs"],
    }


def test_an_exam_can_be_said_not_to_be_taken() -> None:
    opened = kept(example("h1b-quality-analyst"))
    ticked = saved(opened, "exams", "exams_not_taken", "exams_not_taken", exams_not_taken=["Step 3"])
    assert ticked == ["Step 3"]


def test_what_six_answers_left_open_is_unknown_at_home_and_in_standing() -> None:
    answers = SixAnswers(graduated="2018", country="India", job="Research", job_since="2024-01", job_hours="40")
    opened = kept(content_of(answers, "My plan", AS_OF))
    browser = browser_for(opened)
    home, standing = (browser.get(f"/dossier/{opened.id}/{page}") for page in ("", "standing/"))
    assert {(one.today, one.then) for one in home.context["movable"]} == {(Level.UNKNOWN, Level.UNKNOWN)}
    words = standing.content.decode()
    assert " 0 months" not in words
    assert "at least 34.7 months" in words


def test_a_timeline_that_is_not_complete_is_among_what_is_still_empty() -> None:
    opened = kept(example("h1b-quality-analyst") | {"timeline": {"complete": "no"}})
    page = browser_for(opened).get(f"/dossier/{opened.id}/me/timeline/")
    assert ("Is that everything?", f"/dossier/{opened.id}/me/timeline/#timeline") in [
        (one.what, one.url) for one in page.context["empty"]
    ]
