"""What both sides stated, entry by entry, checked for everything that cannot be, and made into an instance."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from bedside.matching.instance import Instance, OneSided, RankOrderLists, Side, Whole
from bedside.matching.mistakes import Findings, MatchingMistake

NOBODY = -1


@dataclass(frozen=True, slots=True, eq=False)
class Stated:
    """The rankings of one side in any order: who ranks (`ranker`), at which `rank`, whom (`ranked`).

    `place(entry)` says where an entry is written, for sentences.
    """

    side: Side
    names: tuple[str, ...]
    ranker: Whole
    rank: Whole
    ranked: Whole
    place: Callable[[int], str]

    def sorted(self) -> Stated:
        """The same entries, list by list and each list by its ranks, which then count 1, 2, 3 without a hole."""
        order = np.lexsort((self.rank, self.ranker))
        ranker = self.ranker[order]
        rank = np.arange(len(order)) - np.searchsorted(ranker, ranker) + 1
        return Stated(self.side, self.names, ranker, rank, self.ranked[order], lambda entry: self.place(order[entry]))


def instance_of(
    applicants: Stated, programs: Stated, quotas: Sequence[int] | Whole, one_sided_allowed: bool, found: Findings
) -> Instance:
    """The instance that was stated; raises MatchingMistake with what was `found` before and all that is wrong here."""
    _note_empty_sides(applicants, programs, found)
    for mine, theirs in ((applicants, programs), (programs, applicants)):
        _note_repeated(mine, theirs, found)
        _note_tied(mine, theirs, found)
        if not one_sided_allowed:
            _note_unreturned(mine, theirs, found)
    if found.sentences:
        raise MatchingMistake(tuple(found.sentences))
    left, right = applicants.sorted(), programs.sorted()
    return Instance(
        applicants=applicants.names,
        programs=programs.names,
        quotas=_kept(np.asarray(quotas, dtype=np.intp)),
        applicant_lists=_lists(left, right),
        program_lists=_lists(right, left),
        one_sided=(*_set_aside(left, right), *_set_aside(right, left)),
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
    order = np.lexsort((second, first))
    same = np.flatnonzero((np.diff(first[order]) == 0) & (np.diff(second[order]) == 0))
    pairs = zip(order[same].tolist(), order[same + 1].tolist(), strict=True)
    return sorted(pairs, key=lambda pair: pair[1])


def _pairs(mine: Stated, theirs: Stated) -> Whole:
    """One number for each pair of an applicant and a program, the same from both sides."""
    if mine.side is Side.APPLICANT:
        return mine.ranker * len(theirs.names) + mine.ranked
    return mine.ranked * len(mine.names) + mine.ranker


def _counterparts(mine: Stated, theirs: Stated) -> Whole:
    """For each entry of one side, the entry with which the other side returns it, or -1."""
    pairs, others = _pairs(mine, theirs), _pairs(theirs, mine)
    order = np.argsort(others)
    nearest = np.append(order, NOBODY)[np.searchsorted(others, pairs, sorter=order)]
    return np.where(np.append(others, NOBODY)[nearest] == pairs, nearest, NOBODY)


def _lists(mine: Stated, theirs: Stated) -> RankOrderLists:
    """The mutual entries of one side, both sides being sorted."""
    counterparts = _counterparts(mine, theirs)
    mutual = counterparts != NOBODY
    theirs_mutual = _counterparts(theirs, mine) != NOBODY
    lengths = np.bincount(mine.ranker[mutual], minlength=len(mine.names))
    return RankOrderLists(
        starts=_kept(np.concatenate(([0], np.cumsum(lengths)))),
        ranked=_kept(mine.ranked[mutual]),
        rank=_kept(mine.rank[mutual]),
        returned=_kept(theirs.rank[counterparts[mutual]]),
        counterpart=_kept((np.cumsum(theirs_mutual) - 1)[counterparts[mutual]]),
    )


def _set_aside(mine: Stated, theirs: Stated) -> Iterator[OneSided]:
    for entry in np.flatnonzero(_counterparts(mine, theirs) == NOBODY):
        who, whom = mine.names[mine.ranker[entry]], theirs.names[mine.ranked[entry]]
        applicant, program = (who, whom) if mine.side is Side.APPLICANT else (whom, who)
        yield OneSided(mine.side, applicant, program, int(mine.rank[entry]))


def _kept(array: Whole) -> Whole:
    """A copy that nobody can write to."""
    copy = np.array(array, dtype=np.intp)
    copy.setflags(write=False)
    return copy
