"""Six answers become the content of a dossier: what is unknown is left out, and no hour is invented."""

from __future__ import annotations

from math import inf
from typing import Any

import pytest

from bedside.applicant.file.parsing import parse_content
from bedside.applicant.left_open import left_open, not_known
from bedside.applicant.measures import measure
from bedside.applicant.six_answers import SixAnswers, content_of, mistakes_in
from bedside.evidence.library import load_evidence
from tests.applicant.dossiers import AS_OF

SCHOOL = {"graduated": "2018", "country": "India"}


def content(**answers: str) -> dict[str, Any]:
    return content_of(SixAnswers(**SCHOOL | answers), "My plan", AS_OF)


def us_clinical_months(**answers: str) -> tuple[float, float]:
    dossier = parse_content(content(**answers), "answers", AS_OF).dossier
    months = measure(dossier, AS_OF, AS_OF, load_evidence()).us_clinical_months
    return round(months.low, 1), round(months.high, 1)


def test_the_school_alone_is_a_dossier() -> None:
    assert content() == {
        "schema_version": 1,
        "identity": {"name": "My plan"},
        "medical_school": {"country": "India", "graduated": "2018"},
        "exams": [],
        "experiences": [],
        "timeline": {"complete": "no"},
    }


def test_an_exam_left_open_is_not_said_to_be_not_taken() -> None:
    assert content(step_1="not taken", step_3="not taken")["exams_not_taken"] == ["Step 1", "Step 3"]
    assert "exams_not_taken" not in content(step_1="passed first time")


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"job": "Research", "job_since": "2023"}, None),
        ({"experience": "none"}, ["US clinical experience"]),
        ({"experience": "hands-on", "experience_weeks": "8"}, None),
        (
            {"experience": "hands-on", "experience_weeks": "8", "experience_ended": "2025-04"},
            ["US clinical experience"],
        ),
        (
            {"contact": "hands-on", "contact_when": "2019", "contact_where": "abroad"},
            ["last contact with patients"],
        ),
        ({"contact": "hands-on", "contact_when": "2019"}, None),
    ],
)
def test_only_what_was_answered_is_told_in_full(answers: dict[str, str], told: list[str] | None) -> None:
    assert content(**answers)["timeline"].get("told_in_full") == told


def test_us_clinical_experience_left_open_is_any_number_of_months_and_none_is_none() -> None:
    assert us_clinical_months(job="Research", job_since="2023") == (0, inf)
    assert us_clinical_months(experience="none") == (0, 0)


@pytest.mark.parametrize(
    ("answer", "results"),
    [
        ("", []),
        ("not taken", []),
        ("passed first time", ["passed"]),
        ("passed after one failed attempt", ["failed", "passed"]),
        ("failed once", ["failed"]),
        ("waiting", ["waiting"]),
    ],
)
def test_an_exam_has_its_attempts_and_no_date(answer: str, results: list[str]) -> None:
    assert content(step_1=answer)["exams"] == [{"exam": "Step 1", "result": result} for result in results]


def test_two_or_more_failed_attempts_are_two_and_a_note_that_there_may_be_more() -> None:
    note = "Told as at least two failed attempts: if there were more, put in every one."
    failed = [{"exam": "Step 1", "result": "failed"}, {"exam": "Step 1", "result": "failed", "note": note}]
    assert content(step_1="failed more than once")["exams"] == failed
    passed = {"exam": "Step 1", "result": "passed"}
    assert content(step_1="passed after two or more failed attempts")["exams"] == [*failed, passed]


def test_a_job_without_its_beginning_is_left_out() -> None:
    assert content(job="Research")["experiences"] == []


def test_a_job_has_hours_only_where_they_were_told() -> None:
    job = {"title": "Research", "kind": "research", "from": "2023-03", "to": "present", "contact": "none"}
    assert content(job="Research", job_since="2023-03")["experiences"] == [job]
    assert content(job="Research", job_since="2023-03", job_hours="40")["experiences"] == [
        job | {"hours_per_week": 40.0}
    ]


def test_scribing_is_beside_patients() -> None:
    [job] = content(job="Scribe or medical assistant", job_since="2023")["experiences"]
    assert job["contact"] == "clinical-adjacent"


def test_weeks_are_counted_as_told_wherever_they_lie_in_the_month() -> None:
    told = {"experience": "hands-on", "experience_weeks": "8", "experience_ended": "2025-04"}
    assert us_clinical_months(**told, experience_hours="40") == (2.0, 2.0)


def test_weeks_in_a_bare_year_are_at_most_as_many_as_told() -> None:
    told = {"experience": "hands-on", "experience_weeks": "8", "experience_ended": "2024", "experience_hours": "40"}
    low, high = us_clinical_months(**told)
    assert low < high == 2.0


def test_weeks_without_an_end_are_placed_by_the_last_contact_in_the_us() -> None:
    contact = {"contact": "hands-on", "contact_when": "2025-04", "contact_where": "in the US"}
    told = {"experience": "hands-on", "experience_weeks": "8", "experience_hours": "40"}
    assert us_clinical_months(**told, **contact) == (2.0, 2.0)


def test_the_last_contact_is_not_counted_a_second_time() -> None:
    contact = {"contact": "observer", "contact_when": "2025-04", "contact_where": "in the US"}
    told = {"experience": "observership", "experience_weeks": "4", "experience_ended": "2025-04"}
    assert [one["title"] for one in content(**told, **contact)["experiences"]] == ["Observership"]


def test_weeks_with_neither_end_nor_contact_are_left_out_and_named() -> None:
    answers = SixAnswers(**SCHOOL, experience="hands-on", experience_weeks="8")
    assert content_of(answers, "My plan", AS_OF)["experiences"] == []
    assert "experience_weeks" in {one.answer for one in left_open(answers)}


def test_contact_before_graduation_was_as_a_student() -> None:
    [contact] = content(contact="hands-on", contact_when="2016-05", contact_where="abroad")["experiences"]
    assert (contact["as"], contact["country"]) == ("student", "Outside the United States")


def test_contact_of_which_the_country_is_open_is_left_out() -> None:
    assert content(contact="hands-on", contact_when="2016-05")["experiences"] == []


def test_contact_that_goes_on_goes_on() -> None:
    [contact] = content(contact="observer", contact_when="present", contact_where="in the US")["experiences"]
    assert (contact["from"], contact["to"]) == (str(AS_OF)[:7], "present")


def test_every_mistake_is_told_at_once_at_its_own_question() -> None:
    answers = SixAnswers(
        graduated="2031",
        country="India",
        job="Research",
        job_since="2032",
        job_hours="many",
        contact="hands-on",
        contact_when="2033",
        contact_where="abroad",
        experience="hands-on",
        experience_weeks="-1",
        experience_ended="30 February",
    )
    assert sorted(mistakes_in(answers, AS_OF)) == [
        "contact_when",
        "experience_ended",
        "experience_weeks",
        "graduated",
        "job_hours",
        "job_since",
    ]


def test_answers_without_a_school_have_no_mistake_because_of_it() -> None:
    assert mistakes_in(SixAnswers(step_1="failed once", job="Research", job_since="2020"), AS_OF) == {}


def test_no_sentence_about_a_mistake_names_a_field_of_the_file() -> None:
    told = mistakes_in(SixAnswers(**SCHOOL, job="Research", job_since="2032"), AS_OF)
    assert [sentence for sentences in told.values() for sentence in sentences if "`" in sentence] == []


def test_what_is_open_is_unknown_and_never_low() -> None:
    assert not_known(SixAnswers(**SCHOOL)) == {
        "gaps",
        "failures",
        "exams-passed",
        "us-clinical-experience",
        "non-clinical-time",
    }


def test_a_failure_is_known_while_another_exam_is_open() -> None:
    assert "failures" not in not_known(SixAnswers(**SCHOOL, step_1="failed once"))


def test_what_was_never_asked_is_always_named() -> None:
    assert left_open(SixAnswers())[-1].what == "What you did between school and now"
