"""The language of the rules that predict a day."""

from __future__ import annotations

import re
from datetime import date, time

import pytest

from bedside.calendar.date_rules import DayNotKnown, UnreadableDateRule, event_words, read_date_rule
from bedside.calendar.season import Event
from bedside.calendar.seasons import predict, read_rule
from bedside.evidence.figure import Unit
from bedside.evidence.library import load_evidence
from bedside.evidence.mistakes import BrokenEvidence

EVIDENCE = load_evidence()
RULES = [figure.name for figure in EVIDENCE if figure.unit is Unit.DATE_RULE]


@pytest.mark.parametrize("name", RULES)
def test_every_rule_that_ships_can_be_read(name: str) -> None:
    known = {event: date(2028, 3, 17) for event in Event}
    assert read_rule(EVIDENCE.find(name)).day(2028, known).year in (2027, 2028)


@pytest.mark.parametrize(
    ("rule", "match_year", "day"),
    [
        ("third friday of march of the match year", 2028, date(2028, 3, 17)),
        ("first wednesday of june before the match year", 2028, date(2027, 6, 2)),
        ("fourth monday of february of the match year", 2027, date(2027, 2, 22)),
        ("1 july of the match year", 2028, date(2028, 7, 1)),
        ("15 september before the match year, or the next weekday", 2025, date(2024, 9, 16)),
        ("15 september before the match year, or the next weekday", 2026, date(2025, 9, 15)),
        ("31 january of the match year, or the last weekday before it", 2026, date(2026, 1, 30)),
        ("31 january of the match year, or the last weekday before it", 2027, date(2027, 1, 29)),
        ("16 days before match day", 2028, date(2028, 3, 1)),
        ("1 day before match day", 2028, date(2028, 3, 16)),
        ("21 days after submission opens", 2028, date(2027, 9, 22)),
    ],
)
def test_a_rule_gives_its_day(rule: str, match_year: int, day: date) -> None:
    known = {Event.MATCH_DAY: date(2028, 3, 17), Event.SUBMISSION_OPENS: date(2027, 9, 1)}
    assert predict(rule, match_year, known) == day


def test_a_rule_may_say_the_time_of_day() -> None:
    assert read_date_rule("16 days before match day, at 21:00").at == time(21, 0)
    assert read_date_rule("16 days before match day").at is None


def test_a_rule_knows_the_event_it_counts_from() -> None:
    assert read_date_rule("16 days before match day").counts_from is Event.MATCH_DAY
    assert read_date_rule("1 july of the match year").counts_from is None


def test_a_day_counted_from_an_unknown_one_is_not_known() -> None:
    with pytest.raises(DayNotKnown) as caught:
        predict("16 days before match day", 2028, {})
    assert caught.value.event is Event.MATCH_DAY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "third friday of march",
        "fifth friday of march of the match year",
        "third friday of mars of the match year",
        "31 february of the match year",
        "0 may of the match year",
        "16 days before the big day",
        "16 days before match day, at 25:00",
        "1 july of the match year, or the next holiday",
        "1 july of the match year, at 21:00 or so",
    ],
)
def test_a_text_that_is_no_rule_is_refused(text: str) -> None:
    with pytest.raises(UnreadableDateRule):
        read_date_rule(text)


def test_a_figure_that_cannot_be_read_is_named() -> None:
    with pytest.raises(BrokenEvidence, match=re.escape("article.graduation.low-until")):
        read_rule(EVIDENCE.find("article.graduation.low-until"))


@pytest.mark.parametrize("event", Event)
def test_every_event_has_words_of_its_own(event: Event) -> None:
    assert read_date_rule(f"1 day after {event_words(event)}").counts_from is event
