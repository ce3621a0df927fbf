"""Where an applicant stands is looked up before anything that costs much or is hard to undo."""

from __future__ import annotations

from tests.plan.plans import plan_of_example, task

FIRST = "Look that up before anything that costs much or is hard to undo"


def test_a_place_is_asked_and_paid_for_only_after_what_is_unknown_was_looked_up() -> None:
    plan = plan_of_example("before")
    assert "decide.record" in task(plan, "clinical.ask").depends_on
    assert task(plan, "decide.record").finish < task(plan, "clinical.ask").start


def test_what_is_unknown_stands_before_leaving_a_job_paying_and_buying() -> None:
    assert [FIRST in note for note in plan_of_example("before").roadmap.notes].count(True) == 1


def test_who_has_told_everything_is_not_held_back() -> None:
    plan = plan_of_example("opt-research-coordinator")
    assert [note for note in plan.roadmap.notes if FIRST in note] == []
    assert [one for one in plan.roadmap.tasks if one.key == "decide.record" or "decide.record" in one.depends_on] == []
