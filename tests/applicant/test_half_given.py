"""Nothing typed into the six questions is dropped: what is half given is asked for, and no day to come is taken."""

from __future__ import annotations

import pytest

from bedside.applicant.half_given import to_put_right
from bedside.applicant.six_answers import SixAnswers
from tests.applicant.dossiers import AS_OF


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({}, []),
        ({"job": "Research", "job_since": "2023"}, []),
        ({"job": "Research"}, ["job_since"]),
        ({"job_since": "2023", "job_hours": "40"}, ["job_hours", "job_since"]),
        ({"job": "No job now", "job_hours": "40"}, ["job_hours"]),
        ({"contact_when": "2019"}, ["contact", "contact_where"]),
        ({"contact_when": "present", "contact": "observer"}, ["contact_where"]),
        ({"contact_where": "abroad", "contact": "hands-on"}, ["contact_when"]),
        ({"experience_weeks": "8"}, ["experience_weeks"]),
        ({"experience": "none", "experience_ended": "2025"}, ["experience_ended"]),
        ({"experience": "hands-on"}, ["experience_ended", "experience_weeks"]),
        ({"experience": "hands-on", "experience_weeks": "0", "experience_ended": "2025"}, ["experience_weeks"]),
        ({"experience": "hands-on", "experience_weeks": "8", "experience_ended": "2025"}, []),
    ],
)
def test_what_is_half_given_is_asked_for_at_its_question(answers: dict[str, str], asked: list[str]) -> None:
    assert sorted(to_put_right(SixAnswers(**answers), AS_OF)) == asked


def test_the_last_contact_in_the_us_says_when_the_experience_ended_unless_it_goes_on() -> None:
    told = {"experience": "hands-on", "experience_weeks": "8", "contact": "hands-on", "contact_where": "in the US"}
    assert to_put_right(SixAnswers(**told, contact_when="2025-04"), AS_OF) == {}
    assert list(to_put_right(SixAnswers(**told, contact_when="present"), AS_OF)) == ["experience_ended"]


@pytest.mark.parametrize("field", ["graduated", "job_since", "contact_when", "experience_ended"])
def test_a_date_to_come_is_refused_whatever_else_was_said(field: str) -> None:
    told = to_put_right(SixAnswers(**{field: "2031-06"}), AS_OF)
    assert told[field] == ("June 2031 has not come yet. Write a date that is past, or leave it empty.",)


def test_a_number_that_cannot_be_read_is_told_as_such() -> None:
    told = to_put_right(SixAnswers(job="Research", job_since="2020", job_hours="many"), AS_OF)
    assert told == {"job_hours": ("Write a number from 0 to 168, or leave it empty.",)}
