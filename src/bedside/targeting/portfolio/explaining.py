"""Why each option is on the list or not: what it adds or would add, and which limits stand in its way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from bedside.targeting.portfolio.form import NEAR, Form, form_of
from bedside.targeting.portfolio.results import Portfolio
from bedside.targeting.portfolio.statement.arrays import Numbers, Places, kept
from bedside.targeting.portfolio.statement.problem import Problem
from bedside.targeting.portfolio.value import gains, losses, missed_by, pull, with_one


class Why(StrEnum):
    """Why an option is on the list or not."""

    PINNED_IN = "you put it on the list"
    CHOSEN = "it adds more than what could stand in its place"
    PINNED_OUT = "you keep it out"
    OTHER_SIGNAL = "the program is on the list with another signal, or without one"
    NO_ROOM = "it would add something, and the limits leave no room beside what adds more"
    TOO_LITTLE = "it would fit, and adds too little to tell"


@dataclass(frozen=True, slots=True, eq=False)
class Explanation:
    """One entry per option of the problem.

    `marginal` is, in the units of the value: for an option on the list, what the list loses without it; for another
    option of a program on the list, what putting it in the place of that one would change; for all others, what the
    list would gain with it. `blocked_by` names the limits that this would break.
    """

    marginal: Numbers
    why: tuple[Why, ...]
    blocked_by: tuple[tuple[str, ...], ...]


def explain(problem: Problem, portfolio: Portfolio) -> Explanation:
    """What each option adds or would add to this list, and why it is on it or not."""
    form = form_of(problem)
    back = np.empty(len(form.original), dtype=np.intp)
    back[form.original] = np.arange(len(form.original))
    chosen = back[list(portfolio.chosen)]
    partner = _partners(form, chosen)
    marginal = _marginals(form, chosen, partner)
    blocks = _blocked(form, chosen, partner)
    names = np.array([*form.names, f"a budget of ${form.budget:,.0f}"], dtype=object)
    whys, blocked = [], []
    for column in back:
        stops = blocks[:, column]
        whys.append(_why(form, int(column), int(partner[column]), bool(stops.any())))
        blocked.append(tuple(dict.fromkeys(names[stops])) if stops.any() else ())
    return Explanation(kept(marginal[back]), tuple(whys), tuple(blocked))


def _partners(form: Form, chosen: Places) -> Places:
    """For each option the one of its program that is on the list; −1 where there is none."""
    of_program = np.full(form.programs, -1, dtype=np.intp)
    of_program[form.program[chosen]] = chosen
    return of_program[form.program]


def _marginals(form: Form, chosen: Places, partner: Places) -> Numbers:
    nothing = missed_by(form, chosen)
    found = gains(form, nothing)
    lost = losses(form, nothing, chosen)
    on_it = np.zeros(len(partner), dtype=bool)
    on_it[chosen] = True
    found[chosen] = lost
    for column, loss in zip(chosen, lost, strict=True):
        others = np.flatnonzero((partner == column) & ~on_it)
        if len(others):
            pulls = pull(form, with_one(form, nothing, int(column), -1))
            level = form.level[column]  # options of one program are worth the same
            found[others] = pulls[:, level] @ form.chance[:, others] - loss
    return found


def _blocked(form: Form, chosen: Places, partner: Places) -> np.ndarray:
    """Which limits (rows; the budget is the last) each option (columns) would break if it came to the list."""
    swapped = partner >= 0
    own = np.where(swapped, partner, 0)
    sums = form.table[:, chosen].sum(axis=1)[:, None] + form.table - form.table[:, own] * swapped
    units = form.units[:, chosen].sum(axis=1)[:, None] + form.units - form.units[:, own] * swapped
    price = form.price[chosen].sum() + form.price - form.price[own] * swapped
    broken = (sums > form.at_most[:, None] + NEAR) | (sums < form.at_least[:, None] - NEAR)
    table = np.vstack([broken, form.dollars(units, price) > form.budget + NEAR])
    table[:, chosen] = False
    return table


def _why(form: Form, column: int, partner: int, stopped: bool) -> Why:
    if partner == column:
        return Why.PINNED_IN if form.required[form.program[column]] else Why.CHOSEN
    if not form.allowed[column]:
        return Why.PINNED_OUT
    if partner >= 0:
        return Why.OTHER_SIGNAL
    return Why.NO_ROOM if stopped else Why.TOO_LITTLE
