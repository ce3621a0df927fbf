"""The bound holds for multipliers that nobody solved for, and options it settles are settled rightly."""

from __future__ import annotations

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bedside.targeting.portfolio.bound import bound_of, settled
from bedside.targeting.portfolio.form import Form, form_of
from bedside.targeting.portfolio.relaxation import Multipliers, matrix_of, relaxed
from bedside.targeting.portfolio.statement.problem import Problem
from bedside.targeting.portfolio.tangents import groups_of, tangent, tangents
from bedside.targeting.portfolio.value import missed, slopes, value, worth
from tests.targeting.portfolio import brute_force, made_up

seeds = st.integers(min_value=0, max_value=2**32 - 1)


def columns(form: Form, chosen: tuple[int, ...]) -> np.ndarray:
    return np.flatnonzero(np.isin(form.original, chosen))


@given(seed=seeds)
@settings(max_examples=80)
def test_any_multipliers_at_any_tangent_give_a_bound(seed: int) -> None:
    problem, chance = made_up.small(seed), np.random.default_rng(seed)
    best, form = brute_force.best(problem), form_of(problem)
    assume(best is not None)
    assert best is not None
    prices = Multipliers(
        np.where(np.isfinite(form.at_most), chance.exponential(0.1, len(form.table)), 0.0),
        np.where(np.isfinite(form.at_least), chance.exponential(0.1, len(form.table)), 0.0),
        chance.exponential(0.05, len(form.charges)),
        float(chance.exponential(0.01)) if np.isfinite(form.budget) else 0.0,
    )
    if not np.isfinite(form.budget):
        prices = Multipliers(prices.most, prices.least, np.zeros(len(form.charges)), 0.0)
    line = tangent(form, chance.random(len(form.program)))
    assert bound_of(form, matrix_of(form), line, prices).most >= best[0] - 1e-9


@given(seed=seeds)
@settings(max_examples=80)
def test_what_is_settled_holds_of_the_best_list(seed: int) -> None:
    problem = made_up.small(seed)
    best, form = brute_force.best(problem), form_of(problem)
    assume(best is not None and len(best[1]) > 0)
    assert best is not None
    chosen, matrix = columns(form, best[1]), matrix_of(form)
    line = tangent(form, np.isin(np.arange(len(form.program)), chosen) * 1.0)
    found = relaxed(form, matrix, line.each)
    assert found is not None
    # A little less than the best, so that the best list is one of the better ones.
    without, within = settled(form, bound_of(form, matrix, line, found.multipliers), best[0] * (1 - 1e-6))
    assert not without[chosen].any()
    assert np.isin(np.flatnonzero(within), chosen).all()


@given(seed=seeds)
@settings(max_examples=40)
def test_a_tangent_is_nowhere_below_the_worth_and_touches_it(seed: int) -> None:
    form, chance = form_of(made_up.small(seed)), np.random.default_rng(seed)
    here, there = chance.random((2, len(form.program)))
    line = tangent(form, here)
    assert np.isclose(line.base + line.each @ here, worth(form, missed(form, here)))
    assert line.base + line.each @ there >= worth(form, missed(form, there)) - 1e-12


@given(seed=seeds)
@settings(max_examples=40)
def test_the_tangents_of_the_groups_sum_to_the_tangent(seed: int) -> None:
    form, chance = form_of(made_up.small(seed)), np.random.default_rng(seed)
    here = chance.random(len(form.program))
    whole, parts = tangent(form, here), tangents(form, groups_of(form, here), here)
    assert np.isclose(parts.base.sum(), whole.base)
    assert np.allclose(parts.each.sum(axis=0), whole.each)


def test_the_slope_is_what_a_small_step_shows() -> None:
    form = form_of(made_up.small(7))
    here, step = np.full(len(form.program), 0.3), 1e-6
    seen = [
        (worth(form, missed(form, here + step * unit)) - worth(form, missed(form, here - step * unit))) / (2 * step)
        for unit in np.eye(len(here))
    ]
    assert np.allclose(seen, slopes(form, missed(form, here)), atol=1e-8)


@given(seed=seeds)
@settings(max_examples=40)
def test_the_worth_is_what_walking_down_the_list_gives(seed: int) -> None:
    problem: Problem = made_up.small(seed)
    form, chosen = form_of(problem), tuple(range(0, len(problem.options.program), 3))
    assert np.isclose(value(form, columns(form, chosen)), brute_force.value(problem, chosen))
