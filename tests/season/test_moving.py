"""Moving a program up, down, to the top, off the list and onto it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedside.season.moving import Move, moved, places_of


@pytest.mark.parametrize(
    ("one", "move", "then"),
    [
        (7, Move.UP, (7, 4, 9)),
        (7, Move.DOWN, (4, 9, 7)),
        (9, Move.TOP, (9, 4, 7)),
        (4, Move.UP, (4, 7, 9)),
        (9, Move.DOWN, (4, 7, 9)),
        (7, Move.OFF, (4, 9)),
        (5, Move.ON, (4, 7, 9, 5)),
        (-1, Move.KEEP, (4, 7, 9)),
    ],
)
def test_one_move_moves_one_program(one: int, move: Move, then: tuple[int, ...]) -> None:
    assert moved((4, 7, 9), one, move) == then


def test_places_are_counted_from_one_without_a_hole() -> None:
    assert places_of((9, 4), (4, 7, 9)) == {4: 2, 7: None, 9: 1}


@given(st.permutations(range(5)), st.integers(0, 4))
def test_down_takes_back_what_up_did(order: list[int], one: int) -> None:
    up = moved(order, one, Move.UP)
    assert moved(up, one, Move.DOWN) == tuple(order) or order[0] == one
