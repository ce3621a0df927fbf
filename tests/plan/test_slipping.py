"""What moves when one task is late: only what waits for it, and only as far as slack does not take it up."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bedside.calendar.season import Event
from bedside.plan.days.slipping import MOST_WEEKS, Slip, can_slip, slip
from bedside.plan.results import Plan, TaskState
from tests.plan.plans import EXAMPLES, plan_of_example, task

NAMES = sorted(path.stem for path in EXAMPLES.glob("*.yaml"))
every_example = pytest.mark.parametrize("name", NAMES)


def slipped(plan: Plan, key: str, weeks: int) -> Slip:
    found = slip(plan, key, weeks)
    assert found is not None
    return found


def test_the_task_itself_moves_by_whole_weeks() -> None:
    plan = plan_of_example("h1b-quality-analyst")
    first = slipped(plan, "clinical.search", 3).moved[0]
    before = task(plan, "clinical.search")
    assert (first.start, first.finish, first.days) == (
        before.start + timedelta(days=21),
        before.finish + timedelta(days=21),
        21,
    )


@every_example
def test_only_what_waits_for_a_task_moves_with_it(name: str) -> None:
    plan = plan_of_example(name)
    for one in filter(can_slip, plan.roadmap.tasks):
        waiting = {one.key}
        for _ in plan.roadmap.tasks:
            waiting |= {each.key for each in plan.roadmap.tasks if waiting & set(each.depends_on)}
        assert {moved.task.key for moved in slipped(plan, one.key, 8).moved} <= waiting


@every_example
def test_nothing_begins_before_what_it_waits_for_ends_except_what_is_booked(name: str) -> None:
    plan = plan_of_example(name)
    for one in filter(can_slip, plan.roadmap.tasks):
        found = slipped(plan, one.key, 6)
        days = {each.key: (each.start, each.finish) for each in plan.roadmap.tasks}
        days |= {moved.task.key: (moved.start, moved.finish) for moved in found.moved}
        stuck = {each.key for each in found.cannot_move}
        early = [
            (each.key, key)
            for each in filter(can_slip, plan.roadmap.tasks)
            for key in each.depends_on
            if days[each.key][0] < days[key][1] and each.key not in stuck
        ]
        assert early == []


@every_example
def test_more_weeks_never_move_anything_less(name: str) -> None:
    plan = plan_of_example(name)
    for one in filter(can_slip, plan.roadmap.tasks):
        by = [{moved.task.key: moved.days for moved in slipped(plan, one.key, weeks).moved} for weeks in (2, 5)]
        assert all(days <= by[1][key] for key, days in by[0].items())


@every_example
def test_what_moves_begins_on_no_weekend_it_did_not_begin_on_before(name: str) -> None:
    plan = plan_of_example(name)
    for one in filter(can_slip, plan.roadmap.tasks):
        for moved in slipped(plan, one.key, 3).moved[1:]:
            assert moved.start.weekday() < 5


def test_a_task_past_its_last_day_is_named_and_one_that_is_late_already_is_not_named_again() -> None:
    plan = plan_of_example("citizen-scribe")
    for one in filter(can_slip, plan.roadmap.tasks):
        found = slipped(plan, one.key, 4)
        for moved in found.moved:
            late_before = moved.task.finish > moved.task.latest_finish
            assert moved.past_its_last_day == (moved.finish > moved.task.latest_finish and not late_before)


def test_a_day_of_the_season_is_missed_where_it_is_passed() -> None:
    plan = plan_of_example("h1b-quality-analyst")
    submit = task(plan, "application.submit")
    found = slipped(plan, "application.submit", 10)
    opened = next(day for day in plan.season.days if day.event is Event.FILES_OPENED)
    assert submit.finish <= opened.day < found.moved[0].finish
    assert opened in found.missed


@pytest.mark.parametrize(("key", "weeks"), [("no.such-task", 2), ("clinical.search", 0), ("clinical.search", 27)])
def test_there_is_no_answer_for_what_cannot_be_late(key: str, weeks: int) -> None:
    assert MOST_WEEKS == 26
    assert slip(plan_of_example("h1b-quality-analyst"), key, weeks) is None


def test_what_is_done_or_booked_is_not_late() -> None:
    plan = plan_of_example("h1b-quality-analyst")
    fixed = [one for one in plan.roadmap.tasks if one.state in (TaskState.DONE, TaskState.BOOKED)]
    assert fixed
    assert [slip(plan, one.key, 2) for one in fixed] == [None] * len(fixed)


def test_the_same_question_has_the_same_answer() -> None:
    plan = plan_of_example("before")
    assert slip(plan, "clinical.search", 2) == slip(plan, "clinical.search", 2)
    assert date(2026, 1, 5) == plan.as_of
