"""Gaps: days without any dated activity, both ends inclusive."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given

from bedside.applicant.measuring.gaps import Gap, gaps
from tests.applicant.dossiers import AS_OF, a_dossier, an_experience, timelines


def found(*experiences: dict, day: date = AS_OF, as_of: date = AS_OF, **parts: object) -> tuple[Gap, ...]:
    return gaps(a_dossier(*experiences, **parts), day, as_of, short_over=3, long_from=6)


@pytest.mark.parametrize(
    ("first_day_of_work", "expected"),
    [
        ("2019-04-01", None),
        ("2019-04-02", False),
        ("2019-06-30", False),
        ("2019-07-01", True),
    ],
    ids=["exactly three months is no gap", "a day more is short", "a day less than six is short", "six is long"],
)
def test_the_limits_of_a_gap_are_counted_in_calendar_months(first_day_of_work: str, expected: bool | None) -> None:
    lengths = [gap.long for gap in found(an_experience(first_day_of_work, "present"))]
    assert lengths == ([] if expected is None else [expected])


def test_both_ends_of_a_gap_are_days_without_activity() -> None:
    before, after = an_experience("2019-01-01", "2019-06-30"), an_experience("2020-01-15", "present")
    (gap,) = found(before, after)
    assert (gap.first_day, gap.last_day, gap.open) == (date(2019, 7, 1), date(2020, 1, 14), False)


def test_an_open_gap_runs_on_to_the_day_measured() -> None:
    (gap,) = found(an_experience("2019-01-01", "2026-06-30"), day=date(2027, 9, 22))
    assert (gap.first_day, gap.last_day, gap.open, gap.long) == (date(2026, 7, 1), date(2027, 9, 22), True, True)


def test_a_booking_closes_no_gap() -> None:
    booking = {"title": "Observership", "kind": "rotation", "from": "2027-01-04", "to": "2027-01-29"}
    without = found(an_experience("2019-01-01", "2026-06-30"), day=date(2027, 9, 22))
    assert found(an_experience("2019-01-01", "2026-06-30"), day=date(2027, 9, 22), bookings=[booking]) == without


def test_studying_closes_a_gap() -> None:
    study = an_experience("2019-01-01", "present", kind="study")
    assert found(study) == ()


@pytest.mark.parametrize(
    ("explanations", "explained"),
    [
        ([{"from": "2019-07-01", "to": "2020-01-14", "reason": "Cared for my father.", "receipt": "Letter"}], True),
        ([{"from": "2019-07-01", "to": "2020-01-14", "reason": "Cared for my father."}], False),
        ([{"from": "2019-07-01", "to": "2020-01-14", "receipt": "Letter"}], False),
        ([{"from": "2019-07-01", "to": "2020-01-13", "reason": "Cared for my father.", "receipt": "Letter"}], False),
        (
            [
                {"from": "2019-06", "to": "2019-09", "reason": "Moved.", "receipt": "Lease"},
                {"from": "2019-10", "to": "2020-02", "reason": "Illness, over now.", "receipt": "Letter"},
            ],
            True,
        ),
    ],
    ids=["all three", "no receipt", "no reason", "a day short", "two that join"],
)
def test_explained_means_reason_dates_and_receipt(explanations: list[dict], explained: bool) -> None:
    before, after = an_experience("2019-01-01", "2019-06-30"), an_experience("2020-01-15", "present")
    assert [gap.explained for gap in found(before, after, explanations=explanations)] == [explained]


def test_a_graduation_known_by_its_year_starts_the_count_after_that_year() -> None:
    (gap,) = found(an_experience("2021", "present"), graduated=2018)
    assert (gap.first_day, gap.last_day) == (date(2019, 1, 1), date(2020, 12, 31))


@given(timelines)
def test_every_day_is_either_in_a_gap_or_covered(timeline: list[dict]) -> None:
    dossier = a_dossier(*timeline)
    holes = gaps(dossier, AS_OF, AS_OF, short_over=0, long_from=6)
    day = date(2019, 1, 1)
    while day <= AS_OF:
        covered = any(one.first_day <= day <= one.last_day(AS_OF) for one in dossier.experiences)
        assert any(gap.first_day <= day <= gap.last_day for gap in holes) != covered
        day += timedelta(days=17)


@given(timelines)
def test_the_order_of_the_timeline_does_not_matter(timeline: list[dict]) -> None:
    assert found(*timeline) == found(*reversed(timeline))


@given(timelines)
def test_one_more_activity_never_makes_the_gaps_longer(timeline: list[dict]) -> None:
    def days(*experiences: dict) -> int:
        return sum((gap.last_day - gap.first_day).days + 1 for gap in found(*experiences))

    assert days(*timeline, an_experience("2020-02-01", "2021-03-31")) <= days(*timeline)
