"""Hours by month: no count lies on another one or on the line of the hours there are."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedside.calendar.months import add_months
from bedside.documents.charts.over_time.hours import hours_chart
from bedside.documents.charts.svg import width_of
from bedside.documents.tokens import LIGHT
from bedside.plan.results import HoursOfMonth

NAMESPACE = "{http://www.w3.org/2000/svg}"
FIRST = date(2026, 11, 1)
Box = tuple[float, float, float, float]
amounts = st.one_of(st.just(0.0), st.floats(0.6, 400))
two_years = st.lists(st.tuples(amounts, st.none() | st.floats(0, 400)), min_size=1, max_size=24)


def svg_of(amounts: list[tuple[float, float | None]]) -> str:
    """The picture of months with these hours planned and available."""
    chart = hours_chart([HoursOfMonth(add_months(FIRST, index), *each) for index, each in enumerate(amounts)])
    return chart.svg if chart else "<svg/>"


def counts_in(svg: str) -> list[Box]:
    """Left, top, right and bottom of each count on a bar, and of the months above the plot."""
    found = []
    for one in ElementTree.fromstring(svg).iter(f"{NAMESPACE}text"):
        x, y, size = (float(one.attrib[name]) for name in ("x", "y", "font-size"))
        width = width_of(one.text or "", size)
        if one.attrib["text-anchor"] == "middle":
            found.append((x - width / 2, y - size * 0.73, x + width / 2, y))
        elif one.attrib["text-anchor"] == "start" and y < 40:
            found.append((x, y - size * 0.73, x + width, y + 2))
    return found


def lines_in(svg: str) -> list[tuple[float, float, float]]:
    """Left, right and height of each line of the hours there are; the legend has one below the plot."""
    lines = [one.attrib for one in ElementTree.fromstring(svg).iter(f"{NAMESPACE}line")]
    return [(float(one["x1"]), float(one["x2"]), float(one["y1"])) for one in lines if one["stroke"] == LIGHT.ink]


@given(two_years)
def test_no_count_meets_another_one_or_the_name_of_a_month(amounts: list[tuple[float, float | None]]) -> None:
    boxes = counts_in(svg_of(amounts))
    meeting = [
        (one, other)
        for place, one in enumerate(boxes)
        for other in boxes[place + 1 :]
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]
    assert meeting == []


@given(two_years)
def test_no_count_is_crossed_by_the_line_of_its_month(amounts: list[tuple[float, float | None]]) -> None:
    svg = svg_of(amounts)
    crossed = [
        (box, line)
        for box in counts_in(svg)
        for line in lines_in(svg)
        if line[0] < (box[0] + box[2]) / 2 < line[1] and box[1] < line[2] < box[3]
    ]
    assert crossed == []


@pytest.mark.parametrize(
    ("planned", "available", "inside"),
    [(40, 44, True), (40, 40, True), (40, 80, False), (40, 30, False), (40, None, False)],
)
def test_a_count_stands_in_its_bar_only_where_the_line_would_cross_it(
    planned: float, available: float | None, inside: bool
) -> None:
    svg = svg_of([(planned, available)] * 20)
    bar = ElementTree.fromstring(svg).find(f"{NAMESPACE}rect")
    assert bar is not None
    assert {box[1] > float(bar.attrib["y"]) for box in counts_in(svg) if box[3] > 30} == {inside}


def test_every_count_is_shown_for_twenty_months_of_three_digits() -> None:
    assert svg_of([(120 + index, 100) for index in range(20)]).count('text-anchor="middle"') == 20


def test_counts_that_would_meet_are_left_to_the_table() -> None:
    assert svg_of([(120, 100)] * 60).count('text-anchor="middle"') == 0
