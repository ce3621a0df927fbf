"""The loops that Numba compiles give what the plain path gives, compiled and as they stand."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings

from bedside.matching import deferred_acceptance
from bedside.matching.deferred_acceptance import compiled, loops, solve
from bedside.matching.instance import Instance
from bedside.matching.lists import Side
from bedside.matching.outcome.checking import check_stability
from bedside.matching.outcome.matching import Matching
from bedside.matching.reading import from_arrays
from tests.matching.brute_force import Lists
from tests.matching.made_up import EXAMPLE, instance_of, tiny_lists

WITH_NUMBA = pytest.mark.skipif(not compiled.is_installed(), reason="Numba (the extra market) is not installed")
PLAIN = (deferred_acceptance.applicant_proposing, deferred_acceptance.program_proposing)
Ways = tuple[Callable[[Instance], Matching], Callable[[Instance], Matching]]
AS_THEY_STAND: Ways = (
    lambda instance: compiled.run_applicants_asking(instance, loops.applicants_asking),
    lambda instance: compiled.run_programs_asking(instance, loops.programs_asking),
)
COMPILED: Ways = (compiled.applicant_proposing, compiled.program_proposing)
EACH = pytest.mark.parametrize("ways", [AS_THEY_STAND, pytest.param(COMPILED, marks=WITH_NUMBA)])


def crowded(applicants: int, programs: int, length: int, seed: int) -> Instance:
    """Lists of one length, drawn at random, with about as many positions as applicants."""
    generator = np.random.default_rng(seed)
    ranked = np.array([generator.choice(programs, length, replace=False) for _ in range(applicants)]).ravel()
    order = generator.permutation(len(ranked))
    order = order[np.argsort(ranked[order], kind="stable")]
    lengths = np.bincount(ranked, minlength=programs)
    return from_arrays(
        generator.integers(1, 2 * applicants // programs, size=programs),
        (np.arange(0, len(ranked) + 1, length), ranked),
        (np.concatenate(([0], np.cumsum(lengths))), order // length),
    )


def assert_same(instance: Instance, ways: Ways) -> None:
    for plain, other in zip(PLAIN, ways, strict=True):
        one, two = plain(instance), other(instance)
        assert one.program_of.tolist() == two.program_of.tolist()
        assert one.method == two.method


@EACH
@settings(max_examples=200, deadline=None)
@given(lists=tiny_lists())
def test_the_loops_give_what_the_plain_path_gives(ways: Ways, lists: Lists) -> None:
    assert_same(instance_of(lists), ways)


@EACH
@pytest.mark.parametrize("seed", range(3))
def test_the_loops_agree_on_hundreds_of_applicants_and_are_stable(ways: Ways, seed: int) -> None:
    instance = crowded(600, 60, 8, seed)
    assert_same(instance, ways)
    assert all(check_stability(way(instance)).holds for way in ways)


@EACH
def test_the_loop_takes_the_same_eight_proposals_as_by_hand(ways: Ways) -> None:
    assert ways[0](instance_of(EXAMPLE)).proposals == 8


@pytest.mark.parametrize(("side", "plain"), list(zip(Side, PLAIN, strict=True)))
def test_solving_gives_the_same_with_and_without_numba(side: Side, plain: Callable[[Instance], Matching]) -> None:
    instance = crowded(100, 10, 5, 1)
    assert solve(instance, side).program_of.tolist() == plain(instance).program_of.tolist()
