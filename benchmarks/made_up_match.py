"""Made-up national matches: programs in specialties, lists of twelve, tastes that agree in part."""

from __future__ import annotations

from typing import Any

import numpy as np

from bedside.matching.instance import Instance
from bedside.matching.together.couples import Couple

SPECIALTIES, LENGTH, POSITIONS = 25, 12, 43_587 / 50_000
Lists = tuple[Any, tuple[Any, Any], tuple[Any, Any]]


def national(applicants: int, programs: int, seed: int = 1) -> Lists:
    """Quotas and both sides' lists as `from_arrays` takes them; a few lists are shorter, as nobody is drawn twice."""
    chance = np.random.default_rng(seed)
    bounds = np.linspace(0, programs, SPECIALTIES + 1).astype(int)
    specialty = chance.integers(0, SPECIALTIES, applicants)
    low, high = bounds[specialty], bounds[specialty + 1]
    drawn = chance.integers(low[:, None], high[:, None], (applicants, LENGTH + 4))
    liked = chance.normal(size=programs)[drawn] + chance.gumbel(size=drawn.shape)
    drawn.sort(axis=1)
    liked[:, 1:][drawn[:, 1:] == drawn[:, :-1]] = -np.inf
    order = np.argsort(-liked, axis=1)[:, :LENGTH]
    there = np.take_along_axis(liked, order, axis=1) > -np.inf
    ranked = np.take_along_axis(drawn, order, axis=1)[there]
    lengths = there.sum(axis=1)
    who = np.repeat(np.arange(applicants), lengths)
    score = chance.normal(size=applicants)[who] + 0.7 * chance.normal(size=len(who))
    by_program = np.lexsort((-score, ranked))
    quotas = np.maximum(1, chance.poisson(POSITIONS * applicants / programs, programs))
    return quotas, (_starts(lengths), ranked), (_starts(np.bincount(ranked, minlength=programs)), who[by_program])


def couples_of(instance: Instance, count: int, pairs: int, seed: int = 3) -> list[Couple]:
    """Couples drawn at random, who rank the pairs of their own lists by the sum of the two ranks."""
    chance, lists = np.random.default_rng(seed), instance.applicant_lists
    couples = []
    for one, other in chance.permutation(len(instance.applicants))[: 2 * count].reshape(-1, 2).tolist():
        ones, others = (
            [instance.programs[at] for at in lists.ranked[lists.starts[who] : lists.starts[who + 1]]]
            for who in (one, other)
        )
        both = sorted((i + j, i, j) for i in range(len(ones)) for j in range(len(others)))[:pairs]
        wishes = tuple((ones[i], others[j]) for _, i, j in both)
        couples.append(Couple(instance.applicants[one], instance.applicants[other], wishes))
    return couples


def _starts(lengths: Any) -> Any:
    return np.concatenate(([0], np.cumsum(lengths)))
