"""The name of the floor: beside its line, and off the band of what is left wherever there is room."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bedside.documents.charts.over_time.money_floor import ABOVE, BELOW, SIZE, Edge, Plot, overlap, place_of
from bedside.documents.charts.svg import width_of

NAME = "your floor, $2,000"
WIDTH = width_of(NAME, SIZE) * 1.06
PLOT = Plot(66, 28, 712, 204)
FLOOR = 150.0


def flat(*heights: float) -> tuple[Edge, Edge]:
    """A band without height through these heights, in even steps from the left of the plot to its right."""
    step = (PLOT.right - PLOT.left) / (len(heights) - 1)
    edge = [(PLOT.left + index * step, height) for index, height in enumerate(heights)]
    return edge, edge


def test_the_name_stands_at_the_right_above_its_line_where_nothing_is_in_the_way() -> None:
    x, baseline = place_of(NAME, FLOOR, PLOT, flat(60, 60))
    assert baseline == FLOOR - ABOVE
    assert PLOT.right - 6 <= x + WIDTH <= PLOT.right


def test_the_name_moves_left_of_a_line_that_comes_down_to_the_floor_at_the_right() -> None:
    band = flat(60, 60, 60, 145)
    x, baseline = place_of(NAME, FLOOR, PLOT, band)
    assert (baseline, overlap(band, (x, baseline), WIDTH)) == (FLOOR - ABOVE, 0)
    assert x + WIDTH < PLOT.right - 40


def test_the_name_goes_below_its_line_where_the_band_runs_along_above() -> None:
    assert place_of(NAME, FLOOR, PLOT, flat(144, 144))[1] == FLOOR + BELOW


def test_a_floor_at_the_foot_of_the_plot_keeps_its_name_above() -> None:
    assert place_of(NAME, PLOT.bottom, PLOT, flat(60, 60))[1] == PLOT.bottom - ABOVE


def test_a_steep_line_between_two_months_is_seen() -> None:
    steep = [(66.0, 40.0), (640.0, 40.0), (660.0, 200.0), (712.0, 200.0)]
    assert overlap((steep, steep), (600.0, FLOOR), WIDTH) > 0


@given(st.lists(st.floats(28, 204), min_size=2, max_size=20), st.floats(28, 204))
def test_the_name_stays_inside_the_plot(heights: list[float], y: float) -> None:
    x, baseline = place_of(NAME, y, PLOT, flat(*heights))
    assert PLOT.left <= x
    assert x + WIDTH <= PLOT.right
    assert baseline <= PLOT.bottom + 1
