"""Couples and supplemental lists: with Numba and without, by the definition, whatever the order of the input."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bedside.matching.deferred_acceptance import compiled
from bedside.matching.instance import Instance
from bedside.matching.mistakes import MatchingMistake
from bedside.matching.reading import from_mappings
from bedside.matching.together.couples import Couple, Together, WithSupplement
from bedside.matching.together.joint_wishes import JointInstance, joint_instance
from bedside.matching.together.with_couples import MatchWithCouples, match_together
from tests.matching.brute_force import Lists
from tests.matching.made_up import EXAMPLE, instance_of, other_order, tiny_lists

WITH_NUMBA = pytest.mark.skipif(not compiled.is_installed(), reason="Numba (the extra market) is not installed")
MOST_TRIED = 20_000  # half a second
Wish = tuple[tuple[str, str], ...]
Chosen = tuple[int | None, ...]


def joined(lists: Lists, units: list[Together]) -> Instance:
    own = {who: listed for unit in units for who, listed in unit.own_lists().items()}
    return from_mappings({**lists.applicants, **own}, lists.programs, lists.quotas, one_sided_allowed=True)


@st.composite
def units_of(draw: st.DrawFn, lists: Lists) -> list[Together]:
    """A couple, perhaps, and an applicant with supplemental lists, perhaps."""
    programs = sorted(lists.quotas)
    units: list[Together] = []
    if len(lists.applicants) >= 2:
        pairs = [pair for pair in product([None, *programs], repeat=2) if pair != (None, None)]
        chosen = st.lists(st.sampled_from(pairs), unique=True, max_size=6)
        units.append(Couple("a0", "a1", tuple(draw(chosen)), one_beside=supplements(draw, programs)))
    if len(lists.applicants) >= 3:
        units.append(WithSupplement("a2", tuple(draw(st.permutations(programs))), supplements(draw, programs)))
    return [unit for unit in units if not list(mistaken(lists, unit))]


def supplements(draw: st.DrawFn, programs: list[str]) -> dict[str, list[str]]:
    beside = draw(st.sampled_from(programs))
    others = [program for program in programs if program != beside]
    return {beside: draw(st.permutations(others))} if others and draw(st.booleans()) else {}


def mistaken(lists: Lists, unit: Together) -> tuple[str, ...]:
    try:
        joint_instance(joined(lists, [unit]), [unit])
    except MatchingMistake as mistake:
        return mistake.sentences
    return ()


def every_wish(lists: Lists, units: list[Together]) -> list[list[Wish]]:
    """The wishes of everybody that all programs in them could grant."""
    together = {who for unit in units for who in unit.members}
    singles = [[((who, at),) for at in ranked] for who, ranked in lists.applicants.items() if who not in together]
    every = [*(list(unit.wishes()) for unit in units), *singles]
    return [
        [wish for wish in wishes if wish and all(who in lists.programs[at] for who, at in wish)] for wishes in every
    ]


def is_stable(lists: Lists, wishes: list[list[Wish]], chosen: Chosen) -> bool:
    """The definition, by names: nobody over the quota, and nobody with a wish above theirs that would be granted."""
    had = [set() if at is None else set(listed[at]) for listed, at in zip(wishes, chosen, strict=True)]
    held = {at: [who for seats in had for who, place in seats if place == at] for at in lists.quotas}
    if any(len(held[at]) > quota for at, quota in lists.quotas.items()):
        return False
    return not any(
        granted(lists, held, wish, mine)
        for listed, at, mine in zip(wishes, chosen, had, strict=True)
        for wish in (listed if at is None else listed[:at])
    )


def granted(lists: Lists, held: dict[str, list[str]], wish: Wish, mine: set[tuple[str, str]]) -> bool:
    for program in {at for _, at in wish}:
        coming = [who for who, at in wish if at == program]
        others = [who for who in held[program] if (who, program) not in mine]
        kept = sorted(others + coming, key=lists.programs[program].index)[: lists.quotas[program]]
        if any(who not in kept for who in coming):
            return False
    return True


def chosen_in(found: MatchWithCouples, wishes: list[list[Wish]]) -> Chosen:
    held = {(who, at) for at, several in found.by_program().items() for who in several}
    return tuple(
        next((at for at, wish in enumerate(listed) if set(wish) <= held and complete(wish, held)), None)
        for listed in wishes
    )


def complete(wish: Wish, held: set[tuple[str, str]]) -> bool:
    """Whether those of a wish hold nothing else."""
    members = {who for who, _ in wish}
    return {(who, at) for who, at in held if who in members} == set(wish)


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_stable_is_said_exactly_where_the_definition_says_it(data: st.DataObject) -> None:
    lists = data.draw(tiny_lists())
    units = data.draw(units_of(lists))
    found = match_together(joint_instance(joined(lists, units), units), plain=True)
    wishes = every_wish(lists, units)
    assert is_stable(lists, wishes, chosen_in(found, wishes)) == found.stable


@settings(max_examples=120, deadline=None)
@given(st.data())
def test_a_stable_matching_is_found_wherever_trying_everything_finds_one(data: st.DataObject) -> None:
    lists = data.draw(tiny_lists())
    units = data.draw(units_of(lists))
    found = match_together(joint_instance(joined(lists, units), units), plain=True)
    wishes = every_wish(lists, units)
    if not found.stable and prod(len(listed) + 1 for listed in wishes) <= MOST_TRIED:
        assert found.because[0].startswith("There is no stable matching: every way")
        assert not any(is_stable(lists, wishes, chosen) for chosen in everything(wishes))


def everything(wishes: list[list[Wish]]) -> Iterator[Chosen]:
    return product(*([None, *range(len(listed))] for listed in wishes))


@WITH_NUMBA
@settings(max_examples=40, deadline=None)
@given(st.data())
def test_with_numba_and_without_the_answer_is_the_same_and_order_plays_no_part(data: st.DataObject) -> None:
    lists = data.draw(tiny_lists())
    units = data.draw(units_of(lists))
    turned = data.draw(other_order(lists))
    ways: list[JointInstance] = [
        joint_instance(joined(lists, units), units),
        joint_instance(joined(turned, units[::-1]), units[::-1]),
    ]
    one, other = match_together(ways[0]), match_together(ways[1], plain=True)
    assert one.matching.by_applicant() == other.matching.by_applicant()
    assert (one.by_program(), one.beside, one.because) == (other.by_program(), other.beside, other.because)


def test_every_mistake_about_supplemental_lists_is_told_at_once() -> None:
    unit = WithSupplement("Chen", ("City", "Mercy"), {"General": ("Merci", "City"), "City": ("City",)})
    with pytest.raises(MatchingMistake) as mistake:
        joint_instance(instance_of(EXAMPLE), [unit])
    assert mistake.value.sentences == (
        "The supplemental list of Chen beside General: General is not on their own list. Add it there, or leave the"
        " supplemental list out.",
        "The supplemental list of Chen beside General, rank 1: there is no program Merci. Correct the name, or add it.",
        "The supplemental list of Chen beside City: City stands beside itself. Leave it out of the supplemental list.",
    )
