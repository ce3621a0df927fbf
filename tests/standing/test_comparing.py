"""Two dossiers side by side: nobody's past changes, and what does is named."""

from __future__ import annotations

from datetime import date
from typing import Any

from bedside.applicant.file.parsing import parse_content
from bedside.evidence.library import load_evidence
from bedside.standing.comparing import Comparison, Rewriting, compare
from bedside.standing.standing import stand

AS_OF = date(2026, 11, 22)
EVIDENCE = load_evidence()
JOB = {
    "title": "Analyst",
    "organization": "XYZ",
    "kind": "job",
    "from": "2021-03",
    "to": "present",
    "contact": "none",
}
VOLUNTEER = JOB | {"title": "Volunteer", "organization": "Clinic", "kind": "volunteering", "from": "2024"}
PASSED = {"exam": "Step 1", "result": "passed", "date": "2018-06-18"}
FAILED = {"exam": "Step 2 CK", "result": "failed", "date": "2019-08-15", "score": 205}


def compared(before: dict[str, Any], after: dict[str, Any]) -> Comparison:
    content = {
        "schema_version": 1,
        "identity": {"name": "A B"},
        "medical_school": {"country": "Peru", "graduated": 2018},
    }
    one, two = (parse_content(content | part, "a", AS_OF).dossier for part in (before, after))
    return compare(one, two, stand(one, AS_OF, EVIDENCE), stand(two, AS_OF, EVIDENCE))


def ways(before: dict[str, Any], after: dict[str, Any]) -> list[Rewriting]:
    return [one.how for one in compared(before, after).rewritten]


def test_a_job_that_became_another_in_the_same_years_is_named_as_a_rewritten_past() -> None:
    other = JOB | {"title": "Research coordinator", "organization": "A hospital", "kind": "research"}
    (found,) = compared({"experiences": [JOB]}, {"experiences": [other]}).rewritten
    assert (found.how, found.before, found.after) == (
        Rewriting.ANOTHER_PLACE,
        "Analyst, XYZ, March 2021 to present",
        "Research coordinator, A hospital, March 2021 to present",
    )
    assert "Nobody's past changes" in found.says


def test_another_title_at_the_same_place_is_told_apart_from_another_job() -> None:
    assert ways({"experiences": [JOB]}, {"experiences": [JOB | {"title": "Data analyst, diabetes"}]}) == [
        Rewriting.ANOTHER_TITLE
    ]


def test_the_same_job_told_in_more_detail_is_no_rewriting() -> None:
    fuller = JOB | {"title": "analyst", "duties": "Reads claims of 50,000 members.", "from": "2021-03-15"}
    assert ways({"experiences": [JOB]}, {"experiences": [fuller]}) == []


def test_a_job_that_ended_and_a_new_one_after_it_are_no_rewriting_but_what_is_missing_is() -> None:
    later = JOB | {"title": "Coordinator", "organization": "B", "from": "2025-01"}
    ended = JOB | {"to": "2024-12"}
    found = compared({"experiences": [ended]}, {"experiences": [ended, later]})
    assert (found.rewritten, found.added) == ((), ("Coordinator, B, January 2025 to present",))
    assert ways({"experiences": [ended]}, {"experiences": [later]}) == [Rewriting.LEFT_OUT]


def test_volunteering_beside_a_job_does_not_stand_in_for_it() -> None:
    assert ways({"experiences": [JOB]}, {"experiences": [VOLUNTEER | {"from": "2021-03"}]}) == [Rewriting.LEFT_OUT]


def test_a_failed_attempt_that_disappears_is_named_and_one_that_is_added_is_not() -> None:
    assert ways({"exams": [PASSED, FAILED]}, {"exams": [PASSED]}) == [Rewriting.ATTEMPT]
    assert ways({"exams": [PASSED]}, {"exams": [PASSED, FAILED]}) == []


def test_a_score_that_changes_is_named() -> None:
    assert ways({"exams": [FAILED]}, {"exams": [FAILED | {"score": 214}]}) == [Rewriting.ATTEMPT]


def test_another_graduation_is_no_file_of_the_same_person() -> None:
    other = {"medical_school": {"country": "Peru", "graduated": 2020}}
    assert ways({}, other) == [Rewriting.PERSON]
    assert ways({}, {"medical_school": {"country": "Peru", "graduated": "2018-05"}}) == []


def test_two_files_that_are_the_same_differ_in_nothing() -> None:
    found = compared({"experiences": [JOB], "exams": [FAILED]}, {"experiences": [JOB], "exams": [FAILED]})
    assert found.says == "No level differs, and the past is told the same way in both."
    assert found.fixed == (
        "Graduation: 2018",
        "Country of the medical school: Peru",
        "Step 2 CK failed, 205, 15 August 2019",
    )


def test_a_failed_attempt_told_as_passed_on_the_same_day_stands_beside_what_it_was() -> None:
    passed = FAILED | {"result": "passed", "date": "2020-06-01", "score": 221}
    found = compared({"exams": [FAILED, passed]}, {"exams": [FAILED | {"result": "passed"}, passed]})
    assert [(one.before, one.after) for one in found.rewritten] == [
        ("Step 2 CK failed, 205, 15 August 2019", "Step 2 CK passed, 205, 15 August 2019")
    ]


def test_applications_that_differ_stand_beside_each_other_and_those_alike_do_not() -> None:
    alike = {"program": "Lakeview", "state": "invited", "interview": "2026-11-30"}
    before = [alike, {"program": "Hillside", "signal": "gold"}, {"program": "Riverside", "state": "refused"}]
    after = [
        alike | {"note": "A kind resident."},
        {"program": "hillside", "name": "Hillside Hospital", "state": "invited", "signal": "gold", "rank": 1},
        {"program": "Seaside", "state": "planned"},
    ]
    found = compared({"applications": before}, {"applications": after}).applications
    assert [(one.program, one.before, one.after) for one in found] == [
        ("Hillside Hospital", "planned, gold signal", "invited, gold signal, place 1"),
        ("Riverside", "refused", "–"),
        ("Seaside", "–", "planned"),
    ]


def test_another_match_or_another_track_of_a_program_is_another_application() -> None:
    before = [{"program": "Hillside", "match_year": 2027, "track": "1234140C0"}]
    after = [
        {"program": "Hillside", "match_year": 2028, "track": "1234140C0"},
        {"program": "Hillside", "match_year": 2027, "track": "1234140P0"},
    ]
    found = compared({"applications": before}, {"applications": after}).applications
    assert [(one.before, one.after) for one in found] == [("planned", "–"), ("–", "planned"), ("–", "planned")]
