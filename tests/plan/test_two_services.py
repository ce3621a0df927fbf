"""Specialties that use two application services, and specialties with a match of their own."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bedside.evidence.money import exactly
from bedside.plan.results import Plan, TaskState
from tests.plan.plans import CERTIFIED, JOB, PASSED, keys, plan_of, task

CAS_OPENS, CAS_DEADLINE = date(2027, 10, 1), date(2027, 9, 22)
OWN_DAYS = "For orientation only: Urology may do this elsewhere and on other days."


def aiming_at(*specialties: str, programs: int = 60, **parts: Any) -> Plan:
    target = {"match_year": 2028, "specialties": list(specialties), "programs_planned": programs}
    return plan_of(JOB, exams=PASSED, certificate=CERTIFIED, target=target, **parts)


def applying(plan: Plan) -> dict[str, str]:
    return {one.key: one.title for one in plan.roadmap.tasks if one.key.startswith("application.")}


@pytest.mark.parametrize("specialties", [("EM", "IM"), ("IM", "EM")])
def test_each_service_has_its_registration_documents_and_submission(specialties: tuple[str, ...]) -> None:
    eras, cas = "ERAS, for Internal Medicine", "ResidencyCAS, for Emergency Medicine"
    documents = "See the dean's letter, the medical school transcript and the photo in the application"
    assert applying(aiming_at(*specialties)) == {
        "application.token": "Get the token and register with MyERAS",
        "application.token.residencycas": "Register with ResidencyCAS",
        "application.transcript": f"Release the USMLE transcript: {eras}",
        "application.transcript.residencycas": f"Release the USMLE transcript: {cas}",
        "application.documents": f"{documents}: {eras}",
        "application.documents.residencycas": f"{documents}: {cas}",
        "application.review": "Read the whole application once more, aloud, with someone",
        "application.submit": f"Submit: {eras}",
        "application.submit.residencycas": f"Submit: {cas}",
    }


def test_each_service_has_its_own_days() -> None:
    plan = aiming_at("EM", "IM")
    due = {
        key: task(plan, key).latest_finish
        for key in applying(plan)
        if key.startswith(("application.submit", "application.doc"))
    }
    assert due == {
        "application.submit": date(2027, 9, 21),
        "application.submit.residencycas": CAS_DEADLINE,
        "application.documents": date(2027, 9, 15),
        "application.documents.residencycas": date(2027, 9, 24),
    }


def test_each_service_is_paid_what_goes_through_it() -> None:
    plan = aiming_at("EM", "IM")
    names = ("token", "token.residencycas", "submit", "submit.residencycas")
    assert [task(plan, f"application.{name}").cost for name in names] == [
        exactly(185), None, exactly(330), exactly(315),
    ]  # fmt: skip


def test_the_last_reading_waits_for_both_registrations() -> None:
    waits_for = set(task(aiming_at("EM", "IM"), "application.review").depends_on)
    assert waits_for >= {"application.token", "application.token.residencycas"}


def test_one_service_keeps_its_plain_tasks() -> None:
    found = applying(aiming_at("EM"))
    assert (found["application.token"], found["application.submit"], len(found)) == (
        "Register with ResidencyCAS", "Submit", 5,
    )  # fmt: skip


def test_between_the_two_days_the_later_service_can_still_be_applied_through() -> None:
    plan = aiming_at("IM", "EM", as_of=date(2027, 9, 27))
    assert applying(plan)["application.submit"] == "Submit: ResidencyCAS, for Emergency Medicine"
    assert "decide.season" not in keys(plan)


def test_once_both_have_opened_files_the_season_is_missed() -> None:
    plan = aiming_at("IM", "EM", as_of=CAS_OPENS)
    assert (applying(plan), "decide.season" in keys(plan)) == ({}, True)


def test_a_match_of_its_own_is_looked_up_and_nothing_of_it_is_stated_as_fact() -> None:
    plan = aiming_at("Urology")
    look_up = task(plan, "application.token")
    assert (look_up.title, look_up.cost, look_up.state) == (
        "Look up the match of Urology: where to register, apply and rank, and by which days", None, TaskState.PLANNED,
    )  # fmt: skip
    assert next(reason.figure.name for reason in look_up.because if reason.figure) == "specialty.service.urology"
    for key in ("application.submit", "application.documents", "application.transcript", "nrmp.rank-list"):
        assert task(plan, key).why.startswith(OWN_DAYS)
    assert task(plan, "application.review").why == "Same dates, same titles, same story everywhere."
    register = task(plan, "nrmp.register")
    assert (register.title, register.cost) == (
        "Ask whether you need the NRMP beside your own match, and register if so", None,
    )  # fmt: skip


def test_beside_another_specialty_a_match_of_its_own_is_one_task_more() -> None:
    plan = aiming_at("IM", "Urology")
    assert applying(plan)["application.own-match"] == (
        "Look up the match of Urology: where to register, apply and rank, and by which days"
    )
    assert applying(plan)["application.token"] == "Get the token and register with MyERAS"
    assert task(plan, "nrmp.register").title == "Register with the NRMP"
    assert task(plan, "nrmp.rank-list").why.endswith(OWN_DAYS)


def test_looking_up_a_match_of_its_own_is_not_late_once_the_season_is_open() -> None:
    assert task(aiming_at("IM", "Urology", as_of=date(2027, 6, 20)), "application.own-match").state is TaskState.PLANNED
