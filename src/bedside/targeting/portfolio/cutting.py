"""The linear problem that grows: limits, and under every group of scenarios all the tangents found so far."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from bedside.targeting.portfolio.bound import Bound, Line, bound_of
from bedside.targeting.portfolio.form import Form, Truths
from bedside.targeting.portfolio.relaxation import Matrix, multipliers_from
from bedside.targeting.portfolio.statement.arrays import Numbers
from bedside.targeting.portfolio.tangents import Tangents


@dataclass(frozen=True, slots=True, eq=False)
class Whole:
    """What the solver found in whole numbers: a list (None where it found none), and a bound if it finished."""

    list_: Numbers | None
    most: float
    impossible: bool


class Cuts:
    """Tangents in units of `scale`, a worth near that of the best list, so that tolerances are relative."""

    def __init__(self, form: Form, matrix: Matrix, scale: float) -> None:
        self.form, self.matrix, self.scale = form, matrix, scale
        self.found: list[Tangents] = []

    def add(self, more: Tangents) -> None:
        """Hold the worth under these as well."""
        self.found.append(more)

    def fractional(self, seconds: float) -> tuple[Numbers, Bound] | None:
        """The best list with fractions under the tangents, and the bound that their best mixture gives."""
        rows, ends, cost = self._rows()
        low, high = self._ends()
        bounds, options = np.stack([low, high], axis=1), {"time_limit": seconds}
        found = linprog(cost, A_ub=rows, b_ub=ends, bounds=bounds, method="highs", options=options)
        if found.x is None:
            return None
        prices = np.maximum(-found.ineqlin.marginals, 0.0)
        limits = len(self.matrix.ends)
        line = self._mixture(prices[limits:].reshape(len(self.found), -1))
        # The linear problem is in units of `scale`: so are its prices.
        multipliers = multipliers_from(self.form, self.matrix, prices[:limits] * self.scale)
        return found.x[: len(self.form.program)], bound_of(self.form, self.matrix, line, multipliers)

    def whole(self, without: Truths, within: Truths, gap: float, seconds: float) -> Whole:
        """The best list under the tangents, with some options settled; `gap` is relative.

        What is settled is no variable for the solver: usually all but a few dozen options are.
        """
        rows, ends, cost = self._rows()
        low, high = self._ends()
        options, tiers = len(self.form.program), len(self.matrix.each)
        high[:options] = np.where(without, 0.0, high[:options])
        low[:options] = np.where(within & ~without, 1.0, low[:options])
        kinds = np.zeros(len(cost))
        kinds[:options] = 1
        kinds[options + tiers : self.matrix.size] = 1
        free = high > low
        found = milp(
            cost[free],
            integrality=kinds[free],
            bounds=Bounds(low[free], high[free]),
            constraints=LinearConstraint(rows[:, free], -np.inf, ends - rows[:, ~free] @ low[~free]),
            options={"mip_rel_gap": gap, "time_limit": max(seconds, 0.01), "presolve": False},
        )
        most = np.inf if found.mip_dual_bound is None else -found.mip_dual_bound * self.scale
        if found.x is None:
            return Whole(None, most, found.status == 2)
        list_ = low.copy()
        list_[free] = found.x
        return Whole(np.round(list_[:options]), most, False)

    def _rows(self) -> tuple[sparse.csr_array, Numbers, Numbers]:
        options, size = len(self.form.program), self.matrix.size
        groups = len(self.found[0].base)
        each = np.vstack([one.each for one in self.found]) / self.scale
        between = sparse.csr_array((len(each), size - options))
        heights = sparse.csr_array(np.tile(np.eye(groups), (len(self.found), 1)))
        under = sparse.hstack([sparse.csr_array(-each), between, heights])
        limits = sparse.hstack([self.matrix.rows, sparse.csr_array((len(self.matrix.ends), groups))])
        ends = np.concatenate([self.matrix.ends, *(one.base / self.scale for one in self.found)])
        cost = np.concatenate([np.zeros(size), -np.ones(groups)])
        return sparse.vstack([limits, under], format="csr"), ends, cost

    def _ends(self) -> tuple[Numbers, Numbers]:
        groups = len(self.found[0].base)
        # A group is never worth less than nothing, nor more than the best match for certain.
        top = float(self.form.steps.sum()) / self.scale
        low = np.concatenate([self.matrix.low, np.zeros(groups)])
        return low, np.concatenate([self.matrix.high, np.full(groups, top)])

    def _mixture(self, shares: Numbers) -> Line:
        """The tangents mixed by the solver's prices, which are made to sum to 1 for every group."""
        sums = shares.sum(axis=0)
        shares = np.where(sums > 0, shares / np.where(sums > 0, sums, 1.0), 1.0 / len(shares))
        base = sum(float(share @ one.base) for share, one in zip(shares, self.found, strict=True))
        each = sum(share @ one.each for share, one in zip(shares, self.found, strict=True))
        return Line(base, np.asarray(each))
