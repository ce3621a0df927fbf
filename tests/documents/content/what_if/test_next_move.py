"""“What if” in words: chances, gains, costs, the rows of the chart, and a page without a list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bedside.documents.blocks import Bullets, Heading, Line, Paragraph, Table
from bedside.documents.content.citations import Citations
from bedside.documents.content.what_if.as_json import what_if_as_json
from bedside.documents.content.what_if.next_move import chart_rows, opening, what_if_blocks
from bedside.documents.content.what_if.sheet import what_if_sheet
from bedside.documents.content.what_if.together import takes_words, together_blocks
from bedside.documents.content.what_if.wording import chance_words, cost_words, gain_words
from bedside.odds.results import Estimate
from bedside.odds.signals import Signal
from bedside.plan.what_if.results import Answer, Basis, Together, WhatIfs
from tests.programs.directories import SMALL

BEFORE, AFTER = Estimate(0.2, 0.3, 0.4), Estimate(0.24, 0.35, 0.46)
MONTHS = Answer(
    key="us-clinical",
    title="2 more months of US clinical experience",
    says="From 1 month to 3 months, by observing.",
    basis=Basis.ASSOCIATION,
    before=BEFORE,
    after=AFTER,
    gain=Estimate(0.01, 0.05, 0.08),
    dollars=1500.0,
    dollars_from=900.0,
    dollars_to=4500.0,
    months=8.0,
)
STORY = Answer("story", "A clearer story", "Not measured.", Basis.UNMEASURED, BEFORE, AFTER, None, 0.0, months=0.5)
WAITING = Answer(
    "wait",
    "Wait",
    "One year.",
    Basis.SEASON,
    BEFORE,
    BEFORE,
    Estimate(-0.02, -0.01, 0.0),
    0.0,
    months=12.0,
    is_move=False,
)
FOUND = WhatIfs(
    as_of=date(2026, 11, 22),
    match_year=2028,
    applied={"1400000001": Signal.GOLD, "1400000002": Signal.NONE},
    dollars=22.0,
    before=BEFORE,
    leans_on=(),
    answers=(MONTHS, STORY, WAITING),
    ranked=(MONTHS,),
    by_month=(MONTHS,),
    by_dollar=(MONTHS,),
    together=(),
    rule="In order.",
    rule_because=(),
    two_cycles=None,
    says_of_cycles="No contract.",
    left_out=("Step 3 is passed already.",),
    says=(),
    because=(),
)
AT_ONCE = Together(
    keys=("us-clinical", "more-programs"),
    titles=("2 more months of US clinical experience", "40 more programs"),
    before=BEFORE,
    after=Estimate(0.3, 0.4, 0.5),
    gain=Estimate(0.04, 0.1, 0.12),
    added_up=0.12,
    dollars=2700.0,
    dollars_from=2100.0,
    dollars_to=5700.0,
    months_from=8.0,
    months_to=9.5,
    programs=42,
    notes=("It costs more than the $500 your file has above its floor today.",),
)
LEANING = replace(FOUND, leans_on=("what a visa does",))


def test_a_chance_has_its_middle_unless_the_answer_leans_on_weak_evidence() -> None:
    assert chance_words(BEFORE, FOUND) == "about 30 % (20 to 40 %)"
    assert chance_words(BEFORE, LEANING) == "20 to 40 %"


def test_a_gain_has_its_range_in_points_and_what_nobody_measured_has_none() -> None:
    assert gain_words(MONTHS, FOUND) == "5 points (1 to 8 points)"
    assert gain_words(MONTHS, LEANING) == "1 to 8 points"
    assert gain_words(STORY, FOUND) == "no figure"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (MONTHS, "$1,500 ($900 to $4,500), 8 months"),
        (STORY, "no money, 0.5 months"),
        (replace(MONTHS, dollars=None, dollars_from=None, dollars_to=None), "price not known, 8 months"),
        (replace(MONTHS, dollars=955.0, dollars_from=955.0, dollars_to=955.0, months=0.0), "$955, no time"),
        (replace(MONTHS, dollars=None, months=None), "–"),
    ],
)
def test_a_cost_is_money_and_months(answer: Answer, words: str) -> None:
    assert cost_words(answer) == words


def test_the_chart_has_the_ranked_moves_with_the_range_of_their_price() -> None:
    (row,) = chart_rows(FOUND)
    assert (row.low, row.middle, row.high) == (0.01, 0.05, 0.08)
    assert (row.months, row.dollars, row.most_dollars) == (8.0, 900.0, 4500.0)
    assert chart_rows(LEANING)[0].middle is None


def test_the_page_keeps_moves_what_is_not_measured_and_what_is_no_move_apart() -> None:
    blocks = tuple(what_if_blocks(FOUND, SMALL, Citations(FOUND.as_of)))
    assert [one.text for one in blocks if isinstance(one, Heading) and one.level == 2] == [
        "Moves, the next best first",
        "Not measured",
        "Good to know, and no move",
        "Over the seasons your contract allows",
        "What does not arise for you",
    ]


def test_moves_at_once_are_one_row_with_what_a_sum_would_say_beside_the_gain() -> None:
    _, paragraph, table, notes = together_blocks(replace(FOUND, together=(AT_ONCE,)))
    assert isinstance(paragraph, Paragraph)
    assert "It is no sum" in paragraph.text
    assert isinstance(table, Table)
    assert table.rows == (
        (
            Line("2 more months of US clinical experience + 40 more programs", strong=True),
            (Line("about 40 % (30 to 50 %)"), Line("from about 30 % (20 to 40 %)", quiet=True)),
            (Line("10 points (4 to 12 points)"), Line("a sum would say 12 points", quiet=True)),
            "$2,700 ($2,100 to $5,700), 8 months side by side or 9.5 months one after the other",
        ),
    )
    assert notes == Bullets((f"2 more months of US clinical experience + 40 more programs: {AT_ONCE.notes[0]}",))
    assert tuple(together_blocks(FOUND)) == ()


@pytest.mark.parametrize(("months", "words"), [(0.0, "$2,700, no time"), (8.0, "$2,700, 8 months")])
def test_months_are_told_once_where_no_more_than_one_move_takes_any(months: float, words: str) -> None:
    plain = replace(AT_ONCE, dollars_from=2700.0, dollars_to=2700.0, months_from=months, months_to=months)
    assert takes_words(plain) == words


def test_a_page_without_any_measured_move_says_so_kindly() -> None:
    found = replace(FOUND, answers=(STORY,), ranked=(), by_month=(), by_dollar=())
    texts = [one.text for one in what_if_blocks(found, SMALL, Citations(found.as_of)) if isinstance(one, Paragraph)]
    assert texts[1] == (
        "Of the changes here, none that is measured and can still be done in time would raise this chance. What nobody "
        "has measured may still matter."
    )


def test_a_page_without_a_list_has_what_is_missing_and_no_number() -> None:
    found = replace(FOUND, applied={}, before=None, answers=(), ranked=(), says=("The directory is empty.",))
    assert opening(found) == "There is no list yet, so there is nothing to hold a change against."
    blocks = tuple(what_if_blocks(found, SMALL, Citations(found.as_of)))
    assert blocks[-1] == Bullets(("The directory is empty.",))


def test_json_has_no_middle_of_a_chance_where_the_answer_leans_on_weak_evidence() -> None:
    told, leaning = what_if_as_json(FOUND, SMALL), what_if_as_json(LEANING, SMALL)
    assert told["before"] == {"low": 0.2, "middle": 0.3, "high": 0.4}
    assert leaning["before"] == {"low": 0.2, "middle": None, "high": 0.4}
    assert told["list"] == {
        "programs": 2,
        "dollars": 22.0,
        "signals": {"1400000001": "gold", "1400000002": "none"},
    }
    assert (told["next_move"], told["not_measured"]) == ("us-clinical", ["story"])
    assert [one["gain"] is None for one in told["answers"]] == [False, True, False]
    assert leaning["answers"][0]["gain"]["middle"] is None


def test_json_tells_moves_at_once_by_their_keys() -> None:
    (one,) = what_if_as_json(replace(FOUND, together=(AT_ONCE,)), SMALL)["together"]
    assert one["keys"] == ["us-clinical", "more-programs"]
    assert one["gain"] == {"low": 0.04, "middle": 0.1, "high": 0.12}
    assert (one["added_up"], one["months_from"], one["months_to"], one["programs"]) == (0.12, 8.0, 9.5, 42)


def test_a_row_of_the_sheet_has_its_place_only_where_it_is_ranked() -> None:
    rows = what_if_sheet(FOUND).rows
    assert [row[:3] for row in rows] == [
        (1, "2 more months of US clinical experience", "us-clinical"),
        (None, "A clearer story", "story"),
        (None, "Wait", "wait"),
    ]
    assert rows[0][4:11] == (30.0, 35.0, 5.0, 1.0, 8.0, 1500.0, 8.0)


def test_where_the_answer_leans_on_weak_evidence_the_sheet_has_no_middle() -> None:
    rows = what_if_sheet(LEANING).rows
    assert rows[0][4:11] == (None, None, None, 1.0, 8.0, 1500.0, 8.0)
