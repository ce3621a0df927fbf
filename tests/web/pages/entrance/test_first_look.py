"""The first screen keeps nothing before it is asked to, tells three answers, and begins a dossier with six."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import NoReverseMatch, reverse
from pytest_django.fixtures import Settings

from bedside.web.store.sealing import new_key, seal
from bedside.web.store.tables import DossierRow
from tests.web.kept import browser_for, example, kept

ANSWERS = {
    "graduated": "June 2018",
    "country": "India",
    "step_1": "passed first time",
    "step_2_ck": "passed after one failed attempt",
    "step_3": "not taken",
    "certificate": "issued",
    "status": "H-1B",
    "job": "Data, quality or IT",
    "job_since": "March 2023",
    "job_hours": "40",
    "contact_when": "2019",
    "contact_where": "abroad",
    "contact": "hands-on",
    "experience": "none",
}
NO_JOB = ANSWERS | {"job": "No job now", "job_since": "", "job_hours": ""}
SETS = {
    "all open": {},
    "every answer": ANSWERS,
    "only a school": {"graduated": "2018", "country": "India"},
    "a scribe": ANSWERS | {"job": "Scribe or medical assistant", "contact": "clinical-adjacent", "contact_when": "now"},
    "no job": NO_JOB | {"experience": "observership", "experience_weeks": "4"} | {"experience_ended": "2025"},
    "words nobody offered": ANSWERS | {"status": "astronaut", "step_1": "<script>"},
}


def text_of(response: object) -> str:
    assert isinstance(response, HttpResponse)
    return response.content.decode()


@pytest.mark.parametrize("answers", SETS.values(), ids=SETS)
def test_any_answers_get_a_first_look_and_nothing_is_kept(answers: dict[str, str]) -> None:
    response = Client().post(reverse("first_look"), answers)
    assert response.status_code == 200
    assert "What is the next deadline?" in text_of(response)
    assert "<script>" not in text_of(response).replace('<script src="', "")
    assert DossierRow.objects.count() == 0


def test_the_first_look_takes_no_cookie_but_the_one_that_guards_forms() -> None:
    browser = Client()
    browser.get(reverse("start"))
    browser.post(reverse("first_look"), ANSWERS)
    assert set(browser.cookies) <= {"bedside_csrf"}


def test_answers_are_kept_in_the_form_to_change_them() -> None:
    page = text_of(Client().post(reverse("first_look"), ANSWERS))
    assert 'name="graduated" value="June 2018"' in page
    assert '<option value="H-1B" selected>' in page


def test_mistakes_are_told_at_their_questions_and_every_answer_stays() -> None:
    response = Client().post(reverse("first_look"), ANSWERS | {"graduated": "soon", "job_since": "2040"})
    page = text_of(response)
    assert response.status_code == 422
    assert "2 answers cannot be used yet." in page
    assert 'value="soon"' in page
    assert page.count('aria-invalid="true"') == 2


def test_a_date_that_can_be_read_in_two_ways_is_asked_again() -> None:
    page = text_of(Client().post(reverse("first_look"), ANSWERS | {"job_since": "4/6/2020"}))
    assert "4/6/2020 can be" in page


def test_keeping_going_begins_a_dossier_and_lets_this_browser_in() -> None:
    browser = Client()
    response = browser.post(reverse("begin"), ANSWERS | {"name": "Way back"})
    row = DossierRow.objects.get()
    assert response.headers["Location"] == reverse("home", args=[row.id])
    assert row.document["identity"] == {"name": "Way back"}
    assert row.document["medical_school"] == {"country": "India", "graduated": "2018-06"}
    assert browser.get(response.headers["Location"]).status_code == 200


def test_a_plan_without_a_name_has_a_usual_one() -> None:
    Client().post(reverse("begin"), ANSWERS | {"name": " "})
    assert DossierRow.objects.get().document["identity"] == {"name": "My plan"}


def test_nothing_is_begun_without_a_school_or_with_a_mistake() -> None:
    browser = Client()
    assert browser.post(reverse("begin"), {"step_1": "failed once"}).status_code == 200
    assert browser.post(reverse("begin"), ANSWERS | {"graduated": "2040"}).status_code == 422
    assert DossierRow.objects.count() == 0


def test_where_hosted_the_way_back_is_given_first(settings: Settings) -> None:
    settings.HOSTING = replace(settings.HOSTING, is_hosted=True)
    response = Client().post(reverse("begin"), ANSWERS)
    id = DossierRow.objects.get().id
    try:
        expected = reverse("keep", args=[id])
    except NoReverseMatch:
        expected = reverse("home", args=[id])
    assert response.headers["Location"] == expected


@pytest.mark.parametrize("page", ["first_look", "begin"])
def test_a_page_that_needs_answers_leads_to_the_questions_without_them(page: str) -> None:
    assert Client().get(reverse(page)).headers["Location"] == reverse("start")


def test_a_browser_that_has_a_dossier_is_offered_to_go_on() -> None:
    opened = kept(example("citizen-scribe"))
    page = text_of(browser_for(opened).get(reverse("start")))
    assert f"Go on with {opened.name}" in page
    assert f"Go on with {opened.name}" not in text_of(Client().get(reverse("start")))


def test_a_locked_dossier_is_offered_without_its_name() -> None:
    opened = kept(example("citizen-scribe"))
    DossierRow.objects.update(document=seal(opened.content, new_key()))
    page = text_of(browser_for(opened).get(reverse("start")))
    assert "Go on with a locked dossier" in page
    assert opened.name not in page


def test_the_page_on_privacy_names_the_file_where_it_lies_here(settings: Settings) -> None:
    settings.HOSTING = replace(settings.HOSTING, database="")
    assert str(settings.HOSTING.database_file) in text_of(Client().get(reverse("privacy")))


def test_the_page_on_privacy_of_a_hosted_copy_names_no_file_and_says_who_can_read(settings: Settings) -> None:
    settings.HOSTING = replace(settings.HOSTING, is_hosted=True)
    page = text_of(Client().get(reverse("privacy")))
    assert str(settings.HOSTING.database_file) not in page
    assert "A dossier that is not locked can be read by them" in page


def test_an_answer_without_its_kind_is_shown_again_with_what_is_missing() -> None:
    response = Client().post(reverse("begin"), {"graduated": "2018", "country": "India", "experience_weeks": "8"})
    page = text_of(response)
    assert response.status_code == 422
    assert "Choose the kind of experience this belongs to, or empty this field." in page
    assert 'name="experience_weeks" value="8"' in page
    assert DossierRow.objects.count() == 0


def test_an_exam_failed_more_than_once_is_told_as_at_least_two() -> None:
    school = {"graduated": "2018", "country": "India", "step_1": "passed first time"}
    once, more = (
        text_of(Client().post(reverse("first_look"), school | {"step_2_ck": answer}))
        for answer in ("failed once", "failed more than once")
    )
    assert "<p>1 failed attempt." in once
    assert "<p>At least 2 failed attempts." in more
