"""Finds the list: quickly first, exactly where the certificate is not yet small, and partly where limits contradict."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

import numpy as np

from bedside.targeting.portfolio.contradictions import contradiction, nearest, some_list, with_a_program
from bedside.targeting.portfolio.form import Form, form_of
from bedside.targeting.portfolio.greedy import best_quickly, exchanged
from bedside.targeting.portfolio.relaxation import Matrix, matrix_of
from bedside.targeting.portfolio.results import Portfolio, Status
from bedside.targeting.portfolio.search import Effort, Search
from bedside.targeting.portfolio.statement.arrays import Places, Scenarios
from bedside.targeting.portfolio.statement.limits import SignalLimit
from bedside.targeting.portfolio.statement.problem import Problem
from bedside.targeting.portfolio.value import gains, missed_by
from bedside.targeting.portfolio.whole_numbers import tightened

MOST_NAMES = 8
UNNAMED = ("limits that contradict each other",)
LONGEST_NAMING = 0.5
"""Seconds in which limits that contradict each other are narrowed down to the fewest."""

QUICK = Effort(seconds=0.0)
"""Greedy, exchanges and the certificate of one tangent, without the exact search: for live controls and many draws."""

LIVE = Effort(seconds=0.15, improves=False, exact_up_to=10)
"""As quickly as a list can be bounded at all; in the seconds beyond that, short lists are searched exactly."""


def solve(
    problem: Problem,
    effort: Effort | None = None,
    roughly: Scenarios | None = None,
    *,
    eases: bool = True,
    naming: bool = True,
) -> Portfolio:
    """The best list, with its certificate.

    1. Greedy and exchanges give a list; where it misses a lower end, the solver finds one that keeps to every limit.
       With `roughly`, fewer scenarios of the same options that stand for all of them, this is done over those, and,
       unless there is no time, exchanged over all of them.
    2. The tangent at this list gives the bound. If it is small enough, this is the answer.
    3. Otherwise the exact search goes on until it is, or the time is over.
    4. Where no list keeps to every limit, the limits that contradict each other are named, the fewest are eased, and
       the answer is for those; unless it `eases`, the answer is then empty. Without `naming` they are not named,
       which takes longest.
    """
    effort = (effort or Effort()).started()
    form = form_of(problem)
    if not len(form.program) or not form.allowed.any():
        return _nothing(problem, form)
    found = _within(form, roughly, effort)
    if found is not None:
        if eases and naming and not len(found.chosen):
            return _nothing(problem, form, why=_in_the_way(problem, form))
        return _answer(problem, form, found, ())
    if not eases:
        return _nothing(problem, form)
    names = contradiction(problem, form, time.monotonic() + LONGEST_NAMING) if naming else UNNAMED
    form = nearest(problem)
    return _answer(problem, form, _within(form, roughly, effort) or _none(form, effort), names)


def _within(form: Form, roughly: Scenarios | None, effort: Effort) -> Search | None:
    """The search within limits; None where no list keeps to them."""
    tight = tightened(form)
    if tight is None:
        return None
    matrix = matrix_of(tight)
    rough = tight if roughly is None else tight.seen_in(roughly)
    begun = first_list(rough)
    if begun is None:
        return None
    begun = exchanged(tight, begun) if rough is not tight and effort.improves and effort.left else begun
    return _searched(tight, rough, matrix, begun, effort)


def _none(form: Form, effort: Effort) -> Search:
    return Search(form, matrix_of(form), np.array([], dtype=np.intp), effort.gap_for(len(form.program)))


def _in_the_way(problem: Problem, form: Form) -> str:
    """The limits that leave no program at all; not where the budget is too small for any, which is said by itself."""
    if _cheapest(form):
        return ""
    names = contradiction(problem, with_a_program(form), time.monotonic() + LONGEST_NAMING)
    return f" This leaves none: {_some_of(names)}." if names else ""


def _some_of(names: tuple[str, ...]) -> str:
    """The names, or so many of them as can be read."""
    more = len(names) - MOST_NAMES
    return "; ".join([*names[:MOST_NAMES], f"and {more} more"] if more > 1 else names)


def first_list(form: Form, ways: Sequence[bool] | None = None) -> Places | None:
    """A good list that keeps to every limit, in columns, without a certificate; None where no list keeps to them."""
    chosen = best_quickly(form, ways)
    if len(chosen) and form.keeps(chosen):
        return chosen
    found = some_list(form, gains(form, missed_by(form, chosen)))
    return exchanged(form, found) if found is not None and form.keeps(found) else found


def _searched(form: Form, rough: Form, matrix: Matrix, begun: Places, effort: Effort) -> Search:
    search = Search(form, matrix, begun, effort.gap_for(len(form.program)))
    search.certify(effort.improves)
    if search.gap_left > effort.loose and rough is not form and effort.left > 0:
        over_averages = Search(rough, matrix, search.chosen, search.gap)
        over_averages.certify()
        if over_averages.gap_left > effort.far:
            over_averages.leap(effort.left)
        search.take(over_averages.chosen)
        search.certify(effort.improves)
    if not search.enough and effort.searches(len(search.chosen)):
        search.close(effort.left)
    return search


def _answer(problem: Problem, form: Form, search: Search, names: tuple[str, ...]) -> Portfolio:
    chosen = search.chosen
    if not len(chosen):
        return _nothing(problem, form, names)
    original = form.original[chosen]
    most = max(search.most, search.reached)
    status = Status.PARTIAL if names else Status.CERTIFIED if search.enough else Status.STOPPED
    return Portfolio(
        tuple(sorted(original.tolist())),
        search.reached,
        most,
        most / search.reached - 1,
        status,
        form.cost(chosen),
        float(problem.options.interviews[original].sum()),
        names,
        (*_contradicting(names), *_fewer(problem, names, len(chosen)), *_unused(problem, original)),
    )


def _nothing(problem: Problem, form: Form, names: tuple[str, ...] = (), why: str = "") -> Portfolio:
    """The answer without any option, and why."""
    if not len(form.program):
        says = "There is no program to choose from, so there is no chance to tell."
    elif not form.allowed.any():
        says = "Every program is kept out, so there is no chance to tell; let one of them in."
    else:
        says = "No program fits, so there is no chance to tell." + _cheapest(form) + why
    return Portfolio((), 0.0, 0.0, 0.0, Status.EMPTY, 0.0, 0.0, names, (*_contradicting(names), says))


def _cheapest(form: Form) -> str:
    least = float(form.dollars(form.units, form.price)[form.allowed].min())
    return f" The cheapest costs ${least:,.0f}; the budget is ${form.budget:,.0f}." if least > form.budget else ""


def _contradicting(names: tuple[str, ...]) -> Iterator[str]:
    if len(names) == 1:
        yield f"No list keeps to this: {names[0]}. The list keeps to as much of it as it can."
    elif names:
        yield f"These cannot hold together: {_some_of(names)}. The list keeps to as much of them as it can."


def _fewer(problem: Problem, names: tuple[str, ...], listed: int) -> Iterator[str]:
    count = problem.limits.count
    if names and problem.limits.mix is not None and count is not None and listed < count:
        yield f"The list has {listed} programs rather than {count}."


def _unused(problem: Problem, chosen: Places) -> Iterator[str]:
    for limit in problem.limits.signals:
        able, used = _signals(problem, limit, np.arange(len(problem.options.program))), _signals(problem, limit, chosen)
        kind = "silver" if limit.signal == 1 else "gold"
        within = f" in {problem.specialty_name(limit.specialty)}" if limit.specialty is not None else ""
        if used < limit.at_most:
            yield (
                f"{limit.at_most - used} of {limit.at_most} {kind} signals{within} are left: "
                f"{able} programs take them, {used} on the list get one."
            )


def _signals(problem: Problem, limit: SignalLimit, options: Places) -> int:
    program = problem.options.program[options]
    covers = problem.options.signal[options] == limit.signal
    if limit.specialty is not None:
        covers = covers & (problem.programs.specialty[program] == limit.specialty)
    return len(np.unique(program[covers]))
