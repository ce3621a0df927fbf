"""What another season loses, and what it may gain."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bedside.programs.eligibility.waiting import if_you_wait
from tests.programs.eligibility.listing import a_program, an_asker

NOW = an_asker()
LATER = replace(NOW, files_opened=date(2028, 9, 27), training_starts=date(2029, 7, 1), months_left=22.0)
PROGRAMS = (
    a_program({"graduation.limit": 9}, key="9-years"),
    a_program({"graduation.limit": 8}, key="8-years"),
    a_program({"graduation.limit": 7}, key="7-years"),
    a_program({"graduation.limit": 12}, key="12-years"),
    a_program({"step-3.needed": True}, key="step-3"),
    a_program({"step-3.needed": True, "letters.needed": 4}, key="two-changes"),
    a_program({"us-clinical.months": 14, "us-clinical.hands-on-only": False}, key="14-months"),
    a_program({"step-3.needed": True, "graduation.limit": 8}, key="step-3-and-8-years"),
    a_program({}, key="nothing"),
)
WAITING = if_you_wait(PROGRAMS, NOW, LATER)


def test_what_excludes_only_a_year_later_is_lost_with_its_reason() -> None:
    assert [(one.listed.key, [why.key for why in one.why]) for one in WAITING.lost] == [
        ("8-years", ["graduation.limit"]),
        ("step-3-and-8-years", ["graduation.limit"]),
    ]


def test_what_comes_to_lie_between_two_ways_of_counting_is_to_be_asked() -> None:
    assert [one.listed.key for one in WAITING.to_ask] == ["9-years"]


def test_what_can_be_done_within_a_year_is_gained_if_it_is_done() -> None:
    assert [(one.listed.key, [why.change for why in one.why]) for one in WAITING.gained] == [
        ("step-3", ["Step 3 passed"]),
        ("two-changes", ["Step 3 passed", "1 more letter"]),
        ("14-months", [""]),
    ]


def test_a_season_that_changes_nothing_loses_and_gains_nothing() -> None:
    same = if_you_wait(PROGRAMS[:4], NOW, NOW)
    assert (same.lost, same.to_ask, same.gained) == ((), (), ())
