"""Dates are read as people type them, and never guessed where two readings are possible."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedside.applicant.parts.shape import Unreadable
from bedside.web.forms.dates import (
    date_as_shown,
    month_and_day_as_shown,
    read_date,
    read_day,
    read_month_and_day,
)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2018", "2018"),
        (" 2018-06 ", "2018-06"),
        ("2018/6/3", "2018-06-03"),
        ("June 2018", "2018-06"),
        ("2018 june", "2018-06"),
        ("Jun 14, 2020", "2020-06-14"),
        ("14 June 2020", "2020-06-14"),
        ("the 14th of june, 2020", "2020-06-14"),
        ("Sept. 2019", "2019-09"),
        ("06/2018", "2018-06"),
        ("6/14/2020", "2020-06-14"),
        ("14/6/2020", "2020-06-14"),
        ("4/4/2020", "2020-04-04"),
    ],
)
def test_a_date_is_read_however_it_is_typed(typed: str, read: str) -> None:
    assert read_date(typed) == read


@pytest.mark.parametrize("typed", ["present", "Now", "today", "ongoing", "current."])
def test_what_goes_on_is_said_in_many_words(typed: str) -> None:
    assert read_date(typed, ("present",)) == "present"


def test_present_is_no_date_where_only_a_date_will_do() -> None:
    with pytest.raises(Unreadable):
        read_date("present")


def test_a_date_that_can_be_two_days_is_refused_and_both_are_shown() -> None:
    with pytest.raises(Unreadable) as refused:
        read_date("4/6/2020")
    assert refused.value.what == "4/6/2020 can be 6 April 2020 or 4 June 2020"
    assert refused.value.how_to_fix == "Write the month as a word, such as 6 April 2020"


@pytest.mark.parametrize(
    "typed", ["hello", "6/14/20", "31 February 2020", "2020-13", "May", "٢٠١٨", "June 3020", "🩺", "<b>"]
)
def test_what_is_no_date_is_refused_with_how_to_write_one(typed: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_date(typed)
    assert refused.value.what.startswith(typed)
    assert refused.value.how_to_fix == "Write it like 14 June 2020, June 2020 or 2020"


def test_a_month_is_not_enough_where_the_day_counts() -> None:
    with pytest.raises(Unreadable) as refused:
        read_day("June 2020")
    assert refused.value.what == "June 2020 leaves the day open"


@pytest.mark.parametrize(
    ("typed", "read"),
    [("07-01", "07-01"), ("1 July", "07-01"), ("July 1", "07-01"), ("1/1", "01-01"), ("7/31", "07-31")],
)
def test_a_day_of_any_year_is_read(typed: str, read: str) -> None:
    assert read_month_and_day(typed) == read


@pytest.mark.parametrize(
    ("typed", "what"),
    [("7/1", "7/1 can be 1 July or 7 January"), ("Feb 30", "Feb 30 is not a month and a day")],
)
def test_a_day_of_any_year_that_is_none_or_two_is_refused(typed: str, what: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_month_and_day(typed)
    assert refused.value.what == what


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y"]))
def test_a_date_is_read_back_as_it_is_shown(day: date, precision: str) -> None:
    written = day.strftime(precision)
    assert read_date(date_as_shown(written)) == written
    assert read_month_and_day(month_and_day_as_shown(f"{day:%m-%d}")) == f"{day:%m-%d}"
