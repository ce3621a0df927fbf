"""What to ask for at work, by the kind of job."""

from __future__ import annotations

from typing import Any

import pytest

from bedside.applicant.job_moves import ANY_OTHER, ASSISTING, PLAN_DATA, RECORDS, RESEARCH, SAFETY, Move, move_for
from bedside.applicant.parts.experience import Experience
from tests.applicant.dossiers import an_experience
from tests.plan.plans import JOB, keys, plan_of, plan_of_example, task


def titled(title: str, **parts: Any) -> Experience:
    return Experience.model_validate(an_experience("2022-01-03", "present", **{"title": title, **parts}))


@pytest.mark.parametrize(
    ("title", "move"),
    [
        ("Quality analyst, diabetes and readmissions", PLAN_DATA),
        ("Data analyst", PLAN_DATA),
        ("IT support, ambulatory clinics", RECORDS),
        ("Epic analyst", RECORDS),
        ("Drug safety associate", SAFETY),
        ("Clinical research coordinator, stroke", RESEARCH),
        ("Medical scribe, emergency department", ASSISTING),
        ("Certified medical assistant", ASSISTING),
        ("Barista", ANY_OTHER),
        ("Auditor", ANY_OTHER),
    ],
)
def test_the_title_decides_first(title: str, move: Move) -> None:
    assert move_for(titled(title)) == move


def test_a_title_that_says_nothing_leaves_it_to_the_duties_and_the_place() -> None:
    assert move_for(titled("Associate", duties="Reviews adverse event reports.")) == SAFETY
    assert move_for(titled("Associate", organization="Meridian Valley Health Plan")) == PLAN_DATA
    assert move_for(titled("Associate", kind="research")) == RESEARCH
    assert move_for(titled("Associate", duties="Takes the call and passes it on.")) == ANY_OTHER


def test_the_quality_analyst_is_asked_to_come_nearer_and_keeps_the_title() -> None:
    found = task(plan_of_example("h1b-quality-analyst"), "job.align")
    assert found.why == (
        "Ask for the numbers that stand for patients: how well diabetes is controlled, who is readmitted and why, "
        "which quality measure is missed. Find a physician to read them with, and see one change through in a clinic. "
        "Keep your true title, and rename nothing in the past."
    )
    assert found.check_status_first


def test_research_is_asked_for_in_the_clinics_of_the_specialty() -> None:
    found = task(plan_of_example("opt-research-coordinator"), "job.align")
    assert found.why.startswith("Ask for studies that run in the Neurology clinics, and to be there when patients")


def test_whoever_treats_patients_already_is_asked_for_nothing() -> None:
    assert "job.align" not in keys(plan_of({**JOB, "kind": "clinical practice", "contact": "hands-on"}))


def test_no_advice_names_another_title() -> None:
    moves = (PLAN_DATA, RECORDS, SAFETY, RESEARCH, ASSISTING, ANY_OTHER)
    assert [move for move in moves if "title" in move.ask or "call yourself" in move.ask] == []
