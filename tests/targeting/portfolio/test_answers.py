"""What is said beside the list: why, what each option adds, and how often it is chosen."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bedside.targeting.portfolio.drawing import how_often
from bedside.targeting.portfolio.explaining import Why, explain
from bedside.targeting.portfolio.solving import solve
from bedside.targeting.portfolio.statement.arrays import Options, Programs, Scenarios
from bedside.targeting.portfolio.statement.charges import Charge, Tier
from bedside.targeting.portfolio.statement.limits import Limits, SignalLimit
from bedside.targeting.portfolio.statement.problem import Problem
from bedside.targeting.portfolio.statement.remainders import largest_remainder
from tests.targeting.portfolio import brute_force, made_up

seeds = st.integers(min_value=0, max_value=2**32 - 1)
CHANCE = [[0.15, 0.30, 0.20, 0.05], [0.25, 0.40, 0.10, 0.06]]


def four(limits: Limits) -> Problem:
    fees = (Charge("fees", (Tier(11, 2), Tier(30))),)
    return Problem(Scenarios([1, 1], CHANCE), Options(range(4)), Programs([1] * 4, type=[0, 0, 1, 1]), limits, fees)


@given(seed=seeds)
@settings(max_examples=40)
def test_a_marginal_gain_is_what_the_list_gains_or_loses_by_it(seed: int) -> None:
    problem = made_up.small(seed)
    found = solve(problem)
    told, value = explain(problem, found), brute_force.value(problem, found.chosen)
    for option, program in enumerate(problem.options.program):
        others = [one for one in found.chosen if problem.options.program[one] != program]
        without = brute_force.value(problem, tuple(others))
        changed = brute_force.value(problem, (*others, option))
        expected = value - without if option in found.chosen else changed - value
        assert told.marginal[option] == pytest.approx(expected, abs=1e-12)


@given(seed=seeds)
@settings(max_examples=40)
def test_what_is_blocked_breaks_a_limit_and_what_is_not_breaks_none(seed: int) -> None:
    problem = made_up.small(seed)
    found = solve(problem)
    if found.contradiction:
        return
    told = explain(problem, found)
    for option, program in enumerate(problem.options.program):
        others = tuple(one for one in found.chosen if problem.options.program[one] != program)
        if option not in found.chosen and program not in problem.limits.pinned_out:
            assert bool(told.blocked_by[option]) != brute_force.keeps(problem, (*others, option))


def test_every_option_has_its_reason() -> None:
    problem = four(Limits(count=2, pinned_in=frozenset({3}), pinned_out=frozenset({2})))
    found = solve(problem)
    told = explain(problem, found)
    assert found.chosen == (1, 3)
    assert told.why == (Why.NO_ROOM, Why.CHOSEN, Why.PINNED_OUT, Why.PINNED_IN)
    assert told.blocked_by[0] == ("at most 2 programs",)


def test_an_option_beside_the_chosen_signal_says_so() -> None:
    options = Options([0, 0, 1, 1], [0, 2, 0, 2])
    limits = Limits(signals=(SignalLimit(2, 1),))
    problem = Problem(Scenarios([1], [[0.1, 0.3, 0.1, 0.2]]), options, Programs([1, 1]), limits)
    told = explain(problem, solve(problem))
    assert told.why == (Why.OTHER_SIGNAL, Why.CHOSEN, Why.CHOSEN, Why.OTHER_SIGNAL)
    assert told.blocked_by == ((), (), (), ("at most 1 gold signals",))


def test_how_often_counts_the_draws_whose_best_list_has_the_option() -> None:
    problem = four(Limits(count=1))
    draws = [Scenarios([1], [row]) for row in ([0.1, 0.3, 0.2, 0.1], [0.4, 0.3, 0.2, 0.1], [0.1, 0.2, 0.1, 0.1])]
    told = how_often(problem, solve(problem), draws)
    assert (told.draws, told.options.tolist(), told.programs.tolist()) == (3, [1, 2, 0, 0], [1, 2, 0, 0])
    assert np.allclose(told.held, [1, 0.75, 1])


@given(seed=seeds)
@settings(max_examples=60)
def test_every_list_found_again_keeps_to_the_limits(seed: int) -> None:
    problem = made_up.small(seed)
    found = solve(problem)
    if found.contradiction or not found.chosen:
        return
    for row in problem.scenarios.chance:
        told = how_often(problem, found, [Scenarios([1], [row])])
        assert brute_force.keeps(problem, tuple(np.flatnonzero(told.options).tolist()))


@pytest.mark.parametrize(
    ("total", "whole"), [(60, (33, 18, 6, 3)), (20, (11, 6, 2, 1)), (7, (4, 2, 1, 0)), (0, (0,) * 4)]
)
def test_the_largest_remainders_are_rounded_up(total: int, whole: tuple[int, ...]) -> None:
    assert largest_remainder(total, (0.55, 0.30, 0.10, 0.05)) == whole


@given(total=st.integers(0, 300), parts=st.lists(st.integers(1, 100), min_size=1, max_size=6))
def test_what_is_shared_out_sums_to_the_whole_and_is_within_one_of_its_share(total: int, parts: list[int]) -> None:
    shares = tuple(part / sum(parts) for part in parts)
    whole = largest_remainder(total, shares)
    assert sum(whole) == total
    assert all(abs(number - total * share) < 1 for number, share in zip(whole, shares, strict=True))


@pytest.mark.parametrize(("counts", "dollars"), [((30,), 330), ((43, 7), 797), ((32, 32), 780)])
def test_tiers_are_charged_in_each_specialty(counts: tuple[int, ...], dollars: float) -> None:
    charge = Charge("fees", (Tier(11, 30), Tier(30)))
    assert sum(charge.dollars(np.array([float(number)]))[0] for number in counts) == dollars


def test_a_tier_with_one_price_for_all_its_programs_is_charged_once() -> None:
    charge = Charge("fees", (Tier(99, 10, flat=True), Tier(19)))
    assert charge.dollars(np.array([0.0, 1.0, 10.0, 12.0])).tolist() == [0, 99, 99, 137]
