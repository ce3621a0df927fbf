"""Programs side by side."""

from __future__ import annotations

import pytest

from bedside.programs.comparing import compare
from bedside.programs.mistakes import ProgramNotInDirectory, ProgramsMistake
from tests.programs.directories import SMALL
from tests.programs.eligibility.listing import an_asker


def test_only_fields_that_any_of_them_has_are_rows_and_a_difference_is_marked() -> None:
    compared = compare(SMALL, ["1400000001", "1400000002"], an_asker())
    assert [(row.field, row.differs) for row in compared.fields] == [
        ("type", True),
        ("img-share", True),
        ("visa.j1", True),
    ]
    assert [str(verdict.kind) for verdict in compared.verdicts] == ["eligible", "ask"]


@pytest.mark.parametrize("keys", [["1400000001"], ["1400000001"] * 2, [f"{number}" for number in range(7)]])
def test_two_to_six_different_programs_fit_side_by_side(keys: list[str]) -> None:
    with pytest.raises(ProgramsMistake):
        compare(SMALL, keys)


def test_a_program_that_is_not_there_is_said() -> None:
    with pytest.raises(ProgramNotInDirectory):
        compare(SMALL, ["1400000001", "nowhere"])
