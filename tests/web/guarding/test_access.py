"""A dossier can be opened by the browser that began it, and by no other."""

from __future__ import annotations

from django.test import Client

from tests.web.kept import browser_for, example, kept


def test_health_answers_without_saying_anything_about_anyone() -> None:
    kept(example("citizen-scribe"))
    assert Client().get("/health/").json()["status"] == "ok"


def test_a_browser_that_was_not_let_in_finds_nothing_there() -> None:
    opened = kept(example("citizen-scribe"))
    assert Client().get(f"/dossier/{opened.id}/").status_code == 404


def test_a_browser_that_was_let_in_finds_its_dossier() -> None:
    opened = kept(example("citizen-scribe"))
    assert browser_for(opened).get(f"/dossier/{opened.id}/").status_code == 200
