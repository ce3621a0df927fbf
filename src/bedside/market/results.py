"""What the market answers: the season as it is, and each policy beside it with the same luck."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason
from bedside.market.applicant_types import TYPES
from bedside.market.fidelity import Held, fidelity, share_misplaced
from bedside.market.numbers import Numbers
from bedside.market.policies.policy import AsItIs, Policy
from bedside.market.published import names_used
from bedside.market.recipe import SIGNAL_EFFECT, Recipe
from bedside.market.replicates import Replicates

Runner = Callable[[Policy], Replicates]
"""Runs the replicates of one policy, here or on a cluster."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The mean over replicates, and the range that holds eight of ten of them."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Difference:
    """What a policy changes, replicate by replicate beside the season as it is and with everybody's luck the same; and
    the standard error of the mean difference.
    """

    measure: str
    of: str
    before: float
    after: float
    difference: float
    error: float


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """A policy, its replicates, and what it changes."""

    policy: Policy
    replicates: Replicates
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Market:
    """The simulated season: rates by type, the table against what was published, and policies."""

    recipe: Recipe
    number: int
    base: Replicates
    rates: tuple[Spread, ...]
    fidelity: tuple[Held, ...]
    misplaced: float
    policies: tuple[Compared, ...]
    because: tuple[Reason, ...]


def simulate(recipe: Recipe, evidence: Evidence, number: int, policies: Sequence[Policy], run: Runner) -> Market:
    """Run the season as it is and under each policy, and hold them against each other and against the tables."""
    base = run(AsItIs())
    compared = tuple(_compared(policy, run(policy), base, recipe) for policy in policies)
    rates = base.matched / np.maximum(base.active, 1)
    return Market(
        recipe=recipe,
        number=number,
        base=base,
        rates=tuple(spread_of(rates[:, kind]) for kind in TYPES),
        fidelity=fidelity(base, recipe, evidence),
        misplaced=share_misplaced(base, recipe),
        policies=compared,
        because=evidence.cite(*names_used(evidence), SIGNAL_EFFECT),
    )


def spread_of(values: Numbers) -> Spread:
    """Mean and range over replicates."""
    low, high = np.quantile(values, [0.1, 0.9])
    return Spread(float(values.mean()), float(low), float(high))


def measures(found: Replicates) -> Iterator[tuple[str, str, Numbers]]:
    """What is told of every replicate: a measure, of which type, and one number for each replicate."""
    for kind in TYPES:
        active = np.maximum(found.active[:, kind], 1)
        yield "people with a list", kind.key, found.active[:, kind]
        yield "match rate", kind.key, found.matched[:, kind] / active
        yield "mean list length", kind.key, found.lists[:, :, kind].sum(axis=1) / active
        yield "first three choices", kind.key, found.top[:, kind] / active
    yield "positions filled", "all", found.filled.sum(axis=(1, 2))
    yield "tracks filled", "all", found.programs[:, 0, 0] / found.programs[:, :, 0].sum(axis=1)


def _compared(policy: Policy, under: Replicates, base: Replicates, recipe: Recipe) -> Compared:
    rows = tuple(
        _difference(measure, of, before, after)
        for (measure, of, before), (_, _, after) in zip(measures(base), measures(under), strict=True)
    )
    by_field = tuple(
        _difference("matched in", field, base.filled[:, row].sum(axis=1), under.filled[:, row].sum(axis=1))
        for row, field in enumerate(recipe.parameters.fields)
    )
    return Compared(policy, under, rows + by_field)


def _difference(measure: str, of: str, before: Numbers, after: Numbers) -> Difference:
    apart = after - before
    error = float(apart.std(ddof=1) / np.sqrt(len(apart))) if len(apart) > 1 else float("nan")
    return Difference(measure, of, float(before.mean()), float(after.mean()), float(apart.mean()), error)
