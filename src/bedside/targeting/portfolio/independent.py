"""The special case of outcomes that do not depend on each other: greedy is exact there, and a table proves it.

Both methods are those of Kapur, "The College Application Problem" (2022).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from bedside.targeting.portfolio.statement.arrays import Numbers, Places
from bedside.targeting.portfolio.statement.mistakes import PortfolioMistake

SWEEP = 256
"""After so many steps those that were taken are swept out, so that later steps look at fewer."""


def greedy_order(chance: ArrayLike, utility: ArrayLike, count: int) -> tuple[Places, Numbers]:
    """Where every application costs the same: the best programs one after the other, and the worth after each.

    The best list of k holds the best list of k − 1, so that the order is all there is to know.

    1. Each program has its gain, chance times utility.
    2. The largest gain is taken. Programs worth no more than this one are now reached only if it fails, so that their
       gain shrinks to (1 − chance) of it; for those worth more, what they replace is taken off.
    3. This is repeated.
    """
    chances, worths = _read(chance, utility)
    rank = np.argsort(worths, kind="stable")
    chances, gains = chances[rank], (chances * worths)[rank]
    order, values, taken = [], [], np.zeros(len(gains), dtype=bool)
    for step in range(min(count, len(gains))):
        best = int(gains.argmax())
        gain = float(gains[best])
        order.append(rank[best])
        values.append(gain)
        gains[:best] *= 1 - chances[best]
        gains[best + 1 :] -= gain * chances[best + 1 :]
        gains[best], taken[best] = -np.inf, True
        if step % SWEEP == SWEEP - 1:
            rank, chances, gains = rank[~taken], chances[~taken], gains[~taken]
            taken = np.zeros(len(gains), dtype=bool)
    return np.array(order, dtype=np.intp), np.cumsum(values)


def by_dynamic_program(chance: ArrayLike, utility: ArrayLike, cost: ArrayLike, budget: int) -> tuple[Places, float]:
    """The best list of all within the budget, for whole costs; time grows with programs × budget.

    Programs are taken from the least worth up. With h dollars, the best of those so far is the larger of

        best(h)   and   (1 − chance) · best(h − cost) + chance · utility

    because a program that is worth more than all before it counts whenever it takes the applicant.
    """
    chances, worths = _read(chance, utility)
    costs = np.asarray(cost, dtype=np.intp)
    if costs.shape != chances.shape or (costs < 0).any() or budget < 0:
        raise PortfolioMistake(("Each program needs a cost in whole dollars, 0 or more, and so does the budget.",))
    best, taken = np.zeros(budget + 1), np.zeros((len(chances), budget + 1), dtype=bool)
    order = np.argsort(worths, kind="stable")
    for program in order:
        price = int(costs[program])
        if price <= budget:
            with_it = (1 - chances[program]) * best[: budget + 1 - price] + chances[program] * worths[program]
            better = with_it > best[price:]
            taken[program, price:] = better
            best = np.concatenate([best[:price], np.where(better, with_it, best[price:])])
    left, chosen = budget, []
    for program in order[::-1]:
        if taken[program, left]:
            chosen.append(int(program))
            left -= int(costs[program])
    return np.array(sorted(chosen), dtype=np.intp), float(best[budget])


def worth_of(chance: ArrayLike, utility: ArrayLike, chosen: ArrayLike) -> float:
    """What a list is worth: the utility of the best program that takes the applicant, on average."""
    chances, worths = _read(chance, utility)
    listed = np.asarray(chosen, dtype=np.intp)
    listed = listed[np.argsort(-worths[listed], kind="stable")]
    left = np.concatenate([[1.0], np.cumprod(1 - chances[listed])[:-1]]) if len(listed) else np.zeros(0)
    return float(left @ (chances[listed] * worths[listed]))


def _read(chance: ArrayLike, utility: ArrayLike) -> tuple[Numbers, Numbers]:
    chances, worths = np.array(chance, dtype=np.float64), np.array(utility, dtype=np.float64)
    wrong = chances.ndim != 1 or chances.shape != worths.shape or not ((chances > 0) & (chances < 1)).all()
    if wrong or not (np.isfinite(worths) & (worths > 0)).all():
        raise PortfolioMistake(("Each program needs one chance above 0 and below 1, and one utility above 0.",))
    return chances, worths
