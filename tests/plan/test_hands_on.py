"""Hands-on work of a graduate without a licence is asked about, and not counted on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from bedside.plan.results import Plan, TaskState
from bedside.standing.results import State
from tests.applicant.dossiers import AS_OF
from tests.plan.plans import CERTIFIED, PASSED, keys, plan_of, task

H1B = {"kind": "H-1B", "h1b_years_used": 2}
UNTIL_SURE = "not counted on until confirmed in writing"


def booked(**parts: Any) -> dict[str, Any]:
    usual = {"title": "Externship", "kind": "rotation", "from": "2027-03-01", "to": "2027-03-26", "confirmed": "yes"}
    return {**usual, "hours_per_week": 40, "contact": "hands-on", "cost": 3200, **parts}


def plan_with(*bookings: dict[str, Any], **parts: Any) -> Plan:
    usual = {"status": H1B, "certificate": CERTIFIED, "exams": list(PASSED)}
    return plan_of(bookings=list(bookings), **{**usual, **parts})


def test_hands_on_work_of_a_graduate_is_not_told_as_booked() -> None:
    found = task(plan_with(booked()), "booked.hands-on-2027-03-01")
    assert (found.state, found.check_status_first, UNTIL_SURE in found.why) == (TaskState.PLANNED, True, True)


def test_a_misfit_says_whose_word_is_missing() -> None:
    said = [one.says for one in plan_with(booked()).roadmap.misfits if UNTIL_SURE in one.says]
    assert [("site" in one, "state's law" in one, "status" in one) for one in said] == [(True, True, True)]


def test_the_audit_item_is_unknown_and_cites_the_board_and_the_status() -> None:
    item = plan_with(booked()).calendar_audit.items[0]
    figures = {reason.figure.name for reason in item.because if reason.figure}
    assert (item.state, figures) == (State.UNKNOWN, {"licence.board.any-state", "status.h1b.outside-work"})


def test_no_letter_is_planned_from_it_and_other_weeks_are_looked_for() -> None:
    with_it, without_it = plan_with(booked()), plan_with(booked(contact="observer"))
    assert "letters.from-booked.rotation-2027-03-01" in keys(without_it)
    assert not [key for key in keys(with_it) if key.startswith("letters.from-booked")]
    wanted = [sum(key.startswith("clinical.rotation") for key in keys(plan)) for plan in (with_it, without_it)]
    assert wanted == [2, 1]


def test_a_us_licence_makes_it_a_booking_like_any_other() -> None:
    licence = {"country": "United States", "from": "2026-01", "to": "present"}
    plan = plan_with(booked(), licences=[licence])
    assert (plan.calendar_audit.items[0].state, "booked.rotation-2027-03-01" in keys(plan)) == (State.MET, True)


def test_an_observership_beside_it_meets_the_audit_item() -> None:
    observing = booked(contact="observer", **{"from": "2027-05-03", "to": "2027-05-14"})
    assert plan_with(booked(), observing).calendar_audit.items[0].state is State.MET


def test_a_yes_is_wanted_while_another_place_can_still_be_arranged() -> None:
    plan = plan_with(booked(contact="observer", confirmed="no", **{"from": "2027-06-07", "to": "2027-06-18"}))
    assert task(plan, "clinical.confirm-2027-06-07").latest_finish == date(2027, 3, 5)  # 7 March is a Sunday


def test_a_yes_that_cannot_be_that_early_is_wanted_before_it_begins() -> None:
    first = AS_OF + timedelta(days=43)
    days = {"from": first.isoformat(), "to": (first + timedelta(days=4)).isoformat()}
    plan = plan_with(booked(contact="observer", confirmed="no", **days))
    assert task(plan, f"clinical.confirm-{first}").latest_finish < first
