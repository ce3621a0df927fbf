"""The match where some move together, in couples or with a supplemental list: one after another is let in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bedside.matching import compiled
from bedside.matching.couples import Together
from bedside.matching.inserting import Found, insert_all
from bedside.matching.instance import Instance
from bedside.matching.joint_wishes import JointInstance, joint_instance
from bedside.matching.lists import Whole
from bedside.matching.matching import UNMATCHED, Matching


@dataclass(frozen=True, eq=False)
class MatchWithCouples:
    """What was found: a matching that is stable, or one that is not and says so; `blocking` names who could do better.

    With couples or supplemental lists a stable matching need not exist, and where one exists this way need not find it.
    `matching` tells where each applicant is, `beside` the second program of those whose supplemental list gave them
    one. `is_held` marks the places of the program lists that are taken, `sits` is the wish that each unit of `joint`
    got, -1 for none, and `tries` how often it was tried.
    """

    joint: JointInstance
    matching: Matching
    is_held: Whole
    sits: Whole
    stable: bool
    blocking: tuple[tuple[str, ...], ...]
    tries: int
    because: tuple[str, ...]

    @cached_property
    def held(self) -> Whole:
        """The places of the program lists that are taken."""
        return np.flatnonzero(self.is_held)

    @cached_property
    def beside(self) -> Mapping[str, str]:
        """The second program of each applicant who got one from a supplemental list."""
        instance, lists = self.joint.instance, self.joint.lists
        who, where = lists.applicant_at[self.held], lists.program_at[self.held]
        second = self.matching.program_of[who] != where
        pairs = sorted(zip(who[second].tolist(), where[second].tolist(), strict=True))
        return {instance.applicants[one]: instance.programs[program] for one, program in pairs}

    def filled(self) -> Whole:
        """How many positions of each program are taken."""
        return np.bincount(self.joint.lists.program_at[self.held], minlength=len(self.joint.instance.programs))

    def by_program(self) -> dict[str, tuple[str, ...]]:
        """The applicants each program holds, in the order of its own list."""
        instance, lists = self.joint.instance, self.joint.lists
        holding: dict[str, list[str]] = {program: [] for program in instance.programs}
        for program, who in zip(lists.program_at[self.held], lists.applicant_at[self.held], strict=True):
            holding[instance.programs[program]].append(instance.applicants[who])
        return {program: tuple(applicants) for program, applicants in holding.items()}


def match_with_couples(instance: Instance, couples: Sequence[Together]) -> MatchWithCouples:
    """What `match_together` finds for an instance and its couples and supplemental lists."""
    return match_together(joint_instance(instance, couples))


def match_together(joint: JointInstance, *, plain: bool = False) -> MatchWithCouples:
    """A matching in which nobody could do better, if this way finds one; `plain` goes without Numba.

    1. Applicants alone are matched by deferred acceptance. Then those who move together are let in, one after another.
    2. Whoever is let in takes the best wish whose programs would take all of it: both of a couple, at one program or
       at two, or an applicant with the program of a supplemental list.
    3. A program over its quota lets go the one it ranks last, and with them all who move together with them.
    4. Applicants alone who were let go ask on at once. A position that opened goes to the applicant alone whom its
       program ranks highest among those who would rather be there.
    5. Those who move together are looked at again if they were let go, or wish for a program where somebody left.
    6. When nobody is left to look at, each applicant, couple and list is looked at once more: could they do better?
    7. If it goes on for too long, they are let in in another order, at most `MOST_TRIES` times.
       Where there are few ways in which they could sit, each of them is tried after that.
    """
    return _told(joint, insert_all(joint, compiled.is_installed() and not plain))


def _told(joint: JointInstance, found: Found) -> MatchWithCouples:
    applicants = joint.instance.applicants
    program_of = _program_of(joint, found)
    better = np.flatnonzero(found.better).tolist()
    singles = len(applicants)
    blocking = tuple((applicants[item],) if item < singles else joint.units[item - singles].members for item in better)
    orders = "" if found.tries == 1 else f" and {found.tries} tries"
    moves = "1 move" if found.moves == 1 else f"{found.moves} moves"
    told = (
        f"No stable matching was found in {moves}{orders}; there may be none. {len(blocking)} could still do better."
        if blocking
        else f"A stable matching was found in {moves}{orders}, and everybody was checked against it."
    )
    return MatchWithCouples(
        joint=joint,
        matching=Matching(joint.instance, program_of, "sequential insertion of couples", found.moves),
        is_held=found.seats.held,
        sits=found.seats.sits,
        stable=not blocking,
        blocking=blocking,
        tries=found.tries,
        because=(told,),
    )


def _program_of(joint: JointInstance, found: Found) -> Whole:
    """Where each applicant is, second programs of supplemental lists aside."""
    at, ranked = found.seats.at, joint.instance.applicant_lists.ranked
    program_of = np.full(len(at), UNMATCHED, dtype=np.int32)
    program_of[at >= 0] = ranked[at[at >= 0]]
    starts, sits = joint.wishes.place_starts, found.seats.sits.astype(np.int32)
    had = sits[sits >= 0]
    lengths = starts[had + 1] - starts[had]
    places = np.repeat(starts[had] - (np.cumsum(lengths) - lengths), lengths) + np.arange(lengths.sum())
    first = places[~joint.wishes.is_second[places]]
    program_of[joint.lists.applicant_at[joint.wishes.places[first]]] = joint.wishes.programs[first]
    return program_of
