"""A couple is told which program of a wish stood in its way."""

from __future__ import annotations

import pytest

from bedside.matching.mistakes import MatchingMistake
from bedside.matching.reading import from_mappings
from bedside.matching.together.couples import Couple
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
