"""What a longer list or more money would bring: the value against the count and against dollars."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bedside.targeting.portfolio.results import Portfolio, Status
from bedside.targeting.portfolio.search import Effort
from bedside.targeting.portfolio.solving import QUICK, solve
from bedside.targeting.portfolio.statement.problem import Problem


@dataclass(frozen=True, slots=True)
class Point:
    """The best list under one limit, which is a count or a budget."""

    limit: float
    portfolio: Portfolio


def by_count(problem: Problem, counts: Iterable[int], effort: Effort = QUICK) -> tuple[Point, ...]:
    """The best lists of at most so many programs; with a mix as a rule, of exactly so many."""
    points = [(one, replace(problem, limits=replace(problem.limits, count=one))) for one in sorted(set(counts))]
    return _curve(points, effort, grows=problem.limits.mix is None or problem.limits.mix.by_specialty)


def by_budget(problem: Problem, budgets: Iterable[float], effort: Effort = QUICK) -> tuple[Point, ...]:
    """The best lists for so many dollars; more never brings less."""
    points = [(one, replace(problem, limits=replace(problem.limits, budget=one))) for one in sorted(set(budgets))]
    return _curve(points, effort, grows=True)


def enough_dollars(points: tuple[Point, ...], step: float, least: float) -> float | None:
    """The smallest budget of the curve from which on no further `step` dollars bring `least` or more.

    None where they still do so at the end of the curve.
    """
    enough = None
    for lower, upper in reversed(list(pairwise(points))):
        bought = (upper.portfolio.value - lower.portfolio.value) / (upper.limit - lower.limit) * step
        if bought >= least:
            return enough
        enough = lower.limit
    return enough


def _curve(points: Sequence[tuple[float, Problem]], effort: Effort, *, grows: bool) -> tuple[Point, ...]:
    """Where a list under one limit is also one under the next, what was reached is kept, and so is every bound."""
    found = [Point(limit, solve(problem, effort)) for limit, problem in points]
    if not grows:
        return tuple(found)
    for place in range(1, len(found)):
        before, here = found[place - 1].portfolio, found[place].portfolio
        if _comparable(before, here) and before.value > here.value:
            gap = here.upper_bound / before.value - 1
            found[place] = replace(
                found[place], portfolio=replace(before, upper_bound=here.upper_bound, gap=gap, status=here.status)
            )
    for place in range(len(found) - 2, -1, -1):
        here, after = found[place].portfolio, found[place + 1].portfolio
        if _comparable(here, after) and after.upper_bound < here.upper_bound:
            gap = after.upper_bound / here.value - 1
            found[place] = replace(found[place], portfolio=replace(here, upper_bound=after.upper_bound, gap=gap))
    return tuple(found)


def _comparable(*portfolios: Portfolio) -> bool:
    return all(one.status in (Status.CERTIFIED, Status.STOPPED) for one in portfolios)
