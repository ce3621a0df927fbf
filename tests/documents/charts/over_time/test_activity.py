"""The activity map: the month of graduation stands apart, and what is counted as empty agrees with the gaps."""

from __future__ import annotations

from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from hypothesis import given

from bedside.applicant.activity_map import activity_map
from bedside.applicant.dossier import Dossier
from bedside.applicant.measuring.gaps import gaps
from bedside.calendar.months import add_months, months_from
from bedside.documents.blocks import Chart
from bedside.documents.charts.over_time.activity import GRADUATION, NOTHING, activity_chart, finding
from tests.applicant.dossiers import AS_OF, a_dossier, an_experience, timelines

JANUARY = date(2026, 1, 5)


def chart_of(dossier: Dossier, as_of: date = JANUARY) -> Chart:
    """The map of a dossier; it must have one."""
    chart = activity_chart(activity_map(dossier, as_of))
    assert chart is not None
    return chart


def letters_in(chart: Chart) -> list[str]:
    """The letters in months and legend."""
    return [words for one in ElementTree.fromstring(chart.svg).itertext() if len(words := one.strip()) == 1]


def test_a_graduation_known_by_its_year_leaves_as_many_empty_months_as_its_gap_has() -> None:
    dossier = a_dossier(an_experience("2021", "present"), graduated=2018)
    (gap,) = gaps(dossier, JANUARY, JANUARY, short_over=3, long_from=6)
    chart = chart_of(dossier)
    assert gap.months == 24
    assert chart.title == "24 of 85 months since graduation have nothing dated"
    assert chart.says == (
        "85 months from Jan 2019 to Jan 2026: 0 with some contact with patients, 24 with nothing dated."
    )


def test_the_month_of_graduation_is_neither_empty_nor_activity() -> None:
    chart = chart_of(a_dossier(an_experience("2018-12", "present", contact="hands-on"), graduated="2018-12-10"))
    assert chart.title == "Every month since graduation is accounted for"
    assert chart.table.rows == (
        ("Dec 2018", "Dec 2018", "1", GRADUATION, ""),
        ("Jan 2019", "Jan 2026", "85", "job", "hands-on"),
    )
    assert letters_in(chart).count("G") == 1 + 1  # its month, and the legend
    assert letters_in(chart).count("J") == 85 + 1


def test_a_kind_that_ends_with_graduation_has_no_place_in_the_legend() -> None:
    chart = chart_of(a_dossier(an_experience("2018-11", "2018-12", kind="research"), graduated="2018-12-31"))
    assert set(letters_in(chart)) == {"G"}


@pytest.mark.parametrize("as_of", [date(2018, 12, 31), date(2018, 11, 30)])
def test_nothing_is_drawn_before_a_month_has_begun_since_graduation(as_of: date) -> None:
    assert activity_chart(activity_map(a_dossier(), as_of)) is None


def test_one_month_is_told_in_the_singular() -> None:
    assert finding(activity_map(a_dossier(), date(2019, 1, 15))) == "1 of 1 month since graduation has nothing dated"


@given(timelines)
def test_the_empty_months_are_the_whole_months_of_all_gaps(timeline: list[dict[str, object]]) -> None:
    dossier = a_dossier(*timeline)
    chart = chart_of(dossier, AS_OF)
    in_gaps = [
        month
        for gap in gaps(dossier, AS_OF, AS_OF, short_over=0, long_from=6)
        for month in months_from(gap.first_day, gap.last_day)
        if gap.first_day <= month and min(add_months(month, 1) - timedelta(days=1), AS_OF) <= gap.last_day
    ]
    empty = sum(int(str(row[2])) for row in chart.table.rows if row[3] == NOTHING)
    assert empty == len(in_gaps)
