"""Rank order lists as arrays: who ranks whom, at which rank, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.signedinteger[Any]]


class Side(StrEnum):
    """Which side of the matching is meant."""

    APPLICANT = "applicant"
    PROGRAM = "program"

    @property
    def other(self) -> Side:
        """The side that this one ranks."""
        return Side.PROGRAM if self is Side.APPLICANT else Side.APPLICANT


@dataclass(frozen=True, slots=True, eq=False)
class RankOrderLists:
    """The lists of one side, written one after another; the list of ranker `i` begins at `starts[i]` and ends before
    `starts[i + 1]`.

    Each entry says who is `ranked` (a position on the other side), the `rank` on this list, the rank that comes back
    from the other side (`returned`), and which entry of the other side it is that returns it (`counterpart`). Ranks
    begin at 1 and count what was set aside as one-sided, too.
    """

    starts: Whole
    ranked: Whole
    rank: Whole
    returned: Whole
    counterpart: Whole

    @property
    def ranker(self) -> Whole:
        """Whose entry it is, entry by entry."""
        return np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))

    def entry(self, ranker: int, ranked: int) -> int | None:
        """Where on the list of `ranker` the other one stands, if at all."""
        start, end = int(self.starts[ranker]), int(self.starts[ranker + 1])
        found = np.flatnonzero(self.ranked[start:end] == ranked)
        return start + int(found[0]) if len(found) else None
