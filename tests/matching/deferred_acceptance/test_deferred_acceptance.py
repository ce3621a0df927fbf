"""Both ways of deferred acceptance give what trying everything gives, and what theorems promise."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bedside.matching.deferred_acceptance import applicant_proposing, program_proposing
from bedside.matching.instance import Instance
from bedside.matching.outcome.matching import Matching
from bedside.matching.reading import from_mappings
from tests.matching.brute_force import Lists, best_for_applicants, stable_matches, worst_for_applicants
from tests.matching.made_up import EXAMPLE, instance_of, other_order, tiny_lists

BOTH = pytest.mark.parametrize("way", [applicant_proposing, program_proposing])
Way = Callable[[Instance], Matching]


@BOTH
def test_the_worked_example_ends_as_it_does_by_hand(way: Way) -> None:
    found = way(instance_of(EXAMPLE))
    assert found.by_applicant() == {
        "Anderson": "City",
        "Chen": "Mercy",
        "Davis": "General",
        "Eastman": "City",
        "Ford": "General",
    }
    assert found.by_program() == {"City": ("Eastman", "Anderson"), "General": ("Ford", "Davis"), "Mercy": ("Chen",)}
    assert found.filled().tolist() == [2, 2, 1]


def test_the_worked_example_takes_the_eight_proposals_that_it_takes_by_hand() -> None:
    assert applicant_proposing(instance_of(EXAMPLE)).proposals == 8


def test_each_side_gets_its_wish_when_it_proposes() -> None:
    crossed = Lists(
        {"Ann": ["X", "Y"], "Bob": ["Y", "X"]}, {"X": ["Bob", "Ann"], "Y": ["Ann", "Bob"]}, {"X": 1, "Y": 1}
    )
    assert applicant_proposing(instance_of(crossed)).by_applicant() == {"Ann": "X", "Bob": "Y"}
    assert program_proposing(instance_of(crossed)).by_applicant() == {"Ann": "Y", "Bob": "X"}


def test_a_rank_far_down_a_list_of_one_sided_rankings_still_counts() -> None:
    programs = [f"p{number}" for number in range(40)]
    instance = from_mappings({"Ann": programs}, {"p39": ["Ann"]}, dict.fromkeys(programs, 1), one_sided_allowed=True)
    assert program_proposing(instance).by_applicant() == {"Ann": "p39"}


@settings(max_examples=200, deadline=None)
@given(tiny_lists())
def test_both_optima_are_those_of_trying_everything(lists: Lists) -> None:
    stable = list(stable_matches(lists))
    instance = instance_of(lists)
    assert applicant_proposing(instance).by_applicant() == best_for_applicants(lists, stable)
    assert program_proposing(instance).by_applicant() == worst_for_applicants(lists, stable)


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_the_order_of_the_input_never_changes_the_answer(data: st.DataObject) -> None:
    lists = data.draw(tiny_lists())
    turned = data.draw(other_order(lists))
    for way in (applicant_proposing, program_proposing):
        one, other = way(instance_of(lists)), way(instance_of(turned))
        assert list(one.by_applicant().items()) == list(other.by_applicant().items())
        assert list(one.by_program().items()) == list(other.by_program().items())
        assert one.proposals == other.proposals


@BOTH
def test_a_matching_cannot_be_changed(way: Way) -> None:
    with pytest.raises(ValueError, match="read-only"):
        way(instance_of(EXAMPLE)).program_of[0] = 0
