"""Which options still fit beside a list, with or without leaving one of it out."""

from __future__ import annotations

import numpy as np

from bedside.targeting.portfolio.form import NEAR, Form, Truths
from bedside.targeting.portfolio.statement.arrays import Numbers, Places


class Room:
    """The sums of a list that is being built; lower ends above 0 are held only where `whole`, so that one can begin."""

    def __init__(self, form: Form, chosen: Places, *, whole: bool) -> None:
        self.form = form
        self.sums = form.table[:, chosen].sum(axis=1)
        self.units = form.units[:, chosen].sum(axis=1)
        self.price = float(form.price[chosen].sum())
        self.taken = np.zeros(form.programs, dtype=bool)
        self.taken[form.program[chosen]] = True
        self.at_least = form.at_least if whole else np.where(form.at_least > 0, -np.inf, form.at_least)
        self.by_one = [bool(np.isin(row, (0.0, 1.0)).all()) for row in form.units]
        self.dearer: Numbers | None = None
        self.most = form.table.max(axis=1, initial=0.0)
        self.least = form.table.min(axis=1, initial=0.0)

    def add(self, column: int) -> None:
        """Put an option on the list."""
        self.sums = self.sums + self.form.table[:, column]
        self.units = self.units + self.form.units[:, column]
        self.price += float(self.form.price[column])
        self.taken[self.form.program[column]] = True
        self.dearer = None

    def dearer_by(self) -> Numbers:
        """What each option would add to the cost; options that count as one unit of a charge add the same to it."""
        if self.dearer is None:
            self.dearer = self.form.price.copy()
            for at, charge in enumerate(self.form.charges):
                units, now = self.form.units[at], self.units[at]
                if self.by_one[at]:
                    before, after = charge.dollars(np.array([now, now + 1]))
                    self.dearer += (after - before) * units
                else:
                    self.dearer += charge.dollars(now + units) - charge.dollars(np.array([now]))
        return self.dearer

    def cost(self) -> float:
        """What the list costs as it is."""
        return float(self.form.dollars(self.units[:, None], self.price)[0])

    def fits(self) -> Truths:
        """Which options can be added; only limits that some option could break are looked at."""
        form = self.form
        able = form.allowed & ~self.taken[form.program]
        near = (self.sums + self.most > form.at_most + NEAR) | (self.sums + self.least < self.at_least - NEAR)
        for row in np.flatnonzero(near):
            after = self.sums[row] + form.table[row]
            able &= (after <= form.at_most[row] + NEAR) & (after >= self.at_least[row] - NEAR)
        if np.isfinite(form.budget):
            able &= self.dearer_by() <= form.budget + NEAR - self.cost()
        return able

    def allows_swaps(self, out: Places, into: Places) -> Truths:
        """Whether each pair, one of the list left out for another option, keeps to every limit."""
        form = self.form
        same = form.program[out] == form.program[into]
        able: Truths = form.allowed[into] & (
            same | (~self.taken[form.program[into]] & ~form.required[form.program[out]])
        )
        for row in range(len(form.table)):
            after = self.sums[row] - form.table[row, out] + form.table[row, into]
            able &= (after <= form.at_most[row] + NEAR) & (after >= self.at_least[row] - NEAR)
        if np.isfinite(form.budget):
            units = self.units[:, None] - form.units[:, out] + form.units[:, into]
            able &= form.dollars(units, self.price - form.price[out] + form.price[into]) <= form.budget + NEAR
        return able
