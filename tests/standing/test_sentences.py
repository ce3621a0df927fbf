"""Sentences of standing that say exactly what is missing, and no more."""

from __future__ import annotations

from typing import Any

import pytest

from bedside.evidence.library import load_evidence
from bedside.standing.results import Row, Standing, State
from bedside.standing.standing import stand
from tests.applicant.dossiers import AS_OF, a_dossier, an_experience

OBSERVERSHIP = {"kind": "rotation", "contact": "observer", "structure": "structured"}


def standing_of(*experiences: dict[str, Any], **parts: Any) -> Standing:
    return stand(a_dossier(*experiences, **{"target": {"match_year": 2028}, **parts}), AS_OF, load_evidence())


def row(standing: Standing, name: str) -> Row:
    return next(one for one in standing.write_out if one.name == name)


@pytest.mark.parametrize(
    ("start", "says"),
    [
        ("2022-06-13", "since 13 June 2022 (4 years and 5 months)"),
        ("2025-11-22", "since 22 November 2025 (1 year)"),
        ("2026-10", "since October 2026 (1 month)"),
        ("2026-11-20", "since 20 November 2026 (0 months)"),
        ("2021", "since 2021 (5 years at most)"),
        ("2026", "since 2026 (less than a year)"),
    ],
)
def test_the_current_job_says_how_long_it_has_lasted(start: str, says: str) -> None:
    job = an_experience(start, "present", title="Analyst")
    assert row(standing_of(job), "current-job").says == f"Analyst, {says}"


def test_a_job_beside_the_clinic_alone_does_not_answer_when_a_patient_was_last_examined() -> None:
    scribe = an_experience("2023-01-01", "present", title="Scribe", contact="clinical-adjacent")
    last = row(standing_of(scribe), "last-contact")
    assert (last.says, last.complete) == (
        "going on: Scribe (clinical-adjacent, United States). "
        "Hands-on or observing: not in your file, medical school included.",
        False,
    )


def test_an_explanation_without_a_receipt_says_that_only_the_receipt_is_missing() -> None:
    standing = standing_of(
        an_experience("2021-01-01", "present"),
        graduated=2019,
        explanations=[{"from": "2020-01-01", "to": "2020-12-31", "reason": "I cared for my father."}],
    )
    gaps = next(factor for factor in standing.risk_factors if factor.name == "gaps")
    assert gaps.what_would_change_it == (
        "The explanation from 1 January 2020 on still lacks a receipt: something that proves it."
    )


def test_the_hours_that_are_missing_for_low_are_counted() -> None:
    rotation = an_experience("2026-03-02", "2026-03-27", hours_per_week=40, **OBSERVERSHIP)
    factor = next(one for one in standing_of(rotation).risk_factors if one.name == "us-clinical-experience")
    assert factor.what_would_change_it.startswith("For Low, 320 more hours done before programs open files. ")


def test_letters_of_which_nothing_is_told_are_unknown_and_not_silent() -> None:
    standing = standing_of(letters=[{"writer": "Dr. Ward", "kind": "US attending", "written": 2026}])
    flag = next(one for one in standing.red_flags if one.name == "attempts-and-scores")
    letters = next(one for one in flag.counters if "letters" in one.says)
    assert letters.state is State.UNKNOWN


def test_step_3_before_certification_asks_for_certification_and_not_for_yesterday() -> None:
    standing = standing_of(certificate={"state": "not started"})
    gate = next(one for one in standing.gates if one.name == "certificate.step-3-application")
    assert gate.what_would_change_it == "Finish certification first; Step 3 can be applied for after that."


def test_what_a_file_does_not_hold_is_not_told_as_if_it_were_known() -> None:
    gates = {one.name: one.says for one in stand(a_dossier(), AS_OF, load_evidence()).gates}
    assert gates["step-3-order"] == "No Step 3 is in your file, taken or booked."
    assert gates["seven-years"] == "No pass is in your file; the clock starts with the first."
    by = "By graduation, and with no licence in your file"
    assert gates["pathway-route"] == f"{by}, Pathway 6 is the route that is left."


def test_a_job_that_does_not_say_whether_physicians_are_near_may_be_with_them() -> None:
    def says(**job: str) -> dict[str, State]:
        found = stand(a_dossier(an_experience("2022-01-03", "present", **job)), AS_OF, load_evidence())
        return {one.says: one.state for flag in found.red_flags for one in flag.counters}

    counter = "Research, or a job that works with physicians, going on."
    assert says()[counter] is State.UNKNOWN
    assert says(physician_contact="Weekly meeting")[counter] is State.MET
