"""What both sides stated, entry by entry, checked for everything that cannot be, and made into an instance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from bedside.matching.instance import Instance, SetAside
from bedside.matching.lists import RankOrderLists, Side, Whole
from bedside.matching.mistakes import Findings, MatchingMistake

NOBODY = -1


@dataclass(frozen=True, slots=True, eq=False)
class Stated:
    """The rankings of one side in any order: who ranks (`ranker`), at which `rank`, whom (`ranked`).

    `place(entry)` says where an entry is written, for sentences about mistakes.
    """

    side: Side
    names: tuple[str, ...]
    ranker: Whole
    rank: Whole
    ranked: Whole
    place: Callable[[int], str] = str

    def sorted(self) -> Stated:
        """The same entries, list by list and each list by its ranks, which then count 1, 2, 3 without a hole."""
        keys = _joined(self.ranker, self.rank, int(self.rank.max(initial=0)) + 1)
        ranker, ranked = self.ranker, self.ranked
        if not (keys[1:] > keys[:-1]).all():
            order = np.argsort(keys, kind="stable")
            ranker, ranked = ranker[order], ranked[order]
        rank = np.arange(1, len(ranker) + 1, dtype=np.int32) - _starts(ranker, len(self.names))[ranker]
        if ranker is self.ranker and np.array_equal(rank, self.rank):
            return self  # so that nothing is kept twice
        return Stated(self.side, self.names, ranker, rank, ranked)


def instance_of(
    applicants: Stated, programs: Stated, quotas: Sequence[int] | Whole, one_sided_allowed: bool, found: Findings
) -> Instance:
    """The instance that was stated; raises MatchingMistake with what was `found` before and all that is wrong here."""
    _note_empty_sides(applicants, programs, found)
    left, right = applicants.sorted(), programs.sorted()
    returned = _counterparts(left, right)
    calls = _turned(returned, len(right.ranker))
    for mine, theirs, back in ((applicants, programs, returned), (programs, applicants, calls)):
        _note_repeated(mine, theirs, found)
        _note_tied(mine, theirs, found)
        if not one_sided_allowed and (back == NOBODY).any():
            _note_unreturned(mine, theirs, found)
    if found.sentences:
        raise MatchingMistake(tuple(found.sentences))
    return Instance(
        applicants=applicants.names,
        programs=programs.names,
        quotas=_kept(np.array(quotas)),
        applicant_lists=_lists(left, right, returned, calls),
        program_lists=_lists(right, left, calls, returned),
        set_aside=(_set_aside(left, returned), _set_aside(right, calls)),
    )


def _note_empty_sides(applicants: Stated, programs: Stated, found: Findings) -> None:
    if found.sentences:
        return  # a side may be empty only because nothing on it could be read
    if not applicants.names:
        found.note("", "There is no applicant. At least one is needed; one who ranks nobody counts.")
    if not programs.names:
        found.note("", "There is no program. At least one is needed, with its quota.")


def _note_repeated(mine: Stated, theirs: Stated, found: Findings) -> None:
    for earlier, later in _twins(mine.ranker, mine.ranked):
        who, whom = mine.names[mine.ranker[later]], theirs.names[mine.ranked[later]]
        first = mine.place(earlier)
        found.note(mine.place(later), f"{who} ranks {whom} a second time, after {first}. Leave one of the two out.")


def _note_tied(mine: Stated, theirs: Stated, found: Findings) -> None:
    for earlier, later in _twins(mine.ranker, mine.rank):
        who, rank = mine.names[mine.ranker[later]], mine.rank[later]
        one, other = theirs.names[mine.ranked[earlier]], theirs.names[mine.ranked[later]]
        if one != other:
            found.note(
                mine.place(later),
                f"{who} gives rank {rank} to {one} and to {other}. A list has no ties: give each a rank of its own.",
            )


def _note_unreturned(mine: Stated, theirs: Stated, found: Findings) -> None:
    for entry in np.flatnonzero(_counterparts(mine, theirs) == NOBODY).tolist():
        who, whom = mine.names[mine.ranker[entry]], theirs.names[mine.ranked[entry]]
        if whom not in found.half_read:
            found.note(
                mine.place(entry),
                f"{who} ranks {whom}, but {whom} does not rank {who}. Add {who} to the list of {whom}, or allow"
                " one-sided rankings, which are then set aside.",
            )


def _twins(first: Whole, second: Whole) -> list[tuple[int, int]]:
    """Pairs of entries, the earlier one first, that agree in both columns; in the order of the later ones."""
    keys = _joined(first, second, int(second.max(initial=0)) + 1)
    if (keys[1:] > keys[:-1]).all():
        return []
    in_order = np.sort(keys)
    if (in_order[1:] != in_order[:-1]).all():
        return []
    order = np.argsort(keys, kind="stable")
    same = np.flatnonzero(np.diff(keys[order]) == 0)
    pairs = zip(order[same].tolist(), order[same + 1].tolist(), strict=True)
    return sorted(pairs, key=lambda pair: pair[1])


def _joined(first: Whole, second: Whole, most: int) -> Whole:
    """One number for each pair, ordered by the first, then by the second, which stays below `most`."""
    joined = first.astype(np.int64)
    joined *= most
    joined += second
    return joined


def _pairs(mine: Stated, theirs: Stated) -> Whole:
    """One number for each pair of an applicant and a program, the same from both sides."""
    if mine.side is Side.APPLICANT:
        return _joined(mine.ranker, mine.ranked, len(theirs.names))
    return _joined(mine.ranked, mine.ranker, len(mine.names))


def _counterparts(mine: Stated, theirs: Stated) -> Whole:
    """For each entry of one side, the entry with which the other side returns it, or -1."""
    pairs, others = _pairs(mine, theirs), _pairs(theirs, mine)
    my_order, their_order = _order(pairs), _order(others)
    pairs.sort()
    others.sort()
    found = np.empty(len(pairs), dtype=np.int32)
    if np.array_equal(pairs, others):
        found[my_order] = their_order
        return found
    nearest = np.searchsorted(others, pairs)
    same = np.append(others, NOBODY)[nearest] == pairs
    found[my_order] = np.where(same, np.append(their_order, NOBODY)[nearest], NOBODY)
    return found


def _turned(counterparts: Whole, count: int) -> Whole:
    """The counterparts of the other side, of which there are so many."""
    turned = np.full(count, NOBODY, dtype=np.int32)
    there = np.flatnonzero(counterparts != NOBODY)
    turned[counterparts[there]] = there
    return turned


def _order(keys: Whole) -> Whole:
    return np.argsort(keys).astype(np.int32)


def _lists(mine: Stated, theirs: Stated, counterparts: Whole, theirs_back: Whole) -> RankOrderLists:
    """The mutual entries of one side, both sides being sorted; `counterparts` and `theirs_back` are as they stated."""
    mutual = counterparts != NOBODY
    place = (
        np.cumsum(theirs_back != NOBODY, dtype=np.int32) - 1
    )  # where an entry of theirs stands once the others are set aside
    kept = counterparts[mutual]
    return RankOrderLists(
        starts=_kept(_starts(mine.ranker[mutual], len(mine.names))),
        ranked=_kept(mine.ranked[mutual]),
        rank=_kept(mine.rank[mutual]),
        returned=_kept(theirs.rank[kept]),
        counterpart=_kept(place[kept]),
    )


def _starts(ranker: Whole, count: int) -> Whole:
    return np.concatenate(([0], np.cumsum(np.bincount(ranker, minlength=count)))).astype(np.int32)


def _set_aside(mine: Stated, counterparts: Whole) -> SetAside:
    alone = counterparts == NOBODY
    return SetAside(mine.side, _kept(mine.ranker[alone]), _kept(mine.ranked[alone]), _kept(mine.rank[alone]))


def _kept(array: Whole) -> Whole:
    """An array that was made here, in as little memory as national lists need, and that stays as it is."""
    kept = np.asarray(array, dtype=np.int32)
    kept.setflags(write=False)
    return kept
