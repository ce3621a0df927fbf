"""The calendar audit looks at real bookings only; the seven-day task is looked back at, kindly."""

from __future__ import annotations

from typing import Any

import pytest

from bedside.plan.results import CalendarAudit, SevenDayResult
from bedside.standing.results import State
from tests.applicant.dossiers import an_experience
from tests.plan.plans import CERTIFIED, PASSED, plan_of

ROTATION = {"title": "Observership", "kind": "rotation", "from": "2027-03-01", "to": "2027-03-12"}
CLINIC = an_experience("2025-01-01", "present", kind="volunteering", contact="observer", hours_per_week=4)


def audit(*experiences: dict[str, Any], **parts: Any) -> CalendarAudit:
    return plan_of(*experiences, **parts).calendar_audit


def seven(**task: Any) -> SevenDayResult:
    return plan_of(seven_day_task={"task": "Call.", **task}).three_headers.seven_day_task


def test_the_plan_bedside_makes_does_not_count_as_booked() -> None:
    items = audit(timeline={"complete": "yes"}).items
    assert [item.state for item in items] == [State.NOT_MET, State.NOT_MET, State.NOT_MET, State.NOT_MET]


def test_volunteering_is_unknown_while_the_timeline_is_not_told() -> None:
    assert [item.state for item in audit().items][1] is State.UNKNOWN


@pytest.mark.parametrize(
    ("parts", "state"),
    [
        ({"confirmed": "yes"}, State.MET),
        ({"confirmed": "no"}, State.NOT_MET),
        ({}, State.UNKNOWN),
        ({"confirmed": "yes", "from": "2027-03", "to": "2027-03"}, State.UNKNOWN),
    ],
)
def test_dates_are_real_when_they_are_exact_and_confirmed(parts: dict[str, Any], state: State) -> None:
    assert audit(bookings=[{**ROTATION, **parts}]).items[0].state is state


def test_months_that_are_done_and_still_recent_need_no_dates() -> None:
    done = an_experience("2026-09-01", "2026-10-26", kind="rotation", contact="observer", structure="structured")
    assert audit(done).items[0].state is State.NOT_NEEDED


def test_volunteering_counts_with_its_hours() -> None:
    assert audit(CLINIC).items[1].state is State.MET
    assert audit({**CLINIC, "hours_per_week": None}).items[1].state is State.UNKNOWN


def test_a_passed_step_needs_no_date() -> None:
    assert audit(exams=PASSED, certificate=CERTIFIED).items[3].state is State.NOT_NEEDED


def test_a_low_score_asks_for_step_3_and_never_for_step_2_ck_again() -> None:
    exams = [PASSED[0], {**PASSED[1], "score": 215}]
    item = audit(exams=exams, certificate=CERTIFIED).items[3]
    assert (item.state, item.says) == (State.NOT_MET, "A Step exam, if one is needed: Step 3 has no date yet.")


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"paid_leave_days": 5}, "Observership costs you 5 days off work."),
        ({"cost": 500}, "Observership costs you $500."),
        ({"paid_leave_days": 1, "cost": 500}, "Observership costs you 1 day off work and $500."),
    ],
)
def test_leave_and_money_are_what_it_costs(parts: dict[str, Any], says: str) -> None:
    assert audit(bookings=[{**ROTATION, **parts}]).costs_something.says == says


def test_an_empty_calendar_costs_nothing_yet() -> None:
    assert audit().costs_something.state is State.NOT_MET


def test_without_a_task_four_first_steps_are_suggested() -> None:
    found = plan_of(an_experience("2022-01-03", "present")).three_headers.seven_day_task
    assert (found.task, len(found.suggestions), len(set(found.suggestions))) == (None, 4, 4)


@pytest.mark.parametrize(
    ("task", "begins"),
    [
        ({"set_on": "2026-11-20"}, "Look back on 27 November 2026"),
        ({"set_on": "2026-11-15"}, "Today is the day to look back"),
        ({"set_on": "2026-11-14"}, "It was to be done by 21 November 2026."),
        ({"set_on": "2026-11-01", "done_on": "2026-11-05"}, "Done on 5 November 2026. Choose the next one."),
        ({"set_on": "2026-11-01", "done_on": "2026-11-10"}, "Done on 10 November 2026 later than you meant"),
    ],
)
def test_the_check_back_says_where_it_stands(task: dict[str, Any], begins: str) -> None:
    assert seven(**task).says.startswith(begins)


def test_suggestions_wait_while_a_task_runs() -> None:
    assert seven(set_on="2026-11-20").suggestions == ()
    assert len(seven(set_on="2026-11-01").suggestions) == 4
