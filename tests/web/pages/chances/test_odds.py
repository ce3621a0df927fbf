"""The page of the odds: three chances together with their ranges, and a way from each number to its source."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from bedside.web.store.dossiers import Opened
from tests.web.kept import browser_for, example, kept
from tests.web.reading import words

pytestmark = pytest.mark.same_on_any_database


@pytest.fixture
def opened() -> Opened:
    return kept(example("opt-research-coordinator"))


@pytest.fixture
def browser(opened: Opened) -> Client:
    return browser_for(opened)


def page_of(browser: Client, opened: Opened, **sent: Any) -> str:
    answer = browser.get(f"/dossier/{opened.id}/odds/", sent)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_three_chances_stand_together_each_with_a_range(browser: Client, opened: Opened) -> None:
    page = page_of(browser, opened)
    titles = re.findall(r'<p class="chance-title">([^<]+)</p>\s*<p class="chance-range">[^<]*\d+ %</p>', page)
    assert titles == ["At least one interview", "A match, given a rank", "A match, if you apply"]


def test_an_answer_that_leans_on_weak_evidence_has_no_single_number() -> None:
    opened = kept(example("h1b-quality-analyst"))
    page = page_of(browser_for(opened), opened)
    tiles = re.findall(r'<p class="chance-range">[^<]*</p>\s*<p class="quiet small">([^<]*)</p>', page)
    assert [one.startswith("About") for one in tiles] == [False] * 3
    assert "There is no single number here" in words(page)


def test_everything_counted_opens_its_figures_or_the_place_in_the_file(browser: Client, opened: Opened) -> None:
    counted = page_of(browser, opened).partition('id="counted"')[2].partition("</section>")[0]
    rows = re.findall(r"<li><p><span.*?(?=<li><p><span|$)", counted, re.S)
    assert rows != []
    assert ['<details class="why">' in row for row in rows] == [True] * len(rows)


def test_the_sample_is_named_as_one(browser: Client, opened: Opened) -> None:
    assert "This is a sample: 280 real programs in five specialties." in words(page_of(browser, opened))


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"count": "many"}, "“many” is no number from 1 to 10,000, so it is left aside."),
        ({"count": "0"}, "“0” is no number from 1 to 10,000, so it is left aside."),
        ({"ties": "Texas, Atlantis"}, "“Atlantis” is no state or region."),
    ],
)
def test_what_cannot_be_read_is_told_at_its_field_and_the_usual_answer_stands(
    browser: Client, opened: Opened, sent: dict[str, str], told: str
) -> None:
    page = words(page_of(browser, opened, **sent))
    assert (told in page, "for 70 programs" in page) == (True, True)


def test_a_number_of_programs_is_kept_to(browser: Client, opened: Opened) -> None:
    assert "for 20 programs" in words(page_of(browser, opened, count="20"))


def test_the_applications_in_the_file_come_first_with_their_signals() -> None:
    content = example("opt-research-coordinator")
    content["applications"] = [
        {"program": "1403700001", "signal": "gold"},
        {"program": "1403700002", "state": "withdrawn"},
        {"program": "A hospital of my own"},
    ]
    opened = kept(content)
    page = words(page_of(browser_for(opened), opened))
    assert "the 2 in your file" in page
    assert "Not in the directory, so not counted: A hospital of my own." in page
    assert "Counted without any signal" not in page


HARDLY_ANYTHING = {
    "schema_version": 1,
    "identity": {"name": "Mine"},
    "medical_school": {"country": "Peru", "graduated": 2018},
}


def test_a_file_without_a_specialty_gets_no_chance_and_is_told_to_name_one() -> None:
    opened = kept(HARDLY_ANYTHING)
    page = page_of(browser_for(opened), opened)
    assert "Your file names no specialty that is known." in words(page)
    assert re.findall(r'<p class="chance-range">', page) == []


def test_a_file_with_hardly_anything_in_it_gets_an_answer_and_what_is_missing() -> None:
    opened = kept({**HARDLY_ANYTHING, "target": {"specialties": ["Internal Medicine"]}})
    page = words(page_of(browser_for(opened), opened))
    assert "Your Step 2 CK score. With it the range becomes narrower." in page
    chances = re.findall(r'<p class="chance-range">([^<]*)</p>', page_of(browser_for(opened), opened))
    assert [one for one in chances if re.search(r"nan|\b(?:0|100) %", one)] == []
    assert len(chances) == 3


def test_while_somebody_types_only_the_odds_are_sent(browser: Client, opened: Opened) -> None:
    answer = browser.get(f"/dossier/{opened.id}/odds/", {"count": "30"}, headers={"HX-Request": "true"})
    assert ("<h1>" in answer.content.decode(), "for 30 programs" in words(answer.content.decode())) == (False, True)
