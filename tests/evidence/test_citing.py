"""How a figure is written for a screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bedside.evidence.citing import day_in_words, describe, not_rechecked_note, value_in_words
from bedside.evidence.figure import Figure, Interval, Reliability, Rule, Source, Unit
from bedside.evidence.library import load_evidence

SOURCE = Source("page", "A page", "Someone", "2025", date(2026, 11, 22), None, "facts")
FIGURE = Figure("a.name", "It says something.", 3, Unit.MONTHS, SOURCE, Reliability.OFFICIAL)
RULE = Rule("a.rule", "It holds.", 3, Unit.MONTHS, SOURCE, Reliability.OFFICIAL, review_by=date(2027, 1, 31))


def test_a_figure_comes_with_value_source_and_the_day_it_was_read() -> None:
    assert describe(FIGURE) == "3 months; Someone, “A page”; read 2026-11-22"


def test_interval_sample_season_and_place_are_said() -> None:
    figure = replace(
        FIGURE,
        value=750,
        unit=Unit.US_DOLLARS,
        interval=Interval(450, 2250, "quartiles"),
        sample="55 listings",
        season="2026",
        place="page 3",
    )
    assert describe(figure) == (
        "$750 (450 to 2,250, quartiles; 55 listings); season 2026; Someone, “A page”, page 3; read 2026-11-22"
    )


@pytest.mark.parametrize("reliability", [mark for mark in Reliability if mark.is_marked])
def test_a_weak_source_is_marked_in_words(reliability: Reliability) -> None:
    assert describe(replace(FIGURE, reliability=reliability)).split("; ")[-1] == reliability


@pytest.mark.parametrize("reliability", [mark for mark in Reliability if not mark.is_marked])
def test_a_publishers_own_page_needs_no_mark(reliability: Reliability) -> None:
    assert describe(replace(FIGURE, reliability=reliability)) == describe(FIGURE)


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (1, Unit.MONTHS, "1 month"),
        (1, Unit.ENTRIES, "1 entry"),
        (2.5, Unit.MONTHS, "2.5 months"),
        (28000, Unit.CHARACTERS, "28,000 characters"),
        (63.7, Unit.PERCENT, "63.7 %"),
        (587, Unit.AUSTRALIAN_DOLLARS, "A$587"),
        (date(2027, 9, 22), Unit.DATE, "22 September 2027"),
        ("more possible", Unit.NAME, "more possible"),
        (None, Unit.PROGRAMS, "unknown"),
        (None, Unit.STATEMENT, ""),
    ],
)
def test_a_value_is_written_with_its_unit(value: float | date | str | None, unit: Unit, words: str) -> None:
    assert value_in_words(replace(FIGURE, value=value, unit=unit)) == words


def test_a_figure_of_which_only_a_range_is_told_is_shown_by_its_range() -> None:
    only_a_range = replace(FIGURE, value=None, unit=Unit.RATIO, interval=Interval(2.71, 9.07, "nine specialties"))
    assert value_in_words(replace(only_a_range, sample=None)) == "2.71 to 9.07, nine specialties"


def test_a_day_is_written_out() -> None:
    assert day_in_words(date(2027, 3, 5)) == "5 March 2027"


def test_a_rule_is_fresh_up_to_its_review_date() -> None:
    assert not_rechecked_note(RULE, date(2027, 1, 31)) is None


def test_a_rule_past_its_review_date_says_since_when() -> None:
    assert not_rechecked_note(RULE, date(2027, 2, 1)) == "not re-checked since 2026-11-22"


def test_every_figure_that_ships_can_be_described() -> None:
    lines = [describe(figure) for figure in load_evidence()]
    assert [line for line in lines if "read 20" not in line or "None" in line] == []
