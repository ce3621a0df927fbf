"""Couples and supplemental lists as rows of numbers over an instance: what the seating loop works on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bedside.matching.couples import Together, mistakes_in
from bedside.matching.instance import Instance
from bedside.matching.lists import Whole
from bedside.matching.mistakes import MatchingMistake
from bedside.matching.seats import Lists, Wishes


@dataclass(frozen=True, slots=True, eq=False)
class JointInstance:
    """An instance with those who move together, by name: so their order, and who of a couple comes first, is nothing.

    `members` of each unit are positions among the applicants. `upcoming` is where each list of the layout begins, at
    its end already for those who move together, and `shift` leads from an entry of the layout to that of the instance.
    """

    instance: Instance
    units: tuple[Together, ...]
    members: tuple[tuple[int, ...], ...]
    lists: Lists
    wishes: Wishes
    upcoming: Whole
    shift: Whole


def joint_instance(instance: Instance, units: Sequence[Together]) -> JointInstance:
    """The instance and its units; raises MatchingMistake with everything that is wrong with them.

    The instance has to be made of the lists of `own_lists`, for each of them. A wish for a program that did not rank
    its applicant can never come true and is passed over.
    """
    sentences = tuple(mistakes_in(instance, units))
    if sentences:
        raise MatchingMistake(sentences)
    units = tuple(sorted(units, key=lambda unit: sorted(unit.members)))
    at = instance.applicant_positions
    members = tuple(tuple(at[who] for who in unit.members) for unit in units)
    lists, layout = _lists(instance), instance.layout
    wishes = _wishes(instance, units, members, lists.program_at)
    together = np.zeros(len(instance.applicants), dtype=bool)
    together[[who for several in members for who in several]] = True
    upcoming = np.where(together[layout.order], layout.starts[1:], layout.starts[:-1])
    shift = instance.applicant_lists.starts[:-1][layout.order] - layout.starts[:-1]
    return JointInstance(instance, units, members, lists, wishes, upcoming, shift)


def _lists(instance: Instance) -> Lists:
    mine, theirs = instance.applicant_lists, instance.program_lists
    program_at = theirs.ranker.astype(np.int32)
    return Lists(
        mine.starts, mine.ranked, mine.counterpart, theirs.starts, theirs.ranked, program_at, theirs.counterpart
    )


def _wishes(
    instance: Instance, units: Sequence[Together], members: Sequence[Sequence[int]], program_at: Whole
) -> Wishes:
    unit_of = np.full(len(instance.applicants), -1, dtype=np.int32)
    starts, place_starts = [0], [0]
    places, is_second = list[int](), list[bool]()
    for number, (unit, several) in enumerate(zip(units, members, strict=True)):
        unit_of[list(several)] = number
        known = {who: _places(instance, position) for who, position in zip(unit.members, several, strict=True)}
        for wish in unit.wishes():
            found = [known[who].get(program, -1) for who, program in wish]
            if found and -1 not in found:
                places += found
                is_second += [at > 0 and wish[at - 1][0] == who for at, (who, _) in enumerate(wish)]
                place_starts.append(len(places))
        starts.append(len(place_starts) - 1)
    where = np.array(places, dtype=np.int32)
    asked = _asked(np.array(starts), np.array(place_starts), program_at[where], len(instance.programs))
    return Wishes(
        unit_of=unit_of,
        starts=np.array(starts, dtype=np.int32),
        place_starts=np.array(place_starts, dtype=np.int32),
        places=where,
        programs=program_at[where],
        is_second=np.array(is_second, dtype=np.bool_),
        asked_starts=asked[0],
        asked_by=asked[1],
    )


def _asked(starts: Whole, place_starts: Whole, programs: Whole, count: int) -> tuple[Whole, Whole]:
    """Which units ask for each program, program by program: where each begins, and the units."""
    unit_at = np.repeat(np.arange(len(starts) - 1), np.diff(place_starts[starts]))
    pairs = np.unique(programs.astype(np.int64) * len(starts) + unit_at)
    begins = np.searchsorted(pairs, np.arange(count + 1) * len(starts))
    return begins.astype(np.int32), (pairs % len(starts)).astype(np.int32)


def _places(instance: Instance, applicant: int) -> dict[str, int]:
    """For each program that this applicant and it rank, the place of the applicant on its list."""
    lists = instance.applicant_lists
    entries = slice(int(lists.starts[applicant]), int(lists.starts[applicant + 1]))
    programs = (instance.programs[at] for at in lists.ranked[entries].tolist())
    return dict(zip(programs, lists.counterpart[entries].tolist(), strict=True))
