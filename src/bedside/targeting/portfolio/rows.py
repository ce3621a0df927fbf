"""Every limit on the list as a row of numbers between two ends, with the name it has in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from bedside.targeting.portfolio.statement.arrays import Numbers
from bedside.targeting.portfolio.statement.problem import Problem
from bedside.targeting.portfolio.statement.remainders import largest_remainder

WITHIN_ONE = 1 - 1e-4
"""Every largest remainder lies strictly within one of its share; rows know only ends that are included. Shares in
whole thousandths never come nearer, and the solver cannot tell apart what is nearer than a millionth."""


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """`at_least` ≤ the sum of `each` over the chosen options ≤ `at_most`."""

    name: str
    each: Numbers
    at_least: float = -np.inf
    at_most: float = np.inf


def rows_of(problem: Problem) -> tuple[Row, ...]:
    """All rows but the money, the pins, and one option a program, which are held apart."""
    return (*_counts(problem), *_signals(problem), *_mix(problem), *_places(problem), *_days(problem))


def _counts(problem: Problem) -> Iterator[Row]:
    limits, specialty = problem.limits, problem.programs.specialty[problem.options.program]
    if limits.count is not None:
        yield Row(f"at most {_programs(limits.count)}", np.ones(len(specialty)), at_most=float(limits.count))
    for number, most in limits.counts:
        name = f"at most {_programs(most)} of {problem.specialty_name(number)}"
        yield Row(name, (specialty == number) * 1.0, at_most=float(most))


def _programs(most: int) -> str:
    return f"{most} program" if most == 1 else f"{most} programs"


def _signals(problem: Problem) -> Iterator[Row]:
    specialty = problem.programs.specialty[problem.options.program]
    for one in problem.limits.signals:
        covers = problem.options.signal == one.signal
        if one.specialty is not None:
            covers = covers & (specialty == one.specialty)
        kind = "silver" if one.signal == 1 else "gold"
        within = f" in {problem.specialty_name(one.specialty)}" if one.specialty is not None else ""
        yield Row(f"at most {one.at_most} {kind} signals{within}", covers * 1.0, at_most=one.at_most)


def _mix(problem: Problem) -> Iterator[Row]:
    mix = problem.limits.mix
    if mix is None:
        return
    everywhere = np.ones(len(problem.options.program), dtype=bool)
    if not mix.by_specialty:
        yield from _mix_of(problem, mix.shares, everywhere, problem.limits.count, "the mix")
        return
    specialty, counts = problem.programs.specialty[problem.options.program], dict(problem.limits.counts)
    for number in sorted({*specialty.tolist(), *counts}):
        name = f"the mix in {problem.specialty_name(number)}"
        yield from _mix_of(problem, mix.shares, specialty == number, counts.get(number), name)


def _mix_of(
    problem: Problem, shares: tuple[float, ...], among: np.ndarray, count: int | None, name: str
) -> Iterator[Row]:
    types = problem.programs.type[problem.options.program]
    whole = None if count is None else largest_remainder(count, shares)
    for number, share in enumerate(shares):
        of_type = (among & (types == number)) * 1.0
        if whole is not None:
            yield Row(name, of_type, whole[number], whole[number])
        elif share == 0:  # less than one program is none, also where the solver may take parts of one
            yield Row(name, of_type, at_most=0.0)
        else:
            yield Row(name, of_type - share * among, -WITHIN_ONE, WITHIN_ONE)


def _places(problem: Problem) -> Iterator[Row]:
    place = problem.programs.place[problem.options.program]
    for one in problem.limits.places:
        there = np.isin(place, sorted(one.places)) * 1.0
        if one.at_least > 0:
            yield Row(
                f"{one.name}: at least {100 * one.at_least:.0f} %", there - np.float64(one.at_least), at_least=0.0
            )
        if one.at_most < 1:
            yield Row(f"{one.name}: at most {100 * one.at_most:.0f} %", there - np.float64(one.at_most), at_most=0.0)


def _days(problem: Problem) -> Iterator[Row]:
    days = problem.limits.interview_days
    if days is not None:
        yield Row(
            f"at most {days:g} {'interview' if days == 1 else 'interviews'} expected",
            problem.options.interviews,
            at_most=days,
        )
