"""The chance of each place, worked out by hand, and what no order can change."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedside.season.ladder import Ladder, estimate
from tests.season.lists import scenarios

TWO_WORLDS = Ladder(scenarios((0.5, {"im": 0.5, "fm": 0.25}), (0.5, {"im": 0.1, "fm": 0.2})))
"""In one world a rank of internal medicine matches in 1 of 2 cases, in the other in 1 of 10."""


def test_two_places_by_hand() -> None:
    """First: (.5 + .1) / 2 = .3. Second: (.5 · .5 + .9 · .1) / 2 = .17. None: (.25 + .81) / 2 = .53."""
    here = [round(one.middle, 9) for one in TWO_WORLDS.at_each(["im", "im"])]
    assert (here, round(TWO_WORLDS.no_match(["im", "im"]).middle, 9)) == ([0.3, 0.17], 0.53)


def test_two_specialties_by_hand() -> None:
    """First family medicine: (.25 + .2) / 2 = .225; then internal medicine: (.75 · .5 + .8 · .1) / 2 = .2275."""
    assert [round(one.middle, 9) for one in TWO_WORLDS.at_each(["fm", "im"])] == [0.225, 0.2275]
    assert [round(one.middle, 9) for one in TWO_WORLDS.up_to_each(["fm", "im"])] == [0.225, 0.4525]


def test_a_place_more_by_hand() -> None:
    """A third of internal medicine: ((1 − .5³) + (1 − .9³)) / 2 − .47 = (.875 + .271) / 2 − .47 = .103."""
    assert round(TWO_WORLDS.difference(["im", "im"], ["im", "im", "im"]).middle, 9) == 0.103


def test_independent_ranks_would_promise_more() -> None:
    """With .3 for each rank by itself, two ranks would give .51, and the truth is .47: who fails once fails again."""
    assert round(TWO_WORLDS.match(["im", "im"]).middle, 9) == 0.47


worlds = st.lists(
    st.tuples(st.floats(0.01, 1), st.fixed_dictionaries({"im": st.floats(0, 1), "fm": st.floats(0, 1)})),
    min_size=1,
    max_size=4,
)
ranks = st.lists(st.sampled_from(["im", "fm"]), min_size=1, max_size=5)


@given(worlds, ranks)
def test_every_order_has_the_same_chance_of_a_match_to_the_last_digit(
    told: list[tuple[float, dict[str, float]]], specialties: list[str]
) -> None:
    ladder = Ladder(scenarios(*told))
    assert len({ladder.match(order) for order in permutations(specialties)}) == 1


@given(worlds, ranks)
def test_the_places_and_no_match_together_are_everything(
    told: list[tuple[float, dict[str, float]]], specialties: list[str]
) -> None:
    ladder = Ladder(scenarios(*told))
    whole = sum(one.middle for one in ladder.at_each(specialties)) + ladder.no_match(specialties).middle
    assert whole == pytest.approx(1, abs=1e-4)


@given(worlds, ranks, st.sampled_from(["im", "fm"]))
def test_one_more_never_harms(told: list[tuple[float, dict[str, float]]], specialties: list[str], more: str) -> None:
    assert Ladder(scenarios(*told)).difference(specialties, [*specialties, more]).low >= -1e-12


def test_an_estimate_never_says_never_or_always() -> None:
    ladder = Ladder(scenarios((1.0, {"im": 1.0}), (1.0, {"im": 1.0})))
    assert (ladder.match(["im"]).high, ladder.no_match(["im"]).low) == (1 - 1e-6, 1e-6)


def test_an_interval_holds_eight_of_ten_draws() -> None:
    found = estimate([0.1 * n for n in range(11)], 0, 1)
    assert (round(found.low, 9), round(found.middle, 9), round(found.high, 9)) == (0.1, 0.5, 0.9)
