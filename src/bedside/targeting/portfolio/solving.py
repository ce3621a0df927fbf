"""Finds the list: quickly first, exactly where the certificate is not yet small, and partly where limits contradict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from bedside.targeting.portfolio.arrays import Places, Scenarios
from bedside.targeting.portfolio.contradictions import contradiction, nearest, some_list
from bedside.targeting.portfolio.form import Form, form_of
from bedside.targeting.portfolio.greedy import best_quickly, exchanged
from bedside.targeting.portfolio.limits import SignalLimit
from bedside.targeting.portfolio.problem import Problem
from bedside.targeting.portfolio.relaxation import Matrix, matrix_of
from bedside.targeting.portfolio.results import Portfolio, Status
from bedside.targeting.portfolio.search import Effort, Search
from bedside.targeting.portfolio.value import gains, missed_by

QUICK = Effort(seconds=0.0)
"""Greedy, exchanges and the certificate of one tangent, without the exact search: for live controls and many draws."""

LIVE = Effort(seconds=0.0, improves=False)
"""As quickly as a list can be bounded at all."""


def solve(problem: Problem, effort: Effort | None = None, roughly: Scenarios | None = None) -> Portfolio:
    """The best list, with its certificate.

    1. Greedy and exchanges give a list; where it misses a lower end, the solver finds one that keeps to every limit.
       With `roughly`, fewer scenarios of the same options that stand for all of them, this is done over those, and,
       unless there is no time, exchanged over all of them.
    2. The tangent at this list gives the bound. If it is small enough, this is the answer.
    3. Otherwise the exact search goes on until it is, or the time is over.
    4. Where no list keeps to every limit, the limits that contradict each other are named, the fewest are eased, and
       the answer is for those.
    """
    effort = effort or Effort()
    form = form_of(problem)
    if not len(form.program) or not form.allowed.any():
        return _nothing(problem, form)
    matrix = matrix_of(form)
    rough = form if roughly is None else form.seen_in(roughly)
    begun = first_list(rough, matrix)
    if begun is not None:
        begun = exchanged(form, begun) if rough is not form and effort.seconds > 0 else begun
        return _answer(problem, form, _searched(form, rough, matrix, begun, effort), ())
    names = contradiction(problem, form)
    form = nearest(problem)
    matrix = matrix_of(form)
    rough = form if roughly is None else form.seen_in(roughly)
    begun = first_list(rough, matrix)
    return _answer(problem, form, _searched(form, rough, matrix, _or_none(begun), effort), names)


def first_list(form: Form, matrix: Matrix, ways: Sequence[bool] | None = None) -> Places | None:
    """A good list that keeps to every limit, in columns, without a certificate; None where no list keeps to them."""
    chosen = best_quickly(form, ways)
    if len(chosen) and form.keeps(chosen):
        return chosen
    found = some_list(form, matrix, gains(form, missed_by(form, chosen)))
    return exchanged(form, found) if found is not None and form.keeps(found) else found


def _or_none(chosen: Places | None) -> Places:
    return np.array([], dtype=np.intp) if chosen is None else chosen


def _searched(form: Form, rough: Form, matrix: Matrix, begun: Places, effort: Effort) -> Search:
    search = Search(form, matrix, begun, effort.gap_for(len(form.program)))
    search.certify(effort.improves)
    if search.gap_left > effort.loose and rough is not form:
        over_averages = Search(rough, matrix, search.chosen, search.gap)
        over_averages.certify()
        if over_averages.gap_left > effort.far:
            over_averages.leap()
        search.take(over_averages.chosen)
        search.certify(effort.improves)
    if not search.enough and effort.seconds > 0:
        search.close(effort.seconds)
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


def _nothing(problem: Problem, form: Form, names: tuple[str, ...] = ()) -> Portfolio:
    """The answer without any option, and why."""
    if not len(form.program):
        says = "There is no program to choose from, so there is no chance to tell."
    elif not form.allowed.any():
        says = "Every program is kept out, so there is no chance to tell; let one of them in."
    else:
        says = "No program fits, so there is no chance to tell." + _cheapest(form)
    return Portfolio((), 0.0, 0.0, 0.0, Status.EMPTY, 0.0, 0.0, names, (*_contradicting(names), says))


def _cheapest(form: Form) -> str:
    least = float(form.dollars(form.units, form.price)[form.allowed].min())
    return f" The cheapest costs ${least:,.0f}; the budget is ${form.budget:,.0f}." if least > form.budget else ""


def _contradicting(names: tuple[str, ...]) -> Iterator[str]:
    if names:
        yield f"These cannot hold together: {'; '.join(names)}. The list keeps to as much of them as it can."


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
