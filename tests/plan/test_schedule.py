"""Forwards from today and backwards from what cannot move, on small nets of tasks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bedside.evidence.library import load_evidence
from bedside.evidence.money import exactly
from bedside.plan.results import Period
from bedside.plan.roadmap.diary.backwards import finish_from, latest_finishes, latest_start
from bedside.plan.roadmap.diary.draft import Draft
from bedside.plan.roadmap.diary.schedule import Diary, Placed, schedule
from bedside.plan.roadmap.diary.working_days import WorkingDays, day_of_rule
from bedside.plan.situation import Situation
from bedside.standing.standing import stand
from tests.applicant.dossiers import AS_OF, a_dossier

END = date(2028, 7, 1)
MONDAY = date(2026, 11, 23)
DAYS = WorkingDays(["25 december", "fourth thursday of november"], [], 14)


def draft(key: str, **parts: object) -> Draft:
    usual = {"title": key, "why": "", "period": Period.SET_UP, "slips": "", "because": ()}
    return Draft(key=key, **{**usual, **parts})  # type: ignore[arg-type]


def diary(**constraints: object) -> Diary:
    dossier = a_dossier(target={"match_year": 2028}, constraints=constraints)
    evidence = load_evidence()
    return Diary.of(Situation(dossier, stand(dossier, AS_OF, evidence), AS_OF, evidence))


def placed(*drafts: Draft, **constraints: object) -> dict[str, Placed]:
    return {one.draft.key: one for one in schedule(drafts, diary(**constraints))}


def test_a_task_begins_on_the_first_open_day_after_what_it_waits_for() -> None:
    found = placed(draft("a", days=5), draft("b", days=1, depends_on=("a",)))
    assert (found["a"].start, found["a"].finish, found["b"].start) == (MONDAY, date(2026, 11, 30), date(2026, 12, 1))


def test_a_task_that_would_end_on_thanksgiving_or_a_weekend_ends_on_the_next_open_day() -> None:
    assert finish_from(draft("a", days=4), MONDAY, DAYS) == date(2026, 11, 27)
    assert finish_from(draft("a", days=6), MONDAY, DAYS) == date(2026, 11, 30)


def test_waiting_for_others_comes_after_the_work() -> None:
    assert finish_from(draft("a", days=5, lead_time_days=28), MONDAY, DAYS) == date(2026, 12, 25) + timedelta(days=3)


def test_the_latest_finish_is_the_day_before_the_last_start_of_what_comes_after() -> None:
    latest = latest_finishes((draft("a"), draft("b", days=5, depends_on=("a",), due=date(2027, 3, 12))), DAYS, END)
    assert latest == {"b": date(2027, 3, 12), "a": date(2027, 3, 5)}


def test_what_waits_for_what_does_not_fit_is_left_out() -> None:
    dear = draft("dear", cost=exactly(500), wish=1)
    found = placed(dear, draft("after", depends_on=("dear",)), money={"available": 100})
    assert [(one.draft.key, one.refused) for one in found.values()] == [("dear", "money")]


def test_a_wish_waits_until_it_can_be_paid_without_touching_the_floor() -> None:
    found = placed(draft("dear", cost=exactly(500), wish=1), money={"available": 300, "saved_per_month": 100})
    assert (found["dear"].start, found["dear"].refused) == (date(2027, 1, 4), None)


def test_what_has_to_be_paid_is_paid_before_any_wish() -> None:
    drafts = draft("wish", cost=exactly(400), wish=1), draft("must", cost=exactly(300), not_before=date(2027, 6, 1))
    found = placed(*drafts, money={"available": 500, "saved_per_month": 0})
    assert {key: one.refused for key, one in found.items()} == {"must": None, "wish": "money"}


def test_work_takes_as_long_as_the_hours_of_the_week_make_it_take() -> None:
    (one,) = placed(draft("study", days=7, hours=20), weekly_hours=5).values()
    assert (one.finish - one.start).days + 1 >= 28
    assert one.stretched


def test_without_a_limit_of_hours_work_takes_its_days() -> None:
    (one,) = placed(draft("study", days=7, hours=20)).values()
    assert (one.finish, one.stretched) == (date(2026, 11, 30), False)


def test_rules_for_days_off_name_their_days() -> None:
    rules = (
        "25 december",
        "last monday of may",
        "fourth thursday of november",
        "day after fourth thursday of november",
    )
    assert [day_of_rule(rule, 2027) for rule in rules] == [
        date(2027, 12, 25),
        date(2027, 5, 31),
        date(2027, 11, 25),
        date(2027, 11, 26),
    ]


@st.composite
def nets(draw: st.DrawFn) -> tuple[Draft, ...]:
    """Nets of up to eight tasks, each waiting for some that come before it."""
    tasks: list[Draft] = []
    for number in range(draw(st.integers(1, 8))):
        before = draw(st.sets(st.sampled_from([one.key for one in tasks]), max_size=3)) if tasks else set()
        due = draw(st.one_of(st.none(), st.dates(date(2027, 6, 1), END)))
        tasks.append(
            draft(
                f"task-{number}",
                days=draw(st.integers(1, 30)),
                lead_time_days=draw(st.sampled_from([0, 0, 14])),
                depends_on=tuple(sorted(before)),
                due=due,
            )
        )
    return tuple(tasks)


@given(nets(), st.integers(0, 7))
def test_ending_on_the_latest_day_keeps_everything_after_it_on_time(net: tuple[Draft, ...], which: int) -> None:
    latest = latest_finishes(net, DAYS, END)
    late = net[which % len(net)].key
    finish: dict[str, date] = {}
    for one in net:
        start = max([MONDAY, *(finish[key] + timedelta(days=1) for key in one.depends_on)])
        ends = finish_from(one, DAYS.on_or_after(start), DAYS)
        finish[one.key] = max(ends, latest[one.key]) if one.key == late else ends
    behind = [one.key for one in net if late in one.depends_on and finish[one.key] > latest[one.key]]
    assert behind == []


@given(nets())
def test_the_latest_start_is_the_last_open_day_that_still_ends_in_time(net: tuple[Draft, ...]) -> None:
    latest = latest_finishes(net, DAYS, END)
    for one in net:
        start = latest_start(one, latest[one.key], DAYS)
        assert finish_from(one, start, DAYS) <= latest[one.key]
        assert finish_from(one, DAYS.on_or_after(start + timedelta(days=1)), DAYS) > latest[one.key]


@given(nets())
def test_every_task_of_a_net_is_placed_after_what_it_waits_for(net: tuple[Draft, ...]) -> None:
    found = {one.draft.key: one for one in schedule(net, diary())}
    assert set(found) == {one.key for one in net}
    assert all(found[key].finish < found[one.key].start for one in net for key in one.depends_on)


@given(nets())
def test_the_order_in_which_tasks_are_handed_over_does_not_matter(net: tuple[Draft, ...]) -> None:
    def days(tasks: tuple[Draft, ...]) -> dict[str, tuple[date, date]]:
        return {one.draft.key: (one.start, one.finish) for one in schedule(tasks, diary())}

    assert days(net) == days(tuple(reversed(net)))


def test_the_check_of_order_bites() -> None:
    first, second = draft("a", days=3), draft("b", depends_on=("a",))
    found = {one.draft.key: one for one in schedule((first, replace(second, depends_on=())), diary())}
    assert found["a"].finish >= found["b"].start
