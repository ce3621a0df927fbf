"""The problem as the methods work on it: options in one order whatever order they came in, limits as a table."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from bedside.targeting.portfolio.rows import rows_of
from bedside.targeting.portfolio.statement.arrays import Numbers, Places, Scenarios
from bedside.targeting.portfolio.statement.charges import Charge
from bedside.targeting.portfolio.statement.problem import Problem

Truths = NDArray[np.bool_]
NEAR = 2e-6
"""How far a sum may be beyond a limit and still keep it: twice the solver's tolerance, far below a cent."""


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """Columns are options, ordered by what they are worth, and then by everything else that is known of them.

    `original` holds the place of each column in the problem. `steps` are the differences between levels of utility,
    the best first; `level` the level of each column, and `begins` where each level begins (with the end as the last).
    `logs` are −log(1 − chance). `groups` lists the columns program by program, `heads` where each program begins in it.
    """

    original: Places
    weights: Numbers
    chance: Numbers
    logs: Numbers
    steps: Numbers
    level: Places
    begins: Places
    program: Places
    programs: int
    groups: Places
    heads: Places
    allowed: Truths
    required: Truths
    names: tuple[str, ...]
    table: Numbers
    at_least: Numbers
    at_most: Numbers
    price: Numbers
    units: Numbers
    charges: tuple[Charge, ...]
    budget: float

    def dollars(self, units: Numbers, price: Numbers | float) -> Numbers:
        """What lists cost; `units` has a row per charge and a column per list."""
        total = np.zeros(units.shape[1:]) + price
        for row, charge in zip(units, self.charges, strict=True):
            total = total + charge.dollars(row)
        return total

    def cost(self, chosen: Places) -> float:
        """Dollars of one list, in columns."""
        return float(self.dollars(self.units[:, chosen].sum(axis=1)[:, None], self.price[chosen].sum())[0])

    def keeps(self, chosen: Places) -> bool:
        """Whether a list, in columns, keeps to every limit."""
        programs = self.program[chosen]
        sums = self.table[:, chosen].sum(axis=1)
        return bool(
            len(np.unique(programs)) == len(programs)
            and self.allowed[chosen].all()
            and np.isin(np.flatnonzero(self.required), programs).all()
            and (sums <= self.at_most + NEAR).all()
            and (sums >= self.at_least - NEAR).all()
            and self.cost(chosen) <= self.budget + NEAR
        )

    def eased(self, at_least: Numbers, required: Truths) -> Form:
        """The same with other lower ends, and other programs that have to be on the list."""
        return replace(self, at_least=at_least, required=required)

    def seen_in(self, scenarios: Scenarios) -> Form:
        """The same limits with other scenarios of the same options."""
        chance, logs = (_in_order(table, self.original) for table in (scenarios.chance, scenarios.logs))
        return replace(self, weights=scenarios.weights, chance=chance, logs=logs)


def form_of(problem: Problem) -> Form:
    """The problem in the order in which results do not depend on the order of programs."""
    rows = rows_of(problem)
    table = np.array([row.each for row in rows]).reshape(len(rows), len(problem.options.program))
    order = _order(problem, table)
    program = problem.options.program[order]
    worth, level = _levels(problem.programs.utility[program])
    groups = np.argsort(program, kind="stable")
    limits = problem.limits
    return Form(
        original=order,
        weights=problem.scenarios.weights,
        chance=_in_order(problem.scenarios.chance, order),
        logs=_in_order(problem.scenarios.logs, order),
        steps=worth - np.append(worth[1:], 0.0),
        level=level,
        begins=np.searchsorted(level, np.arange(len(worth) + 1)),
        program=program,
        programs=len(problem.programs.utility),
        groups=groups,
        heads=np.flatnonzero(np.diff(program[groups], prepend=-1)),
        allowed=~np.isin(program, sorted(limits.pinned_out)),
        required=np.isin(np.arange(len(problem.programs.utility)), sorted(limits.pinned_in)),
        names=tuple(row.name for row in rows),
        table=table[:, order],
        at_least=np.array([row.at_least for row in rows]),
        at_most=np.array([row.at_most for row in rows]),
        price=problem.options.price[order],
        units=_units(problem)[:, order],
        charges=problem.charges,
        budget=np.inf if limits.budget is None or _buys_all(problem, limits.budget) else limits.budget,
    )


def _in_order(table: Numbers, order: Places) -> Numbers:
    """The columns of a table in another order, copied as they lie in memory where each of them lies in one piece."""
    if table.flags.f_contiguous:
        return np.take(table.T, order, axis=0).T
    return np.take(table, order, axis=1)


def _buys_all(problem: Problem, budget: float) -> bool:
    """Whether every option together costs no more, so that the budget is no limit."""
    cost = float(problem.options.price.sum())
    for charge, units in zip(problem.charges, _units(problem).sum(axis=1), strict=True):
        cost += float(charge.dollars(np.array([units]))[0])
    return cost <= budget


def _levels(utility: Numbers) -> tuple[Numbers, Places]:
    """The levels, the best first, and that of each column; columns come ordered by utility, the best first."""
    worth, level = np.unique(-utility, return_inverse=True)
    return -worth, level.astype(np.intp)


def _order(problem: Problem, table: Numbers) -> Places:
    options = problem.options
    mean = problem.scenarios.weights @ problem.scenarios.chance
    keys = (options.interviews, options.price, options.signal, *table, -mean)
    return np.lexsort((*keys, -problem.programs.utility[options.program]))


def _units(problem: Problem) -> Numbers:
    specialty = problem.programs.specialty[problem.options.program]
    rows = [
        problem.options.interviews
        if charge.on_interviews
        else np.ones(len(specialty))
        if charge.specialty is None
        else (specialty == charge.specialty) * 1.0
        for charge in problem.charges
    ]
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(specialty))
