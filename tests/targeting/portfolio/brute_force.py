"""The best list by trying every one of them, written from the limits themselves and from nothing that is tested."""

from __future__ import annotations

from itertools import product

import numpy as np

from bedside.targeting.portfolio.statement.problem import Problem
from bedside.targeting.portfolio.statement.remainders import largest_remainder

NEAR = 1e-7


def best(problem: Problem) -> tuple[float, tuple[int, ...]] | None:
    """The largest worth and its options; None where no list keeps to the limits."""
    choices = [[None, *np.flatnonzero(problem.options.program == one)] for one in range(len(problem.programs.utility))]
    found = None
    for picks in product(*choices):
        chosen = tuple(int(one) for one in picks if one is not None)
        if keeps(problem, chosen):
            worth = value(problem, chosen)
            if found is None or worth > found[0]:
                found = worth, chosen
    return found


def value(problem: Problem, chosen: tuple[int, ...]) -> float:
    """The expected worth of the best match, program after program from the best down."""
    total = np.zeros(len(problem.scenarios.weights))
    left = np.ones_like(total)
    for option in sorted(chosen, key=lambda one: -problem.programs.utility[problem.options.program[one]]):
        chance = problem.scenarios.chance[:, option]
        total += left * chance * problem.programs.utility[problem.options.program[option]]
        left *= 1 - chance
    return float(problem.scenarios.weights @ total)


def cost(problem: Problem, chosen: tuple[int, ...]) -> float:
    """Dollars of a list, tier by tier."""
    total = sum(float(problem.options.price[one]) for one in chosen)
    for charge in problem.charges:
        of_it = [
            one
            for one in chosen
            if charge.specialty is None
            or problem.programs.specialty[problem.options.program[one]] == charge.specialty
            or charge.on_interviews
        ]
        left = sum(float(problem.options.interviews[one]) for one in of_it) if charge.on_interviews else len(of_it)
        for tier in charge.tiers:
            inside = left if tier.units is None else min(left, tier.units)
            total += (tier.price if inside > 0 else 0) if tier.flat else tier.price * inside
            left -= inside
    return total


def keeps(problem: Problem, chosen: tuple[int, ...]) -> bool:
    """Whether a list with at most one option a program keeps to every limit."""
    limits, programs = problem.limits, problem.programs
    listed = [int(problem.options.program[one]) for one in chosen]
    return (
        (limits.budget is None or cost(problem, chosen) <= limits.budget + NEAR)
        and (limits.count is None or len(chosen) <= limits.count)
        and all(sum(programs.specialty[one] == number for one in listed) <= most for number, most in limits.counts)
        and all(
            sum(
                problem.options.signal[one] == limit.signal
                and (limit.specialty is None or programs.specialty[problem.options.program[one]] == limit.specialty)
                for one in chosen
            )
            <= limit.at_most
            for limit in limits.signals
        )
        and limits.pinned_in <= set(listed)
        and not limits.pinned_out & set(listed)
        and (
            limits.interview_days is None
            or sum(problem.options.interviews[one] for one in chosen) <= limits.interview_days + NEAR
        )
        and all(
            share.at_least * len(listed) - NEAR
            <= sum(programs.place[one] in share.places for one in listed)
            <= share.at_most * len(listed) + NEAR
            for share in limits.places
        )
        and _keeps_mix(problem, listed)
    )


def _keeps_mix(problem: Problem, listed: list[int]) -> bool:
    limits, programs = problem.limits, problem.programs
    if limits.mix is None:
        return True
    parts = [(listed, limits.count)]
    if limits.mix.by_specialty:
        counts = dict(limits.counts)
        numbers = sorted({*programs.specialty[problem.options.program].tolist(), *counts})
        parts = [
            ([one for one in listed if programs.specialty[one] == number], counts.get(number)) for number in numbers
        ]
    return all(_mixed(limits.mix.shares, programs.type, part, count) for part, count in parts)


def _mixed(shares: tuple[float, ...], types: np.ndarray, listed: list[int], count: int | None) -> bool:
    have = [sum(types[one] == number for one in listed) for number in range(len(shares))]
    if count is not None:
        return tuple(have) == largest_remainder(count, shares)
    return all(abs(number - share * len(listed)) < 1 - 1e-7 for number, share in zip(have, shares, strict=True))
