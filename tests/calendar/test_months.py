"""Calendar months: a whole year is exactly twelve."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bedside.calendar.months import add_months, add_years, months_between, months_from

days = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@given(days, st.integers(0, 240))
def test_adding_months_and_counting_them_agree(day: date, months: int) -> None:
    assert months_between(day, add_months(day, months)) == months


@given(days, st.integers(0, 4000), st.integers(0, 4000))
def test_a_longer_stretch_never_has_fewer_months(day: date, days_more: int, days_more_still: int) -> None:
    end = day + timedelta(days=days_more)
    assert months_between(day, end) <= months_between(day, end + timedelta(days=days_more_still))


def test_what_is_left_counts_as_its_share_of_the_month() -> None:
    assert months_between(date(2026, 1, 1), date(2026, 2, 15)) == 1 + 14 / 28


def test_an_end_before_the_start_is_no_time() -> None:
    assert months_between(date(2026, 2, 1), date(2026, 1, 1)) == 0


def test_the_last_day_stands_in_for_one_the_month_does_not_have() -> None:
    assert (add_months(date(2026, 1, 31), 1), add_years(date(2024, 2, 29), 1)) == (date(2026, 2, 28), date(2025, 2, 28))


def test_months_from_one_day_to_another_hold_both_ends() -> None:
    assert list(months_from(date(2026, 11, 22), date(2027, 1, 1))) == [
        date(2026, 11, 1),
        date(2026, 12, 1),
        date(2027, 1, 1),
    ]
