"""Letting in those who move together, in one order after another, until nobody could do better."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, product
from math import prod
from typing import Any, TypeVar

import numpy as np

from bedside.matching import better_alone, compiled, loops, seating
from bedside.matching.joint_wishes import JointInstance
from bedside.matching.lists import Whole
from bedside.matching.seating import IN_A_UNIT, MOVES
from bedside.matching.seats import Lists, Row, Seats, Waiting, Wishes

MOST_TRIES = 24  # orders in which those who move together are let in, each of them once
MOST_WAYS = 2_000  # in which those who move together could sit; so many are tried one by one
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
    lists, wishes = _rows(joint.lists, with_numba), _rows(joint.wishes, with_numba)
    nearest, moves, tries = None, 0, 0
    for begun, order, latest_first in _beginnings(joint, with_numba):
        tries += 1
        tried = _try(lists, wishes, _rows(begun, with_numba), (order, latest_first), with_numba)
        moves += tried.moves
        if nearest is None or tried.better.sum() < nearest.better.sum():
            nearest = tried
        if not nearest.better.any():
            break
    assert nearest is not None  # there is always a first order
    return Found(nearest.seats, nearest.better, moves, tries)


def _beginnings(joint: JointInstance, with_numba: bool) -> Iterator[tuple[Seats, Whole, int]]:
    """What each try begins with: who sits where, in which order units are let in, and who is looked at first.

    Applicants alone sit already, and units come in one order after another; where there are few ways in which the units
    could sit, they sit in each of these at last, and applicants alone come after them.
    """
    singles = _singles(joint, with_numba)
    for order, latest_first in _orders(len(joint.units)):
        yield _copied(singles), order, latest_first
    each = [[-1, *range(first, end)] for first, end in pairwise(joint.wishes.starts.tolist())]
    if each and prod(len(wishes) for wishes in each) <= MOST_WAYS:
        nobody = _nobody(joint)
        for ways in product(*each):
            seats = _copied(nobody)
            for unit, wish in enumerate(ways):
                seating.sit_down(joint.lists, joint.wishes, seats, unit, wish)
            if (seats.open >= 0).all():
                yield seats, np.zeros(0, dtype=np.int32), 0


def _nobody(joint: JointInstance) -> Seats:
    """Where everybody sits before anybody came: nowhere."""
    unit_of, quotas = joint.wishes.unit_of, joint.instance.quotas
    at = np.where(unit_of >= 0, IN_A_UNIT, -1).astype(np.int32)
    held = np.zeros(len(joint.lists.applicant_at), dtype=np.uint8)
    sits = np.full(len(joint.units), -1, dtype=np.int32)
    return Seats(held, quotas, joint.lists.program_starts[:-1], at, sits)


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
    singles, units, programs = len(wishes.unit_of), len(seats.sits), len(seats.open)

    def row(count: int) -> Row:
        return np.zeros(count, dtype=np.int32) if with_numba else [0] * count

    waiting = Waiting(row(units), row(units), row(singles), row(programs), row(programs), row(6))
    order, latest_first = way[0] if with_numba else way[0].tolist(), way[1]
    most = MOST_MOVES + MOST_MOVES_EACH * units
    if units and not len(order):
        loop.seat_singles_last(lists, wishes, seats, waiting, most)
    else:
        loop.seat_all(lists, wishes, seats, waiting, order, latest_first, most)
    better = row(singles + units)
    loop.mark_units(lists, wishes, seats, waiting, better)
    (compiled.compiled(better_alone) if with_numba else better_alone).mark_singles(lists, wishes, seats, better)
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


def _copied(seats: Seats) -> Seats:
    return Seats(*(row.copy() for row in seats))


def _rows(given: Rows, with_numba: bool) -> Rows:
    """The same as arrays for Numba, and as lists for Python, each being the quicker there."""
    return given if with_numba else type(given)(*(row.tolist() for row in given))
