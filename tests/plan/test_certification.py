"""Certification: the seven years, the Pathway seasons, and what is still open in an application."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from bedside.plan.results import Plan, TaskState
from bedside.plan.roadmap.tasks.certificate.certifying import CERTIFICATE, OPEN_PARTS, PATHWAY
from bedside.plan.roadmap.tasks.certificate.seven_years import SEVEN_YEARS
from tests.plan.plans import CERTIFIED, PASSED, applicants, keys, plan_of, task
from tests.plan.test_properties import Applicant, every_applicant, plan_for

NOT_STARTED = {"state": "not started"}
STEP_1 = {"exam": "Step 1", "date": "2025-06-19", "result": "passed"}
TITLE = "The certificate is planned for a day after the seven years"


def exams(first: str, second: str = "2021-03-15") -> tuple[dict[str, Any], ...]:
    return (
        {"exam": "Step 1", "date": first, "result": "passed"},
        {"exam": "Step 2 CK", "date": second, "result": "passed", "score": 240},
    )


def said(plan: Plan) -> list[str]:
    return [one.says for one in plan.roadmap.misfits if one.title == TITLE]


@pytest.mark.parametrize("first", ["2016-12-12", "2020-02-10"])
def test_a_clock_that_ends_before_the_certificate_is_asked_about_before_any_fee(first: str) -> None:
    plan = plan_of(exams=exams(first), certificate=NOT_STARTED)
    asked = task(plan, SEVEN_YEARS)
    assert asked.start == date(2026, 11, 23)
    paid = [one for one in plan.roadmap.tasks if one.key.startswith("certification.") and one.cost is not None]
    assert {one.key for one in paid} == {PATHWAY, "certification.account"}
    for one in (*paid, task(plan, "certification.oet"), task(plan, CERTIFICATE)):
        assert SEVEN_YEARS in one.depends_on
        assert one.start > asked.finish


def test_a_step_that_is_still_to_be_sat_waits_for_the_answer_too() -> None:
    plan = plan_of(exams=[exams("2016-12-12")[0]], certificate=NOT_STARTED)
    assert SEVEN_YEARS in task(plan, "exam.step-2-ck.exam").depends_on


def test_a_certificate_planned_after_the_seven_years_is_said_first_and_with_choices() -> None:
    plan = plan_of(exams=exams("2016-12-12"), certificate=NOT_STARTED)
    assert plan.roadmap.misfits[0].title == TITLE
    assert said(plan)[0].startswith(
        "The 7 years from your first pass ended on 12 December 2023. The certificate is planned for "
    )
    assert len(plan.roadmap.misfits[0].choices) == 3
    assert task(plan, CERTIFICATE).why.endswith("It is issued only if ECFMG still counts your first pass.")


def test_a_clock_that_still_runs_leaves_one_choice_more() -> None:
    plan = plan_of(exams=exams("2020-02-10"), certificate=NOT_STARTED)
    assert "finished by 10 February 2027" in plan.roadmap.misfits[0].choices[1]


def test_a_pass_without_an_exact_day_is_said_as_what_may_be() -> None:
    plan = plan_of(exams=exams("2020"), certificate=NOT_STARTED)
    assert "It may be too late: the pass has no exact day in your file." in said(plan)[0]


@pytest.mark.parametrize(
    ("first", "certificate"),
    [("2024-02-10", NOT_STARTED), ("2016-12-12", CERTIFIED), ("2024-02-10", {"state": "applied"})],
)
def test_nothing_is_asked_where_the_clock_ends_after_the_certificate_or_has_stopped(
    first: str, certificate: dict[str, Any]
) -> None:
    plan = plan_of(exams=exams(first, "2024-03-15"), certificate=certificate)
    assert SEVEN_YEARS not in keys(plan)
    assert said(plan) == []


def test_a_clock_that_the_certificate_can_still_meet_is_its_last_day() -> None:
    plan = plan_of(exams=exams("2020-11-10"), certificate=NOT_STARTED)
    assert task(plan, CERTIFICATE).latest_finish == date(2027, 11, 10)
    assert SEVEN_YEARS not in keys(plan)


def test_looking_up_the_certificate_is_not_put_off_by_a_season_that_is_far_away() -> None:
    assert task(plan_of(exams=[STEP_1], certificate=None), "certification.look-up").latest_finish <= date(2027, 2, 22)


def test_a_result_that_comes_after_the_season_closed_moves_the_pathway_to_the_next_one() -> None:
    plan = plan_of(exams=[STEP_1], certificate=NOT_STARTED, target={"match_year": 2028})
    application = task(plan, PATHWAY)
    assert task(plan, "exam.step-2-ck.result").finish > date(2027, 1, 31)
    assert application.start == date(2027, 8, 19)
    assert application.why.endswith(
        "When the 2028 Pathway season opens is not published; last time it opened on 19 August 2025, so 19 August "
        "2027 is predicted. Its last day, 31 January 2028, is predicted too."
    )
    assert task(plan, CERTIFICATE).start > application.finish


def test_an_application_that_can_be_made_in_time_uses_the_season_that_is_open() -> None:
    application = task(plan_of(exams=exams("2024-02-10", "2025-02-10"), certificate=NOT_STARTED), PATHWAY)
    assert application.finish <= date(2027, 1, 31)
    assert application.why.endswith("Applications of this Pathway season close on 31 January 2027.")


def test_between_two_seasons_nothing_is_applied_for() -> None:
    plan = plan_of(exams=exams("2024-02-10", "2025-02-10"), certificate=NOT_STARTED, as_of=date(2026, 3, 10))
    assert task(plan, PATHWAY).start == date(2026, 8, 19)


def test_after_a_match_too_a_closed_season_is_passed_over() -> None:
    matched = [{"match_year": 2027, "result": "matched"}]
    plan = plan_of(cycles=matched, as_of=date(2027, 1, 15), target={"match_year": 2027})
    assert task(plan, PATHWAY).start == date(2027, 8, 19)


@every_applicant
@given(applicants())
def test_no_pathway_application_lies_in_a_closed_season(applicant: Applicant) -> None:
    for one in plan_for(applicant).roadmap.tasks:
        if one.key == PATHWAY and one.state is not TaskState.DOES_NOT_FIT:
            assert not (2, 1) <= (one.start.month, one.start.day) < (8, 19)
            assert not (2, 1) <= (one.finish.month, one.finish.day) < (8, 19)


@every_applicant
@given(applicants())
def test_a_certificate_after_the_seven_years_is_never_left_unsaid(applicant: Applicant) -> None:
    plan = plan_for(applicant)
    assert (SEVEN_YEARS in keys(plan)) <= bool(said(plan))
    assert not said(plan) or SEVEN_YEARS in keys(plan)


def test_an_application_without_a_pathway_asks_what_is_still_open_by_when() -> None:
    plan = plan_of(exams=exams("2024-02-10", "2025-02-10"), certificate={"state": "applied"})
    asked = task(plan, OPEN_PARTS)
    assert asked.latest_finish == date(2027, 1, 15)
    assert "Applications of this Pathway season close on 31 January 2027." in asked.why
    assert "A Pathway application costs $945, which is not in the sums here." in asked.why
    assert OPEN_PARTS in task(plan, CERTIFICATE).depends_on
    assert OPEN_PARTS in task(plan, "certification.oet").depends_on


def test_an_application_with_its_pathway_written_down_asks_nothing() -> None:
    plan = plan_of(exams=PASSED, certificate={"state": "applied", "pathway": "Pathway 6"})
    assert OPEN_PARTS not in keys(plan)


def test_no_last_day_of_certification_lies_before_today_in_an_almost_empty_file() -> None:
    plan = plan_of()
    early = [
        one.key for one in plan.roadmap.tasks if one.latest_finish < plan.as_of and one.state is not TaskState.DONE
    ]
    assert early == []
