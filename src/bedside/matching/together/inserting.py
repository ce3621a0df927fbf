"""Letting in those who move together, in one order after another, until nobody could do better."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from bedside.matching.lists import Whole
from bedside.matching.together.every_way import can_try_all, every_way
from bedside.matching.together.joint_wishes import JointInstance
from bedside.matching.together.trying import Tried, Trying

MOST_ORDERS = 24  # in which those who move together are let in, each of them once
MOST_TRIES = 3_000  # with those where they sit in one way after another
SPREAD = 2_654_435_761  # a prime that strews numbers in a row far apart (Knuth)


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The try after which the fewest could do better, what all of them took, and whether they were all there are."""

    nearest: Tried
    moves: int
    tries: int
    every_way: bool


def insert_all(joint: JointInstance, with_numba: bool) -> Found:
    """The first try after which nobody could do better, or the one that came nearest."""
    nearest, moves, tries, all_tried = None, 0, 0, False
    trying = Trying(joint, with_numba)
    for tried in _tries(trying):
        tries, moves = tries + 1, moves + tried.moves
        if nearest is None or tried.blocking < nearest.blocking:
            nearest = tried
        if not nearest.blocking or tries == MOST_TRIES:
            break
    else:
        all_tried = can_try_all(trying)
    assert nearest is not None  # there is always a first order
    return Found(nearest, moves, tries, all_tried)


def _tries(trying: Trying) -> Iterator[Tried]:
    layout = trying.joint.instance.layout
    singles = trying.singles(layout.entries, layout.state.copy())
    for order, latest_first in _orders(len(trying.joint.units)):
        yield trying.let_in(singles, order, latest_first)
    if can_try_all(trying):
        yield from every_way(trying)


def _orders(count: int) -> Iterator[tuple[Whole, int]]:
    """Orders of the units, and whether who came last into the line is looked at first: by name to begin with.

    They depend on nothing but the count, so that the same instance always has the same answer.
    """
    numbers = np.arange(count, dtype=np.int64)
    for turn in range(MOST_ORDERS):
        strewn = numbers if turn < 4 else (numbers + 1) * (SPREAD + 2 * turn) % 2**32 % (101 + turn)
        order = np.argsort(strewn, kind="stable").astype(np.int32)
        yield order[::-1] if turn % 4 > 1 else order, turn % 2
        if count == 0:
            return
