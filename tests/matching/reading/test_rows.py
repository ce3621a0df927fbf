"""Tables are read as spreadsheets write them, and what keeps one from being read is said alone."""

from __future__ import annotations

import pytest

from bedside.matching.mistakes import Findings
from bedside.matching.reading.rows import rows_of

COLUMNS = ("applicant", "rank", "program")
QUOTED = "A quotation mark opens here and does not close where its cell ends. Close it there, or take it out."
ANN = ("Ann", "1", "City")


def read(*lines: str) -> tuple[list[tuple[str, tuple[str, ...]]], list[str]]:
    found = Findings()
    rows = list(rows_of([f"{line}\n" for line in lines], "lists", COLUMNS, found))
    assert found.sentences == []
    return rows, found.unread


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_cells_are_parted_by_whatever_the_heading_parts_them_by(sign: str) -> None:
    assert read(sign.join(COLUMNS), sign.join(ANN)) == ([("lists, line 2", ANN)], [])


@pytest.mark.parametrize("blank", ["", "  ", ";;;", ",,", "\ufeff", "sep=;"])
def test_lines_before_the_heading_may_be_blank_and_are_counted(blank: str) -> None:
    assert read(blank, "applicant;rank;program", "Ann;1;City") == ([("lists, line 3", ANN)], [])


def test_a_comma_in_a_cell_of_a_table_with_semicolons_parts_nothing() -> None:
    assert read("applicant;rank;program", "Doe, Ann;1;City") == ([("lists, line 2", ("Doe, Ann", "1", "City"))], [])


def test_a_name_is_the_same_however_its_accent_was_typed() -> None:
    (_, one), (_, other) = read("applicant,rank,program", "Jos\u00e9,1,City", "Jose\u0301,1,City")[0]
    assert one == other == ("Jos\u00e9", "1", "City")


def test_a_column_that_stands_twice_is_told() -> None:
    assert read("applicant,applicant,rank,program", "Ann,Bob,1,City") == (
        [],
        [
            "Lists, line 1: The heading names applicant more than once. Leave one column of each: applicant, rank,"
            " program."
        ],
    )


def test_a_quotation_mark_that_never_closes_is_told_where_it_opens() -> None:
    rows, unread = read("applicant,rank,program", "Ann,1,City", '"Bob,1,City', *(["Cem,1,City"] * 9))
    assert (rows, unread) == ([("lists, line 2", ANN)], [f"Lists, line 3: {QUOTED}"])


def test_a_quotation_mark_that_closes_lines_below_is_told_where_it_opens() -> None:
    rows, unread = read("applicant,rank,program", '"Bob,1,City', 'Cem",1,City', "Ann,1,City")
    assert rows == [("lists, line 4", ANN)]
    assert unread == [
        "Lists, line 2: A quotation mark opens here and closes on line 3 only. Close it on this line, or take it out."
    ]


def test_another_column_may_have_several_lines_in_a_cell() -> None:
    assert read("note,applicant,rank,program", '"one', 'two",Ann,1,City') == ([("lists, line 3", ANN)], [])
