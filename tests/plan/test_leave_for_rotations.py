"""Leave that renews, and the unpaid days a file offers: what rotations may take of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from bedside.plan.results import Plan, Task, TaskState
from tests.applicant.dossiers import a_dossier
from tests.plan.plans import CERTIFIED, JOB, PASSED, applicants, plan_of, plan_of_example, planned

RICH = {"available": 30_000, "floor": 0}
CITIZEN = {"kind": "US citizen", "needs_visa_for_residency": "no"}


def plan_with(status: dict[str, Any] = CITIZEN, bookings: tuple[Any, ...] = (), **constraints: Any) -> Plan:
    rest = {"certificate": CERTIFIED, "exams": list(PASSED), "bookings": bookings}
    return plan_of(JOB, status=status, constraints={"money": RICH, **constraints}, **rest)


def rotations(plan: Plan) -> list[Task]:
    found = [one for one in plan.roadmap.tasks if one.key.startswith("clinical.rotation")]
    return [one for one in found if one.state is not TaskState.DOES_NOT_FIT]


def days_off(plan: Plan) -> tuple[float, float]:
    return sum(one.paid_leave_days for one in rotations(plan)), sum(one.unpaid_leave_days for one in rotations(plan))


def said(plan: Plan) -> str:
    return next(one.says for one in plan.roadmap.misfits if one.task.startswith("clinical.rotation"))


def renewing(day: str) -> dict[str, Any]:
    return {"days_per_year": 20, "left_this_year": 0, "renews": day, "kept_for_interviews": 5}


def test_a_block_is_planned_after_leave_renews_although_no_other_fits_behind_it() -> None:
    first = rotations(plan_with(paid_leave=renewing("06-21")))[0]
    assert (first.start, first.finish, first.state) == (date(2027, 6, 21), date(2027, 7, 2), TaskState.PLANNED)


def test_leave_that_renews_in_july_still_gives_a_rotation() -> None:
    assert rotations(plan_with(paid_leave=renewing("07-01")))[0].start == date(2027, 7, 12)


@pytest.mark.parametrize("day", ["06-21", "07-01", "07-10"])
def test_no_choice_offers_a_week_that_takes_no_days(day: str) -> None:
    choices = [choice for one in plan_with(paid_leave=renewing(day)).roadmap.misfits for choice in one.choices]
    assert [choice for choice in choices if "takes 0 days" in choice] == []


def test_what_stood_in_the_way_is_said_by_leave_year() -> None:
    assert said(plan_of_example("opt-research-coordinator")).endswith(
        "up to 5 July 2027, none may still be planned, and after it no free week is left before the last day for "
        "letters, 21 July 2027."
    )


def test_unpaid_days_that_the_file_offers_carry_a_rotation_where_there_are_no_paid_ones() -> None:
    none_paid = {"days_per_year": 0, "left_this_year": 0}
    assert days_off(plan_with(paid_leave=none_paid, unpaid_leave_days=20)) == (0, 20)


def test_unpaid_days_are_planned_where_paid_leave_is_not_in_the_file() -> None:
    plan = plan_with(unpaid_leave_days=40)
    titles = [one.title for one in plan.roadmap.misfits if one.task.startswith("clinical.rotation")]
    assert (days_off(plan), titles) == ((0, 40), ["Rotations are planned as unpaid leave"])


def test_paid_days_come_before_unpaid_ones() -> None:
    some_paid = {"days_per_year": 12, "left_this_year": 0, "kept_for_interviews": 0}
    assert days_off(plan_with(paid_leave=some_paid, unpaid_leave_days=10)) == (12, 8)


def test_unpaid_days_that_a_booking_takes_are_not_planned_again() -> None:
    leave = {"title": "Away", "kind": "leave", "from": "2027-02-01", "to": "2027-02-05", "unpaid_leave_days": 5}
    none_paid = {"days_per_year": 0, "left_this_year": 0}
    assert days_off(plan_with(bookings=(leave,), paid_leave=none_paid, unpaid_leave_days=20)) == (0, 15)


def test_pay_that_is_lost_keeps_the_balance_above_the_floor() -> None:
    none_paid = {"days_per_year": 0, "left_this_year": 0}
    money = {"available": 6_000, "floor": 0, "pay_per_day": 2_000}
    plan = plan_with(paid_leave=none_paid, unpaid_leave_days=20, money=money)
    assert (days_off(plan), "costs $" in said(plan)) == ((0, 0), True)


def test_unpaid_days_want_a_look_at_a_status_that_hangs_on_the_job() -> None:
    plan = plan_with({"kind": "H-1B"}, unpaid_leave_days=20)
    assert [(one.unpaid_leave_days, one.check_status_first) for one in rotations(plan)] == [(20, True)]


def test_without_a_word_on_any_leave_it_is_still_said_that_nobody_knows() -> None:
    titles = [one.title for one in plan_with().roadmap.misfits]
    assert "It is not known whether your leave holds a rotation" in titles


@pytest.mark.parametrize(("pattern", "days"), [("5x8", 16), ("4x10", 16), ("3x12", 32)])
def test_observing_counts_every_weekday_that_the_shifts_leave_free(pattern: str, days: int) -> None:
    plan = plan_with(paid_leave={"days_per_year": 0, "left_this_year": 0}, shift_pattern=pattern)
    choices = [choice for one in plan.roadmap.misfits for choice in one.choices if "bserve" in choice]
    assert [f"{days} days until" in choice for choice in choices] == [True]


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(applicants())
def test_rotations_never_take_more_unpaid_days_than_the_file_offers(applicant: tuple[dict[str, Any], date]) -> None:
    parts, as_of = applicant
    rest = {key: value for key, value in parts.items() if key != "experiences"}
    constraints = parts.get("constraints", {})
    tasks = rotations(planned(a_dossier(*parts["experiences"], **rest), as_of))
    most = constraints.get("unpaid_leave_days", 0)
    by_year: dict[int, float] = {}
    renews = constraints.get("paid_leave", {}).get("renews", "01-01")
    for one in tasks:
        year = one.start.year - (f"{one.start:%m-%d}" < renews)
        by_year[year] = by_year.get(year, 0) + one.unpaid_leave_days
    across = 2 * most  # a block across the renewal may take days of two years
    assert all(days <= across for days in by_year.values())
    assert most or not any(by_year.values())
