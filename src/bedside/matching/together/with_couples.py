"""The match where some move together, in couples or with a supplemental list: one after another is let in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bedside.matching.deferred_acceptance import compiled
from bedside.matching.instance import Instance
from bedside.matching.lists import Whole
from bedside.matching.outcome.matching import Matching
from bedside.matching.together.couples import Together
from bedside.matching.together.inserting import Found, insert_all
from bedside.matching.together.joint_wishes import JointInstance, joint_instance
from bedside.matching.together.trying import Tried


@dataclass(frozen=True, eq=False)
class MatchWithCouples:
    """What was found: a matching that is stable, or one that is not and says so; `blocking` names who could do better.

    With couples or supplemental lists a stable matching need not exist, and where one exists this way need not find it.
    `matching` tells where each applicant is, `beside` the second program of those whose supplemental list gave them
    one. `sits` is the wish that each unit of `joint` got, -1 for none, and `tries` how often it was tried.
    """

    joint: JointInstance
    matching: Matching
    sits: Whole
    stable: bool
    blocking: tuple[tuple[str, ...], ...]
    tries: int
    because: tuple[str, ...]

    @property
    def held(self) -> Whole:
        """The places of the program lists that are taken."""
        return self.matching.held

    @cached_property
    def beside(self) -> Mapping[str, str]:
        """The second program of each applicant who got one from a supplemental list."""
        instance = self.joint.instance
        who, where = instance.program_lists.ranked[self.held], self.joint.program_at[self.held]
        second = self.matching.program_of[who] != where
        pairs = sorted(zip(who[second].tolist(), where[second].tolist(), strict=True))
        return {instance.applicants[one]: instance.programs[program] for one, program in pairs}

    def filled(self) -> Whole:
        """How many positions of each program are taken."""
        return self.matching.filled()

    def by_program(self) -> dict[str, tuple[str, ...]]:
        """The applicants each program holds, in the order of its own list."""
        return self.matching.by_program()


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
    nearest = found.nearest
    blocking = tuple(_blocking(joint, nearest))
    orders = "" if found.tries == 1 else f" and {found.tries} tries"
    moves = "1 move" if found.moves == 1 else f"{found.moves} moves"
    could = f"{len(blocking)} could still do better."
    if not blocking:
        told = f"A stable matching was found in {moves}{orders}, and everybody was checked against it."
    elif found.every_way:
        told = f"There is no stable matching: every way in which those who move together could sit was tried. {could}"
    else:
        told = f"No stable matching was found in {moves}{orders}; there may be none. {could}"
    matching = Matching(
        *(joint.instance, _program_of(joint, nearest), "sequential insertion of couples", found.moves),
        together=frozenset(who for several in joint.members for who in several),
        is_held=nearest.seats.held,  # marks, as looking for the places takes a tenth of the match
    )
    return MatchWithCouples(
        joint=joint,
        matching=matching,
        sits=nearest.seats.sits,
        stable=not blocking,
        blocking=blocking,
        tries=found.tries,
        because=(told,),
    )


def _blocking(joint: JointInstance, tried: Tried) -> Iterator[tuple[str, ...]]:
    """Who could do better, by name: first those who move alone."""
    alone = np.sort(joint.instance.layout.order[np.flatnonzero(tried.better)])
    yield from ((joint.instance.applicants[who],) for who in alone.tolist())
    yield from (joint.units[unit].members for unit in np.flatnonzero(tried.wanted >= 0).tolist())


def _program_of(joint: JointInstance, tried: Tried) -> Whole:
    """Where each applicant is, second programs of supplemental lists aside."""
    program_of = np.empty_like(tried.program_of)
    program_of[joint.instance.layout.order] = tried.program_of
    starts, sits = joint.wishes.place_starts, tried.seats.sits
    had = sits[sits >= 0]
    lengths = starts[had + 1] - starts[had]
    places = np.repeat(starts[had] - (np.cumsum(lengths) - lengths), lengths) + np.arange(lengths.sum())
    first = places[~joint.wishes.is_second[places]]
    program_of[joint.instance.program_lists.ranked[joint.wishes.places[first]]] = joint.wishes.programs[first]
    return program_of
