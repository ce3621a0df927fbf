"""What is supposed of a specialty without a table: it borrows from those that have one.

1. How many ranks its applicants have on average follows the interview rate of its programs: the specialties with a
   table tell by which factor, and how much that factor differs between them.
2. The average chance that a rank matches follows how crowded it is: positions over candidates, by a straight line in
   log-odds.
3. Spread and frailty are the average of the specialties with a table.
4. What is drawn for a specialty nobody has seen differs by as much as those seen differ, by how little their average is
   known, and, as they are few, by Student's t.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq
from scipy.special import ndtr, stdtrit

from bedside.odds.fitting.one_specialty import Fitted, Shape
from bedside.odds.numbers import Numbers, chance, log_odds, normal_nodes
from bedside.odds.specialty_model import REFERENCE, SpecialtyModel, invited, leaning, lists

QUANTITIES = 5
"""What is drawn for a borrowed specialty: lists, spread, line, frailty, and what the line leaves open."""

_BETWEEN = 0.3  # how far specialties differ beyond sampling, in log-odds; keeps one large specialty from deciding alone
_SLOPE, _SLOPE_SD = 2.0, 1.4  # more positions for each candidate make a match likelier; weak
_OF_A_LINE = 2.0  # numbers a line takes from its data
_LEAST_LEFT_OPEN = 0.15  # a line through a dozen specialties is not believed more closely than this


@dataclass(frozen=True, slots=True)
class Lender:
    """A specialty with a table: its fit, the logarithm of positions over candidates, and its interview rate."""

    fitted: Fitted
    people: int
    crowding: float
    rate: float


@dataclass(frozen=True, slots=True)
class Borrowed:
    """Middles and predictive standard deviations of what a specialty without a table borrows from `lenders` others.

    `factor` is the logarithm of average ranks over applications times interview rate; `line` the two numbers of the
    line by crowding with their covariance, `left_open` what it leaves open.
    """

    shape: Shape
    lenders: int
    factor: tuple[float, float]
    ln_mean: tuple[float, float]
    ln_spread: tuple[float, float]
    ln_frailty: tuple[float, float]
    line: tuple[float, float]
    line_covariance: Numbers
    left_open: float
    crowding: tuple[float, float]

    def parameters(self, crowding: float | None, rate: float | None, normals: Numbers) -> Numbers:
        """Level, ln spread, success and ln frailty for `QUANTITIES` standard normal numbers (zeros give the middle)."""
        normals = stdtrit(self.lenders - _OF_A_LINE, ndtr(normals))  # as unusual as they were, by Student's t
        told, sd = self.factor if rate else self.ln_mean
        ln_mean = told + sd * normals[0] + (np.log(REFERENCE * rate) if rate else 0.0)
        ln_spread = self.ln_spread[0] + self.ln_spread[1] * normals[1]
        ln_frailty = self.ln_frailty[0] + self.ln_frailty[1] * normals[3]
        at, off = (crowding, 0.0) if crowding is not None else (self.crowding[0], self.crowding[1] * self.line[1])
        place = np.array([1.0, at])
        sd_here = np.sqrt(place @ self.line_covariance @ place + self.left_open**2 + off**2)
        success = success_for(float(place @ self.line + sd_here * normals[2]), float(np.exp(ln_frailty)), self.shape)
        level = level_for(float(np.exp(ln_mean)), float(np.exp(ln_spread)), self.shape)
        return np.array([level, ln_spread, success, ln_frailty])


def borrowed(lenders: Sequence[Lender]) -> Borrowed:
    """What the specialties with a table lend, each weighted by how well it is known."""
    models = [one.fitted.model for one in lenders]
    weights = np.array([1 / (_BETWEEN**2 + 4 / one.people) for one in lenders])
    ranks = np.log([lists(model).mean for model in models])
    expected = np.log([REFERENCE * one.rate for one in lenders])
    crowding = np.array([one.crowding for one in lenders])
    line, covariance, left_open = _line(crowding, np.array([average_success(model) for model in models]), weights)
    return Borrowed(
        shape=lenders[0].fitted.shape,
        lenders=len(lenders),
        factor=_pooled(ranks - expected, weights),
        ln_mean=_pooled(ranks, weights),
        ln_spread=_pooled(np.array([one.fitted.best[1] for one in lenders]), weights),
        ln_frailty=_pooled(np.array([one.fitted.best[3] for one in lenders]), weights),
        line=line,
        line_covariance=covariance,
        left_open=left_open,
        crowding=_pooled(crowding, weights),
    )


def average_success(model: SpecialtyModel) -> float:
    """The average chance that a rank matches, in log-odds."""
    (z, of_z), (u, of_u) = normal_nodes(21), normal_nodes(9)
    z = leaning(z, model.lean)
    return float(log_odds(of_z @ chance(model.success + model.link * z[:, None] + model.frailty * u) @ of_u))


def success_for(average: float, frailty: float, shape: Shape) -> float:
    """The middle success, in log-odds, that makes the average chance of a rank as it is given."""

    def off(success: float) -> float:
        return average_success(SpecialtyModel(0.0, 1.0, success, frailty, shape.link, shape.lean)) - average

    return float(brentq(off, average - 12, average + 12, xtol=1e-6))


def level_for(mean_ranks: float, spread: float, shape: Shape) -> float:
    """The level at which the reference applicants have so many ranks on average."""
    _, weights = normal_nodes(21)

    def off(level: float) -> float:
        model = SpecialtyModel(level, spread, 0.0, 1.0, shape.link, shape.lean)
        return float(np.log(REFERENCE * (weights @ invited(model))) - np.log(mean_ranks))

    return float(brentq(off, -20, 4, xtol=1e-6))


def _pooled(values: Numbers, weights: Numbers) -> tuple[float, float]:
    """The average, and the standard deviation of one more value around it, from as many as the weights amount to."""
    middle = float(weights @ values / weights.sum())
    amount = weights.sum() ** 2 / (weights**2).sum()
    between = weights @ (values - middle) ** 2 / weights.sum() * amount / (amount - 1)
    return middle, float(np.sqrt(between * (1 + 1 / amount)))


def _line(at: Numbers, values: Numbers, weights: Numbers) -> tuple[tuple[float, float], Numbers, float]:
    """The weighted line through values, its covariance, and by how much it misses a value it has not seen (SD)."""
    places = np.column_stack([np.ones_like(at), at])
    left_open = _BETWEEN
    for _ in range(3):  # what is left open weighs the prior of the slope against the data, and the other way round
        believed = weights / weights.mean() / left_open**2
        information = places.T @ (believed[:, None] * places) + np.diag([0.0, 1 / _SLOPE_SD**2])
        line = np.linalg.solve(information, places.T @ (believed * values) + np.array([0.0, _SLOPE / _SLOPE_SD**2]))
        leverage = np.einsum("ij,jk,ik->i", places, np.linalg.inv(information), places) * believed
        left_out = (values - places @ line) / (1 - leverage)  # each as the line through all the others misses it
        few = len(at) / max(len(at) - 2, 1)  # the size of the misses is itself known from a dozen only
        left_open = max(float(np.sqrt(few * (weights @ left_out**2) / weights.sum())), _LEAST_LEFT_OPEN)
    return (float(line[0]), float(line[1])), np.linalg.inv(information), left_open
