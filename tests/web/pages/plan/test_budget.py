"""The page of the budget: every expense with its source, and an empty page that teaches."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bedside.web.store.dossiers import Opened
from tests.web.kept import browser_for, example, kept

EXAMPLES = ("h1b-quality-analyst", "opt-research-coordinator", "citizen-scribe", "after", "before")


def page(opened: Opened) -> str:
    answer = browser_for(opened).get(f"/dossier/{opened.id}/budget/")
    assert answer.status_code == 200
    return str(answer.content.decode())


def without_money(name: str) -> dict[str, Any]:
    content = example(name)
    constraints = {key: one for key, one in content["constraints"].items() if key != "money"}
    return {**content, "constraints": constraints}


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_budget_of_every_example_has_one_title_and_each_id_once(name: str) -> None:
    html = page(kept(example(name)))
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert (html.count("<h1"), len(ids)) == (1, len(set(ids)))


def test_the_budget_says_when_the_floor_may_not_hold() -> None:
    html = page(kept(example("h1b-quality-analyst")))
    assert "If costs are at the upper end, your money falls below your floor of $2,000 in September 2027." in html
    assert "<dt>Maybe below it from</dt><dd>September 2027, where costs are at their highest</dd>" in html
    assert "<dt>The whole journey</dt><dd>At least $6,800 to $7,260: some things" in html


def test_every_expense_opens_where_it_comes_from() -> None:
    html = page(kept(example("h1b-quality-analyst")))
    expenses = re.findall(r'<div class="expense">.*?</li>', html, re.DOTALL)
    assert expenses
    assert [one for one in expenses if "<details" not in one] == []


def test_without_money_the_page_says_what_giving_it_would_show() -> None:
    opened = kept(without_money("h1b-quality-analyst"))
    html = page(opened)
    assert "What you have is not in your file" in html
    assert f'href="/dossier/{opened.id}/me/time-and-money/"' in html
    assert ("<svg" in html.split("<main")[1], "<dt>Your floor</dt>" in html) == (False, False)


def test_what_is_ticked_off_costs_nothing_any_more() -> None:
    ticked = {**example("h1b-quality-analyst"), "ticked_off": [{"task": "step3.registration", "done_on": "2026-11-20"}]}
    assert "Register for Step 3" in page(kept(example("h1b-quality-analyst")))
    assert "Register for Step 3" not in page(kept(ticked))
