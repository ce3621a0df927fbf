"""Held against the Match itself: whatever an applicant says, nothing better comes out than by telling the truth."""

from __future__ import annotations

import random
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from bedside.matching.deferred_acceptance import applicant_proposing
from bedside.matching.reading import from_mappings

PROGRAMS = ("a", "b", "c", "d")


def a_market(seed: int) -> tuple[dict[str, list[str]], dict[str, list[str]], dict[str, int]]:
    """Seven applicants and four programs that rank each other by chance, with one or two positions each."""
    chance = random.Random(seed)
    people = [f"p{n}" for n in range(7)]
    wishes = {one: chance.sample(PROGRAMS, chance.randint(1, 4)) for one in people} | {"p0": list(PROGRAMS)}
    lists = {one: chance.sample(people, chance.randint(3, 7)) for one in PROGRAMS}
    return wishes, lists, {one: chance.randint(1, 2) for one in PROGRAMS}


def placed(
    wishes: dict[str, list[str]], lists: dict[str, list[str]], quotas: dict[str, int], said: list[str]
) -> str | None:
    """Where the first applicant ends with this list."""
    return applicant_proposing(
        from_mappings(wishes | {"p0": said}, lists, quotas, one_sided_allowed=True)
    ).by_applicant()["p0"]


@given(st.integers(0, 10**6))
def test_every_order_matches_where_one_does_and_the_true_one_matches_best(seed: int) -> None:
    wishes, lists, quotas = a_market(seed)
    truth = chosen = placed(wishes, lists, quotas, list(PROGRAMS))
    for said in permutations(PROGRAMS):
        found = placed(wishes, lists, quotas, list(said))
        assert (found is None) == (truth is None)
        if found is not None and chosen is not None:
            assert PROGRAMS.index(chosen) <= PROGRAMS.index(found)


@given(st.integers(0, 10**6))
def test_a_shorter_list_gives_nothing_better(seed: int) -> None:
    wishes, lists, quotas = a_market(seed)
    truth = placed(wishes, lists, quotas, list(PROGRAMS))
    for length in (1, 2, 3):
        for said in permutations(PROGRAMS, length):
            found = placed(wishes, lists, quotas, list(said))
            assert found is None or (truth is not None and PROGRAMS.index(truth) <= PROGRAMS.index(found))


@given(st.integers(0, 10**6))
def test_the_first_program_that_would_take_the_applicant_is_what_any_list_gives(seed: int) -> None:
    """The model of the ladder: programs that would take you are fixed by all others, and the list picks its first."""
    wishes, lists, quotas = a_market(seed)
    open_ones = {one for one in PROGRAMS if placed(wishes, lists, quotas, [one]) == one}
    for said in permutations(PROGRAMS):
        assert placed(wishes, lists, quotas, list(said)) == next((one for one in said if one in open_ones), None)
