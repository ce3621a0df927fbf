"""How interviews and matches are spread over everyone who ranks a specialty first.

1. An applicant's file is read with a factor `z`, standard normal, or leaning: with more files far below the middle than
   far above (`leaning`). Of the programs applied to, each invites with log-odds
   `level + PROGRAM_SPREAD·ξ + spread·z`, where `ξ`, standard normal too, is the program's own strictness.
2. Ranks are a Poisson count around the sum of these chances: an interview is taken to become a rank.
3. Every rank leads to a match with the same chance `q` for one applicant; `logit q = success + link·z + frailty·u` with
   `u` standard normal differs between applicants, so n ranks leave E[(1 − q)ⁿ] unmatched.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from scipy.special import gammaln

from bedside.odds.numbers import Numbers, chance, normal_nodes

REFERENCE = 100
"""Applications of the reference applicant; see the figure reading.odds.applications."""

PROGRAM_SPREAD = 1.0
"""Standard deviation, in log-odds, of programs that invite IMGs at all; ln of the spread of the large specialties."""

LONGEST = 60
"""Longer lists are not counted; the chance of one is below one in ten thousand for every specialty fitted."""


@dataclass(frozen=True, slots=True)
class SpecialtyModel:
    """The parameters of one specialty and group, in log-odds; `spread` and `frailty` are standard deviations.

    `level` is that of the middle program for the middle applicant, `success` the middle chance that a rank matches,
    `link` how far it goes with how the file is read, and `lean` how far files lean towards being passed over (neither
    below 0).
    """

    level: float
    spread: float
    success: float
    frailty: float
    link: float
    lean: float = 0.0


@dataclass(frozen=True, slots=True)
class Lists:
    """The chances of n contiguous ranks, n from 0 to LONGEST, for everyone and for those who stay unmatched."""

    everyone: Numbers
    unmatched: Numbers

    @property
    def matched(self) -> Numbers:
        """The chances of n ranks and a match."""
        return self.everyone - self.unmatched

    @property
    def any_rank(self) -> float:
        """The chance of at least one rank."""
        return float(1 - self.everyone[0])

    @property
    def match_rate(self) -> float:
        """Matched, as a part of those with at least one rank: the NRMP's denominator."""
        return float(self.matched[1:].sum() / self.everyone[1:].sum())

    @property
    def mean(self) -> float:
        """Ranks of everyone who applied, those without any counted as none."""
        return float(self.everyone @ np.arange(LONGEST + 1))

    def match_given(self, ranks: int) -> float:
        """The chance of a match for those with exactly so many ranks."""
        return float(self.matched[ranks] / self.everyone[ranks])


def lists(model: SpecialtyModel, nodes: int = 21, frailty_nodes: int = 7) -> Lists:
    """The lists of everyone who applies to REFERENCE programs of a specialty."""
    (z, weights), (u, of_u) = normal_nodes(nodes), normal_nodes(frailty_nodes)
    counts, log_factorials = _counts()
    z = leaning(z, model.lean)
    expected = REFERENCE * invited(model, nodes)
    log_expected = np.log(expected)[:, None]
    poisson = np.exp(counts * log_expected - expected[:, None] - log_factorials) * weights[:, None]
    fails = chance(-(model.success + model.link * z[:, None] + model.frailty * u))  # never rounded to nothing
    unmatched_given = np.exp(counts * np.log(fails)[:, :, None]).transpose(0, 2, 1) @ of_u
    return Lists(poisson.sum(axis=0), (poisson * unmatched_given).sum(axis=0))


def invited(model: SpecialtyModel, nodes: int = 21) -> Numbers:
    """At each node of how the file is read: the chance that an average program invites."""
    z = leaning(normal_nodes(nodes)[0], model.lean)
    strictness, weights = normal_nodes(9)
    return np.asarray(chance(model.level + PROGRAM_SPREAD * strictness + model.spread * z[:, None]) @ weights)


def leaning(z: Numbers, lean: float) -> Numbers:
    """A standard normal variable bent so that it leans to the low side: (1 − e^(−lean·z)) / lean, in standard units."""
    if not lean:
        return z
    square = lean**2
    middle, variance = 1 - np.exp(square / 2), np.exp(square) * (np.exp(square) - 1)
    return np.asarray((1 - np.exp(-lean * z) - middle) / np.sqrt(variance))


@cache
def _counts() -> tuple[Numbers, Numbers]:
    counts = np.arange(LONGEST + 1, dtype=np.float64)
    return counts, gammaln(counts + 1)
