"""What a longer list or more money brings, where more hardly helps, and an untargeted list beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Literal

from bedside.odds.results import Estimate
from bedside.targeting.portfolio.form import form_of
from bedside.targeting.portfolio.solving import first_list
from bedside.targeting.program_list.prepared import Prepared
from bedside.targeting.program_list.problem import Wanted
from bedside.targeting.program_list.wishes import applied_of, problem_within, worth_of

COUNTS = (1, 2, 5, 10, 15, 20, 30, 40, 50, 60, 80, 100, 125, 150, 200, 250, 300)
"""The numbers of programs a curve looks at, close together where each adds most; nobody is asked to apply to more."""

STEPS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 60, 80)
"""The budgets a curve looks at, in steps of reading.list.enough-step."""

Kind = Literal["count", "budget"]
ENOUGH = ("reading.list.enough-step", "reading.list.enough-gain")
"""The readings that say what is enough: a step of money, and the points of 100 it has to bring."""


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """The best list under one limit, which is a count or a budget: its programs, its fees, its chance of a match.

    `worth` is what the list was chosen by, which is the chance where there are no preferences.
    """

    limit: float
    programs: int
    dollars: float
    chance: Estimate
    worth: float


@dataclass(frozen=True, slots=True)
class Curves:
    """Points in rising order of their limit; `by_count` without a budget, `by_budget` without a count.

    From `enough_dollars` on, no further step of money brings as much as reading.list.enough-gain; `enough_count` is how
    many programs the best list for that money has. Both are None where more still helps at the end of the curve, or
    where there is none. With `is_worth` it is the worth of the match that a step has to raise, because there are
    preferences. `untargeted` is the list drawn evenly.
    """

    by_count: tuple[CurvePoint, ...]
    by_budget: tuple[CurvePoint, ...]
    enough_count: int | None
    enough_dollars: float | None
    untargeted: CurvePoint | None
    is_worth: bool = False


def curves_for(ready: Prepared, wanted: Wanted) -> Curves:
    """The chance against the number of programs and against dollars, within everything else that is wanted.

    1. For each limit the list is found over the averaged scenarios, without a certificate. A larger limit is never
       worse, so that what a smaller one reached is kept. A curve ends where its last points hardly add anything, but
       not before the untargeted list that stands beside it.
    2. Each point gets the chance and the interval that the odds tell for its list.
    3. Between the two budgets where a step last brought enough, the place is found by halving.
    """
    step, gain = ready.evidence.number(ENOUGH[0]), ready.evidence.number(ENOUGH[1]) / 100
    search = _Search(ready, wanted)
    beside = _beside(ready)
    longest, dearest = (beside.programs, beside.dollars) if beside else (0, 0.0)
    by_count = search.curve("count", _counts(ready, wanted), gain, max(wanted.count or 0, longest))
    by_budget = search.curve("budget", _budgets(wanted, step), gain, max(wanted.budget or 0, dearest))
    enough = search.enough(by_budget, step, gain)
    return Curves(
        tuple(search.points(by_count)),
        tuple(search.points(by_budget)),
        len(enough.chosen) if enough else None,
        enough.limit if enough else None,
        beside,
        bool(wanted.preferences),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Found:
    """A list under one limit, as options."""

    limit: float
    chosen: tuple[int, ...]
    worth: float
    dollars: float


class _Search:
    """The best list under one limit after the other, each looked for once."""

    def __init__(self, ready: Prepared, wanted: Wanted) -> None:
        self.ready, self.wanted = ready, replace(wanted, budget=None, count=None)
        self.rough = replace(ready, problem=replace(ready.problem, scenarios=ready.roughly))
        self.known: dict[tuple[Kind, float], _Found | None] = {}

    def at(self, kind: Kind, limit: float) -> _Found | None:
        """The list under a limit; None where no list keeps to everything, or it is empty."""
        if (kind, limit) not in self.known:
            self.known[kind, limit] = self._found(kind, limit)
        return self.known[kind, limit]

    def _found(self, kind: Kind, limit: float) -> _Found | None:
        by_count = kind == "count"
        wanted = replace(self.wanted, count=int(limit)) if by_count else replace(self.wanted, budget=limit)
        problem = problem_within(self.rough, wanted)
        form = form_of(problem)
        chosen = first_list(form) if form.allowed.any() else None
        if chosen is None or not len(chosen):
            return None
        options = tuple(int(one) for one in form.original[chosen])
        utility = replace(self.ready.problem, programs=problem.programs)
        return _Found(limit, options, worth_of(utility, options), form.cost(chosen))

    def curve(self, kind: Kind, limits: Iterable[float], gain: float, least: float) -> list[_Found]:
        """The lists under rising limits, up to `least` at the least and until two in a row hardly add anything."""
        found: list[_Found] = []
        for limit in limits:
            here = self.at(kind, limit)
            if here is None:
                continue
            before = found[-1] if found else None
            found.append(replace(before, limit=limit) if before and before.worth > here.worth else here)
            if limit >= least and len(found) > 2 and found[-1].worth - found[-3].worth < gain:
                break
        return found

    def enough(self, found: Sequence[_Found], step: float, gain: float) -> _Found | None:
        """The list for the least money from which on no further step brings the gain; None where it still does."""
        last = [at for at, (one, after) in enumerate(pairwise(found)) if _by_step(one, after, step) >= gain]
        if not found or (last and last[-1] == len(found) - 2):
            return None
        if not last:
            return found[0]
        low, high = found[last[-1]].limit, found[last[-1] + 1].limit
        steps = range(round((high - low) / step))
        at = bisect_left(steps, True, key=lambda number: not self._brings(low + number * step, step, gain))
        return self.at("budget", low + at * step)

    def _brings(self, dollars: float, step: float, gain: float) -> bool:
        here, after = self.at("budget", dollars), self.at("budget", dollars + step)
        return here is None or (after is not None and after.worth - here.worth >= gain)

    def points(self, found: Sequence[_Found]) -> Iterator[CurvePoint]:
        """Each list with what the odds tell for it; one that a larger limit leaves as it is stands once."""
        for one in (same[0] for same in _runs(found)):
            applied = applied_of(self.ready, one.chosen)
            match = self.ready.odds_of(applied).match
            if match is not None:
                yield CurvePoint(one.limit, len(applied), one.dollars, match, one.worth)


def _runs(found: Sequence[_Found]) -> Iterator[list[_Found]]:
    """Neighbours that are the same list."""
    return (list(same) for _, same in groupby(found, key=lambda one: sorted(one.chosen)))


def _by_step(here: _Found, after: _Found, step: float) -> float:
    return (after.worth - here.worth) / (after.limit - here.limit) * step


def _counts(ready: Prepared, wanted: Wanted) -> list[int]:
    there = len(ready.programs)
    return sorted({min(one, there) for one in (*COUNTS, *([wanted.count] if wanted.count else []))} - {0})


def _budgets(wanted: Wanted, step: float) -> list[float]:
    own = [wanted.budget] if wanted.budget else []
    return sorted({*(one * step for one in STEPS), *own})


def _beside(ready: Prepared) -> CurvePoint | None:
    drawn = ready.untargeted
    if drawn is None or drawn.odds.match is None:
        return None
    number = len(drawn.listed)
    return CurvePoint(number, number, drawn.dollars, drawn.odds.match, drawn.odds.match.middle)
