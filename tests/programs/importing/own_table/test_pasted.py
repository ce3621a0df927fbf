"""Text pasted from spreadsheets, web pages and chats."""

from __future__ import annotations

import pytest

from bedside.evidence.library import load_evidence
from bedside.programs.importing.own_table import read_pasted
from bedside.programs.mistakes import FileNotRead
from tests.programs.importing.own_table.reading_tables import names, said


@pytest.mark.parametrize(
    "text",
    [
        "Program\tState\tVisa\nFoo Hospital\tTX\tJ1\n",
        "Program,State,Visa\nFoo Hospital,TX,J1",
        "| Program | State | Visa |\n|---|:---:|---|\n| Foo Hospital | TX | J1 |",
        "Program        State   Visa\nFoo Hospital   TX      J1",
        "<table><tr><th>Program</th><th>State</th><th>Visa</th></tr><tr><td>Foo Hospital<td>TX<td>J1</table>",
        "Program: Foo Hospital\nState: TX\nVisa: J1",
        "Program\nFoo Hospital\nState\nTX\nVisa\nJ1",
    ],
)
def test_a_table_is_the_same_however_it_was_pasted(text: str) -> None:
    (row,) = read_pasted(text, load_evidence()).rows
    assert (row.mention.name, row.mention.state, said(row)) == ("Foo Hospital", "TX", {"visa.j1": True})


def test_a_label_that_comes_again_begins_the_next_program() -> None:
    text = "Program: Foo\nState: TX\nVisa: J1\n\nProgram: Goo\nState: NY\nYOG: 5 strict\n"
    reading = read_pasted(text, load_evidence())
    assert [said(row) for row in reading.rows] == [{"visa.j1": True}, {"graduation.limit": 5}]


def test_a_list_of_names_from_a_chat_gives_programs_with_their_places() -> None:
    reading = read_pasted("1. Foo Hospital - New Haven, CT\n• Goo Medical Center (IM)\n", load_evidence())
    mentions = [row.mention for row in reading.rows]
    assert names(reading) == ["Foo Hospital - New Haven, CT", "Goo Medical Center (IM)"]
    assert (mentions[0].city, mentions[0].state) == ("New Haven", "CT")
    assert mentions[1].specialty == "internal-medicine"


def test_lines_without_a_number_in_a_numbered_list_are_about_the_list() -> None:
    text = "Psychiatry\n\nPrograms we liked\n1) Foo Hospital, Brooklyn, NY - J1\n2) Goo Medical Center, Chicago, IL"
    reading = read_pasted(text, load_evidence())
    assert names(reading) == ["Foo Hospital, Brooklyn, NY - J1", "Goo Medical Center, Chicago, IL"]
    assert {row.mention.specialty for row in reading.rows} == {"psychiatry"}


def test_signs_for_the_direction_of_writing_do_not_hide_a_heading() -> None:
    reading = read_pasted("\u202bProgram\u202c\t\u200fState\nمستشفى Foo\tTX\n", load_evidence())
    assert names(reading) == ["مستشفى Foo"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("  \n", "Nothing was pasted."),
        ("Dear all, how are you", "In “pasted text” Bedside finds no list of programs."),
        ("Program\tState\tVisa\n", "“pasted text” has headings and no program below them."),
    ],
)
def test_what_is_no_list_is_refused_with_what_to_do(text: str, why: str) -> None:
    with pytest.raises(FileNotRead) as refused:
        read_pasted(text, load_evidence())
    assert str(refused.value).startswith(why)


def test_two_pastes_stand_side_by_side() -> None:
    first, second = (read_pasted(f"Program\tState\nFoo{n}\tTX", load_evidence()) for n in (1, 2))
    assert first.covers != second.covers
