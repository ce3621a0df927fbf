"""The list against every list there is, for problems small enough to try them all."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from bedside.targeting.portfolio.results import Portfolio, Status
from bedside.targeting.portfolio.solving import QUICK, solve
from bedside.targeting.portfolio.statement.arrays import Options, Programs, Scenarios
from bedside.targeting.portfolio.statement.limits import Limits
from bedside.targeting.portfolio.statement.problem import Problem
from tests.targeting.portfolio import brute_force, made_up

NO_LIST = (Status.PARTIAL, Status.EMPTY)
REAL = pytest.mark.skipif(
    "BEDSIDE_REAL_DATA" not in os.environ, reason="BEDSIDE_REAL_DATA names no folder of published files"
)
any_problem = st.integers(min_value=0, max_value=2**32 - 1).map(made_up.small)


def assert_is_the_best(problem: Problem, found: Portfolio, within: float) -> None:
    best = brute_force.best(problem)
    if best is None:
        assert found.status in NO_LIST
        assert found.contradiction != ()
        return
    assert found.contradiction == ()
    assert brute_force.keeps(problem, found.chosen)
    assert found.value == pytest.approx(brute_force.value(problem, found.chosen), rel=1e-9)
    assert found.dollars == pytest.approx(brute_force.cost(problem, found.chosen), abs=1e-6)
    assert best[0] * (1 - within) <= found.value <= best[0] * (1 + 1e-9)
    assert found.upper_bound >= best[0] * (1 - 1e-9)


@pytest.mark.parametrize("seed", range(120))
def test_no_list_is_better_than_the_one_that_is_found(seed: int) -> None:
    problem = made_up.small(seed)
    assert_is_the_best(problem, solve(problem), 1e-4)


@given(problem=any_problem)
@hypothesis_settings(max_examples=60)
def test_no_list_is_better_whatever_the_problem(problem: Problem) -> None:
    assert_is_the_best(problem, solve(problem), 1e-4)


@given(problem=any_problem)
@hypothesis_settings(max_examples=60)
def test_the_certificate_of_the_quick_way_is_never_below_the_best_list(problem: Problem) -> None:
    assert_is_the_best(problem, solve(problem, QUICK), 1.0)


@given(problem=any_problem, order=st.integers(min_value=0, max_value=1000))
@hypothesis_settings(max_examples=40)
def test_the_order_of_programs_does_not_matter(problem: Problem, order: int) -> None:
    one, other = solve(problem), solve(made_up.shuffled(problem, order))
    assert one.value == pytest.approx(other.value, rel=2e-5)
    assert one.status == other.status


@given(problem=any_problem, more=st.floats(min_value=0, max_value=200))
@hypothesis_settings(max_examples=40)
def test_more_money_never_brings_less(problem: Problem, more: float) -> None:
    budget = problem.limits.budget or 40.0
    poorer, richer = (
        solve(replace(problem, limits=replace(problem.limits, budget=dollars))) for dollars in (budget, budget + more)
    )
    if not poorer.contradiction:
        assert richer.value >= poorer.value * (1 - 1e-5)


@given(problem=any_problem)
@hypothesis_settings(max_examples=40)
def test_a_pin_is_honoured(problem: Problem) -> None:
    found = solve(problem)
    listed = set(problem.options.program[list(found.chosen)].tolist())
    assert not listed & problem.limits.pinned_out
    assert found.contradiction != () or problem.limits.pinned_in <= listed


@given(problem=any_problem)
@hypothesis_settings(max_examples=40)
def test_every_number_is_a_number_and_a_list_is_neither_hopeless_nor_certain(problem: Problem) -> None:
    found = solve(problem)
    assert np.isfinite([found.value, found.upper_bound, found.gap, found.dollars, found.interviews]).all()
    if found.chosen:
        assert 0 < found.value < problem.programs.utility.max()


@REAL
def test_lists_that_defeat_greedy_are_found_as_others_found_them_by_trying_all() -> None:
    path = Path(os.environ["BEDSIDE_REAL_DATA"], "matching", "portfolio_mixture_bruteforce.json")
    for case in json.loads(path.read_text(encoding="utf-8")):
        scenarios = Scenarios(case["weights"], np.clip(case["F"], 1e-300, 1 - 1e-16))
        for count, optimum in enumerate(case["optimum"], start=1):
            options, programs = Options(range(len(case["u"]))), Programs(case["u"])
            found = solve(Problem(scenarios, options, programs, Limits(count=count)))
            assert found.value == pytest.approx(optimum, rel=1e-4)
            assert found.upper_bound >= optimum * (1 - 1e-9)


@pytest.mark.parametrize("seed", range(3))
def test_a_certificate_that_is_too_low_is_noticed_by_these_tests(seed: int) -> None:
    problem = made_up.small(seed)
    found = solve(problem)
    with pytest.raises(AssertionError):
        assert_is_the_best(problem, replace(found, upper_bound=found.value * 0.99), 1e-4)


def test_one_that_is_not_the_best_is_noticed_by_these_tests() -> None:
    problem = Problem(Scenarios([1.0], [[0.2, 0.3]]), Options([0, 1]), Programs([1.0, 1.0]), Limits(count=1))
    worse = replace(solve(problem), chosen=(0,), value=0.2)
    with pytest.raises(AssertionError):
        assert_is_the_best(problem, worse, 1e-4)
