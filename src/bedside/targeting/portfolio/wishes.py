"""What a wish costs in chance: the best list that keeps to it beside the best list that need not."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bedside.targeting.portfolio.results import Portfolio
from bedside.targeting.portfolio.search import Effort
from bedside.targeting.portfolio.solving import solve
from bedside.targeting.portfolio.statement.limits import Limits
from bedside.targeting.portfolio.statement.problem import Problem


@dataclass(frozen=True, slots=True)
class PriceOfWish:
    """Both lists, and the price in the units of the value: between `least` and `most` in any case."""

    free: Portfolio
    kept: Portfolio
    price: float
    least: float
    most: float


def price_of_wish(problem: Problem, wished: Limits, effort: Effort | None = None) -> PriceOfWish:
    """What the limits `wished` cost over those of the problem, which they only add to.

    1. Both problems are solved.
    2. The price is the difference of their values. It is at least what the free list has over the bound of the other,
       and at most what the free bound has over the other's list.
    """
    kept = solve(replace(problem, limits=wished), effort)
    free = solve(problem, effort)
    # Every list that keeps to the wish is one of those that need not.
    if kept.value > free.value and not kept.contradiction:
        free = replace(free, chosen=kept.chosen, value=kept.value, dollars=kept.dollars, interviews=kept.interviews)
        free = replace(free, gap=max(free.upper_bound / free.value - 1, 0.0))
    least = max(free.value - kept.upper_bound, 0.0)
    return PriceOfWish(free, kept, free.value - kept.value, least, max(free.upper_bound - kept.value, 0.0))
