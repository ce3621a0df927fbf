"""Mix and places as wishes and as rules: which of them a list can keep to, and what each costs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bedside.odds.signals import Signal
from bedside.targeting.portfolio.results import Portfolio
from bedside.targeting.portfolio.search import Effort
from bedside.targeting.portfolio.solving import solve
from bedside.targeting.portfolio.statement.limits import Limits
from bedside.targeting.portfolio.statement.problem import Problem
from bedside.targeting.portfolio.statement.remainders import largest_remainder
from bedside.targeting.program_list.prepared import Prepared
from bedside.targeting.program_list.problem import TYPES, Wanted, limited, states_in_words, with_mix, with_places
from bedside.targeting.program_list.results import PriceOfWish


@dataclass(frozen=True, slots=True)
class Within:
    """The problem with the wishes that hold, its answer, and sentences on those left aside."""

    problem: Problem
    answer: Portfolio
    notes: tuple[str, ...] = ()


def within_wishes(ready: Prepared, wanted: Wanted, effort: Effort) -> Within:
    """The best list within the places and the mix.

    1. Places of which no candidate lies in any are left aside, unless the list is to lie there whole.
    2. A mix for which there are too few programs, or to which no list keeps beside the other limits, is left aside if
       it is a wish; if it is a rule, the largest list that keeps to it is taken, and only where there is none it is
       left aside too.
    """
    placed, notes = _placed(ready, limited(ready.problem, ready.found, ready.programs, wanted), wanted)
    if wanted.mix is None:
        somewhere = not wanted.only_states or any(one.state in wanted.in_states for one in ready.programs)
        return Within(placed, solved(ready, placed, effort, eases=somewhere), notes)
    mixed, short = _mixed(placed, wanted.mix, wanted), tuple(_short_of(placed, wanted))
    if wanted.mix_is_rule or not short:
        answer = solved(ready, mixed, effort, eases=wanted.mix_is_rule)
        if answer.chosen:
            return Within(mixed, answer, (*notes, *short))
        short = short or ("No list keeps to the mix beside your other limits.",)
    free = solved(ready, placed, effort)
    aside = "The list is made without the mix." if free.chosen else "Without the mix there is none either."
    return Within(placed, free, (*notes, *short, aside))


def problem_within(ready: Prepared, wanted: Wanted) -> Problem:
    """The problem with the places and the mix, but for a wished mix for which there are too few programs."""
    placed, _ = _placed(ready, limited(ready.problem, ready.found, ready.programs, wanted), wanted)
    if wanted.mix is None or (not wanted.mix_is_rule and any(_short_of(placed, wanted))):
        return placed
    return _mixed(placed, wanted.mix, wanted)


def solved(ready: Prepared, problem: Problem, effort: Effort, *, eases: bool = True, naming: bool = True) -> Portfolio:
    """The best list of a problem over the prepared chances."""
    return solve(problem, effort, ready.roughly if len(problem.options.program) else None, eases=eases, naming=naming)


def price_of(ready: Prepared, kept: Within, freer: Limits, effort: Effort) -> PriceOfWish:
    """What the wish costs that `freer` leaves out: the best list without it beside the one that keeps to it."""
    problem, answer = replace(kept.problem, limits=freer), kept.answer
    free = solved(ready, problem, effort, naming=False)
    if answer.value > free.value:  # every list that keeps to the wish is one of those that need not
        free = replace(free, chosen=answer.chosen, value=answer.value, dollars=answer.dollars)
    return PriceOfWish(
        free.value - answer.value,
        max(free.value - answer.upper_bound, 0.0),
        max(free.upper_bound - answer.value, 0.0),
        answer.dollars,
        chance_of(problem, free),
        free.dollars,
        applied_of(ready, free.chosen),
    )


def chance_of(problem: Problem, answer: Portfolio) -> float:
    """The chance of a match in any specialty, whatever it is worth there."""
    logs = problem.scenarios.logs[:, list(answer.chosen)].sum(axis=1)
    return float(-(problem.scenarios.weights @ np.expm1(-logs)))


def applied_of(ready: Prepared, chosen: Sequence[int]) -> dict[str, Signal]:
    """The signals of a list, in options, by key."""
    options, chosen = ready.problem.options, list(chosen)
    pairs = zip(options.program[chosen].tolist(), options.signal[chosen].tolist(), strict=True)
    return {ready.programs[program].key: Signal(signal) for program, signal in pairs}


def worth_of(problem: Problem, chosen: Sequence[int]) -> float:
    """The expected worth of the best match of a list, over the problem's own scenarios."""
    worth = problem.programs.utility[problem.options.program[list(chosen)]]
    missed, total = np.ones(len(problem.scenarios.weights)), np.zeros(len(problem.scenarios.weights))
    for level in sorted(set(worth.tolist()), reverse=True):
        here = [option for option, one in zip(chosen, worth, strict=True) if one == level]
        after = missed * np.exp(-problem.scenarios.logs[:, here].sum(axis=1))
        total, missed = total + level * (missed - after), after
    return float(problem.scenarios.weights @ total)


def _mixed(problem: Problem, mix: tuple[float, ...], wanted: Wanted) -> Problem:
    return replace(problem, limits=with_mix(problem.limits, mix, wanted.mix_by_specialty))


def _placed(ready: Prepared, problem: Problem, wanted: Wanted) -> tuple[Problem, tuple[str, ...]]:
    """The problem with its places as limits, and what to know about them."""
    if not wanted.in_states or not ready.programs:
        return problem, ()
    there = sum(one.state in wanted.in_states for one in ready.programs)
    where = states_in_words(wanted.in_states)
    if not there and not wanted.only_states:
        says = f"None of the {len(ready.programs):,} programs to choose from lies in {where}: that wish is left aside."
        return problem, (says,)
    limits = with_places(problem.limits, ready.programs, wanted)
    return replace(problem, limits=limits), tuple(_few_there(there, where, ready, wanted))


def _few_there(there: int, where: str, ready: Prepared, wanted: Wanted) -> Iterator[str]:
    if wanted.only_states and not there:
        yield f"None of the {len(ready.programs):,} programs to choose from lies in {where}."
    most = int(there / wanted.least_share + 1e-9) if wanted.least_share and not wanted.only_states else None
    if most is not None and wanted.count is not None and most < min(wanted.count, len(ready.programs)):
        yield (
            f"{there} of the programs to choose from {'lies' if there == 1 else 'lie'} in {where}. With at least "
            f"{100 * wanted.least_share:.0f} % of the list there, it has no more than {most}."
        )


def _short_of(problem: Problem, wanted: Wanted) -> Iterator[str]:
    """For which types of the mix there are too few programs that may be on the list."""
    assert wanted.mix is not None  # there is a mix
    may = np.ones(len(problem.programs.type), dtype=bool)
    may[list(problem.limits.pinned_out)] = False
    if wanted.only_states:
        may &= np.isin(problem.programs.place, [one for limit in problem.limits.places for one in limit.places])
    if wanted.mix_by_specialty:
        for number, count in problem.limits.counts:
            here = may & (problem.programs.specialty == number)
            yield from _short(problem, wanted.mix, here, count, f" of {problem.specialty_name(number)}")
    elif wanted.count is not None:
        yield from _short(problem, wanted.mix, may, wanted.count, "")
    if not may[problem.programs.type < len(TYPES)].any():
        yield "No source tells the type of any of these programs, so no mix can be kept."


def _short(problem: Problem, mix: tuple[float, ...], may: np.ndarray, count: int, within: str) -> Iterator[str]:
    there = Counter(problem.programs.type[may].tolist())
    for kind, needed in enumerate(largest_remainder(count, mix)):
        if there[kind] < needed:
            yield (
                f"In a list of {count} programs{within} the mix asks for {needed} of the type {TYPES[kind]}; "
                f"{there[kind]} are known to be."
            )
