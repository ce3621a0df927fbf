"""The checks of a matching agree with the definition, and what they find holds as theorems say."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bedside.matching.deferred_acceptance import applicant_proposing, program_proposing
from bedside.matching.mistakes import MatchingMistake
from bedside.matching.outcome.checking import (
    RuralHospitals,
    Stability,
    check_stability,
    compare_as_rural_hospitals,
    is_best_for_applicants,
    ranks_held,
    stable_matchings,
)
from bedside.matching.outcome.matching import Matching
from bedside.matching.reading import from_mappings
from tests.matching.brute_force import Lists, stable_matches
from tests.matching.made_up import EXAMPLE, instance_of, tiny_lists

CROSSED = Lists({"Ann": ["X", "Y"], "Bob": ["Y", "X"]}, {"X": ["Bob", "Ann"], "Y": ["Ann", "Bob"]}, {"X": 1, "Y": 1})


def by_hand(lists: Lists, match: dict[str, str | None]) -> Matching:
    instance = instance_of(lists)
    places = [-1 if (at := match[who]) is None else instance.programs.index(at) for who in instance.applicants]
    return Matching(instance, np.array(places), "by hand")


def test_two_who_would_rather_have_each_other_block_a_matching() -> None:
    swapped = {"Anderson": "City", "Chen": "City", "Davis": "General", "Eastman": "General", "Ford": None}
    assert check_stability(by_hand(EXAMPLE, swapped)) == Stability(
        blocking=(("Eastman", "City"), ("Ford", "General"), ("Ford", "Mercy")), unacceptable=(), overfilled=()
    )


def test_a_match_that_one_side_never_ranked_is_unacceptable() -> None:
    found = check_stability(by_hand(EXAMPLE, {**dict.fromkeys(EXAMPLE.applicants), "Davis": "Mercy"}))
    assert found.unacceptable == (("Davis", "Mercy"),)
    assert not found.holds


def test_a_program_that_holds_more_than_its_quota_is_told() -> None:
    crowded = {"Anderson": "City", "Chen": "City", "Davis": "General", "Eastman": "City", "Ford": "General"}
    assert check_stability(by_hand(EXAMPLE, crowded)) == Stability((), (), ("City",))


def test_matchings_that_break_the_theorem_of_rural_hospitals_are_told() -> None:
    """Neither is stable: that is how the theorem can be broken."""
    nobody = by_hand(EXAMPLE, dict.fromkeys(EXAMPLE.applicants))
    assert compare_as_rural_hospitals(applicant_proposing(nobody.instance), nobody) == RuralHospitals(
        matched_once=("Anderson", "Chen", "Davis", "Eastman", "Ford"),
        filled_otherwise=("City", "General", "Mercy"),
        held_otherwise=("Mercy",),
    )


def test_the_worse_of_two_stable_matchings_is_not_best_for_applicants() -> None:
    instance = instance_of(CROSSED)
    assert len(list(stable_matchings(instance))) == 2
    assert is_best_for_applicants(applicant_proposing(instance))
    assert not is_best_for_applicants(program_proposing(instance))


def test_trying_everything_refuses_what_would_take_too_long() -> None:
    names = [f"a{number}" for number in range(20)]
    instance = from_mappings({who: ["City"] for who in names}, {"City": names}, {"City": 1})
    with pytest.raises(MatchingMistake, match=r"There are 1,048,576 ways to try, and at most 200,000\."):
        stable_matchings(instance)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_matching_is_stable_exactly_where_the_definition_says_so(data: st.DataObject) -> None:
    lists = data.draw(tiny_lists())
    choices = {who: [None, *(p for p in lists.quotas if lists.mutual(who, p))] for who in lists.applicants}
    match = {who: data.draw(st.sampled_from(choice)) for who, choice in choices.items()}
    assert check_stability(by_hand(lists, match)).holds == lists.is_stable(match)


@settings(max_examples=100, deadline=None)
@given(tiny_lists())
def test_trying_everything_finds_what_the_definition_finds(lists: Lists) -> None:
    found = [sorted(matching.by_applicant().items()) for matching in stable_matchings(instance_of(lists))]
    assert sorted(found, key=repr) == sorted((sorted(match.items()) for match in stable_matches(lists)), key=repr)


@settings(max_examples=100, deadline=None)
@given(tiny_lists())
def test_theorems_hold_of_both_optima(lists: Lists) -> None:
    """Both are stable, leave the same places open, and every applicant likes the applicants' own at least as much."""
    instance = instance_of(lists)
    ours, theirs = applicant_proposing(instance), program_proposing(instance)
    assert check_stability(ours) == check_stability(theirs) == Stability((), (), ())
    assert compare_as_rural_hospitals(ours, theirs) == RuralHospitals((), (), ())
    assert (ranks_held(ours) <= ranks_held(theirs)).all()
    assert is_best_for_applicants(ours)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_an_applicant_gains_nothing_by_another_list_than_their_true_one(data: st.DataObject) -> None:
    lists = data.draw(tiny_lists())
    who = data.draw(st.sampled_from(sorted(lists.applicants)))
    shuffled = data.draw(st.permutations(sorted(lists.quotas)))
    feigned = shuffled[: data.draw(st.integers(0, len(shuffled)))]
    true = applicant_proposing(instance_of(lists)).by_applicant()[who]
    other = Lists({**lists.applicants, who: feigned}, lists.programs, lists.quotas)
    got = applicant_proposing(instance_of(other)).by_applicant()[who]
    assert got not in lists.applicants[who] or not lists.likes(who, got, true)
