"""Whether a matching is what it claims to be: nobody could do better together, and nobody is where they may not be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import prod

import numpy as np

from bedside.matching.instance import Instance
from bedside.matching.lists import Whole
from bedside.matching.mistakes import MatchingMistake
from bedside.matching.outcome.matching import UNMATCHED, Matching

MOST_TRIED = 200_000  # a second or so
BEYOND = int(np.iinfo(np.intp).max)  # worse than any rank
Pair = tuple[str, str]  # an applicant and a program


@dataclass(frozen=True, slots=True)
class Stability:
    """What is wrong with a matching, if anything.

    `blocking`: each would rather have the other than what they have, or than an open position. `unacceptable`: matched
    though not both rank the other. `overfilled`: programs that hold more than their quota.
    """

    blocking: tuple[Pair, ...]
    unacceptable: tuple[Pair, ...]
    overfilled: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether the matching is stable."""
        return not (self.blocking or self.unacceptable or self.overfilled)


@dataclass(frozen=True, slots=True)
class RuralHospitals:
    """How two stable matchings of one instance differ where the theorem of rural hospitals says they cannot.

    `matched_once`: applicants matched in one of them only. `filled_otherwise`: programs that fill another number of
    positions. `held_otherwise`: programs with an open position that hold other applicants.
    """

    matched_once: tuple[str, ...]
    filled_otherwise: tuple[str, ...]
    held_otherwise: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether the theorem (Roth 1986) holds between the two."""
        return not (self.matched_once or self.filled_otherwise or self.held_otherwise)


def check_stability(matching: Matching) -> Stability:
    """Every reason for which a matching is not stable, straight from its lists and whatever found it.

    1. For each applicant, the rank they gave to what they hold; for each program, the rank of the last it holds.
    2. A pair blocks if the applicant ranks the program above what they hold, and the program has an open position or
       ranks the applicant above the last it holds.

    It asks those who move alone. Whoever moves together with others is not asked, as they wish for several positions at
    once: `MatchWithCouples.stable` tells of all.
    """
    instance, lists = matching.instance, matching.instance.applicant_lists
    ranker, theirs, held = lists.ranker, instance.program_lists, matching.held
    rank_held = ranks_held(matching)
    strangers = np.flatnonzero((matching.program_of != UNMATCHED) & (rank_held == BEYOND))
    last_held = np.zeros(len(instance.programs), dtype=np.intp)
    np.maximum.at(last_held, theirs.ranker[held], theirs.rank[held])
    last_held[matching.program_of[strangers]] = BEYOND
    filled = matching.filled()
    wanted = (filled < instance.quotas)[lists.ranked] | (lists.returned < last_held[lists.ranked])
    blocking = wanted & (lists.rank < rank_held[ranker])
    blocking &= ~np.isin(ranker, list(matching.together))
    return Stability(
        blocking=_pairs(instance, ranker[blocking], lists.ranked[blocking]),
        unacceptable=_pairs(instance, strangers, matching.program_of[strangers]),
        overfilled=tuple(instance.programs[at] for at in np.flatnonzero(filled > instance.quotas)),
    )


def compare_as_rural_hospitals(one: Matching, other: Matching) -> RuralHospitals:
    """Where two stable matchings of the same instance differ though no two can."""
    instance = one.instance
    filled = one.filled()
    once = (one.program_of == UNMATCHED) != (other.program_of == UNMATCHED)
    otherwise = filled != other.filled()
    moved = one.program_of != other.program_of
    left = np.zeros(len(instance.programs), dtype=bool)
    for program_of in (one.program_of[moved], other.program_of[moved]):
        left[program_of[program_of != UNMATCHED]] = True
    return RuralHospitals(
        matched_once=tuple(instance.applicants[at] for at in np.flatnonzero(once)),
        filled_otherwise=tuple(instance.programs[at] for at in np.flatnonzero(otherwise)),
        held_otherwise=tuple(instance.programs[at] for at in np.flatnonzero(left & (filled < instance.quotas))),
    )


def stable_matchings(instance: Instance) -> Iterator[Matching]:
    """Every stable matching of a tiny instance, by trying all; raises MatchingMistake where that would take long."""
    lists = instance.applicant_lists
    choices = [
        [UNMATCHED, *lists.ranked[start:end].tolist()]
        for start, end in zip(lists.starts[:-1].tolist(), lists.starts[1:].tolist(), strict=True)
    ]
    count = prod(len(choice) for choice in choices)
    if count > MOST_TRIED:
        raise MatchingMistake(
            (f"There are {count:,} ways to try, and at most {MOST_TRIED:,}. Check stability instead.",)
        )
    tried = (Matching(instance, np.array(chosen), "trying everything") for chosen in product(*choices))
    return (matching for matching in tried if check_stability(matching).holds)


def is_best_for_applicants(matching: Matching) -> bool:
    """Whether a matching of a tiny instance is stable and no applicant does better in any other stable one."""
    others = [ranks_held(other) for other in stable_matchings(matching.instance)]
    return check_stability(matching).holds and all((ranks_held(matching) <= other).all() for other in others)


def ranks_held(matching: Matching) -> Whole:
    """The rank each applicant gave to the program they are matched to; beyond any rank where there is none."""
    lists = matching.instance.applicant_lists
    held = matching.program_of[lists.ranker] == lists.ranked
    ranks = np.full(len(matching.instance.applicants), BEYOND, dtype=np.intp)
    ranks[lists.ranker[held]] = lists.rank[held]
    return ranks


def _pairs(instance: Instance, applicants: Whole, programs: Whole) -> tuple[Pair, ...]:
    return tuple(
        (instance.applicants[applicant], instance.programs[program])
        for applicant, program in zip(applicants.tolist(), programs.tolist(), strict=True)
    )
