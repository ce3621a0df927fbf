"""The list of programs and signals that makes the most of the odds, with its certificate and a reason for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bedside.evidence.library import Evidence
from bedside.odds.chances import Applicant, Chances, Grid, chances
from bedside.odds.invitations import NO_SHARES, Shares
from bedside.odds.numbers import Numbers
from bedside.odds.signals import Signal
from bedside.programs.program import Listed
from bedside.targeting.portfolio.drawing import how_often
from bedside.targeting.portfolio.explaining import Why, explain
from bedside.targeting.portfolio.problem import Problem
from bedside.targeting.portfolio.results import Portfolio, Status
from bedside.targeting.portfolio.search import Effort
from bedside.targeting.portfolio.solving import solve
from bedside.targeting.portfolio.wishes import price_of_wish
from bedside.targeting.program_problem import Wanted, charges_of, draws_of, problem_of, type_of, unpriced, with_mix

UNTARGETED = "article.lottery.applications-from"


@dataclass(frozen=True, slots=True)
class Choice:
    """One program: the signal it gets (on the list) or would get, why, and what it adds to the chance of a match.

    On the list `adds` is what the list loses without it; off it, what the list would gain. `chosen_in` counts the
    draws of the estimates in whose best list it is; `blocked_by` names limits that leave no room for it.
    """

    listed: Listed
    type: int
    signal: Signal
    why: Why
    adds: float
    chosen_in: int
    blocked_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PriceOfMix:
    """What keeping to the mix costs in chance of a match: between `least` and `most` in any case."""

    price: float
    least: float
    most: float
    dollars: float
    without: float


@dataclass(frozen=True, slots=True)
class Untargeted:
    """As many programs as the article warns of, drawn evenly and without a signal, and their fees."""

    listed: tuple[Listed, ...]
    asked_for: int
    dollars: float


@dataclass(frozen=True, slots=True)
class BestList:
    """The answer: `value` is the chance of a match; no list within the limits is better by more than a share `gap`."""

    on_it: tuple[Choice, ...]
    off_it: tuple[Choice, ...]
    draws: int
    value: float
    upper_bound: float
    gap: float
    status: Status
    dollars: float
    interviews: float
    mix: PriceOfMix | None
    untargeted: Untargeted | None
    notes: tuple[str, ...]

    @property
    def applied(self) -> Mapping[str, Signal]:
        """The signal of each program on the list, by key."""
        return {one.listed.key: one.signal for one in self.on_it}


def best_list(
    applicant: Applicant,
    candidates: Sequence[Listed],
    everyone: Sequence[Listed],
    wanted: Wanted,
    evidence: Evidence,
    grid: Grid | None = None,
    shares: Shares = NO_SHARES,
    effort: Effort | None = None,
) -> BestList:
    """The best list among the candidates, beside an untargeted one among everyone.

    1. The chances of every candidate with every signal become a problem with fees and limits.
    2. It is solved; where there is a mix, again with it: the list keeps to the mix, and the difference is its price.
    3. Each program gets its reason, what it adds, and in how many draws of the estimates it is chosen.
    Raises PortfolioMistake for limits that cannot be read.
    """
    found = chances(applicant, candidates, evidence, grid, shares=shares)
    problem = problem_of(found, candidates, applicant.season, wanted, evidence)
    mix, answer = None, solve(problem, effort) if wanted.mix is None else None
    if wanted.mix is not None:
        limits = with_mix(problem.limits, wanted.mix)
        priced = price_of_wish(problem, limits, effort)
        answer = priced.kept
        mix = PriceOfMix(priced.price, priced.least, priced.most, priced.kept.dollars, priced.free.value)
        problem = replace(problem, limits=limits)
    assert answer is not None  # solved one way or the other
    on_it, off_it, draws = _choices(problem, answer, candidates, found)
    return BestList(
        on_it,
        off_it,
        draws,
        answer.value,
        answer.upper_bound,
        answer.gap,
        answer.status,
        answer.dollars,
        answer.interviews,
        mix,
        untargeted(applicant, everyone, evidence, grid, shares),
        (*answer.notes, *_not_in_the_fees(list(found.within), applicant.season, evidence)),
    )


def _not_in_the_fees(keys: Sequence[str], season: int, evidence: Evidence) -> Iterator[str]:
    """What the total leaves out because nobody tells it."""
    for key in unpriced(keys, season, evidence):
        name = evidence.text(f"specialty.name.{key}")
        yield f"What applying in {name} costs is not known. It is not in the fees, and no budget keeps it within."


def untargeted(
    applicant: Applicant, everyone: Sequence[Listed], evidence: Evidence, grid: Grid | None, shares: Shares
) -> Untargeted | None:
    """Programs at even distances by key, so that every specialty and state comes in; None where there is no program."""
    asked_for = int(evidence.number(UNTARGETED))
    taken = evenly(sorted(everyone, key=lambda one: one.key), asked_for)
    if not taken:
        return None
    found = chances(applicant, taken, evidence, grid, shares=shares)
    keys = list(found.within)
    interviews = float(found.interviews[:, Signal.NONE].sum())
    dollars = 0.0
    for one in charges_of(keys, applicant.season, evidence):
        units = interviews if one.specialty is None else len(found.places(keys[one.specialty]))
        dollars += float(one.dollars(np.array([units], dtype=np.float64))[0])
    return Untargeted(tuple(taken), asked_for, dollars)


def evenly(programs: Sequence[Listed], count: int) -> list[Listed]:
    """So many of them at even distances, or all where there are fewer."""
    if len(programs) <= count:
        return list(programs)
    return [programs[place * len(programs) // count] for place in range(count)]


def _choices(
    problem: Problem, answer: Portfolio, candidates: Sequence[Listed], found: Chances
) -> tuple[tuple[Choice, ...], tuple[Choice, ...], int]:
    if not len(problem.options.program) or answer.status is Status.EMPTY:
        return (), (), 0
    explained = explain(problem, answer)
    often = how_often(problem, answer, draws_of(found, problem))
    by_program: dict[int, int] = {}
    chosen = set(answer.chosen)
    for option, program in enumerate(problem.options.program.tolist()):
        best = by_program.get(program)
        if best is None or _rank(option, chosen, explained.marginal) > _rank(best, chosen, explained.marginal):
            by_program[program] = option
    made = [
        Choice(
            candidates[program],
            type_of(candidates[program]),
            Signal(int(problem.options.signal[option])),
            explained.why[option],
            float(explained.marginal[option]),
            int(often.programs[program]),
            explained.blocked_by[option],
        )
        for program, option in by_program.items()
    ]
    ordered = sorted(made, key=lambda one: (-one.adds, one.listed.key))
    keys = {candidates[int(problem.options.program[option])].key for option in chosen}
    inside = tuple(one for one in ordered if one.listed.key in keys)
    return inside, tuple(one for one in ordered if one.listed.key not in keys), often.draws


def _rank(option: int, chosen: set[int], marginal: Numbers) -> tuple[bool, float]:
    return option in chosen, float(marginal[option])
