"""The job as a reader sees it: four questions, a first glance, seven things of an entry, and what is asked about."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from bedside.applicant.dossier import Dossier
from bedside.evidence.library import load_evidence
from bedside.story.entries import job_entry, job_on_file, job_stumbles
from bedside.story.entries.job_entry import says_what_is_done
from bedside.story.entries.job_on_file import JobOnFile
from tests.applicant.dossiers import AS_OF
from tests.story.people import a_job, an_entry, someone

CLEAR = (
    "Reads the records of 62,000 plan members with diabetes and high blood pressure. Meets two physicians of the "
    "quality team each week. Late refills fell within a year."
)


def read(dossier: Dossier) -> JobOnFile:
    return job_on_file.job_on_file(dossier, AS_OF, load_evidence())


def answers(dossier: Dossier) -> list[bool | None]:
    return [answer.holds for answer in read(dossier).questions]


def missing(dossier: Dossier) -> list[str]:
    return [answer.question for answer in read(dossier).entries[0].missing]


def test_a_bare_title_leaves_all_seven_things_to_be_asked() -> None:
    assert missing(someone(a_job("Analyst", organization="XYZ Corp"))) == [
        "A title that says what you do",
        "Whom it serves",
        "A number",
        "Conditions",
        "Physicians you work with",
        "What came of it",
        "How it grew",
    ]


def test_a_clear_title_and_sentence_lack_only_what_grew() -> None:
    assert missing(someone(a_job("Data analyst, diabetes care", duties=CLEAR))) == ["How it grew"]


def test_growth_is_read_from_what_the_file_says_changed() -> None:
    grown = a_job("Data analyst, diabetes care", duties=CLEAR, progression=[{"what": "Trains two new colleagues."}])
    assert missing(someone(grown)) == []


def test_the_entry_is_read_where_one_is_written_since_that_is_what_programs_see() -> None:
    thin = an_entry("I did analysis.", "Data analyst, diabetes care")
    found = read(someone(a_job("Data analyst, diabetes care", duties=CLEAR), drafts=[thin])).entries[0]
    assert found.read_from == "the entry you wrote"
    assert [one.question for one in found.missing] == [
        "Whom it serves",
        "A number",
        "Physicians you work with",
        "What came of it",
        "How it grew",
    ]


@pytest.mark.parametrize(
    ("title", "says"),
    [
        ("Analyst", False),
        ("Senior Associate II", False),
        ("Quality analyst", True),
        ("Scribe", True),
        ("Coordinator of the team", False),
        ("Clinical research coordinator", True),
    ],
)
def test_a_title_of_ranks_alone_does_not_say_what_is_done(title: str, says: bool) -> None:
    assert says_what_is_done(title) is says


def test_four_questions_where_the_file_says_nothing_stay_open() -> None:
    assert answers(someone(a_job("Analyst"))) == [True, None, None, None]


def test_four_questions_where_the_file_answers_all() -> None:
    clinic = {
        "title": "Volunteer",
        "kind": "volunteering",
        "from": "2024-05",
        "to": "present",
        "contact": "clinical-adjacent",
    }
    grown = a_job("Data analyst", duties=CLEAR, progression=[{"what": "Promoted."}])
    assert answers(someone(grown, clinic)) == [True, True, True, True]


def test_clinical_work_that_ended_before_the_job_does_not_stand_beside_it() -> None:
    before = {"title": "House officer", "kind": "clinical practice", "from": "2019-01", "to": "2020-01"}
    found = answers(someone(a_job("Analyst", "2022-06"), {**before, "contact": "hands-on"}))
    assert found[3] is None


def test_an_exam_taken_beside_the_job_counts_as_keeping_medicine() -> None:
    exam = {"exam": "Step 3", "date": "2025-04-10", "result": "passed", "score": 215}
    assert answers(someone(a_job("Analyst"), exams=[exam]))[3] is True


def test_ten_months_of_an_ongoing_job_are_steady_and_nine_are_not() -> None:
    assert answers(someone(a_job("Analyst", "2026-01-22")))[0] is True
    assert answers(someone(a_job("Analyst", "2026-02-23")))[0] is False


@pytest.mark.parametrize(
    ("job", "holds"),
    [
        (a_job("Data analyst, diabetes care", organization="Meridian Health Plan", duties=CLEAR), True),
        (a_job("Data analyst", organization="Meridian Health Plan", duties="Builds monthly reports."), False),
        (a_job("Data analyst", organization="Northwind", duties="Builds monthly sales reports."), False),
        (a_job("Data analyst", organization="Northwind"), None),
    ],
)
def test_at_a_glance_it_is_health_care_and_has_to_do_with_patients_or_it_is_any_office(
    job: dict[str, Any], holds: bool | None
) -> None:
    glance = read(someone(job)).at_a_glance
    assert glance is not None
    assert glance.holds is holds


@pytest.mark.parametrize(
    ("job", "words"),
    [
        (a_job("Data analyst", organization="Meridian Health Plan"), "how well diabetes is controlled"),
        (a_job("IT support", organization="Mercy Hospital"), "how clinics work in the record system"),
        (a_job("Drug safety associate"), "whether a drug explains an event"),
        (a_job("Research coordinator"), "the Internal Medicine clinics"),
    ],
)
def test_what_to_ask_for_follows_the_kind_of_job(job: dict[str, Any], words: str) -> None:
    ask_for = read(someone(job)).ask_for
    assert ask_for is not None
    assert words in ask_for


def test_nothing_is_asked_for_in_a_job_that_has_ended_or_treats_patients() -> None:
    assert read(someone(a_job("Data analyst", end="2025-01"))).ask_for is None
    assert read(someone(a_job("Physician assistant", contact="hands-on"))).ask_for is None


def stumbled(dossier: Dossier) -> list[tuple[str, str]]:
    return [(one.name, one.entry) for one in read(dossier).stumbles]


def test_two_jobs_of_nine_months_or_less_are_asked_about_and_the_one_that_goes_on_is_not() -> None:
    first, second = a_job("Scribe", "2022-01-01", "2022-06-30"), a_job("Data analyst", "2023-01-01", "2023-09-30")
    assert stumbled(someone(first, second, a_job("Data analyst", "2026-06-01"))) == [
        ("short-job", "experiences[0]"),
        ("short-job", "experiences[1]"),
    ]


def test_one_short_job_or_a_job_of_a_day_more_than_nine_months_is_no_pattern() -> None:
    first, second = a_job("Scribe", "2022-01-01", "2022-06-30"), a_job("Data analyst", "2023-01-01", "2023-10-01")
    assert stumbled(someone(first, second)) == []


def test_a_job_dated_by_months_is_given_the_longest_it_can_have_lasted() -> None:
    first, second = a_job("Scribe", "2022-01", "2022-06"), a_job("Data analyst", "2023-01", "2023-10")
    assert stumbled(someone(first, second)) == []


def test_the_reason_that_the_file_notes_is_offered_as_the_one_to_say() -> None:
    first = a_job("Scribe", "2022-01", "2022-06", note="The contract ended.")
    found = read(someone(first, a_job("Data analyst", "2023-01", "2023-05"))).stumbles
    assert (
        found[0].ask == "Your file notes: “The contract ended”. Is that the reason, and can you say it in one sentence?"
    )


@pytest.mark.parametrize(
    "title",
    [
        "Rideshare driver",
        "Retail cashier",
        "Call center agent",
        "Barista",
        "Software engineer",
        "Bank teller",
        "Teacher",
    ],
)
def test_work_outside_health_care_is_told_and_not_hidden(title: str) -> None:
    assert stumbled(someone(a_job(title))) == [("unrelated-job", "experiences[0]")]


def test_a_call_center_of_a_hospital_is_not_outside_health_care() -> None:
    assert stumbled(someone(a_job("Call center agent", organization="Mercy Hospital"))) == []


@pytest.mark.parametrize(
    ("title", "organization", "duties"),
    [
        ("Care delivery analyst", "Optum", "I read reports."),
        ("Labor and delivery scribe", "St. Anne", "I write notes."),
        ("Salesforce administrator", "Mercy", "I keep the records."),
        ("Software engineer", "Northwind", "I build the screens on which nurses chart for patients."),
    ],
)
def test_work_whose_name_only_sounds_so_is_not_outside_health_care(title: str, organization: str, duties: str) -> None:
    assert stumbled(someone(a_job(title, organization=organization, duties=duties))) == []


def test_a_job_that_no_entry_tells_is_asked_about_once_entries_are_written() -> None:
    jobs = a_job("Data analyst", organization="Northwind"), a_job("Scribe", "2020-01", "2021-12")
    assert stumbled(someone(*jobs)) == []
    assert stumbled(someone(*jobs, drafts=[an_entry("I wrote notes.", "Scribe")])) == [("hidden-job", "experiences[0]")]


def test_a_file_without_a_job_says_so() -> None:
    assert read(someone()).says == "No job is in your timeline, so there is nothing to read here."


def test_no_text_suggests_another_name_for_the_past() -> None:
    written = " ".join(
        Path(str(module.__file__)).read_text("utf-8") for module in (job_on_file, job_entry, job_stumbles)
    )
    assert (
        re.findall(r"(?i)re-?titl\w*|rename\w*|call yourself|better title|new title|change the title|title it", written)
        == []
    )


def test_that_check_bites() -> None:
    assert re.findall(r"(?i)better title", "A better title would be: coordinator.") == ["better title"]


def test_every_title_that_is_shown_is_one_of_the_file() -> None:
    dossier = someone(a_job("Analyst", organization="XYZ Corp"), a_job("Barista", "2019-01", "2019-04"))
    found = read(dossier)
    assert {found.title, *(check.title for check in found.entries)} == {"Analyst", "Barista"}
