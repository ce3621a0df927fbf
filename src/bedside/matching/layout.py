"""An instance laid out for the compiled loop: who meets at the same programs stands together in memory."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bedside.matching.lists import RankOrderLists, Whole

NEIGHBOURHOOD = 256  # programs; what a national loop needs of so many stays in the nearest memory


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """Applicants in another order, numbered anew, with their lists one after another.

    `order[i]` is the applicant who comes i-th, and `number` tells of each applicant when they come. The i-th list is
    `entries[starts[i]:starts[i + 1]]`, each entry a program and the place on that program's list at which they stand,
    counted over all program lists. `applicants` says who stands at a place. `state` has a row for each program: its
    open positions, and where its list begins.
    """

    order: Whole
    number: Whole
    starts: Whole
    entries: Whole
    applicants: Whole
    state: Whole


def layout_of(quotas: Whole, mine: RankOrderLists, theirs: RankOrderLists) -> Layout:
    """The layout of the applicants' lists (mine) and the programs' (theirs).

    Deferred acceptance makes the same proposals in whichever order applicants come. Those whose first choices are
    neighbours come together, and the stronger ones first, as then fewer are held only to be let go.
    """
    order = np.argsort(_where_and_how_strong(mine, theirs))
    number = np.empty(len(order), dtype=np.int32)
    number[order] = np.arange(len(order), dtype=np.int32)
    lengths = np.diff(mine.starts)[order]
    starts = np.concatenate(([0], np.cumsum(lengths))).astype(np.int32)
    taken = np.repeat(mine.starts[:-1][order] - starts[:-1], lengths) + np.arange(len(mine.ranked), dtype=np.int32)
    return Layout(
        order=order,
        number=number,
        starts=starts,
        entries=np.stack((mine.ranked[taken], mine.counterpart[taken]), axis=1),
        applicants=number[theirs.ranked],
        state=np.stack((quotas, theirs.starts[:-1]), axis=1),
    )


def _where_and_how_strong(mine: RankOrderLists, theirs: RankOrderLists) -> NDArray[np.float64]:
    """The neighbourhood of the first choice, and as a fraction how far down its lists an applicant stands on average.

    Applicants who rank nobody come last.
    """
    lengths, their_lengths = np.diff(mine.starts), np.diff(theirs.starts)
    depth = mine.counterpart - theirs.starts[mine.ranked]  # how many stand above them
    mean = np.bincount(mine.ranker, depth / their_lengths[mine.ranked], minlength=len(lengths)) / np.maximum(lengths, 1)
    first = np.full(len(lengths), len(their_lengths))
    first[lengths > 0] = mine.ranked[mine.starts[:-1][lengths > 0]]
    return first // NEIGHBOURHOOD + mean
