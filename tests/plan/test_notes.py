"""What the head of the roadmap says about time agrees with the tasks below it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.plan.plans import keys, plan_of

STILL = (
    "Applications may be submitted since 1 September 2027. One submitted before 22 September 2027, when programs open "
    "files, is there with the first. One submitted later can still be sent, and counts less."
)
PAST = (
    "Programs opened the files of the 2028 Match on 22 September 2027, and none of yours is among them. What you do "
    "now shows in the season after; leaving out `target.match_year` lets Bedside propose one."
)


@pytest.mark.parametrize(
    ("as_of", "says", "is_submitted"),
    [
        (date(2027, 9, 1), STILL, True),
        (date(2027, 9, 10), STILL, True),
        (date(2027, 9, 21), STILL, True),
        (date(2027, 9, 22), PAST, False),
    ],
)
def test_until_files_are_opened_an_application_can_still_be_submitted(
    as_of: date, says: str, is_submitted: bool
) -> None:
    plan = plan_of(as_of=as_of)
    assert (plan.roadmap.notes[0], "application.submit" in keys(plan)) == (says, is_submitted)


def test_a_month_before_submission_opens_the_plan_is_called_compressed() -> None:
    assert "compressed" in plan_of(as_of=date(2027, 8, 1)).roadmap.notes[0]


def test_after_a_match_nothing_is_said_about_submitting() -> None:
    plan = plan_of(as_of=date(2028, 4, 3), cycles=[{"match_year": 2028, "result": "matched"}])
    assert [note for note in plan.roadmap.notes if "submit" in note or "opened the files" in note] == []
