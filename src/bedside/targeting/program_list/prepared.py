"""What does not depend on the applicant's wishes, computed once: chances, fees, fewer scenarios, the list beside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bedside.evidence.library import Evidence
from bedside.odds.chances import Applicant, Chances, Grid
from bedside.odds.invitations import NO_SHARES, Shares
from bedside.odds.odds import BothWays, both_ways, odds_from
from bedside.odds.results import Odds
from bedside.odds.signals import Signal
from bedside.programs.program import Listed
from bedside.targeting.portfolio.statement.arrays import Scenarios
from bedside.targeting.portfolio.statement.problem import Problem
from bedside.targeting.program_list.fees import charges_of
from bedside.targeting.program_list.problem import unlimited
from bedside.targeting.program_list.without_luck import without_luck

UNTARGETED = "article.lottery.applications-from"

GROUPS = 8
"""Into so many groups the draws go, and within each they are averaged, as are the ranks' nodes: 56 scenarios for 672.

For two dossiers, 600 and 1,700 programs, and three limits, the list found over them has at least 0.9998 of the chance
of the one found over all, and differs from it in at most 3 of 80 programs; one group loses up to 0.0013, and fewer
draws in the place of averaged ones up to 0.006.
"""


@dataclass(frozen=True, slots=True)
class Untargeted:
    """As many programs as the article warns of, drawn evenly and without a signal, their fees and their odds."""

    listed: tuple[Listed, ...]
    asked_for: int
    dollars: float
    odds: Odds


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """The candidates with their chances, as a problem without limits, and what the search begins with.

    `roughly` are the averaged scenarios. It may be kept as long as dossier, directory, evidence and day are the same.
    """

    applicant: Applicant
    programs: tuple[Listed, ...]
    both: BothWays
    problem: Problem
    roughly: Scenarios
    untargeted: Untargeted | None
    evidence: Evidence

    @property
    def found(self) -> Chances:
        """The chances with every effect."""
        return self.both.counted

    def odds_of(self, applied: Mapping[str, Signal]) -> Odds:
        """The odds of a list among the candidates."""
        return odds_from(self.applicant, self.both, applied, self.evidence)


def prepared_list(
    applicant: Applicant,
    candidates: Sequence[Listed],
    everyone: Sequence[Listed],
    evidence: Evidence,
    grid: Grid | None = None,
    shares: Shares = NO_SHARES,
) -> Prepared:
    """The candidates, each once and by key, so that no order changes the answer; the untargeted list is drawn among
    everyone."""
    programs = tuple(sorted({one.key: one for one in candidates}.values(), key=lambda one: one.key))
    both = both_ways(applicant, programs, evidence, grid, shares)
    found = without_luck(both.counted)
    problem = unlimited(found, programs, applicant.season, evidence)
    beside = untargeted(applicant, everyone, evidence, grid, shares)
    return Prepared(applicant, programs, both, problem, averaged(found, problem.scenarios), beside, evidence)


def averaged(found: Chances, scenarios: Scenarios, groups: int = GROUPS) -> Scenarios:
    """Fewer scenarios that stand for all of them.

    1. Draws are ordered by how likely all programs are together, and cut into groups of equal size.
    2. Within a group and a file node, the chance of each option is averaged over draws and match nodes.
    How a file is read moves all programs together, so its nodes stay; a draw moves them nearly alike.
    """
    draws, files, matches = found.weights.shape
    weights = found.weights.reshape(draws, files * matches)
    table = scenarios.chance.reshape(draws, files, matches, -1)
    order = np.argsort(np.einsum("ds,dsj->d", weights, scenarios.chance.reshape(draws, files * matches, -1)))
    parts = np.array_split(order, min(groups, draws))
    here = [found.weights[part] for part in parts]
    chance = [np.einsum("dzm,dzmj->zj", weight, table[part]) for weight, part in zip(here, parts, strict=True)]
    of_node = [weight.sum(axis=(0, 2)) for weight in here]
    means = [sums / node[:, None] for sums, node in zip(chance, of_node, strict=True)]
    return Scenarios(np.concatenate(of_node), np.concatenate(means))


def untargeted(
    applicant: Applicant, everyone: Sequence[Listed], evidence: Evidence, grid: Grid | None, shares: Shares
) -> Untargeted | None:
    """Programs at even distances by key, so that every specialty and state comes in; None where there is no program."""
    asked_for = int(evidence.number(UNTARGETED))
    taken = evenly(sorted(everyone, key=lambda one: one.key), asked_for)
    if not taken:
        return None
    both = both_ways(applicant, taken, evidence, grid, shares)
    found, keys = both.counted, list(both.counted.within)
    interviews = float(found.interviews[:, Signal.NONE].sum())
    dollars = 0.0
    for one in charges_of(keys, applicant.season, evidence):
        units = interviews if one.specialty is None else len(found.places(keys[one.specialty]))
        dollars += float(one.dollars(np.array([units], dtype=np.float64))[0])
    told = odds_from(applicant, both, dict.fromkeys(found.keys, Signal.NONE), evidence)
    return Untargeted(tuple(taken), asked_for, dollars, told)


def evenly(programs: Sequence[Listed], count: int) -> list[Listed]:
    """So many of them at even distances, or all where there are fewer."""
    if len(programs) <= count:
        return list(programs)
    return [programs[place * len(programs) // count] for place in range(count)]
