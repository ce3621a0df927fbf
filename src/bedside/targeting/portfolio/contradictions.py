"""Limits that cannot hold together: which ones they are, and the nearest ones that can."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, milp

from bedside.targeting.portfolio.form import NEAR, Form, form_of
from bedside.targeting.portfolio.relaxation import Matrix, matrix_of
from bedside.targeting.portfolio.rows import rows_of
from bedside.targeting.portfolio.statement.arrays import Numbers, Places
from bedside.targeting.portfolio.statement.problem import Problem
from bedside.targeting.portfolio.whole_numbers import begun

SECONDS = 1.0
"""For one list that keeps to every limit; it is usually found in a hundredth of this."""
A_PROGRAM = "at least one program"
MANY = 20
"""More programs that are kept out than this are named together."""
_MANY_OUT = "the {} programs that are kept out"


def some_list(form: Form, line: Numbers) -> Places | None:
    """A list that keeps to every limit, a good one by `line`; None where there is none, or the solver finds none."""
    by_kind, certain = begun(form, line)
    if certain:
        return by_kind
    matrix = matrix_of(form)
    size, options = matrix.size, len(form.program)
    cost = np.concatenate([-line, np.zeros(size - options)])
    found = _solved(cost, matrix.rows, matrix.ends, matrix.low, matrix.high, _kinds(matrix, options))
    return None if found is None else np.flatnonzero(found[:options] > 0.5)


def contradiction(problem: Problem, form: Form, until: float = np.inf) -> tuple[str, ...]:
    """Names of limits that contradict each other, so few that leaving out any one of them would end it.

    1. All limits are held.
    2. What is kept out, what is put on the list, and then one limit after the other is left out; it stays out if the
       others still contradict each other. What cannot be left out together is tried by halves.
    Where the time is over before, those not looked at stay too: together they still contradict each other.
    """
    ins, outs = _pins(problem)
    limits = tuple(dict.fromkeys(name for name in form.names if name != A_PROGRAM))
    names = [*limits, *_money(form), *ins, *outs]
    held = {*names, A_PROGRAM}
    left = [outs, ins, *((name,) for name in (*limits, *_money(form)))]
    while left and time.monotonic() <= until:
        these = left.pop(0)
        if not these:
            continue
        if not _possible(problem, form, held - set(these)):
            held -= set(these)
        elif len(these) > 1:
            half = len(these) // 2
            left[:0] = [these[:half], these[half:]]
    return tuple(name for name in names if name in held)


def nearest(problem: Problem) -> Form:
    """The limits that come nearest to those that contradict each other.

    With a mix as a rule, first the largest smaller list in that mix is looked for, by halving.
    """
    count = problem.limits.count
    if problem.limits.mix is not None and not problem.limits.mix.by_specialty and count:
        reached, failed, whole = 0, count, form_of(problem)
        while failed - reached > 1:
            middle = (reached + failed) // 2
            form = _with_count(problem, whole, middle)
            possible = some_list(form, np.zeros(len(form.program))) is not None
            reached, failed = (middle, failed) if possible else (reached, middle)
        if reached:
            return _with_count(problem, whole, reached)
    return _eased(form_of(problem))


def _with_count(problem: Problem, form: Form, count: int) -> Form:
    """The same limits with another number of programs; only the ends of rows differ, and their names."""
    rows = rows_of(replace(problem, limits=replace(problem.limits, count=count)))
    at_least, at_most = np.array([row.at_least for row in rows]), np.array([row.at_most for row in rows])
    return replace(form, names=tuple(row.name for row in rows), at_least=at_least, at_most=at_most)


def with_a_program(form: Form) -> Form:
    """The same limits, and at least one program: an empty list keeps to most limits."""
    return replace(
        form,
        names=(*form.names, A_PROGRAM),
        table=np.vstack([form.table, np.ones(len(form.program))]),
        at_least=np.append(form.at_least, 1.0),
        at_most=np.append(form.at_most, np.inf),
    )


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


def _pins(problem: Problem) -> tuple[tuple[str, ...], tuple[str, ...]]:
    limits = problem.limits
    ins = (f"{problem.name_of(one)} is on the list" for one in sorted(limits.pinned_in))
    if len(limits.pinned_out) > MANY:
        return tuple(dict.fromkeys(ins)), (_MANY_OUT.format(len(limits.pinned_out)),)
    outs = (f"{problem.name_of(one)} is kept out" for one in sorted(limits.pinned_out))
    return tuple(dict.fromkeys(ins)), tuple(dict.fromkeys(outs))


def _possible(problem: Problem, form: Form, held: set[str]) -> bool:
    """Whether some list keeps to the limits with these names."""
    ins = {one for one in problem.limits.pinned_in if f"{problem.name_of(one)} is on the list" in held}
    outs = {one for one in problem.limits.pinned_out if f"{problem.name_of(one)} is kept out" in held}
    if _MANY_OUT.format(len(problem.limits.pinned_out)) in held:
        outs = set(problem.limits.pinned_out)
    rows = np.array([name in held for name in form.names], dtype=bool)
    loose = replace(
        form,
        at_least=np.where(rows, form.at_least, -np.inf),
        at_most=np.where(rows, form.at_most, np.inf),
        budget=form.budget if set(_money(form)) <= held else np.inf,
        required=np.isin(np.arange(form.programs), sorted(ins)),
        allowed=~np.isin(form.program, sorted(outs)),
    )
    return some_list(loose, np.zeros(len(form.program))) is not None


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
