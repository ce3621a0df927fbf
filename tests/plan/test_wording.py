"""Amounts with no more digits than a person uses, and names in full."""

from __future__ import annotations

import pytest

from bedside.evidence.money import Dollars
from bedside.plan.wording import counted, decimal, dollars_in_tens, hours_a_person_uses, listed
from tests.plan.plans import JOB, plan_of, plan_of_example, task


@pytest.mark.parametrize(
    ("parts", "says"), [((), ""), (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c")]
)
def test_a_list_has_commas_and_one_and(parts: tuple[str, ...], says: str) -> None:
    assert listed(parts) == says


@pytest.mark.parametrize(("hours", "says"), [(246.3, 250), (137.7, 140), (17.4, 17), (0, 0)])
def test_hours_that_were_worked_out_are_in_tens(hours: float, says: float) -> None:
    assert hours_a_person_uses(hours) == says


def test_counts_and_amounts_have_no_digits_that_say_nothing() -> None:
    assert (counted(1, "week"), counted(0.97, "month"), counted(2.25, "day"), decimal(2.0), dollars_in_tens(1278)) == (
        "1 week",
        "1 month",
        "2.2 days",
        "2",
        "$1,280",
    )


def test_volunteering_until_the_match_is_in_tens_of_hours() -> None:
    assert task(plan_of_example("h1b-quality-analyst"), "volunteering.weekly").hours == 250


def test_a_week_of_observership_is_priced_in_tens_of_dollars() -> None:
    assert task(plan_of_example("opt-research-coordinator"), "clinical.rotation-3").cost == Dollars(110, 560)


def test_specialties_are_named_in_full_and_once() -> None:
    target = {"match_year": 2028, "specialties": ["IM", "FM", "Internal Medicine", "Psych"]}
    plan = plan_of(JOB, target=target)
    rows = {row.name: row.says for row in plan.three_headers.what_my_profile_must_look_like}
    assert rows["list"].startswith("Programs in Internal Medicine, Family Medicine and Psychiatry, each")
    assert task(plan, "clinical.rotation-1").title == "Observership or structured program in Internal Medicine, 4 weeks"
    assert task(plan, "job.align").title == "Ask for work nearer to patient care and to Internal Medicine"


def test_what_is_to_be_read_or_grown_into_is_not_asked_of_someone_who_works_there() -> None:
    asks = {note.title: note.ask for note in plan_of_example("citizen-scribe").alternatives}
    assert asks["Something to read first"] == "the person who has read your contract, or someone else you trust"
    assert asks["Growing where you are"] == "your manager, or someone who has gone that way"


def test_an_empty_calendar_is_said_without_a_nought() -> None:
    assert plan_of(JOB).calendar_audit.says.startswith("None of these")


def test_where_one_thing_is_needed_the_calendar_says_so_and_counts_nothing() -> None:
    assert plan_of_example("interviews-in-hand").calendar_audit.says.startswith(
        "The one that is needed does not yet stand on your calendar."
    )


def test_an_exam_of_which_nothing_is_told_is_neither_called_open_nor_all_its_attempts_left() -> None:
    told = {one.key: one.why for one in plan_of(exams=()).roadmap.tasks}
    assert told["exam.step-1.study"] == (
        "Your file does not say how you stand at Step 1, and certification and the Match need a pass. If you have "
        "passed it, write it down and this falls away."
    )
    assert told["exam.step-1.exam"] == (
        "Your file does not say whether you have sat it. If you have not, all 4 attempts are left."
    )
    said = {one.key: one.why for one in plan_of(exams=(), exams_not_taken=["Step 1"]).roadmap.tasks}
    assert said["exam.step-1.study"] == "Step 1 is not passed, and certification and the Match need it."
    assert said["exam.step-1.exam"] == "All 4 attempts are left."
