"""Tasks ticked off: done on their day, nothing else later for it, and never a fact."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bedside.documents.blocks import Bullets
from bedside.documents.content.citations import Citations
from bedside.documents.content.plan.roadmap import roadmap_blocks
from bedside.documents.writers.calendar_file import write_ics
from bedside.evidence.library import load_evidence
from bedside.plan.results import Plan, Task, TaskState
from bedside.plan.roadmap.diary.hours import A_SLIP
from bedside.standing.standing import stand
from tests.applicant.dossiers import AS_OF, a_dossier
from tests.plan.plans import EXAMPLES, applicants, example, plan_of, plan_of_example, planned, task

YESTERDAY = date(2026, 11, 21)
ENOUGH: dict[str, Any] = {"constraints": {"weekly_hours": 12, "unpaid_leave_days": 20}}


def ticked(*tasks: str, on: date = YESTERDAY, **more: Any) -> list[dict[str, Any]]:
    return [{"task": one, "done_on": on.isoformat(), **more} for one in tasks]


def without_and_with(*tasks: str) -> tuple[dict[str, Any], dict[str, Any]]:
    return {}, {"ticked_off": ticked(*tasks)}


@cache
def with_ticks(name: str, *tasks: str) -> Plan:
    dossier, as_of = example(name)
    ticks = a_dossier(ticked_off=ticked(*tasks, on=as_of)).ticked_off
    return planned(dossier.model_copy(update={"ticked_off": ticks}), as_of)


def test_a_ticked_task_is_done_on_its_day_and_takes_nothing_any_more() -> None:
    plan = plan_of(ticked_off=ticked("clinical.search"), **ENOUGH)
    one = task(plan, "clinical.search")
    assert (one.state, one.start, one.finish, one.ticked_on) == (TaskState.DONE, *[YESTERDAY] * 3)
    assert (one.hours, one.cost, one.paid_leave_days, one.unpaid_leave_days) == (0, None, 0, 0)


def test_a_ticked_task_gives_its_hours_back() -> None:
    before, after = (plan_of(**ENOUGH, **more) for more in without_and_with("interviews.practice"))
    hours = [sum(month.planned for month in plan.roadmap.hours_by_month) for plan in (before, after)]
    assert task(before, "interviews.practice").hours > 0
    assert hours[1] < hours[0]


def test_what_waits_for_a_ticked_task_may_begin_after_its_day() -> None:
    before, after = (
        plan_of(**ENOUGH, **more)
        for more in without_and_with("decide.specialty", "clinical.search", "work.ask-for-time")
    )
    assert task(before, "clinical.ask").start > task(before, "clinical.search").finish
    assert YESTERDAY < task(after, "clinical.ask").start <= task(before, "clinical.search").finish


def test_a_ticked_task_gives_its_money_back() -> None:
    money: dict[str, Any] = {"constraints": {"money": {"available": 9000, "floor": 0}}}
    before, after = (plan_of(**money, **more) for more in without_and_with("nrmp.register"))
    cost = task(before, "nrmp.register").cost
    assert cost is not None
    assert before.budget.total.low - after.budget.total.low == cost.low


def test_a_ticked_exam_is_shown_done_and_passes_nothing() -> None:
    dossier = a_dossier(target={"match_year": 2028}, ticked_off=ticked("exam.step-1.exam", "exam.step-1.result"))
    plan = planned(dossier)
    one = task(plan, "exam.step-1.exam")
    assert (one.state, one.record_under) == (TaskState.DONE, "exams")
    assert one.why == (
        "Ticked off on 21 November 2026. Your file does not have it yet, so your standing does not count it. "
        "Write the attempt and its result under `exams`."
    )
    evidence = load_evidence()
    bare = dossier.model_copy(update={"ticked_off": ()})
    assert stand(dossier, AS_OF, evidence) == stand(bare, AS_OF, evidence)


def test_the_plan_says_what_is_ticked_off_and_not_in_the_file() -> None:
    plan = plan_of(ticked_off=ticked("clinical.rotation-1", "clinical.search"))
    assert plan.roadmap.notes[-1] == (
        "Ticked off, and not in your file yet: Observership or structured program (`experiences`). Your standing "
        "counts only what is in your file."
    )


def test_a_tick_of_an_unknown_task_changes_nothing() -> None:
    for name in sorted(path.stem for path in EXAMPLES.glob("*.yaml")):
        assert with_ticks(name, "no.such-task", "clinical.rotation-99") == plan_of_example(name)


def test_a_tick_for_another_season_does_not_count_for_this_one() -> None:
    def state(match_year: int) -> TaskState:
        return task(plan_of(ticked_off=ticked("nrmp.register", match_year=match_year)), "nrmp.register").state

    assert (state(2027), state(2028)) == (TaskState.PLANNED, TaskState.DONE)


def test_what_is_done_once_and_for_all_stays_done_in_another_season() -> None:
    plan = plan_of(ticked_off=ticked("clinical.search", match_year=2027))
    assert task(plan, "clinical.search").state is TaskState.DONE


def test_a_tick_of_the_first_attempt_is_not_one_of_the_second() -> None:
    failed: dict[str, Any] = {"exams": [{"exam": "Step 1", "date": "2026-11-02", "result": "failed"}]}
    plan = plan_of(ticked_off=ticked("exam.step-1.study", "exam.step-1.exam"), **failed)
    assert task(plan, "exam.step-1.study-attempt-2").state is not TaskState.DONE
    assert task(plan, "exam.step-1.exam-attempt-2").depends_on == ("exam.step-1.study-attempt-2",)


def test_a_rotation_that_is_written_down_leaves_the_next_one_open() -> None:
    rotation = {
        "title": "Observership",
        "kind": "rotation",
        "from": "2026-10-05",
        "to": "2026-10-30",
        "hours_per_week": 40,
        "contact": "observer",
        "structure": "structured",
        "country": "United States",
    }
    plan = plan_of(rotation, ticked_off=ticked("clinical.rotation-1"))
    assert [one.key for one in plan.roadmap.tasks if one.key.startswith("clinical.rotation")] == ["clinical.rotation-2"]
    assert task(plan, "clinical.rotation-2").state is TaskState.PLANNED


def test_the_key_of_a_letter_does_not_hang_on_its_place_in_the_file() -> None:
    letters = [
        {"writer": "Dr. Ana Ruiz", "kind": "US attending", "asked": "2026-09-01"},
        {"writer": "Dr. John Park", "kind": "US attending", "asked": "2026-09-02"},
        {"writer": "Dr. Ana Ruiz", "kind": "employer", "asked": "2026-09-03"},
    ]

    def chased(order: list[dict[str, Any]]) -> dict[str, tuple[str, date]]:
        found = [one for one in plan_of(letters=order).roadmap.tasks if one.key.startswith("letters.chase")]
        return {one.key: (one.title, one.finish) for one in found}

    assert set(chased(letters)) == {
        "letters.chase-dr-ana-ruiz",
        "letters.chase-dr-ana-ruiz-2",
        "letters.chase-dr-john-park",
    }
    assert chased(letters) == chased(letters[::-1])


def test_what_the_file_shows_as_done_keeps_its_own_day() -> None:
    for tick in ("certification.certificate", "decide.decision"):
        name = "h1b-quality-analyst"
        assert task(with_ticks(name, tick), tick) == task(plan_of_example(name), tick)


def test_of_two_ticks_of_one_task_the_earlier_day_counts() -> None:
    twice = [*ticked("clinical.search"), *ticked("clinical.search", on=date(2026, 11, 3))]
    assert task(plan_of(ticked_off=twice), "clinical.search").ticked_on == date(2026, 11, 3)


def test_a_ticked_booking_takes_no_leave() -> None:
    booked = {
        "title": "Observership",
        "kind": "rotation",
        "from": "2026-11-23",
        "to": "2026-12-18",
        "confirmed": "yes",
        "contact": "observer",
        "paid_leave_days": 4,
        "cost": 900,
    }
    plan = plan_of(bookings=[booked], ticked_off=ticked("booked.rotation-2026-11-23"))
    one = task(plan, "booked.rotation-2026-11-23")
    assert (one.state, one.paid_leave_days, one.cost, one.record_under) == (TaskState.DONE, 0, None, "experiences")


def test_a_ticked_task_leaves_the_calendar_file_and_stands_among_what_is_done_in_the_documents() -> None:
    before, after = plan_of_example("h1b-quality-analyst"), with_ticks("h1b-quality-analyst", "clinical.search")
    title = task(before, "clinical.search").title
    texts = [write_ics(plan, "x").decode().replace("\r\n ", "") for plan in (before, after)]
    assert [title in text for text in texts] == [True, False]
    blocks = [one for one in roadmap_blocks(after, Citations(AS_OF)) if isinstance(one, Bullets)]
    assert any(f"{title}, 22 Nov 2026" in str(item) for block in blocks for item in block.items)


def other_tasks(plan: Plan, gone: set[str]) -> dict[str, Task]:
    return {one.key: one for one in plan.roadmap.tasks if one.key not in gone and one.state is not TaskState.DONE}


def assert_nothing_later(before: Plan, after: Plan, gone: set[str]) -> None:
    then, now = other_tasks(before, gone), other_tasks(after, gone)
    fits = {key: one.finish for key, one in then.items() if one.state is not TaskState.DOES_NOT_FIT}
    later = {key: (day, now[key].finish) for key, day in fits.items() if key in now and now[key].finish > day}
    refused = {key for key in fits if key in now and now[key].state is TaskState.DOES_NOT_FIT}
    assert (later, refused, fits.keys() - now.keys()) == ({}, set(), set())


@pytest.mark.parametrize("name", sorted(path.stem for path in EXAMPLES.glob("*.yaml")))
def test_no_single_tick_makes_another_task_of_an_example_later(name: str) -> None:
    before = plan_of_example(name)
    for one in before.roadmap.tasks:
        assert_nothing_later(before, with_ticks(name, one.key), {one.key})


@pytest.mark.parametrize("name", sorted(path.stem for path in EXAMPLES.glob("*.yaml")))
def test_no_single_tick_makes_a_month_of_an_example_ask_for_more_than_there_is(name: str) -> None:
    before = plan_of_example(name)
    for one in before.roadmap.tasks:
        assert over(with_ticks(name, one.key)) <= over(before) + A_SLIP


def over(plan: Plan) -> float:
    months = plan.roadmap.hours_by_month
    return sum(max(0, one.planned - one.available) for one in months if one.available is not None)


every_applicant = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)


@every_applicant
@given(applicants(), st.data())
def test_ticking_never_makes_another_task_later(applicant: tuple[dict[str, Any], date], data: st.DataObject) -> None:
    parts, as_of = applicant
    rest = {key: value for key, value in parts.items() if key != "experiences"}
    dossier = a_dossier(*parts["experiences"], **rest)
    before = planned(dossier, as_of)
    open_keys = [one.key for one in before.roadmap.tasks if one.state is not TaskState.DONE]
    chosen = set(data.draw(st.lists(st.sampled_from(open_keys), max_size=6))) if open_keys else set()
    ticks = a_dossier(ticked_off=ticked(*sorted(chosen), on=as_of)).ticked_off
    with_them = dossier.model_copy(update={"ticked_off": ticks})
    after = planned(with_them, as_of)
    assert_nothing_later(before, after, chosen)
    assert {key for key in chosen if task(after, key).state is not TaskState.DONE} == set()
    assert after == planned(with_them, as_of)
