"""Finds everything in a problem that cannot be, and says it in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import numpy as np

from bedside.targeting.portfolio.statement.arrays import Options, Programs, Scenarios
from bedside.targeting.portfolio.statement.charges import Charge
from bedside.targeting.portfolio.statement.limits import Limits


class Stated(Protocol):
    """What is checked: everything a problem states."""

    @property
    def scenarios(self) -> Scenarios:
        """The worlds that may be true."""

    @property
    def options(self) -> Options:
        """What can be chosen."""

    @property
    def programs(self) -> Programs:
        """Where the options lead."""

    @property
    def limits(self) -> Limits:
        """What the list has to keep to."""

    @property
    def charges(self) -> tuple[Charge, ...]:
        """What it costs."""

    @property
    def names(self) -> tuple[str, ...]:
        """What programs are called."""

    def name_of(self, program: int) -> str:
        """What one program is called."""

    def specialty_name(self, specialty: int) -> str:
        """What one specialty is called."""


def mistakes_in(problem: Stated) -> tuple[str, ...]:
    """A sentence for each mistake; where sizes do not fit each other, nothing further is looked at."""
    sizes = tuple(_sizes(problem))
    return sizes or (*_numbers(problem), *_limits(problem), *(text for one in problem.charges for text in _charge(one)))


def _sizes(problem: Stated) -> Iterator[str]:
    scenarios, options, programs = problem.scenarios, problem.options, problem.programs
    count, known = len(options.program), len(programs.utility)
    if scenarios.weights.ndim != 1 or not len(scenarios.weights):
        yield "There is no scenario: give at least one, with its weight."
    elif scenarios.chance.shape != (len(scenarios.weights), count):
        yield (
            f"The chances are a table of {' × '.join(map(str, scenarios.chance.shape))}; it has to have a row for each "
            f"of the {len(scenarios.weights)} scenarios and a column for each of the {count} options."
        )
    for name in ("signal", "price", "interviews"):
        if getattr(options, name).shape != (count,):
            yield f"`options.{name}` has to have one number for each of the {count} options."
    for name in ("specialty", "type", "place"):
        if getattr(programs, name).shape != (known,):
            yield f"`programs.{name}` has to have one number for each of the {known} programs."
    if count and (options.program.min() < 0 or options.program.max() >= known):
        yield f"`options.program` names a program that is not among the {known} programs."
    if problem.names and len(problem.names) != known:
        yield f"There are {len(problem.names)} names for {known} programs; give one each, or none at all."


def _numbers(problem: Stated) -> Iterator[str]:
    scenarios, options, programs = problem.scenarios, problem.options, problem.programs
    weights = scenarios.weights
    if not np.isfinite(weights).all() or (weights < 0).any() or weights.sum() <= 0:
        yield "The weights of the scenarios have to be 0 or more, and one of them above 0."
    wrong = ~((scenarios.chance > 0) & (scenarios.chance < 1))
    if wrong.any():
        option = int(np.flatnonzero(wrong.any(axis=0))[0])
        name = problem.name_of(int(options.program[option]))
        yield (
            f"{int(wrong.any(axis=0).sum())} options have a chance that is missing, 0 or less, or 1 or more; the first "
            f"is at {name}. Leave out what cannot happen, and give a chance above 0 and below 1 for the rest."
        )
    if not (np.isfinite(programs.utility) & (programs.utility > 0)).all():
        yield "What a match is worth has to be above 0 for every program; leave out those you would not want."
    for title, numbers in (("price", options.price), ("number of interviews", options.interviews)):
        if not (np.isfinite(numbers) & (numbers >= 0)).all():
            yield f"The {title} of an option has to be 0 or more."
    if not np.isin(options.signal, (0, 1, 2)).all():
        yield "A signal is 0 (none), 1 (silver) or 2 (gold)."
    pairs = np.stack([options.program, options.signal])
    if np.unique(pairs, axis=1).shape[1] < pairs.shape[1]:
        yield "A program has two options with the same signal; give each of its signals once."


def _limits(problem: Stated) -> Iterator[str]:
    limits, known = problem.limits, len(problem.programs.utility)
    amounts = (("budget", limits.budget), ("number of programs", limits.count), ("days", limits.interview_days))
    for title, amount in amounts:
        if amount is not None and not (np.isfinite(amount) and amount >= 0):
            yield f"The {title} has to be 0 or more, and is {amount}; leave it out for no limit."
    for specialty, at_most in limits.counts:
        if at_most < 0:
            name = problem.specialty_name(specialty)
            yield f"The most programs of {name} has to be 0 or more, and is {at_most}."
    for one in limits.signals:
        if one.signal not in (1, 2) or one.at_most < 0:
            yield "A limit of signals names silver (1) or gold (2), and how many there are: 0 or more."
    pins = limits.pinned_in | limits.pinned_out
    if pins and (min(pins) < 0 or max(pins) >= known):
        yield f"A pin names a program that is not among the {known} programs."
    for share in limits.places:
        if not 0 <= share.at_least <= share.at_most <= 1:
            yield f"{share.name}: at least {share.at_least:g} and at most {share.at_most:g} is no share from 0 to 1."
    if limits.mix is not None:
        yield from _mix(problem, limits.mix.shares)


def _mix(problem: Stated, shares: tuple[float, ...]) -> Iterator[str]:
    if not shares or min(shares) < 0 or abs(sum(shares) - 1) > 1e-6:
        percent = f"{100 * sum(shares):.0f} %"
        yield f"The shares of the mix sum to {percent}; they have to be 0 or more each, and sum to 100 %."
    types = problem.programs.type
    if len(types) and (types.min() < 0 or types.max() >= len(shares)):
        yield f"The mix has shares for {len(shares)} types, and a program is of a type beyond them."


def _charge(charge: Charge) -> Iterator[str]:
    if not charge.tiers:
        yield f"{charge.name}: there is no price; give one tier at least."
    if any(not (np.isfinite(tier.price) and tier.price >= 0) for tier in charge.tiers):
        yield f"{charge.name}: a price has to be 0 or more."
    if any(tier.units is None or tier.units <= 0 for tier in charge.tiers[:-1]) or any(
        tier.flat and not tier.units for tier in charge.tiers
    ):
        yield f"{charge.name}: every tier but the last has to say how many it is for, and so has one with a flat price."
    elif any(late.each < early.each for early, late in zip(charge.tiers, charge.tiers[1:], strict=False)):
        yield f"{charge.name}: a later tier is cheaper than an earlier one, which this method cannot hold."
