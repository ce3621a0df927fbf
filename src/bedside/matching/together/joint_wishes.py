"""Couples and supplemental lists as rows of numbers over an instance: what the seating loop works on."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, repeat

import numpy as np

from bedside.matching.instance import Instance
from bedside.matching.lists import Whole
from bedside.matching.mistakes import MatchingMistake
from bedside.matching.together.couples import Couple, Together, mistakes_in
from bedside.matching.together.seats import Lists, Wishes

UNKNOWN, NOTHING = -1, -2  # in the place of a place: the program did not rank the applicant, or nothing is wished for
IS_SECOND = (False, True, False, True)


@dataclass(frozen=True, slots=True, eq=False)
class JointInstance:
    """An instance with those who move together, by name: so their order, and who of a couple comes first, is nothing.

    `members` of each unit are positions among the applicants, and `program_at` tells of each place of the program lists
    which program's it is. `lists` are those of the layout, applicants numbered as there. `upcoming` is where each of
    them begins, at its end already for those who move together, whose numbers are `in_units`.
    """

    instance: Instance
    units: tuple[Together, ...]
    members: tuple[tuple[int, ...], ...]
    lists: Lists
    wishes: Wishes
    program_at: Whole
    upcoming: Whole
    in_units: Whole


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
    program_at = instance.program_lists.ranker.astype(np.int32)
    layout, lists = instance.layout, _lists(instance, members)
    wishes = _wishes(instance, units, members, program_at)
    in_units = layout.number[[who for several in members for who in several]]
    upcoming = layout.starts[:-1].copy()
    upcoming[in_units] = layout.starts[in_units + 1]
    return JointInstance(instance, units, members, lists, wishes, program_at, upcoming, in_units)


def _lists(instance: Instance, members: Sequence[Sequence[int]]) -> Lists:
    layout, mine, theirs = instance.layout, instance.applicant_lists, instance.program_lists
    who = layout.number.copy()
    for unit, several in enumerate(members):
        who[list(several)] = -1 - unit
    shift = layout.starts[layout.number] - mine.starts[:-1]
    return Lists(
        starts=layout.starts,
        program_of=layout.entries[:, 0],
        place_of=layout.entries[:, 1],
        program_starts=theirs.starts,
        quotas=instance.quotas,
        who_at=who[theirs.ranked],
        entry_at=theirs.counterpart + shift[theirs.ranked],
    )


def _wishes(
    instance: Instance, units: Sequence[Together], members: Sequence[Sequence[int]], program_at: Whole
) -> Wishes:
    """The wishes as rows of four places: of each member the program, and the one beside it from a supplemental list."""
    rows, counts = array("i"), list[int]()
    for unit, several in zip(units, members, strict=True):
        known = {who: _places(instance, position) for who, position in zip(unit.members, several, strict=True)}
        before = len(rows)
        rows.extend(_plain_rows(unit, known) if isinstance(unit, Couple) and unit.is_plain else _rows(unit, known))
        counts.append((len(rows) - before) // 4)
    wished = np.frombuffer(rows, dtype=np.intc).reshape(-1, 4) if rows else np.zeros((0, 4), np.intc)
    can_be = (wished != UNKNOWN).all(axis=1) & (wished >= 0).any(axis=1)
    there = wished[can_be] >= 0
    kept = np.concatenate(([0], np.cumsum(can_be)))
    starts = kept[np.concatenate(([0], np.cumsum(counts, dtype=np.intp)))].astype(np.int32)
    place_starts = np.concatenate(([0], np.cumsum(there.sum(axis=1)))).astype(np.int32)
    places = wished[can_be][there]
    beside = np.stack((program_at[places], places), axis=1).astype(np.int32)  # what is read together stands together
    asked = _asked(starts, place_starts, beside[:, 0], len(instance.programs))
    is_second = np.broadcast_to(IS_SECOND, there.shape)[there]
    return Wishes(starts, place_starts, beside[:, 0], beside[:, 1], is_second, *asked)


def _plain_rows(couple: Couple, known: Mapping[str, Mapping[str | None, int]]) -> Iterator[int]:
    """The rows of a couple without supplemental lists, written one after another."""
    sides = zip(couple.members, zip(*couple.pairs, strict=True) if couple.pairs else ((), ()), strict=True)
    one, other = (map(known[who].get, places, repeat(UNKNOWN)) for who, places in sorted(sides))
    return chain.from_iterable(zip(one, repeat(NOTHING), other, repeat(NOTHING), strict=False))


def _rows(unit: Together, known: Mapping[str, Mapping[str | None, int]]) -> Iterator[int]:
    """The rows of any unit, written one after another."""
    for wish in unit.wishes():
        for who in (*sorted(unit.members), "")[:2]:
            mine = [known[who].get(program, UNKNOWN) for wishing, program in wish if wishing == who]
            yield from (*mine, NOTHING, NOTHING)[:2]


def _asked(starts: Whole, place_starts: Whole, programs: Whole, count: int) -> tuple[Whole, Whole]:
    """Which units ask for each program, program by program: where each begins, and the units."""
    unit_at = np.repeat(np.arange(len(starts) - 1), np.diff(place_starts[starts]))
    pairs = np.unique(programs.astype(np.int64) * len(starts) + unit_at)
    begins = np.searchsorted(pairs, np.arange(count + 1) * len(starts))
    return begins.astype(np.int32), (pairs % len(starts)).astype(np.int32)


def _places(instance: Instance, applicant: int) -> dict[str | None, int]:
    """For each program that this applicant and it rank, the place of the applicant on its list; None is nothing."""
    lists = instance.applicant_lists
    entries = slice(int(lists.starts[applicant]), int(lists.starts[applicant + 1]))
    programs = map(instance.programs.__getitem__, lists.ranked[entries].tolist())
    return {None: NOTHING, **dict(zip(programs, lists.counterpart[entries].tolist(), strict=True))}
