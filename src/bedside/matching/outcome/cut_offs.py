"""How far down its list each program went, which answers one applicant's question without another match."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bedside.matching.lists import Whole
from bedside.matching.outcome.matching import Matching


@dataclass(frozen=True, slots=True, eq=False)
class CutOffs:
    """For each program, by position, the rank of the last applicant it holds, and whether a position stayed open.

    A program that holds nobody has 0. `place` is the same as an entry of the program lists, -1 for nobody.
    """

    rank: Whole
    place: Whole
    has_open: np.ndarray[tuple[int], np.dtype[np.bool_]]

    def would_hold(self, program: int, rank: int) -> bool:
        """Whether somebody at this rank of its list would be held there: above the last, or where a position is open.

        Exact for one applicant who was not in the match and displaces nobody further; close to it otherwise.
        """
        return bool(self.has_open[program]) or rank < int(self.rank[program])


def cut_offs(matching: Matching) -> CutOffs:
    """The cut-offs of a matching, whatever found it."""
    instance, lists = matching.instance, matching.instance.program_lists
    ranker, held = lists.ranker, matching.held
    rank, place = np.zeros(len(instance.programs), np.int32), np.full(len(instance.programs), -1, np.int32)
    rank[ranker[held]] = lists.rank[held]  # the last one written is the last held, as lists go downwards
    place[ranker[held]] = held
    return CutOffs(rank, place, matching.filled() < instance.quotas)
