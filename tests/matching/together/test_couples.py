"""Couples are matched together and stably, or it is said that no stable matching was found."""

from __future__ import annotations

import os
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bedside.matching.deferred_acceptance import applicant_proposing
from bedside.matching.instance import Instance
from bedside.matching.mistakes import MatchingMistake
from bedside.matching.reading import from_mappings
from bedside.matching.together.couples import Couple
from bedside.matching.together.inserting import MOST_ORDERS
from bedside.matching.together.with_couples import match_with_couples
from tests.matching.brute_force import Lists
from tests.matching.made_up import EXAMPLE, instance_of, tiny_lists

REAL = pytest.mark.skipif(
    "BEDSIDE_REAL_DATA" not in os.environ, reason="BEDSIDE_REAL_DATA names no folder of published files"
)
Match = dict[str, str | None]


def joined(lists: Lists, couples: list[Couple]) -> Instance:
    """The instance in which the two of each couple list the programs of their pairs."""
    own = {who: ranked for couple in couples for who, ranked in couple.own_lists().items()}
    return from_mappings({**lists.applicants, **own}, lists.programs, lists.quotas, one_sided_allowed=True)


def welcome(lists: Lists, match: Match, wish: Match) -> bool:
    """Whether the programs, choosing freely among all who are there and those who come, keep all who come."""
    after = {**match, **wish}
    for program in {at for at in wish.values() if at is not None}:
        order = lists.programs[program]
        wanting = [who for who, at in after.items() if at == program]
        if any(who not in order for who in wanting):
            return False
        kept = sorted(wanting, key=order.index)[: lists.quotas[program]]
        if any(at == program and who not in kept for who, at in wish.items()):
            return False
    return True


def is_stable(lists: Lists, couples: list[Couple], match: Match) -> bool:
    """The definition, by names: nobody over the quota or unranked, and no unit with a wish it could have."""
    for program, quota in lists.quotas.items():
        held = [who for who, at in match.items() if at == program]
        if len(held) > quota or any(who not in lists.programs[program] for who in held):
            return False
    paired = {who for couple in couples for who in (couple.one, couple.other)}
    wishes: list[list[Match]] = [
        [{who: at} for at in ranked] for who, ranked in lists.applicants.items() if who not in paired
    ]
    wishes += [[{c.one: one, c.other: other} for one, other in c.pairs] for c in couples]
    nowhere = [{who: None} for who in lists.applicants if who not in paired]
    nowhere += [{c.one: None, c.other: None} for c in couples]
    for listed, none in zip(wishes, nowhere, strict=True):
        ranked = [*listed, none]
        now = {who: match[who] for who in none}
        if now not in ranked or any(welcome(lists, match, wish) for wish in ranked[: ranked.index(now)]):
            return False
    return True


def test_a_couple_is_matched_as_a_pair_and_not_each_for_themselves() -> None:
    """Alone, Ann would get City; the two would rather both be at Mercy than one of them nowhere."""
    lists = Lists({"Ann": [], "Bob": []}, {"City": ["Ann"], "Mercy": ["Bob", "Ann"]}, {"City": 1, "Mercy": 2})
    couple = Couple("Ann", "Bob", (("City", "City"), ("Mercy", "Mercy"), ("City", None)))
    found = match_with_couples(joined(lists, [couple]), [couple])
    assert found.stable
    assert found.matching.by_applicant() == {"Ann": "Mercy", "Bob": "Mercy"}


def test_where_no_stable_matching_exists_that_is_said() -> None:
    """A couple and a single, two programs with a position each: whoever is left out can always do better."""
    lists = Lists(
        {"Ann": [], "Bob": [], "Cem": ["X", "Y"]}, {"X": ["Ann", "Cem"], "Y": ["Cem", "Bob"]}, {"X": 1, "Y": 1}
    )
    couple = Couple("Ann", "Bob", (("X", "Y"),))
    assert not any(
        is_stable(lists, [couple], dict(zip(("Ann", "Bob", "Cem"), chosen, strict=True)))
        for chosen in product([None, "X", "Y"], repeat=3)
    )
    found = match_with_couples(joined(lists, [couple]), [couple])
    assert not found.stable
    assert found.because == (
        "There is no stable matching: every way in which those who move together could sit was tried. 1 could still do"
        " better.",
    )


def test_a_matching_is_found_in_which_nobody_alone_has_the_best_they_could_have() -> None:
    """With Ann at Mercy, Cem and Dee would have City and Mercy: then the couple moves, and all goes round in a circle.

    Where Cem and Dee have what they rank second, City holds Dee, whom it ranks above Ann.
    """
    lists = Lists(
        {"Ann": [], "Bob": [], "Cem": ["City", "Mercy"], "Dee": ["Mercy", "City"]},
        {"City": ["Dee", "Ann", "Cem"], "Mercy": ["Bob", "Cem", "Ann", "Dee"]},
        {"City": 1, "Mercy": 2},
    )
    couple = Couple("Ann", "Bob", (("City", "Mercy"), ("Mercy", "City"), ("Mercy", None)))
    found = match_with_couples(joined(lists, [couple]), [couple])
    assert found.stable
    assert found.tries > MOST_ORDERS
    assert found.matching.by_applicant() == {"Ann": "Mercy", "Bob": None, "Cem": "Mercy", "Dee": "City"}


def test_every_mistake_about_couples_is_told_at_once() -> None:
    couples = [Couple("Chen", "Ford", (("City", "Cty"), ("City", "Cty"))), Couple("Chen", "Nobody", ())]
    with pytest.raises(MatchingMistake) as mistake:
        match_with_couples(instance_of(EXAMPLE), couples)
    assert mistake.value.sentences == (
        "Chen stands in 2 places among the couples and supplemental lists. Each applicant can be one of one couple"
        " only, which carries the supplemental lists of both.",
        "Nobody has a joint or supplemental list, and is not among the applicants. Correct or add the name.",
        "The list of Chen and Ford, rank 1: there is no program Cty. Correct the name, or add it.",
        "The list of Chen and Ford, rank 2: there is no program Cty. Correct the name, or add it.",
        "The list of Chen and Ford, rank 2: the same pair stands higher on the list. Leave one of the two out.",
    )


def test_no_position_for_either_may_end_a_joint_list_and_not_stand_within_it() -> None:
    within = Couple("Chen", "Ford", (("City", "General"), (None, None), ("Mercy", "Mercy")))
    with pytest.raises(MatchingMistake, match="Chen and Ford rank no position for either above other pairs"):
        match_with_couples(instance_of(EXAMPLE), [within])
    pairs = within.pairs[:2]
    assert match_with_couples(instance_of(EXAMPLE), [Couple("Chen", "Ford", pairs)]).stable


@settings(max_examples=100, deadline=None)
@given(tiny_lists())
def test_without_couples_the_match_is_that_of_applicants_asking(lists: Lists) -> None:
    found = match_with_couples(instance_of(lists), [])
    assert found.stable
    assert found.matching.by_applicant() == applicant_proposing(instance_of(lists)).by_applicant()


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_what_is_called_stable_is_stable_by_the_definition(data: st.DataObject) -> None:
    lists = data.draw(tiny_lists().filter(lambda lists: len(lists.applicants) >= 2))
    places = [None, *lists.quotas]
    every = [pair for pair in product(places, repeat=2) if pair != (None, None)]
    couple = Couple("a0", "a1", tuple(data.draw(st.lists(st.sampled_from(every), unique=True, max_size=8))))
    found = match_with_couples(joined(lists, [couple]), [couple])
    assert is_stable(lists, [couple], found.matching.by_applicant()) == found.stable


@REAL
@pytest.mark.parametrize("name", [*(f"test{n}" for n in range(5)), "try1", "cp_1000_25_0", "cp_1000_25_1"])
def test_a_published_instance_with_couples_is_matched_stably(name: str) -> None:
    lists, couples = published(Path(os.environ["BEDSIDE_REAL_DATA"], "matching", "couples", f"{name}.txt"))
    found = match_with_couples(joined(lists, couples), couples)
    assert found.stable
    assert is_stable(lists, couples, found.matching.by_applicant())


@REAL
@pytest.mark.parametrize("name", ["try2", "try3"])
def test_a_published_instance_of_couples_only_is_told_as_what_it_is(name: str) -> None:
    lists, couples = published(Path(os.environ["BEDSIDE_REAL_DATA"], "matching", "couples", f"{name}.txt"))
    found = match_with_couples(joined(lists, couples), couples)
    assert is_stable(lists, couples, found.matching.by_applicant()) == found.stable


def published(path: Path) -> tuple[Lists, list[Couple]]:
    """A file with a line for each single (r), couple (c) and program (p), all by numbers; -1 is to stay unmatched."""
    lists, couples = Lists({}, {}, {}), []
    rows = [line.split() for line in path.read_text(encoding="utf-8").splitlines() if line[:1] in {"r", "c", "p"}]
    for kind, number, *others in rows:
        if kind == "r":
            lists.applicants[number] = others
        elif kind == "p":
            lists.quotas[number], lists.programs[number] = int(others[0]), others[1:]
        else:
            places = [None if at == "-1" else at for at in others[2:]]
            pairs = tuple(zip(places[::2], places[1::2], strict=True))
            couples.append(Couple(others[0], others[1], pairs))
            lists.applicants.update({others[0]: [], others[1]: []})
    return lists, couples
