"""The ten events of the article's timeline: each becomes a task of a worked plan, in its period and its months."""

from __future__ import annotations

import pytest

from bedside.plan.results import Period, Plan
from tests.plan.plans import plan_of_example, task

EVENTS = {
    "R48 profile, specialty and year are settled": ("decide.decision", Period.SET_UP),
    "R49 experience is looked for": ("clinical.search", Period.SET_UP),
    "R50 volunteering begins": ("volunteering.find", Period.SET_UP),
    "R51 a rotation is done": ("clinical.rotation-3", Period.REBUILD),
    "R51 its letter is asked for": ("letters.from-booked.rotation-2027-06-07", Period.REBUILD),
    "R52 the job moves closer": ("job.align", Period.REBUILD),
    "R53 the statement is written": ("story.personal-statement", Period.REBUILD),
    "R53 the programs are listed": ("story.program-list", Period.REBUILD),
    "R54 the documents are there": ("application.documents", Period.SUBMIT),
    "R54 the application is submitted": ("application.submit", Period.SUBMIT),
    "R56 interviews": ("interviews.season", Period.SEASON),
    "R57 after the Match": ("after.unmatched", Period.SEASON),
}


@pytest.fixture(scope="module")
def plan() -> Plan:
    """The plan of the quality analyst, who has to do every one of them."""
    return plan_of_example("h1b-quality-analyst")


@pytest.mark.parametrize("event", EVENTS)
def test_an_event_is_a_task_of_its_period(plan: Plan, event: str) -> None:
    key, period = EVENTS[event]
    assert task(plan, key).period == period


def test_the_events_follow_one_another(plan: Plan) -> None:
    in_order = ("clinical.search", "clinical.rotation-3", "application.submit", "interviews.season", "after.unmatched")
    starts = [task(plan, key).start for key in in_order]
    assert starts == sorted(starts)


def test_clinical_contact_goes_on_through_submission_and_interviews(plan: Plan) -> None:
    """R55."""
    contact = task(plan, "volunteering.weekly")
    assert contact.start < task(plan, "application.submit").start
    assert contact.finish >= task(plan, "interviews.season").finish
