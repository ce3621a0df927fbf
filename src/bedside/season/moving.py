"""Moving a program on a rank order list: up, down, to the top, off it or onto its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum


class Move(StrEnum):
    """What is done with one program; `KEEP` only gives every program the place it stands at."""

    UP = "up"
    DOWN = "down"
    TOP = "top"
    OFF = "off"
    ON = "on"
    KEEP = "keep"


def moved(order: Sequence[int], one: int, move: Move) -> tuple[int, ...]:
    """The list after a move; each number is the place of an application in the file.

    The first cannot go up and the last not down: then nothing changes. One that is not on the list is put on its end.
    """
    rest = [other for other in order if other != one]
    at = list(order).index(one) if one in order else len(order)
    if move is Move.KEEP:
        return tuple(order)
    if move is Move.OFF:
        return tuple(rest)
    to = {Move.UP: max(0, at - 1), Move.DOWN: at + 1, Move.TOP: 0}.get(move, at)
    return (*rest[:to], one, *rest[to:])


def places_of(order: Sequence[int], of_the_season: Sequence[int]) -> Mapping[int, int | None]:
    """The place of every application of the season, from 1; None for one that is not on the list."""
    places = {one: place for place, one in enumerate(order, 1)}
    return {one: places.get(one) for one in of_the_season}
