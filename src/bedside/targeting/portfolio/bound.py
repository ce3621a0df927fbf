"""The certificate: what no list that keeps to the limits can exceed, and which options a better list could hold."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bedside.targeting.portfolio.form import Form, Truths
from bedside.targeting.portfolio.relaxation import Matrix, Multipliers
from bedside.targeting.portfolio.statement.arrays import Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A line that is nowhere below the worth of a list: worth(x) ≤ `base` + `each` · x.

    Tangents of a concave worth are such lines, and so is every mixture of them.
    """

    base: float
    each: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Bound:
    """`most` is worth at least what any list is; `rest` what is left of each option after the price of the limits."""

    most: float
    rest: Numbers


def bound_of(form: Form, matrix: Matrix, line: Line, prices: Multipliers) -> Bound:
    """The largest value of the right side that `relaxation` derives, found program by program and tier by tier."""
    rest = (
        line.each - (prices.most - prices.least) @ form.table - prices.charges @ form.units - prices.budget * form.price
    )
    most = line.base + float(_best_of_programs(form, rest).sum())
    most += float(prices.most[matrix.upper] @ form.at_most[matrix.upper])
    most -= float(prices.least[matrix.lower] @ form.at_least[matrix.lower])
    if matrix.pays:
        widths = matrix.high[len(form.program) : len(form.program) + len(matrix.each)]
        saved = np.maximum(prices.charges[matrix.tier_charge] - prices.budget * matrix.each, 0.0)
        most += prices.budget * form.budget + float(saved @ widths)
    return Bound(most, rest)


def _best_of_programs(form: Form, rest: Numbers) -> Numbers:
    """Of each program with options: its best option, or 0 where leaving it out is allowed and better."""
    if not len(form.groups):
        return np.zeros(0)
    able = np.where(form.allowed, rest, -np.inf)[form.groups]
    best = np.maximum.reduceat(able, form.heads)
    return np.where(form.required[form.program[form.groups[form.heads]]], best, np.maximum(best, 0.0))


def settled(form: Form, bound: Bound, reached: float) -> tuple[Truths, Truths]:
    """Which options no better list holds, and which every better list holds.

    Forcing an option costs the bound what the best choice of its program has over it; if the rest of the bound does not
    exceed what is `reached` already, no better list holds it. Leaving the best out costs what it has over the second.
    """
    able = np.where(form.allowed, bound.rest, -np.inf)
    free = ~form.required[form.program]
    best = np.full(form.programs, -np.inf)
    np.maximum.at(best, form.program, able)
    leads = np.zeros(len(able), dtype=bool)
    ordered = form.groups[np.lexsort((able[form.groups], form.program[form.groups]))]
    last = np.flatnonzero(np.diff(form.program[ordered], append=-1))
    leads[ordered[last]] = True
    second = np.full(form.programs, -np.inf)
    np.maximum.at(second, form.program[~leads], able[~leads])
    floor = np.where(free, 0.0, -np.inf)
    here = np.maximum(best[form.program], floor)
    with np.errstate(invalid="ignore"):
        without = bound.most - (here - able) < reached
        within = leads & (bound.most - (able - np.maximum(second[form.program], floor)) < reached)
    return without, within & (able > -np.inf)
