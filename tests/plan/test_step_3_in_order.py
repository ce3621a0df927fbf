"""Step 3 comes after Step 2 CK, and a seat counts only with a certificate that is valid on its days."""

from __future__ import annotations

from datetime import date
from typing import Any

from bedside.evidence.library import load_evidence
from bedside.plan.plan import make_plan
from bedside.plan.results import Plan
from bedside.standing.results import State
from bedside.standing.standing import stand
from tests.applicant.dossiers import AS_OF, a_dossier

FAILED = [
    {"exam": "Step 1", "date": "2022-03-01", "result": "passed"},
    {"exam": "Step 2 CK", "date": "2024-03-01", "result": "failed", "score": 209},
]
PASSED = [*FAILED, {"exam": "Step 2 CK", "date": "2025-03-03", "result": "passed", "score": 226}]
SEAT = {
    "title": "Step 3",
    "kind": "exam",
    "exam": "Step 3",
    "from": "2027-02-10",
    "to": "2027-02-11",
    "confirmed": "yes",
}


def plan_of(**parts: Any) -> Plan:
    target = {"match_year": 2028, "specialties": ["Internal Medicine"]}
    dossier, evidence = a_dossier(target=target, **parts), load_evidence()
    return make_plan(dossier, stand(dossier, AS_OF, evidence), AS_OF, evidence)


def days(plan: Plan, key: str) -> list[tuple[date, date]]:
    return [(task.start, task.finish) for task in plan.roadmap.tasks if task.key == key]


def test_studying_for_step_3_begins_after_the_result_of_step_2_ck() -> None:
    plan = plan_of(exams=FAILED, certificate={"state": "not started"})
    ((_, result),) = days(plan, "exam.step-2-ck.result-attempt-2")
    assert [start > result for start, _ in days(plan, "step3.study")] == [True]


def test_a_seat_on_an_expired_certificate_is_not_called_met() -> None:
    def audited(expires: str) -> State:
        certificate = {"state": "issued", "issued": "2025-06-02", "expires": expires}
        return plan_of(exams=PASSED, certificate=certificate, bookings=[SEAT]).calendar_audit.items[3].state

    assert (audited("never"), audited("2026-12-31")) == (State.MET, State.UNKNOWN)
