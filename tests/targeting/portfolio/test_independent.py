"""Independent outcomes: greedy is exact at equal cost, the table at any, and both agree with what was published."""

from __future__ import annotations

import json
import os
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bedside.targeting.portfolio.independent import by_dynamic_program, greedy_order, worth_of
from bedside.targeting.portfolio.solving import solve
from bedside.targeting.portfolio.statement.arrays import Options, Programs, Scenarios
from bedside.targeting.portfolio.statement.limits import Limits
from bedside.targeting.portfolio.statement.mistakes import PortfolioMistake
from bedside.targeting.portfolio.statement.problem import Problem

seeds = st.integers(min_value=0, max_value=2**32 - 1)
REAL = pytest.mark.skipif(
    "BEDSIDE_REAL_DATA" not in os.environ, reason="BEDSIDE_REAL_DATA names no folder of published files"
)


def market(seed: int, programs: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    chance = np.random.default_rng(seed)
    utility = chance.integers(1, 8, programs) if seed % 2 else chance.random(programs) + 0.1
    return chance.uniform(0.01, 0.95, programs), utility.astype(float), chance.integers(1, 6, programs)


@given(seed=seeds, programs=st.integers(1, 40), count=st.integers(1, 20))
@settings(max_examples=60)
def test_greedy_equals_the_exact_table_where_every_application_costs_the_same(
    seed: int, programs: int, count: int
) -> None:
    chance, utility, _ = market(seed, programs)
    order, values = greedy_order(chance, utility, count)
    chosen, exact = by_dynamic_program(chance, utility, np.ones(programs), count)
    assert values[-1] == pytest.approx(exact, rel=1e-12)
    assert worth_of(chance, utility, order) == pytest.approx(exact, rel=1e-12)
    assert worth_of(chance, utility, chosen) == pytest.approx(exact, rel=1e-12)


def test_greedy_equals_the_exact_table_for_a_list_that_is_swept() -> None:
    chance, utility, _ = market(3, 900)
    assert greedy_order(chance, utility, 600)[1][-1] == pytest.approx(
        by_dynamic_program(chance, utility, np.ones(900), 600)[1], rel=1e-12
    )


@given(seed=seeds, programs=st.integers(1, 9), budget=st.integers(0, 25))
@settings(max_examples=60)
def test_the_table_is_exact_for_unequal_costs(seed: int, programs: int, budget: int) -> None:
    chance, utility, cost = market(seed, programs)
    best = max(
        worth_of(chance, utility, one)
        for size in range(programs + 1)
        for one in combinations(range(programs), size)
        if cost[list(one)].sum() <= budget
    )
    chosen, exact = by_dynamic_program(chance, utility, cost, budget)
    assert exact == pytest.approx(best, rel=1e-12)
    assert cost[chosen].sum() <= budget


@given(seed=seeds, programs=st.integers(2, 14), budget=st.integers(1, 30))
@settings(max_examples=30)
def test_the_general_method_agrees_with_the_table_for_one_scenario(seed: int, programs: int, budget: int) -> None:
    chance, utility, cost = market(seed, programs)
    problem = Problem(
        Scenarios([1.0], [chance]), Options(range(programs), price=cost), Programs(utility), Limits(budget=budget)
    )
    found, exact = solve(problem), by_dynamic_program(chance, utility, cost, budget)[1]
    assert found.value == pytest.approx(exact, rel=1e-5)
    assert found.upper_bound >= exact * (1 - 1e-12)


def test_a_chance_of_one_is_a_mistake_and_is_told() -> None:
    with pytest.raises(PortfolioMistake, match="above 0 and below 1"):
        greedy_order([1.0], [1.0], 1)


@REAL
def test_the_published_lists_come_out() -> None:
    path = Path(os.environ["BEDSIDE_REAL_DATA"], "matching", "portfolio_published.json")
    readme, table, valued, planets = json.loads(path.read_text(encoding="utf-8"))
    order, values = greedy_order(readme["f"], readme["t"], 5)
    assert [(order + 1).tolist(), np.allclose(values, readme["values"])] == [readme["order_1based"], True]
    chosen, value = by_dynamic_program(table["f"], table["t"], table["g"], table["H"])
    assert ((chosen + 1).tolist(), round(value, 9)) == (table["set_1based"], table["value"])
    listed = np.array(valued["set_1based"]) - 1
    assert worth_of(valued["f"], valued["t"], listed) == pytest.approx(valued["value"], abs=1e-9)
    order, values = greedy_order(planets["f"], planets["t"], 8)
    assert (np.argsort(order) + 1).tolist() == planets["priority_1based"]
    assert np.allclose(values, planets["values_by_priority"], atol=0.06)
