"""How often each option is chosen when the estimates are drawn again: what the certificate does not say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from bedside.targeting.portfolio.arrays import Numbers, Places, Scenarios, kept
from bedside.targeting.portfolio.form import form_of
from bedside.targeting.portfolio.problem import Problem
from bedside.targeting.portfolio.results import Portfolio
from bedside.targeting.portfolio.search import Effort
from bedside.targeting.portfolio.solving import QUICK, solve
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


def how_often(problem: Problem, portfolio: Portfolio, draws: Iterable[Scenarios], effort: Effort = QUICK) -> HowOften:
    """Solve the problem again for every draw (scenarios with the same options), quickly unless told otherwise."""
    options = np.zeros(len(problem.options.program), dtype=np.intp)
    programs = np.zeros(len(problem.programs.utility), dtype=np.intp)
    held = []
    for scenarios in draws:
        drawn = replace(problem, scenarios=scenarios)
        best = solve(drawn, effort)
        options[list(best.chosen)] += 1
        programs[problem.options.program[list(best.chosen)]] += 1
        held.append(min(1.0, _worth(drawn, portfolio.chosen) / best.value) if best.value > 0 else 1.0)
    return HowOften(len(held), kept(options), kept(programs), kept(np.array(held)))


def _worth(problem: Problem, chosen: tuple[int, ...]) -> float:
    form = form_of(problem)
    return value(form, np.flatnonzero(np.isin(form.original, chosen)))
