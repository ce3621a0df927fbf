"""Letting in those who move together, in one order after another, until nobody could do better."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np

from bedside.matching import compiled, loops, seating
from bedside.matching.joint_wishes import JointInstance
from bedside.matching.lists import Whole
from bedside.matching.seating import IN_A_UNIT, MOVES
from bedside.matching.seats import Lists, Row, Seats, Waiting, Wishes

MOST_TRIES = 24  # orders in which those who move together are let in, each of them once
MOST_MOVES, MOST_MOVES_EACH = 1_000, 20  # of one try; what goes round in a circle never ends by itself
SPREAD = 2_654_435_761  # a prime that strews numbers in a row far apart (Knuth)
Rows = TypeVar("Rows", Lists, Wishes, Seats)


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Where everybody sits in the try in which the fewest could do better (`better` marks them), and what it took."""

    seats: Seats
    better: Whole
    moves: int
    tries: int


def insert_all(joint: JointInstance, with_numba: bool) -> Found:
    """The first try after which nobody could do better, or the one that came nearest."""
    singles = _singles(joint, with_numba)
    lists, wishes = _rows(joint.lists, with_numba), _rows(joint.wishes, with_numba)
    nearest, moves, tries = None, 0, 0
    for order, latest_first in _orders(len(joint.units)):
        tries += 1
        tried = _try(lists, wishes, _rows(singles, with_numba, copied=True), (order, latest_first), with_numba)
        moves += tried.moves
        if nearest is None or tried.better.sum() < nearest.better.sum():
            nearest = tried
        if not nearest.better.any():
            break
    assert nearest is not None  # there is always a first order
    return Found(nearest.seats, nearest.better, moves, tries)


def _singles(joint: JointInstance, with_numba: bool) -> Seats:
    """Where everybody sits once those who move alone are matched by deferred acceptance."""
    layout = joint.instance.layout
    loop = compiled.compiled(loops) if with_numba else loops
    upcoming, state = joint.upcoming.copy(), layout.state.copy()
    held = np.zeros(len(layout.applicants), dtype=np.uint8)
    program_of = np.full(len(layout.order), -1, dtype=np.int32)
    loop.applicants_asking(layout.starts, layout.entries, layout.applicants, upcoming, state, held, program_of)
    at = np.empty_like(program_of)
    at[layout.order] = np.where(program_of < 0, -1, upcoming - 1 + joint.shift)
    at[joint.wishes.unit_of >= 0] = IN_A_UNIT
    sits = np.full(len(joint.units), -1, dtype=np.int32)
    return Seats(held, state[:, 0].copy(), state[:, 1].copy(), at, sits)


def _try(lists: Lists, wishes: Wishes, seats: Seats, way: tuple[Whole, int], with_numba: bool) -> Found:
    """Let the units in in one order, and look at everybody once more."""
    loop: Any = compiled.compiled(seating) if with_numba else seating
    items = len(wishes.unit_of) + len(seats.sits)
    programs = len(seats.open)

    def row(count: int) -> Row:
        return np.zeros(count, dtype=np.int32) if with_numba else [0] * count

    waiting = Waiting(row(items), row(items), row(programs), row(programs), row(5))
    order, latest_first = way[0] if with_numba else way[0].tolist(), way[1]
    loop.seat_all(lists, wishes, seats, waiting, order, latest_first, MOST_MOVES + MOST_MOVES_EACH * len(order))
    better = row(items)
    loop.could_do_better(lists, wishes, seats, waiting, better)
    return Found(Seats(*(np.asarray(one) for one in seats)), np.asarray(better), int(waiting.counts[MOVES]), 1)


def _orders(count: int) -> Iterator[tuple[Whole, int]]:
    """Orders of the units, and whether who came last into the line is looked at first: by name to begin with.

    They depend on nothing but the count, so that the same instance always has the same answer.
    """
    numbers = np.arange(count, dtype=np.int64)
    for turn in range(MOST_TRIES):
        strewn = numbers if turn < 4 else (numbers + 1) * (SPREAD + 2 * turn) % 2**32 % (101 + turn)
        order = np.argsort(strewn, kind="stable").astype(np.int32)
        yield order[::-1] if turn % 4 > 1 else order, turn % 2
        if count == 0:
            return


def _rows(given: Rows, with_numba: bool, *, copied: bool = False) -> Rows:
    """The same as arrays for Numba, and as lists for Python, each being the quicker there."""
    if with_numba:
        return type(given)(*(row.copy() for row in given)) if copied else given
    return type(given)(*(row.tolist() for row in given))
