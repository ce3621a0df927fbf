"""Numbers of sources are written shortly, and none is lost by it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bedside.documents.blocks import runs_of


def test_three_in_a_row_are_a_run_and_two_are_not() -> None:
    assert runs_of([1, 2, 3, 7, 8, 11]) == ((1, 3), (7, 7), (8, 8), (11, 11))


@given(st.sets(st.integers(1, 60)).map(sorted))
def test_runs_name_every_number_once_and_no_other(numbers: list[int]) -> None:
    assert [one for first, last in runs_of(numbers) for one in range(first, last + 1)] == numbers
