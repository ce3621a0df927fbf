"""The job as a page: the questions, what is asked about, and never another name for it."""

from __future__ import annotations

from typing import Any

from tests.web.kept import browser_for, example, kept


def the_page(content: dict[str, Any]) -> str:
    opened = kept(content)
    answer = browser_for(opened).get(f"/dossier/{opened.id}/story/job/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_four_questions_and_a_glance_are_asked_about_the_present_job() -> None:
    page = the_page(example("h1b-quality-analyst"))
    asked = (
        "Is it steady and credible?",
        "Does it touch patient care, even from afar?",
        "Did you grow in it?",
        "Does it explain your years without looking as if you had given up medicine?",
        "Read in a few seconds, what does it look like?",
    )
    assert [one for one in asked if one not in page] == []


def test_what_to_ask_for_stands_there_and_the_title_stays() -> None:
    page = the_page(example("h1b-quality-analyst"))
    assert ("What to ask for at work" in page, "Your title stays as it is" in page) == (True, True)


def test_work_outside_health_care_is_asked_about_kindly() -> None:
    content = example("citizen-scribe")
    content["experiences"].append(
        {"title": "Rideshare driver", "kind": "job", "from": "2020-01", "to": "2020-12", "contact": "none"}
    )
    page = the_page(content)
    assert ("What will be asked about" in page, "None of this closes a door." in page) == (True, True)


def test_a_file_without_a_job_leads_to_the_timeline() -> None:
    content = example("citizen-scribe")
    content["experiences"] = []
    assert "and it is read here" in the_page(content)
