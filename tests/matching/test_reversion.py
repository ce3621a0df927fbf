"""Positions that one program could not fill are filled at another, and nobody is worse off for it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bedside.matching.deferred_acceptance import applicant_proposing
from bedside.matching.instance import Instance
from bedside.matching.mistakes import MatchingMistake
from bedside.matching.outcome.checking import check_stability, ranks_held
from bedside.matching.outcome.matching import Matching
from bedside.matching.reading import from_mappings
from bedside.matching.reversion import Reversion, Reverted, WithReversion, match_with_reversion
from tests.matching.made_up import instance_of, tiny_lists


def reverted(instance: Instance, *reversions: Reversion) -> WithReversion[Matching]:
    return match_with_reversion(instance, reversions, applicant_proposing, Matching.filled)


def research_and_clinic() -> Instance:
    """Two tracks of a hospital: nobody but Ann ranks research, and three would like the clinic's one position."""
    return from_mappings(
        {"Ann": ["Clinic", "Research"], "Bob": ["Clinic"], "Cem": ["Clinic"]},
        {"Clinic": ["Bob", "Ann", "Cem"], "Research": ["Ann"]},
        {"Clinic": 1, "Research": 2},
    )


def test_an_open_position_goes_on_and_whoever_it_frees_is_followed() -> None:
    """By hand: Bob takes the clinic, Ann research. One open position goes to the clinic, Ann follows it, which opens
    another one, which goes on too and takes Cem."""
    found = reverted(research_and_clinic(), Reversion("Research", "Clinic"))
    assert found.answer.by_applicant() == {"Ann": "Clinic", "Bob": "Clinic", "Cem": "Clinic"}
    assert found.moved == (Reverted("Research", "Clinic", 1, 1), Reverted("Research", "Clinic", 1, 2))
    assert (found.rounds, found.instance.quotas.tolist()) == (3, [3, 0])


def test_no_more_positions_go_on_than_were_offered() -> None:
    found = reverted(research_and_clinic(), Reversion("Research", "Clinic", most=1))
    assert found.answer.by_applicant() == {"Ann": "Clinic", "Bob": "Clinic", "Cem": None}
    assert found.instance.quotas.tolist() == [2, 1]


def test_receivers_are_served_by_their_turns() -> None:
    instance = from_mappings(
        {"Ann": ["B"], "Bob": ["C"]}, {"A": [], "B": ["Ann"], "C": ["Bob"]}, dict.fromkeys("ABC", 1)
    )
    moved = reverted(instance, Reversion("A", "B", turn=2), Reversion("A", "C", turn=1)).moved
    assert moved == (Reverted("A", "C", 1, 1),)


def test_every_mistake_is_told_at_once() -> None:
    with pytest.raises(MatchingMistake) as mistake:
        reverted(
            research_and_clinic(),
            Reversion("Research", "Clinic", most=3),
            Reversion("Clinic", "Research", most=0),
            Reversion("Research", "Clinc"),
        )
    assert mistake.value.sentences == (
        "The reversion from Research to Clinic: it moves 3 positions, and Research has 2. Write at most 2.",
        "The reversion from Clinic to Research: it moves 0 positions at most. Write at least 1, or nothing for all.",
        "The reversion from Research to Clinc: there is no program Clinc. Correct the name, or leave the reversion"
        " out.",
        "Research has 2 reversions with turn 1. Give each a turn of its own: 1 goes first.",
        "Positions would go round in a circle: Clinic to Research to Clinic. Leave one of these reversions out.",
    )


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_the_end_is_stable_nobody_is_worse_off_and_no_position_is_lost(data: st.DataObject) -> None:
    lists = data.draw(tiny_lists())
    instance = instance_of(lists)
    names = data.draw(st.permutations(sorted(lists.quotas)))
    reversions = [
        Reversion(donor, receiver, data.draw(st.sampled_from([None, 1])), turn=at)
        for number, donor in enumerate(names)
        for at, receiver in enumerate(names[number + 1 :], start=1)
        if data.draw(st.booleans())
    ]
    before, found = applicant_proposing(instance), reverted(instance, *reversions)
    assert check_stability(found.answer).holds
    assert (ranks_held(found.answer) <= ranks_held(before)).all()
    assert found.instance.quotas.sum() == instance.quotas.sum()
    assert reverted(instance, *reversions[::-1]).moved == found.moved
