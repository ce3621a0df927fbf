"""The page that lays a second dossier beside the open one: shown, escaped, and kept nowhere."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from bedside.web.store.dossiers import Opened, save
from bedside.web.store.history import history_of
from bedside.web.store.tables import DossierRow
from tests.applicant.dossiers import AS_OF
from tests.web.kept import NOW, browser_for, example, kept

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened() -> Opened:
    return kept(example("after"))


def sent(opened: Opened, content: bytes, name: str = "other.json", which: str = "earlier") -> HttpResponse:
    file = SimpleUploadedFile(name, content)
    browser: Client = browser_for(opened)
    answer: HttpResponse = browser.post(f"/dossier/{opened.id}/compare/", {"file": file, "which": which})
    return answer


def before() -> bytes:
    return json.dumps(example("before")).encode()


def test_both_stand_side_by_side_and_nothing_is_kept(opened: Opened) -> None:
    rows = DossierRow.objects.count()
    answer = sent(opened, before())
    page = answer.content.decode()
    assert answer.status_code == 200
    assert page.index("Data analyst, Brightgrid Software") < page.index("Clinical research coordinator, cardiology")
    assert "Nobody&#x27;s past changes" in page
    assert (DossierRow.objects.count(), len(history_of(opened))) == (rows, 1)


def test_the_later_file_stands_to_the_right(opened: Opened) -> None:
    page = sent(opened, before(), which="later").content.decode()
    assert page.index('<th scope="col">This dossier') < page.index('<th scope="col">The other file')


def test_what_is_in_the_other_file_is_never_taken_for_markup(opened: Opened) -> None:
    other = example("before")
    other["experiences"][0]["title"] = "<script>alert(1)</script>"
    assert "<script>alert" not in sent(opened, json.dumps(other).encode()).content.decode()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "Choose a file that is not empty."),
        (b"{", "to put right in the other one first"),
        (b"PK\x03\x04", "damaged"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_sentence(opened: Opened, content: bytes, says: str) -> None:
    answer = sent(opened, content)
    assert answer.status_code == 422
    assert says in answer.content.decode()


def test_another_browser_sees_nothing(opened: Opened) -> None:
    assert Client().get(f"/dossier/{opened.id}/compare/").status_code == 404


def chosen(browser: Client, opened: Opened, other: str) -> HttpResponse:
    answer: HttpResponse = browser.post(f"/dossier/{opened.id}/compare/", {"other": other, "which": "earlier"})
    return answer


def offered_to(browser: Client, opened: Opened) -> list[str]:
    page = browser.get(f"/dossier/{opened.id}/compare/")
    return [choice.value for choice in page.context["other"].choices]


def test_another_dossier_that_is_kept_here_can_be_chosen(opened: Opened) -> None:
    other = kept(example("before"))
    browser = browser_for(opened, other)
    assert offered_to(browser, opened) == [str(other.id), "file"]
    page = chosen(browser, opened, str(other.id)).content.decode()
    assert page.index("Data analyst, Brightgrid Software") < page.index("Clinical research coordinator, cardiology")
    assert '<th scope="col">The other dossier' in page


def test_a_dossier_out_of_reach_is_neither_offered_nor_shown(opened: Opened) -> None:
    other = kept(example("before"))
    browser = browser_for(opened)
    assert offered_to(browser, opened) == ["file"]
    answer = chosen(browser, opened, str(other.id))
    assert (answer.status_code, "Brightgrid" in answer.content.decode()) == (422, False)


def test_an_earlier_state_of_the_same_dossier_can_be_chosen(opened: Opened) -> None:
    later = save(opened, dict(opened.content) | {"letters": []}, "Took the letters out", AS_OF, NOW + timedelta(days=3))
    browser = browser_for(later)
    assert offered_to(browser, later) == ["state-1", "file"]
    page = chosen(browser, later, "state-1").content.decode()
    assert '<th scope="col">On 22 Nov 2026' in page


@pytest.mark.parametrize("other", ["state-99", "state-x", "nothing", "00000000-0000-0000-0000-000000000000"])
def test_what_is_not_offered_is_a_sentence(opened: Opened, other: str) -> None:
    answer = chosen(browser_for(opened), opened, other)
    assert (answer.status_code, "Choose again." in answer.content.decode()) == (422, True)
