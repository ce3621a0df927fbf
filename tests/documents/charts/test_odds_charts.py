"""Charts of odds, list and next move: each states its finding, stays inside, keeps to its theme, fits a phone."""

from __future__ import annotations

from dataclasses import astuple
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bedside.applicant.parts.us_state import UsState
from bedside.documents.blocks import Chart
from bedside.documents.charts.chances.bands import Band, chance_bands
from bedside.documents.charts.chances.funnel import FunnelStep, funnel_chart, left_in_words
from bedside.documents.charts.chances.moves import Move, moves_chart
from bedside.documents.charts.chances.rank_ladder import Rung, rank_ladder
from bedside.documents.charts.chances.round_steps import round_step
from bedside.documents.charts.chances.value_curve import value_curve
from bedside.documents.charts.doughnut import doughnut
from bedside.documents.charts.outlines_of_states import outlines
from bedside.documents.charts.state_map import state_map
from bedside.documents.charts.svg import PHONE, WIDTH
from bedside.documents.tokens import DARK, LIGHT, Theme
from tests.documents.charts.drawn import colours_in, every_new_chart, outside, size_of, words_in

CHARTS = every_new_chart()
each_chart = pytest.mark.parametrize("chart", CHARTS.values(), ids=list(CHARTS))
chances = st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1)).map(sorted)
words = st.text(min_size=1, max_size=80)


@each_chart
def test_a_chart_says_its_finding_in_one_sentence_and_has_its_table(chart: Chart) -> None:
    root = ElementTree.fromstring(chart.svg)
    assert (root[0].text, root[1].text) == (chart.title, chart.says)
    assert (chart.says[-1], chart.title[-1] == ".") == (".", False)
    assert {len(row) for row in chart.table.rows} == {len(chart.table.head)}


@each_chart
def test_everything_is_drawn_inside_both_pictures(chart: Chart) -> None:
    assert (outside(chart.svg), outside(chart.narrow)) == ([], [])


@each_chart
def test_one_picture_is_as_wide_as_a_page_and_the_other_as_a_telephone(chart: Chart) -> None:
    assert (size_of(chart.svg)[0], size_of(chart.narrow)[0]) == (WIDTH, PHONE)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_only_colours_of_the_theme_are_used(theme: Theme) -> None:
    used = {colour for chart in every_new_chart(theme).values() for colour in colours_in(chart.svg + chart.narrow)}
    assert used - set(astuple(theme)) == set()


def test_a_guard_that_looks_for_another_colour_finds_it() -> None:
    assert colours_in('<rect fill="#abcdef"/>') - set(astuple(LIGHT)) == {"#abcdef"}


def test_without_anything_to_show_there_is_no_chart() -> None:
    nothing = (
        chance_bands(()),
        funnel_chart(()),
        moves_chart(()),
        rank_ladder(()),
        doughnut((("Community", 0),), "programs"),
        state_map({"NY": 0}),
        value_curve(((20, 0.1, 0.2, 0.3),), None, None, "programs"),
    )
    assert nothing == (None,) * 7


@settings(max_examples=25, deadline=None)
@given(found=st.lists(st.tuples(words, chances), min_size=1, max_size=6))
def test_any_chances_and_titles_are_drawn_inside(found: list[tuple[str, list[float]]]) -> None:
    bands = chance_bands([Band(title, low, middle, high) for title, (low, middle, high) in found])
    ladder = rank_ladder([Rung(place, title, *chance) for place, (title, chance) in enumerate(found, 1)])
    assert bands is not None
    assert ladder is not None
    assert [outside(one) for one in (bands.svg, bands.narrow, ladder.svg, ladder.narrow)] == [[]] * 4


@settings(max_examples=25, deadline=None)
@given(found=st.lists(st.lists(st.floats(-0.9, 0.9), min_size=3, max_size=3).map(sorted), min_size=1, max_size=6))
def test_any_gains_are_drawn_inside(found: list[list[float]]) -> None:
    chart = moves_chart([Move("Add family medicine", *gain, 2, 300) for gain in found])
    assert chart is not None
    assert (outside(chart.svg), outside(chart.narrow)) == ([], [])


@settings(max_examples=25, deadline=None)
@given(xs=st.lists(st.floats(1, 20000), min_size=2, max_size=9, unique=True), chance=chances, enough=st.booleans())
def test_any_curve_is_drawn_inside(xs: list[float], chance: list[float], enough: bool) -> None:
    low, middle, high = chance
    beside = (max(xs) * 1.5, low, middle, high)
    chart = value_curve([(x, low, middle, high) for x in xs], xs[0] if enough else None, beside, "dollars")
    assert chart is not None
    assert (outside(chart.svg), outside(chart.narrow)) == ([], [])


def test_a_step_of_a_funnel_says_of_how_many() -> None:
    steps = (
        FunnelStep("Programs", 80, 80, 80, 80),
        FunnelStep("Interviews", 2.1, 4, 6.3, 60),
        FunnelStep("Interviews", 0.01, 0.4, 3, 20),
        FunnelStep("A match", 25.4, 40, 52.6, 100),
    )
    assert list(map(left_in_words, steps)) == ["80", "2.1 to 6.3 of 60", "up to 3 of 20", "25 to 53 of 100"]


def test_a_chance_that_leans_on_weak_evidence_has_no_mark_in_its_band() -> None:
    with_middle, without = (
        chance_bands((Band("A match", 0.2, 0.3, 0.4),)),
        chance_bands((Band("A match", 0.2, None, 0.4),)),
    )
    assert with_middle is not None
    assert without is not None
    assert (with_middle.svg.count("<circle"), without.svg.count("<circle")) == (1, 0)


def test_the_move_named_first_is_the_one_that_surely_adds_most() -> None:
    chart = moves_chart(
        (Move("More programs", -0.01, 0.2, 0.4, 0, 900), Move("Family medicine", 0.01, 0.02, 0.03, 0, 99))
    )
    assert chart is not None
    assert chart.title == "Most is added by: Family medicine (1 to 3 points of 100)"


def test_moves_that_may_add_nothing_are_not_praised() -> None:
    chart = moves_chart((Move("More programs", -0.01, 0.2, 0.4, 0, 900),))
    assert chart is not None
    assert chart.title == "No move surely adds to the chance of a match"


def test_every_part_of_a_mix_is_named_and_counted() -> None:
    chart = doughnut((("Community", 33), ("University", 27), ("Best-known", 0)), "programs")
    assert chart is not None
    assert words_in(chart.svg) == ["60", "programs", "33", "Community (55 %)", "27", "University (45 %)"]


def test_every_state_but_the_territories_has_an_outline() -> None:
    drawn = {one.state for one in outlines().states}
    assert {state.value for state in UsState} - drawn == {"PR", "GU", "VI"}


def test_every_state_of_a_list_is_named_with_its_number_on_the_map_or_beside_it() -> None:
    counts = {state.value: place + 1 for place, state in enumerate(UsState)}
    chart = state_map(counts)
    assert chart is not None
    on_the_map = {f"{state} {many}" for state, many in counts.items() if state not in {"PR", "GU", "VI"}}
    assert on_the_map - set(words_in(chart.svg)) == set()
    assert words_in(chart.svg)[-1] == "not on the map: US Virgin Islands 54, Guam 53 and Puerto Rico 40"


def test_the_table_of_a_map_names_the_states_of_each_number() -> None:
    chart = state_map({"PA": 1, "NY": 2, "WA": 1, "PR": 1})
    assert chart is not None
    assert chart.table.rows == (("2", "New York"), ("1", "Pennsylvania, Puerto Rico, Washington"))


def test_states_without_a_program_are_not_counted() -> None:
    chart = state_map({"NY": 2, "PA": 1, "TX": 0})
    assert chart is not None
    assert chart.title == "3 programs in 2 states, most in New York (2)"


@pytest.mark.parametrize(("most", "step"), [(100, 50), (80, 20), (40, 10), (4, 1), (0.4, 0.1)])
def test_marks_stand_at_round_numbers(most: float, step: float) -> None:
    assert round_step(most) == pytest.approx(step)


def test_points_of_a_curve_are_drawn_from_left_to_right_whatever_their_order() -> None:
    points = [(80, 0.3, 0.4, 0.5), (20, 0.1, 0.2, 0.3), (40, 0.2, 0.3, 0.4)]
    one, other = (value_curve(order, 60, None, "programs") for order in (points, sorted(points)))
    assert one == other
