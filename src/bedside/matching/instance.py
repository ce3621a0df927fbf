"""An instance of matching: who ranks whom in which order, and how many positions each program has."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.intp]


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


@dataclass(frozen=True, slots=True)
class OneSided:
    """A ranking that nobody returned: it can never become a match, and was set aside."""

    by: Side
    applicant: str
    program: str
    rank: int


@dataclass(frozen=True, slots=True, eq=False)
class Instance:
    """Applicants, programs with their quotas (positions, at least 1), and the lists of both; made by `reading`.

    Every entry on a list has its counterpart on the other side; what had none is in `one_sided`.
    """

    applicants: tuple[str, ...]
    programs: tuple[str, ...]
    quotas: Whole
    applicant_lists: RankOrderLists
    program_lists: RankOrderLists
    one_sided: tuple[OneSided, ...] = ()
