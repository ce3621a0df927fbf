"""A couple is told which program of a wish stood in its way, and those alone who holds a program in truth."""

from __future__ import annotations

import pytest

from bedside.matching.mistakes import MatchingMistake
from bedside.matching.outcome.checking import check_stability
from bedside.matching.outcome.cut_offs import cut_offs
from bedside.matching.outcome.explaining import Reason, why_not
from bedside.matching.reading import from_mappings
from bedside.matching.together.couples import Couple, WithSupplement
from bedside.matching.together.explaining import Refused, why_not_together
from bedside.matching.together.with_couples import match_with_couples

COUPLE = Couple("Ann", "Bob", (("City", "City"), ("City", "Mercy"), ("Mercy", "Mercy")))
INSTANCE = from_mappings(
    {**COUPLE.own_lists(), "Cem": ["City"]},
    {"City": ["Ann", "Cem", "Bob"], "Mercy": ["Bob", "Ann"]},
    {"City": 2, "Mercy": 1},
)
FOUND = match_with_couples(INSTANCE, [COUPLE])


def test_the_program_that_kept_somebody_else_is_named() -> None:
    """City has two positions and ranks Cem between the two, so it takes Ann and Cem."""
    assert FOUND.matching.by_applicant() == {"Ann": "City", "Bob": "Mercy", "Cem": "City"}
    assert why_not_together(FOUND, "Bob", "City") == (
        Refused(
            number=1,
            places=(("Ann", "City"), ("Bob", "City")),
            full=("City",),
            because=("City would have had to give 2 of its positions, has 2, and ranks above Bob: Cem.",),
        ),
    )


def test_nothing_stood_in_the_way_of_what_is_had_or_further_down() -> None:
    assert why_not_together(FOUND, "Bob", "Mercy") == why_not_together(FOUND, "Ann", "Mercy") == ()


def test_who_moves_alone_is_sent_elsewhere() -> None:
    with pytest.raises(MatchingMistake, match="Cem is of no couple and has no supplemental list"):
        why_not_together(FOUND, "Cem", "City")


CEM = WithSupplement("Cem", ("Advanced",), {"Advanced": ["First"]})
BESIDE = match_with_couples(
    from_mappings(
        {**CEM.own_lists(), "Dan": ["First"]},
        {"Advanced": ["Cem"], "First": ["Cem", "Dan"]},
        {"Advanced": 1, "First": 1},
    ),
    [CEM],
)


def test_whoever_moves_alone_is_told_who_holds_a_program_by_a_supplemental_list() -> None:
    found = why_not(BESIDE.matching, "Dan", "First")
    assert (found.reason, found.because) == (
        Reason.FULL,
        ("The one position at First went to whom it ranks above you: Cem (number 1). You are number 2 on its list.",),
    )


def test_whoever_moves_together_is_sent_to_their_joint_wishes() -> None:
    with pytest.raises(
        MatchingMistake, match=r"Cem is of a couple or has a supplemental list\. Ask `why_not_together`"
    ):
        why_not(BESIDE.matching, "Cem", "First")


def test_checks_and_cut_offs_count_what_a_supplemental_list_took() -> None:
    assert check_stability(BESIDE.matching).holds
    assert cut_offs(BESIDE.matching).has_open.tolist() == [False, False]
    assert BESIDE.matching.filled().tolist() == [1, 1]
    assert BESIDE.matching.by_program() == {"Advanced": ("Cem",), "First": ("Cem",)}


def test_a_stable_match_with_a_couple_holds_for_those_alone_though_one_of_it_could_have_more() -> None:
    """Ann alone would rather be at City; with Bob she ranks that last."""
    couple = Couple("Ann", "Bob", (("Mercy", "Mercy"), ("City", None)))
    instance = from_mappings(
        {"Ann": ["City", "Mercy"], "Bob": ["Mercy"]},
        {"City": ["Ann"], "Mercy": ["Bob", "Ann"]},
        {"City": 1, "Mercy": 2},
    )
    found = match_with_couples(instance, [couple])
    assert found.matching.by_applicant() == {"Ann": "Mercy", "Bob": "Mercy"}
    assert found.stable
    assert check_stability(found.matching).holds
