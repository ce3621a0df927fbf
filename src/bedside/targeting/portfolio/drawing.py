"""How often each option is chosen when the estimates are drawn again: what the certificate does not say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from bedside.targeting.portfolio.contradictions import nearest
from bedside.targeting.portfolio.form import Form, form_of
from bedside.targeting.portfolio.greedy import best_quickly, better_way, exchanged
from bedside.targeting.portfolio.results import Portfolio
from bedside.targeting.portfolio.solving import first_list
from bedside.targeting.portfolio.statement.arrays import Numbers, Places, Scenarios, kept
from bedside.targeting.portfolio.statement.problem import Problem
from bedside.targeting.portfolio.value import value


@dataclass(frozen=True, slots=True, eq=False)
class HowOften:
    """Of `draws` draws: in how many each option, and each program with any signal, was on the best list of that draw.

    `held` has for each draw the worth of the given list as a share of the best list's: how well it stands up to
    estimates that turn out otherwise.
    """

    draws: int
    options: Places
    programs: Places
    held: Numbers


def how_often(problem: Problem, portfolio: Portfolio, draws: Iterable[Scenarios]) -> HowOften:
    """Find the list again for every draw (scenarios with the same options), quickly and without a certificate.

    Only the chances differ between draws, so that limits are put into their form once, eased where they contradict;
    and whether to go by gain or by gain per dollar is settled with the first.
    """
    form = nearest(problem) if portfolio.contradiction else form_of(problem)
    options = np.zeros(len(problem.options.program), dtype=np.intp)
    programs = np.zeros(len(problem.programs.utility), dtype=np.intp)
    given = np.flatnonzero(np.isin(form.original, portfolio.chosen))
    held, ways = [], None
    for scenarios in draws:
        drawn = form.seen_in(scenarios)
        ways = ways or (better_way(drawn),)
        chosen = _best(drawn, ways, given)
        options[form.original[chosen]] += 1
        programs[form.program[chosen]] += 1
        best = value(drawn, chosen)
        held.append(min(1.0, value(drawn, given) / best) if best > 0 else 1.0)
    return HowOften(len(held), kept(options), kept(programs), kept(np.array(held)))


def _best(drawn: Form, ways: tuple[bool], given: Places) -> Places:
    """The best list of one draw, in columns.

    Where greedy misses a lower end, exchanges begin from the given list, which keeps to every limit: to let the solver
    find another one in every draw would take seconds each.
    """
    quickly = best_quickly(drawn, ways)
    if len(quickly) and drawn.keeps(quickly):
        return quickly
    if len(given) and drawn.keeps(given):
        return exchanged(drawn, given)
    found = first_list(drawn, ways)
    return np.array([], dtype=np.intp) if found is None else found
