"""The page of the next move: moves in a stated order, what is not measured apart, and a status never among them."""

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
    return kept(example("h1b-quality-analyst"))


@pytest.fixture
def browser(opened: Opened) -> Client:
    return browser_for(opened)


def page_of(browser: Client, opened: Opened, **sent: Any) -> str:
    answer = browser.get(f"/dossier/{opened.id}/next-move/", sent)
    assert answer.status_code == 200
    return answer.content.decode()


def section(page: str, id: str) -> str:
    return page.partition(f'<h2 id="{id}">')[2].partition("</section>")[0]


def titles(page: str, id: str) -> list[str]:
    return re.findall(r'<p class="factor-line"><span class="strong">([^<]+)</span>', section(page, id))


def test_every_move_in_the_order_has_its_gain_what_it_takes_and_a_source(browser: Client, opened: Opened) -> None:
    page = page_of(browser, opened)
    moves = section(page, "order").split("<li id=")[1:]
    assert moves != []
    for move in moves:
        told = re.findall(r"<dt>([^<]+)</dt>", move)
        assert told[:3] == ["Gain", "A match, if you apply", "It takes"]
        assert '<details class="why">' in move


def test_the_first_moves_at_once_are_told_as_one_chance_and_no_sum(browser: Client, opened: Opened) -> None:
    page = page_of(browser, opened)
    order, at_once = titles(page, "order"), section(page, "at-once")
    told = re.findall(r'<th scope="row" role="rowheader">([^<]+)</th>', at_once)
    assert told == [" + ".join(order[:2]), " + ".join(order[:3])]
    assert "It is no sum" in at_once


def test_what_no_figure_supports_has_no_gain_and_no_place(browser: Client, opened: Opened) -> None:
    page = page_of(browser, opened)
    assert {"One more clinical letter", "A clearer story"} <= set(titles(page, "not-measured"))
    assert "<dt>Gain</dt>" not in section(page, "not-measured")
    assert set(titles(page, "not-measured")) & set(titles(page, "order")) == set()


def test_a_status_and_a_season_that_passes_are_information_and_no_moves(browser: Client, opened: Opened) -> None:
    page = page_of(browser, opened)
    assert titles(page, "good-to-know-and-no-move") == [
        "Your signals, which the chance counts already",
        "Wait for the Match of 2029",
        "If you needed no visa",
    ]
    assert "immigration lawyer" in section(page, "good-to-know-and-no-move")
    assert "<dt>It takes</dt>" not in section(page, "good-to-know-and-no-move")


def test_the_three_orders_hold_the_same_moves(browser: Client, opened: Opened) -> None:
    orders = [titles(page_of(browser, opened, order=order), "order") for order in ("", "month", "dollar", "luck")]
    assert [sorted(one) for one in orders] == [sorted(orders[0])] * 4
    assert orders[3] == orders[0]


def test_the_limits_of_the_list_are_those_of_the_moves(browser: Client, opened: Opened) -> None:
    assert "With the best list as things stand, 20 programs" in words(page_of(browser, opened, count="20"))
    page = page_of(browser, opened, count="20", pin=["1200221596", "Nowhere"])
    assert re.findall(r'<input type="hidden" name="pin" value="([^"]*)"', page) == ["1200221596"]
    assert "Not in the directory, so neither held nor left out: Nowhere." in words(page)


def test_without_a_stop_contract_it_is_said_and_where_to_write_one() -> None:
    content = example("h1b-quality-analyst")
    content.pop("stop_contract")
    opened = kept(content)
    page = section(page_of(browser_for(opened), opened), "seasons")
    assert f'href="/dossier/{opened.id}/decision/#contract"' in page


def test_a_file_with_hardly_anything_in_it_gets_an_answer() -> None:
    content = {
        "schema_version": 1,
        "identity": {"name": "Mine"},
        "medical_school": {"country": "Peru", "graduated": 2018},
        "target": {"specialties": ["Internal Medicine"]},
    }
    opened = kept(content)
    page = page_of(browser_for(opened), opened)
    assert ("Moves, the next best first" in page, re.findall(r"\bnan\b", page, re.IGNORECASE)) == (True, [])


def test_while_a_control_is_moved_only_the_moves_are_sent(browser: Client, opened: Opened) -> None:
    answer = browser.get(f"/dossier/{opened.id}/next-move/", {"count": "30"}, headers={"HX-Request": "true"})
    page = answer.content.decode()
    assert ("<h1>" in page, "With the best list as things stand, 30 programs" in words(page)) == (False, True)
