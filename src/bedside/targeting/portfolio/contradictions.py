"""Limits that cannot hold together: which ones they are, and the nearest ones that can."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from bedside.targeting.portfolio.arrays import Numbers, Places
from bedside.targeting.portfolio.form import NEAR, Form, form_of
from bedside.targeting.portfolio.problem import Problem
from bedside.targeting.portfolio.relaxation import Matrix, matrix_of

SECONDS = 5.0


def some_list(form: Form, matrix: Matrix, line: Numbers) -> Places | None:
    """A list that keeps to every limit, the best by `line` within a hundredth; None where the solver finds none."""
    size, options = matrix.size, len(form.program)
    cost = np.concatenate([-line, np.zeros(size - options)])
    found = _solved(cost, matrix.rows, matrix.ends, matrix.low, matrix.high, _kinds(matrix, options))
    return None if found is None else np.flatnonzero(found[:options] > 0.5)


def contradiction(problem: Problem, form: Form) -> tuple[str, ...]:
    """Names of limits that contradict each other, so few that leaving out any one of them would end it.

    1. All limits are held.
    2. One after the other is left out; it stays out if the others still contradict each other.
    """
    names = list(dict.fromkeys([*form.names, *_money(form), *_pins(problem, form)]))
    held = set(names)
    for name in names:
        if not _possible(problem, form, held - {name}):
            held.discard(name)
    return tuple(name for name in names if name in held)


def nearest(problem: Problem) -> Form:
    """The limits that come nearest to those that contradict each other.

    With a mix as a rule, first the largest smaller list in that mix is looked for, by halving.
    """
    count = problem.limits.count
    if problem.limits.mix is not None and not problem.limits.mix.by_specialty and count:
        reached, failed = 0, count
        while failed - reached > 1:
            middle = (reached + failed) // 2
            form = form_of(replace(problem, limits=replace(problem.limits, count=middle)))
            possible = some_list(form, matrix_of(form), np.zeros(len(form.program))) is not None
            reached, failed = (middle, failed) if possible else (reached, middle)
        if reached:
            return form_of(replace(problem, limits=replace(problem.limits, count=reached)))
    return _eased(form_of(problem))


def _eased(form: Form) -> Form:
    """The limits with the lower ends and pins that can be reached together, few of them lowered, by the least."""
    matrix = matrix_of(form)
    required = np.flatnonzero(form.required)
    lower = np.flatnonzero(form.at_least > 0)
    size, slacks = matrix.size, len(lower) + len(required)
    place = {row: len(matrix.upper) + at for at, row in enumerate(matrix.lower)}
    beside = sparse.lil_array((len(matrix.ends), slacks))
    for at, row in enumerate(lower):
        beside[place[row], at] = -1.0
    for at in range(len(required)):
        beside[len(matrix.ends) - len(required) + at, len(lower) + at] = -1.0
    rows = sparse.hstack([matrix.rows, sparse.csr_array(beside)], format="csr")
    cost = np.concatenate([np.zeros(size), np.ones(slacks)])
    low = np.concatenate([matrix.low, np.zeros(slacks)])
    high = np.concatenate([matrix.high, np.full(slacks, np.inf)])
    kinds = np.concatenate([_kinds(matrix, len(form.program)), np.zeros(slacks)])
    found = _solved(cost, rows, matrix.ends, low, high, kinds)
    chosen = np.array([], dtype=np.intp) if found is None else np.flatnonzero(found[: len(form.program)] > 0.5)
    sums = form.table[:, chosen].sum(axis=1)
    reached = np.isin(np.arange(form.programs), form.program[chosen])
    at_least = np.where(form.at_least > 0, np.minimum(form.at_least, sums), form.at_least)
    return form.eased(at_least, form.required & reached)


def _money(form: Form) -> tuple[str, ...]:
    return (f"a budget of ${form.budget:,.0f}",) if np.isfinite(form.budget) else ()


def _pins(problem: Problem, form: Form) -> tuple[str, ...]:
    limits = problem.limits
    named = [(f"{problem.name_of(one)} is on the list", one) for one in sorted(limits.pinned_in)]
    return tuple(name for name, _ in named) + tuple(
        f"{problem.name_of(one)} is kept out" for one in sorted(limits.pinned_out)
    )


def _possible(problem: Problem, form: Form, held: set[str]) -> bool:
    """Whether some list keeps to the limits with these names."""
    ins = {one for one in problem.limits.pinned_in if f"{problem.name_of(one)} is on the list" in held}
    outs = {one for one in problem.limits.pinned_out if f"{problem.name_of(one)} is kept out" in held}
    rows = np.array([name in held for name in form.names], dtype=bool)
    loose = replace(
        form,
        at_least=np.where(rows, form.at_least, -np.inf),
        at_most=np.where(rows, form.at_most, np.inf),
        budget=form.budget if set(_money(form)) <= held else np.inf,
        required=np.isin(np.arange(form.programs), sorted(ins)),
        allowed=~np.isin(form.program, sorted(outs)),
    )
    return some_list(loose, matrix_of(loose), np.zeros(len(form.program))) is not None


def _kinds(matrix: Matrix, options: int) -> Numbers:
    kinds = np.zeros(matrix.size)
    kinds[:options] = 1
    kinds[options + len(matrix.each) :] = 1
    return kinds


def _solved(
    cost: Numbers, rows: sparse.csr_array, ends: Numbers, low: Numbers, high: Numbers, kinds: Numbers
) -> Numbers | None:
    limits = LinearConstraint(rows, -np.inf, ends + NEAR / 10) if len(ends) else ()
    # Without presolve: with it this solver may write a line of its own to the terminal.
    options = {"mip_rel_gap": 0.01, "time_limit": SECONDS, "presolve": False}
    found = milp(cost, integrality=kinds, bounds=Bounds(low, high), constraints=limits, options=options)
    return None if found.x is None else np.asarray(found.x)
