"""Messages hold points in the applicant's case, and what volunteering shows is told with its source."""

from __future__ import annotations

import pytest

from bedside.clinical.letters import fact_sheet, letters
from bedside.clinical.outreach import outreach
from bedside.clinical.requests import requests
from bedside.clinical.results import Request
from bedside.clinical.volunteering import volunteering
from bedside.evidence.library import load_evidence
from tests.applicant.dossiers import AS_OF, a_dossier, an_experience

FILES_OPENED = AS_OF.replace(year=2027)


def request_about(title: str, **parts: object) -> Request:
    return next(one for one in requests(a_dossier(**parts), load_evidence()) if one.title == title)


def test_a_manager_is_asked_for_a_block_of_leave_unpaid_days_and_longer_shifts() -> None:
    constraints = {"paid_leave": {"days_per_year": 12}, "unpaid_leave_days": 10, "shift_pattern": "5x8"}
    assert request_about("Time off from work", constraints=constraints).holds[1:4] == (
        "how many of your 12 days of paid leave you would use, in one block",
        "up to 10 days without pay",
        "four days of ten hours in place of five of eight, for some months, so that one weekday is free",
    )


def test_whoever_works_four_tens_already_is_not_told_to_ask_for_them() -> None:
    held = request_about("Time off from work", constraints={"shift_pattern": "4x10"}).holds
    assert [point for point in held if "ten hours" in point] == []


@pytest.mark.parametrize(
    ("status", "checks"),
    [(None, True), ("H-1B", True), ("F-1 OPT", True), ("unknown", True), ("US citizen", False)],
)
def test_the_status_is_checked_first_unless_it_is_free_of_conditions(status: str | None, checks: bool) -> None:
    parts = {} if status is None else {"status": {"kind": status}}
    both = [request_about(title, **parts) for title in ("An enquiry about a place", "Time off from work")]
    assert [(one.check_status_first, bool(one.ask_first)) for one in both] == [(checks, checks)] * 2


def test_what_is_published_about_the_status_stands_behind_it() -> None:
    because = request_about("Time off from work", status={"kind": "H-1B"}).because
    names = [reason.figure.name for reason in because if reason.figure]
    assert names == ["article.leave.to-ask-for", "status.h1b.outside-work", "status.h1b.leave-and-hours"]


def test_where_to_volunteer_and_what_it_shows_come_from_figures() -> None:
    found, evidence = volunteering(a_dossier(), AS_OF, 4, load_evidence()), load_evidence()
    assert (found.settings, found.shows) == (
        evidence.find("article.volunteering.settings").says,
        evidence.find("article.volunteering.shows").says,
    )


def test_hours_that_are_not_said_make_a_week_unknown_and_not_empty() -> None:
    helping = an_experience("2026-01-01", "present", kind="volunteering", contact="observer", hours_per_week=None)
    found = volunteering(a_dossier(helping), AS_OF, 4, load_evidence())
    assert {run.hours for run in found.runs} == {None}


def test_a_sheet_of_facts_has_the_time_together_and_no_failed_attempt() -> None:
    watched = an_experience(
        "2026-03-02", "2026-03-27", title="Observership", kind="rotation", contact="observer", supervisor="Rosa Delgado"
    )
    exams = [
        {"exam": "Step 1", "result": "failed", "date": "2020-01-02"},
        {"exam": "Step 1", "result": "passed", "date": "2020-06-02"},
    ]
    held = [{"writer": "Dr. Rosa Delgado, MD", "kind": "US attending", "speaks_to": ["teachability"]}]
    dossier = a_dossier(watched, exams=exams, letters=held)
    sheet = fact_sheet(dossier, dossier.letters[0], FILES_OPENED)
    facts = dict(sheet.facts)
    assert (facts["Our time together"], facts["Passed"]) == ("Observership, 2 March 2026 to 27 March 2026", "Step 1")
    assert sheet.asks == ("Teachability: something you corrected, and what I did with it.",)


def test_a_letter_not_asked_for_after_files_were_opened_is_not_given_a_day_gone_by() -> None:
    dossier = a_dossier(letters=[{"writer": "Dr. Lee", "kind": "US attending"}])
    found = letters(dossier, AS_OF, AS_OF.replace(month=9), load_evidence())
    assert found.letters[0].next_step.startswith("Files of this season are open already.")


def test_no_days_of_leave_are_not_asked_for() -> None:
    none = {"paid_leave": {"days_per_year": 0}, "unpaid_leave_days": 0, "shift_pattern": "4x10"}
    held = request_about("Time off from work", constraints=none).holds
    assert [point for point in held if "days" in point] == []


def test_whoever_has_no_job_is_not_told_to_write_to_a_manager() -> None:
    done = an_experience("2020-01-01", "2021-01-01", kind="job")
    titles = [one.title for one in requests(a_dossier(done), load_evidence())]
    assert titles == ["An enquiry about a place", "A letter"]


def test_the_rate_of_answers_is_that_of_ones_own_messages() -> None:
    sent = [{"to": "Dr. A", "kind": "letter", "sent": "2026-01-02", "answer": answer} for answer in ("yes", "waiting")]
    sent.append({"to": "Dr. B", "kind": "letter", "sent": "2026-01-02", "answer": "nothing"})
    found = outreach(a_dossier(outreach=sent), AS_OF, load_evidence())
    assert found.says == "3 messages sent, 1 answered (33 %), 1 with a yes; 1 still waiting."


def test_what_a_sheet_of_facts_lacks_is_told_to_the_applicant_and_not_to_the_writer() -> None:
    dossier = a_dossier(letters=[{"writer": "Dr. Lee", "kind": "US attending"}])
    sheet = fact_sheet(dossier, dossier.letters[0], FILES_OPENED)
    assert [label for label, _ in sheet.facts] == ["Applicant", "Programs open files", "Medical school"]
    assert [one.partition(" is not on it")[0] for one in sheet.to_add] == [
        "Your time together",
        "The specialty you apply in",
    ]
