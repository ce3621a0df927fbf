"""Made-up seasons whose truth is known, drawn by other rules than the model's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from bedside.odds.fitting.drawing import Market
from bedside.odds.fitting.published import Cohort, PublishedSpecialty
from bedside.odds.numbers import Numbers
from bedside.odds.rank_summary import RankSummary

_LONGEST = 60
_PEOPLE = (150, 250, 450, 800, 1500, 6000)


@dataclass(frozen=True, slots=True)
class Truth:
    """The chances of n ranks, for everyone and for those unmatched."""

    everyone: Numbers
    unmatched: Numbers

    def match_given(self, ranks: int) -> float:
        return float(1 - self.unmatched[ranks] / self.everyone[ranks])

    @property
    def match_rate(self) -> float:
        return float(1 - self.unmatched[1:].sum() / self.everyone[1:].sum())

    @property
    def any_rank(self) -> float:
        return float(1 - self.everyone[0])


def gamma_world(seed: int, specialties: int = 8) -> tuple[list[PublishedSpecialty], Market, Mapping[str, Truth]]:
    """Files spread as a gamma variable, frailty of a match as another one, and a link of 0.6 between the two."""
    random = np.random.default_rng(seed)
    tables, market, truths = [], {}, {}
    for number in range(specialties):
        key, people = f"made-up-{number}", int(random.choice(_PEOPLE))
        mean, shape, success = np.exp(random.normal(1.03, 0.35)), random.uniform(0.9, 1.6), random.normal(-1.5, 0.5)
        file = random.gamma(shape, 1 / shape, 100_000)
        read = (np.log(file) - np.log(file).mean()) / np.log(file).std()
        chances = 1 - np.exp(-np.exp(success + 0.6 * read) * random.gamma(2.0, 0.5, len(file)))
        ranks = np.minimum(random.poisson(mean * file), _LONGEST)
        matched = random.random(len(file)) < 1 - (1 - chances) ** ranks
        truths[key] = Truth(_shares(ranks, len(file)), _shares(ranks[~matched], len(file)))
        seen = np.flatnonzero(ranks)[:people]
        tables.append(
            PublishedSpecialty(key, _cohort(ranks[seen[matched[seen]]]), _cohort(ranks[seen[~matched[seen]]]))
        )
        market[key] = (float(random.normal(-0.1, 0.2)), float(mean / 100 * np.exp(random.normal(0, 0.3))))
    return tables, market, truths


def _shares(ranks: Numbers, of: int) -> Numbers:
    return np.asarray(np.bincount(ranks, minlength=_LONGEST + 1) / of)


def _cohort(ranks: Numbers) -> Cohort:
    low, middle, high = np.quantile(ranks, [0.25, 0.5, 0.75])
    printed = RankSummary(round(float(ranks.mean()), 1), max(round(float(ranks.std()), 1), 0.3), (low, middle, high))
    return Cohort(len(ranks), int(0.8 * len(ranks)) + 1, printed, 240, 14)
