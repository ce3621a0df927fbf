"""Export: every file can be taken, says nothing by its name where that is wished, and can be opened again."""

from __future__ import annotations

import json
import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client

from bedside.applicant.file.parsing import parse_bytes
from bedside.web.guarding import apart
from bedside.web.pages.your_file.export import FILES
from bedside.web.store.dossiers import Opened, save
from tests.applicant.dossiers import AS_OF
from tests.documents.pdf_text import paper_of, properties_of, text_of
from tests.web.kept import NOW, browser_for, example, kept

BEGINS = {
    "pdf": b"%PDF-",
    "ics": b"BEGIN:VCALENDAR",
    "json": b"{\n",
    "yaml": b"schema_version",
    "zip": b"PK",
    "docx": b"PK",
    "md": b"# ",
}


@pytest.fixture
def opened() -> Opened:
    return kept(example("citizen-scribe"))


@pytest.fixture
def browser(opened: Opened) -> Client:
    return browser_for(opened)


def address(opened: Opened, what: str = "") -> str:
    return f"/dossier/{opened.id}/export/" + (f"{what}/" if what else "")


def test_the_page_offers_every_file_and_says_what_happens_to_comments(opened: Opened, browser: Client) -> None:
    page = browser.get(address(opened)).content.decode()
    offered = re.findall(r'formaction="([^"]+)"', page)
    assert offered == [address(opened, what) for what in FILES]
    assert "comments in that file were not kept" in page
    assert "If this computer belongs to your employer" in page


@pytest.mark.same_on_any_database
@pytest.mark.parametrize("what", FILES)
def test_a_file_comes_whole_with_its_name_and_is_kept_nowhere(opened: Opened, browser: Client, what: str) -> None:
    answer = browser.get(address(opened, what))
    name = re.fullmatch(r'attachment; filename="(bedside-[a-z-]+2026-11-22\.([a-z]+))"', answer["Content-Disposition"])
    assert answer.status_code == 200
    assert name is not None
    assert answer.content.startswith(BEGINS[name[2]])
    assert (answer["X-Content-Type-Options"], answer["Cache-Control"]) == ("nosniff", "private, no-store")


@pytest.mark.same_on_any_database
@pytest.mark.parametrize("what", FILES)
def test_a_discreet_name_says_neither_who_nor_what_for(opened: Opened, browser: Client, what: str) -> None:
    name = browser.get(address(opened, what), {"discreet": "discreet"})["Content-Disposition"]
    assert re.fullmatch(r'attachment; filename="(pages?|days|notes|papers)-2026-11-22\.[a-z]+"', name)


@pytest.mark.same_on_any_database
def test_discretion_reaches_the_properties_of_the_pdf_and_the_titles_of_the_calendar(
    opened: Opened, browser: Client
) -> None:
    whole = browser.get(address(opened, "plan-pdf"), {"discreet": "discreet"}).content
    calendar = browser.get(address(opened, "plan-ics"), {"discreet": "discreet"}).content.decode()
    assert "Peña" not in str(properties_of(whole))
    assert set(re.findall(r"SUMMARY:(\w+)", calendar)) == {"Plan"}


@pytest.mark.same_on_any_database
def test_the_paper_is_the_one_asked_for(opened: Opened, browser: Client) -> None:
    papers = [paper_of(browser.get(address(opened, "summary-pdf"), {"paper": paper}).content) for paper in ("a4", "x")]
    assert papers == [(595, 842), (612, 792)]


def test_what_was_written_is_read_back_as_it_was(opened: Opened, browser: Client) -> None:
    read = [
        parse_bytes(browser.get(address(opened, what)).content, name, AS_OF).dossier
        for what, name in (("dossier-yaml", "a.yaml"), ("dossier-json", "a.json"))
    ]
    assert read == [opened.dossier, opened.dossier]


def test_everything_holds_every_earlier_state(opened: Opened, browser: Client) -> None:
    changed = dict(opened.content) | {"strengths": ["I listen."]}
    save(opened, changed, "Wrote a strength", AS_OF, NOW)
    content = browser.get(address(opened, "everything")).content
    with ZipFile(BytesIO(content)) as archive:
        history = json.loads(archive.read("history.json"))
        claims = json.loads(archive.read("claims.json"))
    assert [(one["version"], one["what"]) for one in history] == [(1, "Begun"), (2, "Wrote a strength")]
    assert (history[0]["dossier"], history[1]["dossier"], claims) == (opened.content, changed, {})
    assert browser.get(address(opened, "everything")).content == content


@pytest.mark.same_on_any_database
def test_the_plan_is_in_the_pdf(opened: Opened, browser: Client) -> None:
    assert "Apply for Pathway 6" in text_of(browser.get(address(opened, "plan-pdf")).content)


def test_the_same_paper_in_two_formats_shares_a_row(opened: Opened, browser: Client) -> None:
    page = browser.get(address(opened))
    rows = {row[0].title: [one.ending for one in row] for _, rows in page.context["groups"] for row in rows}
    assert [rows[title] for title in ("The whole plan", "Curriculum vitae", "One page")] == [
        [".pdf", ".docx"],
        [".pdf", ".docx"],
        [".pdf"],
    ]
    assert page.content.decode().count("<h3>Curriculum vitae</h3>") == 1


@pytest.mark.same_on_any_database
def test_everything_holds_the_papers_that_the_page_offers(opened: Opened, browser: Client) -> None:
    with ZipFile(BytesIO(browser.get(address(opened, "everything")).content)) as archive:
        names = archive.namelist()
    offered = [what.rpartition("-") for what in FILES if what.endswith(("-pdf", "-docx"))]
    at_the_top = ("plan", "summary", "clinic")
    expected = {f"{what if what in at_the_top else f'papers/{what}'}.{ending}" for what, _, ending in offered}
    assert expected - set(names) == set()


@pytest.mark.same_on_any_database
def test_a_pdf_that_takes_too_long_is_given_up_with_a_sentence(
    opened: Opened, browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "A_DOCUMENT", apart.Bounds(seconds=0.01))
    answer = browser.get(address(opened, "plan-pdf"))
    assert answer.status_code == 422
    assert "Making this document took too long" in answer.content.decode()


def test_no_file_is_given_to_another_browser_and_none_has_another_name(opened: Opened, browser: Client) -> None:
    assert Client().get(address(opened, "dossier-yaml")).status_code == 404
    assert browser.get(address(opened, "passwords")).status_code == 404
    assert browser.post(address(opened, "plan-pdf")).status_code == 405
