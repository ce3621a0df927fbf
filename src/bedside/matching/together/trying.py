"""One try to match everybody: applicants alone ask, those who move together are let in, and everybody is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from types import ModuleType
from typing import Any, TypeVar

import numpy as np

from bedside.matching.deferred_acceptance import compiled, loops
from bedside.matching.lists import Whole
from bedside.matching.together import better_off, seating
from bedside.matching.together.joint_wishes import JointInstance
from bedside.matching.together.seating import MOVES
from bedside.matching.together.seats import IN_A_UNIT, NOWHERE, Lists, Row, Seats, Waiting, Wishes

MOST_MOVES, MOST_MOVES_EACH = 1_000, 20  # of one try; what goes round in a circle never ends by itself
Rows = TypeVar("Rows", Lists, Wishes, Seats)


@dataclass(frozen=True, slots=True, eq=False)
class Tried:
    """Where everybody sits, and who could do better: applicants by number in the layout, and units by a better wish.

    `program_of` is for those who move alone. `better` marks them, and `wanted` is for each unit the best wish above its
    own that would be granted, -1 where there is none.
    """

    seats: Seats
    program_of: Whole
    better: Whole
    wanted: Whole
    moves: int

    @property
    def blocking(self) -> int:
        """How many could do better."""
        return int(np.count_nonzero(self.better) + np.count_nonzero(self.wanted >= 0))


class Trying:
    """A joint instance as the loops want it: arrays where Numba compiles them, and lists in plain Python."""

    def __init__(self, joint: JointInstance, with_numba: bool) -> None:
        self.joint, self.with_numba = joint, with_numba
        self._lists, self._wishes = self._rows(joint.lists), self._rows(joint.wishes)

    def singles(self, entries: Whole, state: Whole) -> Seats:
        """Where those sit who move alone, once deferred acceptance matched them; `state` is written anew."""
        layout = self.joint.instance.layout
        upcoming, held = self.joint.upcoming.copy(), np.zeros(len(layout.applicants), dtype=np.uint8)
        program_of = np.full(len(layout.order), NOWHERE, dtype=np.int32)
        loop = self._loops(loops).applicants_asking
        loop(layout.starts, entries, self.joint.lists.who_at, upcoming, state, held, program_of)
        at = np.where(program_of < 0, NOWHERE, upcoming - 1).astype(np.int32)
        at[self.joint.in_units] = IN_A_UNIT
        sits = np.full(len(self.joint.units), NOWHERE, dtype=np.int32)
        return Seats(held, state[:, 0], state[:, 1], at, sits)

    def let_in(self, singles: Seats, order: Whole, latest_first: int) -> Tried:
        """Let the units in in one order, and look at everybody once more."""
        seats = self._rows(Seats(*(row.copy() for row in singles)))
        units, programs = len(singles.sits), len(singles.open)
        rows = (units, units, len(singles.at), programs, programs, 6)
        waiting = Waiting(*map(self._row, rows))
        most, turns = MOST_MOVES + MOST_MOVES_EACH * units, order if self.with_numba else order.tolist()
        self._loops(seating).seat_all(self._lists, self._wishes, seats, waiting, turns, latest_first, most)
        return self.looked_at(seats.at, seats.sits, int(waiting.counts[MOVES]))

    def looked_at(self, at: Row, sits: Row, moves: int = 0) -> Tried:
        """Ask of everybody whether they could do better, counting anew which programs are full, and of whom."""
        loop, lists, wishes = self._loops(better_off), self._lists, self._wishes
        held, opened, lasts = self._marks(len(lists.who_at)), lists.quotas.copy(), lists.program_starts[:-1].copy()
        seats = Seats(held, opened, lasts, at, sits)
        loop.count_anew(lists, wishes, seats)
        assert np.min(seats.open) >= 0  # no program is over its quota
        program_of, better, wanted = self._row(len(at), NOWHERE), self._marks(len(at)), self._row(len(sits), NOWHERE)
        loop.mark_singles(lists, seats, better, program_of)
        loop.mark_units(lists, wishes, seats, wanted)
        return Tried(Seats(*map(_array, seats)), _array(program_of), _array(better), _array(wanted), moves)

    def _loops(self, module: ModuleType) -> Any:
        return compiled.compiled(module) if self.with_numba else module

    def _rows(self, given: Rows) -> Rows:
        return given if self.with_numba else type(given)(*(row.tolist() for row in given))

    def _row(self, count: int, what: int = 0) -> Row:
        return np.full(count, what, dtype=np.int32) if self.with_numba else [what] * count

    def _marks(self, count: int) -> Row:
        return np.zeros(count, dtype=np.uint8) if self.with_numba else [0] * count


def _array(row: Row) -> Whole:
    return row if isinstance(row, np.ndarray) else np.array(row, dtype=np.int32)
