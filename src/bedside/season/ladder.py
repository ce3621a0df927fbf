"""The chance at each place of a rank order list, and of none: sums over scenarios, with plain numbers only.

In one scenario a program of specialty s would take the applicant with the chance q_s, whatever the applicant's own
list says. The Match gives the first program of the list that would. So

    P(at place k) = E[ q_k · Π over the places above (1 − q) ],   P(no match) = E[ Π over all places (1 − q) ].

The second does not depend on the order: a product is the same in any order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import accumulate

from bedside.odds.given_interviews import RankScenarios
from bedside.odds.results import Estimate

ByDraw = tuple[float, ...]
_LEAST, _MOST = 1e-6, 1 - 1e-6
_LOW, _HIGH = 0.1, 0.9


class Ladder:
    """Chances for lists of specialties, in the order of their places; each both ways of weighing the scenarios."""

    def __init__(self, scenarios: RankScenarios) -> None:
        self._scenarios = scenarios
        self._draws = 1 + max(scenarios.draws, default=0)

    def match(self, specialties: Sequence[str]) -> Estimate:
        """A match at any place: the same for every order, down to the last digit."""
        return self._chance(self._any(specialties))

    def no_match(self, specialties: Sequence[str]) -> Estimate:
        """No match at all."""
        return self._chance([1 - one for one in self._any(specialties)])

    def at_each(self, specialties: Sequence[str]) -> tuple[Estimate, ...]:
        """A match at exactly this place."""
        return tuple(map(self._chance, self._at_each(specialties)))

    def up_to_each(self, specialties: Sequence[str]) -> tuple[Estimate, ...]:
        """A match at this place or one above."""
        sums = accumulate(
            self._at_each(specialties), lambda above, here: [a + b for a, b in zip(above, here, strict=True)]
        )
        return tuple(map(self._chance, sums))

    def at_any_of(self, specialties: Sequence[str], places: Sequence[int]) -> Estimate:
        """A match at one of these places, counted from 0."""
        found = self._at_each(specialties)
        return self._chance([sum(values) for values in zip(*(found[place] for place in places), strict=True)])

    def difference(self, specialties: Sequence[str], other: Sequence[str]) -> Estimate:
        """By how much the chance of a match is greater with the other list; paired by scenario."""
        pairs = zip(self._any(other), self._any(specialties), strict=True)
        values = [after - before for after, before in pairs]
        return self._both_ways(values, lambda by_draw: estimate(by_draw, -1.0, 1.0))

    def leans(self, specialties: Sequence[str]) -> float:
        """How far the two ways of weighing the scenarios lie apart in the chance of a match."""
        values = self._any(specialties)
        one, other = (self._by_draw(values, weights) for weights in self._weights)
        return abs(sum(one) - sum(other)) / len(one)

    @property
    def _weights(self) -> tuple[tuple[float, ...], tuple[float, ...]]:
        return self._scenarios.weights, self._scenarios.with_effects

    def _chance(self, values: Sequence[float]) -> Estimate:
        return self._both_ways(values, lambda by_draw: estimate(by_draw, _LEAST, _MOST))

    def _both_ways(self, values: Sequence[float], told: Callable[[ByDraw], Estimate]) -> Estimate:
        one, other = (told(self._by_draw(values, weights)) for weights in self._weights)
        return one.joined(other)

    def _by_draw(self, values: Sequence[float], weights: Sequence[float]) -> ByDraw:
        sums, of_weights = [0.0] * self._draws, [0.0] * self._draws
        for draw, weight, value in zip(self._scenarios.draws, weights, values, strict=True):
            sums[draw] += weight * value
            of_weights[draw] += weight
        return tuple(value / weight for value, weight in zip(sums, of_weights, strict=True) if weight)

    def _any(self, specialties: Sequence[str]) -> list[float]:
        free = [1.0] * len(self._scenarios.draws)
        for specialty, count in sorted(Counter(specialties).items()):
            q = self._scenarios.success[specialty]
            free = [left * (1 - one) ** count for left, one in zip(free, q, strict=True)]
        return [1 - left for left in free]

    def _at_each(self, specialties: Sequence[str]) -> list[list[float]]:
        free, found = [1.0] * len(self._scenarios.draws), []
        for specialty in specialties:
            q = self._scenarios.success[specialty]
            found.append([left * one for left, one in zip(free, q, strict=True)])
            free = [left * (1 - one) for left, one in zip(free, q, strict=True)]
        return found


def estimate(by_draw: Sequence[float], least: float, most: float) -> Estimate:
    """Over the draws: mean, 10th and 90th percentile, within the two ends."""
    middle = sum(by_draw) / len(by_draw)
    low, high = _quantile(by_draw, _LOW), _quantile(by_draw, _HIGH)
    ends = (min(max(one, least), most) for one in (min(low, middle), middle, max(high, middle)))
    return Estimate(*ends)


def _quantile(values: Sequence[float], part: float) -> float:
    """Between the two values nearest to it, in proportion."""
    ordered = sorted(values)
    at = part * (len(ordered) - 1)
    below = int(at)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (at - below) * (ordered[above] - ordered[below])
