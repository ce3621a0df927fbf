"""What holds for the plan of every applicant."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bedside.applicant.dossier import Dossier
from bedside.evidence.library import load_evidence
from bedside.plan.results import Plan, Task, TaskState
from tests.applicant.dossiers import a_dossier
from tests.applicant.strategies import dossiers
from tests.plan.plans import applicants, planned

OWN_DAYS = (TaskState.DONE, TaskState.BOOKED)
HOLIDAYS = {(12, 24), (12, 25), (12, 31), (1, 1), (7, 4)}

every_applicant = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
Applicant = tuple[dict[str, Any], date]


def dossier_of(parts: dict[str, Any]) -> Dossier:
    rest = {key: value for key, value in parts.items() if key != "experiences"}
    return a_dossier(*parts["experiences"], **rest)


def plan_for(applicant: Applicant) -> Plan:
    parts, as_of = applicant
    return planned(dossier_of(parts), as_of)


def is_own_choice(task: Task) -> bool:
    """Whether the days of a task are Bedside's choice, and not those of a booking or of the season."""
    return task.state not in (*OWN_DAYS, TaskState.DOES_NOT_FIT) and not task.key.startswith(
        ("booked.", "letters.from-booked", "match.week", "interviews.season")
    )


def is_booked_exam(task: Task, parts: dict[str, Any]) -> bool:
    starts = {booking["from"] for booking in parts.get("bookings", ())}
    return task.key.endswith(".exam") and task.start.isoformat() in starts


@every_applicant
@given(applicants())
def test_no_task_begins_before_what_it_waits_for_ends(applicant: Applicant) -> None:
    plan = plan_for(applicant)
    finish = {task.key: task.finish for task in plan.roadmap.tasks}
    early = [
        (task.key, key)
        for task in plan.roadmap.tasks
        if task.state not in OWN_DAYS and not is_booked_exam(task, applicant[0])
        for key in task.depends_on
        if task.start < finish[key]
    ]
    assert early == []


@every_applicant
@given(applicants())
def test_nothing_is_planned_before_today(applicant: Applicant) -> None:
    plan = plan_for(applicant)
    past = [task.key for task in plan.roadmap.tasks if task.state not in OWN_DAYS and task.start < plan.as_of]
    assert past == []


@every_applicant
@given(applicants())
def test_what_bedside_chooses_begins_and_ends_on_a_weekday_that_is_no_holiday(applicant: Applicant) -> None:
    wrong = [
        (task.key, day)
        for task in plan_for(applicant).roadmap.tasks
        if is_own_choice(task) and not is_booked_exam(task, applicant[0])
        for day in (task.start, task.finish)
        if day.weekday() > 4 or (day.month, day.day) in HOLIDAYS
    ]
    assert wrong == []


@every_applicant
@given(applicants())
def test_rotations_begin_on_a_monday_and_end_on_a_friday(applicant: Applicant) -> None:
    days = {
        (task.start.weekday(), task.finish.weekday())
        for task in plan_for(applicant).roadmap.tasks
        if task.key.startswith("clinical.rotation") and task.state is not TaskState.DOES_NOT_FIT
    }
    assert days <= {(0, 4)}


@every_applicant
@given(applicants())
def test_step_3_comes_after_certification(applicant: Applicant) -> None:
    tasks = {task.key: task for task in plan_for(applicant).roadmap.tasks}
    certificate = tasks.get("certification.certificate")
    early = [
        key
        for key in ("step3.registration", "step3.exam")
        if key in tasks and tasks[key].state not in (TaskState.DONE, TaskState.DOES_NOT_FIT)
        if certificate is None or (tasks[key].start <= certificate.finish and certificate.state is not TaskState.DONE)
    ]
    assert early == []


@every_applicant
@given(applicants())
def test_planned_leave_never_exceeds_what_is_granted_and_not_kept(applicant: Applicant) -> None:
    plan = plan_for(applicant)
    booked = sum(booking.get("paid_leave_days", 0) for booking in applicant[0].get("bookings", ()))
    over = [year for year in plan.roadmap.paid_leave if year.used > max(0, year.granted - year.kept_for_interviews)]
    assert over == [] or booked > 0


@every_applicant
@given(applicants())
def test_a_task_that_may_be_left_out_never_takes_the_balance_below_the_floor_unsaid(applicant: Applicant) -> None:
    plan = plan_for(applicant)
    wishes = ("clinical.rotation", "step3.registration")
    chosen = [
        task
        for task in plan.roadmap.tasks
        if task.key.startswith(wishes) and task.cost and task.state in (TaskState.PLANNED, TaskState.LATE)
    ]
    said = {misfit.task for misfit in plan.roadmap.misfits if "lower price" in misfit.title}
    unsaid = {task.key for task in chosen} - said
    for month in plan.budget.months:
        if month.left is None or plan.budget.floor is None or needs_h1b(applicant[0]):
            continue
        paid = {task.key: task.cost.high for task in chosen if task.cost and task.start.replace(day=1) <= month.month}
        without_said = month.left.low + sum(cost for key, cost in paid.items() if key in said)
        without_any = without_said + sum(cost for key, cost in paid.items() if key in unsaid)
        assert without_said >= plan.budget.floor or without_any < plan.budget.floor or without_any == without_said


def needs_h1b(parts: dict[str, Any]) -> bool:
    """Whether Step 3 has to be paid for in any case."""
    status = parts.get("status", {})
    return status.get("kind") == "H-1B" and status.get("needs_visa_for_residency") == "yes"


@every_applicant
@given(applicants())
def test_no_month_claims_more_hours_than_there_are_unsaid(applicant: Applicant) -> None:
    roadmap = plan_for(applicant).roadmap
    over = [one.month for one in roadmap.hours_by_month if one.available is not None and one.planned > one.available]
    said = [one for one in roadmap.misfits if one.title == "The hours do not hold everything"]
    notes = " ".join(roadmap.notes)
    unsaid = [one for one in over if f"{one:%B %Y}" not in notes]
    assert said or unsaid == [] or "Take the hours it needs" in notes


def test_the_check_of_hours_bites() -> None:
    roadmap = planned(a_dossier(target={"match_year": 2028}, constraints={"weekly_hours": 2})).roadmap
    over = [one for one in roadmap.hours_by_month if one.available is not None and one.planned > one.available]
    assert over
    assert "The hours do not hold everything" in {one.title for one in roadmap.misfits}


@every_applicant
@given(applicants())
def test_every_task_and_misfit_says_what_it_rests_on_and_what_slips(applicant: Applicant) -> None:
    plan = plan_for(applicant)
    silent = [task.key for task in plan.roadmap.tasks if not (task.because and task.slips and task.why)]
    unsaid = [misfit.task for misfit in plan.roadmap.misfits if not (misfit.because and misfit.choices)]
    assert (silent, unsaid) == ([], [])


@every_applicant
@given(applicants())
def test_nothing_hands_on_is_planned_for_a_graduate(applicant: Applicant) -> None:
    planned_tasks = [task for task in plan_for(applicant).roadmap.tasks if is_own_choice(task)]
    assert [task.key for task in planned_tasks if "hands-on" in task.title] == []


@every_applicant
@given(applicants(), st.randoms(use_true_random=False))
def test_the_order_of_the_timeline_changes_nothing_that_is_planned(applicant: Applicant, random: Any) -> None:
    def shape(parts: dict[str, Any], as_of: date) -> list[tuple[Any, ...]]:
        tasks = planned(dossier_of(parts), as_of).roadmap.tasks
        return [(task.key, task.title, task.start, task.finish, task.latest_finish, task.state) for task in tasks]

    parts, as_of = applicant
    shuffled = list(parts["experiences"])
    random.shuffle(shuffled)
    assert shape({**parts, "experiences": shuffled}, as_of) == shape(parts, as_of)


@every_applicant
@given(applicants())
def test_the_same_dossier_always_gives_the_same_plan(applicant: Applicant) -> None:
    assert plan_for(applicant) == plan_for(applicant)


@every_applicant
@given(applicants())
def test_the_budget_holds_every_cost_of_the_roadmap_once(applicant: Applicant) -> None:
    plan = plan_for(applicant)
    counted = [task for task in plan.roadmap.tasks if task.state not in (TaskState.DONE, TaskState.DOES_NOT_FIT)]
    money = dossier_of(applicant[0]).constraints.money
    pay = (money.pay_per_day or 0) if money else 0
    low = sum(task.cost.low for task in counted if task.cost) + sum(task.unpaid_leave_days for task in counted) * pay
    assert plan.budget.total.low == pytest.approx(low)


@every_applicant
@given(applicants())
def test_whoever_decided_to_stop_gets_no_task_about_applying(applicant: Applicant) -> None:
    parts, as_of = applicant
    plan = planned(dossier_of({**parts, "decision": {"kind": "done trying", "signed": "2025-01-01"}}), as_of)
    assert {task.key.split(".")[0] for task in plan.roadmap.tasks} == {"stop"}


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(dossiers(), st.dates(date(2024, 1, 1), date(2035, 12, 31)))
def test_any_valid_dossier_has_a_plan(dossier: Dossier, as_of: date) -> None:
    known = dossier.model_copy(update={"readings": {}})
    plan = planned(known, as_of)
    assert plan.as_of == as_of


def test_the_strategy_knows_the_holidays_of_the_evidence() -> None:
    rules = {str(figure.value) for figure in load_evidence().starting_with("reading.day-off.")}
    assert {"25 december", "24 december", "31 december", "1 january", "4 july"} <= rules
