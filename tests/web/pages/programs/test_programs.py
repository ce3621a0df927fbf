"""The list of programs, a program whole, and programs side by side, for one applicant."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from bedside.evidence.library import load_evidence
from bedside.programs.claim import Confidence, Stated
from bedside.programs.mention import Mention, Reading, Row
from bedside.programs.shelf.claims_document import from_document
from bedside.programs.shelf.digest import as_import
from bedside.programs.shelf.directory_file import add_reading
from bedside.web.pages.programs.brought_lists import change_private
from bedside.web.store.dossiers import Opened
from bedside.web.store.private_claims import claims_of
from tests.applicant.dossiers import AS_OF
from tests.web.kept import browser_for, example, kept
from tests.web.reading import words

RIVERBEND, LAKESIDE = "1401999901", "1401999902"


def said(key: str, *stated: Stated, name: str = "Riverbend Medical Center", state: str = "OH") -> Row:
    return Row(Mention(name, name, "Dayton", state, "internal-medicine", key), "row 2", stated=stated)


def reading(*rows: Row, title: str = "A list", kind: str = "own-table") -> Reading:
    return Reading(kind, title, "nobody", "2026", date(2026, 5, 1), "", "", covers=title, rows=rows)


def with_list(opened: Opened, *rows: Row, title: str = "My list") -> Opened:
    """The dossier with a private list."""
    new = as_import(reading(*rows, title=title), "list.csv", AS_OF)
    change_private(opened, lambda collection: collection.adding(new))
    return opened


@pytest.fixture
def opened() -> Opened:
    return kept(example("h1b-quality-analyst"))


@pytest.fixture
def browser(opened: Opened) -> Client:
    return browser_for(opened)


def page_of(browser: Client, opened: Opened, path: str, **sent: Any) -> str:
    answer = browser.get(f"/dossier/{opened.id}/programs/{path}", sent)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("path", ["", "compare/", "add/", "lists/", "questions/", "waiting/", "one/1403700001/"])
def test_every_page_says_that_it_is_a_sample_and_how_to_get_the_rest(
    browser: Client, opened: Opened, path: str
) -> None:
    page = words(page_of(browser, opened, path))
    assert "This is a sample: 280 real programs in five specialties." in page
    assert "Lists and sources" in page


@pytest.mark.parametrize(
    ("written", "leads_to"),
    [
        ("https://example.org/im", ["https://example.org/im"]),
        ("www.example.org/im", ["https://www.example.org/im"]),
        ("javascript:alert(1)", []),
        ("ask the office", []),
    ],
)
def test_a_website_leads_to_the_web_and_nowhere_else(
    browser: Client, opened: Opened, written: str, leads_to: list[str]
) -> None:
    with_list(opened, said("1403700001", Stated("website", written)))
    page = page_of(browser, opened, "one/1403700001/")
    shown = page.partition("What is said of it")[2]
    assert [one for one in re.findall(r'<a href="([^"]+)" rel="noreferrer">', shown) if written[-4:] in one] == leads_to


def test_the_list_begins_with_the_specialties_aimed_at(browser: Client, opened: Opened) -> None:
    page = page_of(browser, opened, "")
    assert ("the ones you aim at" in page, "Neurology</span>" in page) == (True, False)
    assert "Psychiatry" in words(page_of(browser, opened, "", specialty="psychiatry"))


def test_a_private_list_is_seen_by_its_own_dossier_and_by_no_other(opened: Opened) -> None:
    other = kept(example("h1b-quality-analyst"))
    with_list(opened, said(RIVERBEND, Stated("visa.h1b", True)))
    browser = browser_for(opened, other)
    sent = {"q": "Riverbend", "specialty": "every"}
    seen = [words(page_of(browser, one, "", **sent)) for one in (opened, other)]
    assert ["Riverbend Medical Center" in page for page in seen] == [True, False]
    assert "1 program." in seen[0]
    assert browser.get(f"/dossier/{other.id}/programs/one/{RIVERBEND}/").status_code == 302


def test_a_program_shows_each_claim_with_its_source_its_day_and_who_differs(browser: Client, opened: Opened) -> None:
    with_list(opened, said(RIVERBEND, Stated("visa.h1b", True, quote="we do", confidence=Confidence.CHECKED)))
    with_list(opened, said(RIVERBEND, Stated("visa.h1b", False)), title="An older list")
    page = words(page_of(browser, opened, f"one/{RIVERBEND}/"))
    assert "Sponsors H-1B: yes Checked by you: My list, 1 May 2026, row 2" in page
    assert "Sources differ. no: An older list, 1 May 2026, row 2" in page


def test_what_nobody_reports_is_said_not_to_be_a_no(browser: Client, opened: Opened) -> None:
    with_list(opened, said(RIVERBEND))
    page = words(page_of(browser, opened, f"one/{RIVERBEND}/"))
    assert ("Nobody reports:" in page, "That is not “no”" in page) == (True, True)


def test_a_limit_excludes_with_the_claim_that_does(browser: Client, opened: Opened) -> None:
    with_list(opened, said(RIVERBEND, Stated("graduation.limit", 3)))
    page = words(page_of(browser, opened, f"one/{RIVERBEND}/"))
    assert "excludes you Years since graduation, at most." in page
    assert "My list, 1 May 2026, row 2" in page


def test_verdicts_are_counted_and_each_count_leads_to_its_list(browser: Client, opened: Opened) -> None:
    with_list(opened, said(RIVERBEND, Stated("graduation.limit", 3)))
    page = page_of(browser, opened, "", q="Riverbend")
    assert re.search(r'href="\?q=Riverbend&amp;verdict=not"[^>]*>.*?Not <span class="number-of">1<', page, re.S)
    assert "1 program." in words(page_of(browser, opened, "", q="Riverbend", verdict="not"))
    assert "0 programs." in words(page_of(browser, opened, "", q="Riverbend", verdict="eligible"))


def test_while_somebody_types_only_the_list_is_sent(browser: Client, opened: Opened) -> None:
    answer = browser.get(f"/dossier/{opened.id}/programs/", {"q": "Anchorage"}, headers={"HX-Request": "true"})
    page = answer.content.decode()
    assert ("<h1>" in page, "Alaska" in page) == (False, True)


@pytest.mark.parametrize(
    "sent",
    [
        {"q": "x" * 5000},
        {"specialty": "alchemy", "where": "Mars", "type": "?", "visa": "none", "imgs": "all", "verdict": "yes"},
        {"page": "-1"},
        {"page": "99999"},
        {"q": "\u202eRiverbend\u0000", "sort": "' OR 1=1"},
    ],
)
def test_what_nobody_could_choose_is_taken_as_not_asked_for(browser: Client, opened: Opened, sent: Any) -> None:
    page_of(browser, opened, "", **sent)


def test_two_programs_stand_side_by_side_with_what_differs_in_strong_letters(browser: Client, opened: Opened) -> None:
    with_list(
        opened,
        said(RIVERBEND, Stated("visa.h1b", True), Stated("type", "community")),
        said(LAKESIDE, Stated("visa.h1b", False), Stated("type", "community"), name="Lakeside Hospital"),
    )
    page = page_of(browser, opened, "compare/", key=[RIVERBEND, LAKESIDE])
    assert re.search(r'Sponsors H-1B</th><td class="strong">yes</td><td class="strong">no</td>', page)
    assert re.search(r"Type of program</th><td>community</td><td>community</td>", page)


def test_one_program_alone_is_no_comparison_and_seven_are_too_many(browser: Client, opened: Opened) -> None:
    keys = [f"14019999{number:02}" for number in range(7)]
    with_list(opened, *(said(key, name=f"Hospital {key}") for key in keys))
    for some in (keys[:1], keys):
        answer = browser.get(f"/dossier/{opened.id}/programs/compare/", {"key": some})
        assert (answer.status_code, "fit side by side" in answer.content.decode()) == (422, True)


def test_the_public_directory_is_seen_by_every_dossier_and_opened_anew_when_it_changes(opened: Opened) -> None:
    other = kept(example("citizen-scribe"))
    browser = browser_for(opened, other)
    before = words(page_of(browser, other, "", q="Riverbend", specialty="every"))
    folder: Path = settings.HOSTING.data_folder
    folder.mkdir()
    add_reading(folder, reading(said(RIVERBEND), kind="freida"), "list.csv", AS_OF, load_evidence())
    after = words(page_of(browser, other, "", q="Riverbend", specialty="every"))
    assert ["1 program." in page for page in (before, after)] == [False, True]


def test_a_program_whose_list_was_taken_back_leads_back_to_the_list(browser: Client, opened: Opened) -> None:
    answer = browser.get(f"/dossier/{opened.id}/programs/one/9999999999/", follow=True)
    assert "its list was taken back" in answer.content.decode()


def test_claims_of_a_dossier_are_kept_as_a_document_with_its_version(opened: Opened) -> None:
    with_list(opened, said(RIVERBEND, Stated("visa.h1b", True)))
    kept_here = claims_of(opened)
    assert (kept_here["schema_version"], len(from_document(kept_here).imports)) == (1, 1)


def test_what_a_season_of_waiting_takes_is_told_with_the_limit_that_does(browser: Client, opened: Opened) -> None:
    years = AS_OF.year + 1 - opened.dossier.medical_school.graduated.year
    with_list(opened, said(RIVERBEND, Stated("graduation.limit", years)), said(LAKESIDE, name="Lakeside"))
    page = words(page_of(browser, opened, "waiting/", q="Dayton"))
    told = [one in page for one in ("Lost a year later 1", "Riverbend Medical Center", "Lakeside")]
    assert told == [True, True, False]


def test_the_list_can_be_taken_as_a_table_and_no_cell_of_it_starts_a_formula(browser: Client, opened: Opened) -> None:
    with_list(opened, said(RIVERBEND, name='=HYPERLINK("http://x")'))
    answer = browser.get(f"/dossier/{opened.id}/programs/as-csv/", {"q": "Dayton"})
    assert (answer["Content-Type"], answer["Content-Disposition"]) == (
        "text/csv; charset=utf-8",
        'attachment; filename="bedside-programs-sample.csv"',
    )
    cells = [cell for line in answer.content.decode("utf-8-sig").splitlines() for cell in line.split(",")]
    assert [cell for cell in cells if cell.lstrip('"').startswith(("=", "+", "@"))] == []
    assert browser.get(f"/dossier/{opened.id}/programs/as-xlsx/", {"q": "Dayton"}).content[:2] == b"PK"
    assert browser.get(f"/dossier/{opened.id}/programs/as-exe/").status_code == 404


def test_a_state_one_would_rather_live_in_is_marked() -> None:
    content = example("h1b-quality-analyst")
    content["target"]["preferred_states"] = ["AK"]
    opened = kept(content)
    pages = [words(page_of(browser_for(opened), opened, "", q=city)) for city in ("Anchorage", "Huntsville")]
    assert ["in a state you prefer" in page for page in pages] == [True, False]
