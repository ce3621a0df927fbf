"""Tables as they go round among applicants: banners, two rows of headings, merged cells, totals, several sheets."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from bedside.applicant.parts.us_state import UsState
from bedside.evidence.library import load_evidence
from bedside.programs.importing.importer import SourceFile
from bedside.programs.importing.own_table import OwnTable
from bedside.programs.mention import Mention
from tests.programs.importing.own_table.reading_tables import (
    first_sheet,
    names,
    notes,
    read_csv,
    read_workbook,
    said,
    saved,
)


def test_headings_are_found_below_a_banner_and_blank_lines() -> None:
    reading = read_csv("Our list of the year,,\n,,\nProgram,State,Visa\nFoo Hospital,TX,J1\n")
    assert (names(reading), reading.rows[0].place) == (["Foo Hospital"], "row 4")


def test_a_repeated_row_of_headings_is_no_program() -> None:
    reading = read_csv("Program,State,Visa\nFoo,TX,J1\nProgram,State,Visa\nGoo,NY,J1\n")
    assert names(reading) == ["Foo", "Goo"]


def test_totals_and_remarks_are_told_and_are_no_programs() -> None:
    text = "Program,State,% IMG\nFoo,TX,10\nGoo,TX,20\nMEAN,,15\nSD,,5\nTotal,,2\n* as told by residents,,\n"
    reading = read_csv(text)
    assert names(reading) == ["Foo", "Goo"]
    assert [note.split("“")[1] for note in reading.notes] == [
        "MEAN · 15”.",
        "SD · 5”.",
        "Total · 2”.",
        "* as told by residents”.",
    ]


def test_rates_stand_under_two_rows_of_headings() -> None:
    text = ",,Interview Rate,,\nProgram,State,Gold,Silver,No Signal\nFoo,TX,0.4,0.2,0.01\n"
    rates = {"gold-signal": 0.4, "silver-signal": 0.2, "no-signal": 0.01}
    assert said(read_csv(text).rows[0]) == {f"interview-rate.{group}": rate for group, rate in rates.items()}


def test_the_lower_of_two_rows_of_headings_may_only_divide_the_upper() -> None:
    text = "Program,State,Interview Rate,,Visa\n,,US IMG,Non-US IMG,\nFoo,TX,12%,3%,J1\n"
    assert said(read_csv(text).rows[0]) == {
        "interview-rate.us-img": 0.12,
        "interview-rate.non-us-img": 0.03,
        "visa.j1": True,
    }


def test_groups_under_residents_are_no_interview_rates() -> None:
    text = ",,Residents,\nProgram,State,US IMG,Non-US IMG\nFoo,TX,12%,3%\n"
    assert (said(read_csv(text).rows[0]), notes(read_csv(text).rows[0])) == (
        {},
        ["Residents · US IMG: 12%", "Residents · Non-US IMG: 3%"],
    )


def test_bare_groups_of_applicants_are_unsure_where_nothing_speaks_of_interviews() -> None:
    reading = read_csv("Program,State,Non-US IMG,DO\nFoo,TX,0.12,0.4\nGoo,TX,0.5,0.1\n")
    assert said(reading.rows[0]) == {"interview-rate.non-us-img": (0.12, "?")}


def test_an_unknown_column_is_kept_as_notes_under_its_heading() -> None:
    reading = read_csv("Program,State,Vibes,Comments,\nFoo,TX,good,called them,left over\n")
    assert notes(reading.rows[0]) == ["Vibes: good", "called them", "Column E: left over"]
    assert reading.columns == (
        ("Program", "the name of the program"),
        ("State", "the state"),
        ("Vibes", "a note"),
        ("Comments", "Notes"),
        ("Column E", "a note"),
    )


def test_a_column_none_of_whose_cells_fits_its_heading_becomes_notes_and_says_so() -> None:
    reading = read_csv("Program,State,Signals\nFoo,TX,sent mine\nGoo,TX,later\nHoo,TX,ask\n")
    assert notes(reading.rows[0]) == ["Signals: sent mine"]
    assert reading.notes == (
        "The column “Signals” was kept as notes: none of its cells could be read as Takes part in signals.",
    )


def test_the_same_heading_twice_keeps_both_columns() -> None:
    reading = read_csv("Program,Program,State,Visa,Visa\nFoo,Foo West,TX,J1,no H1B\n")
    assert (said(reading.rows[0]), notes(reading.rows[0])) == (
        {"visa.j1": True, "visa.h1b": False},
        ["Program: Foo West"],
    )


def test_a_line_with_a_state_or_a_specialty_holds_for_the_rows_below_it() -> None:
    text = "Program,City,Visa\nINTERNAL MEDICINE,,\nNew York,,\nFoo,Albany,J1\nTexas,,\nGoo,Waco,J1\n"
    text += "Psychiatry,,\nHoo,Waco,J1\n"
    assert [(row.mention.state, row.mention.specialty) for row in read_csv(text).rows] == [
        ("NY", "internal-medicine"),
        ("TX", "internal-medicine"),
        ("TX", "psychiatry"),
    ]


def test_a_program_alone_in_its_row_is_a_program() -> None:
    reading = read_csv("Program,State,Visa\nFoo Hospital,TX,J1\nBar Hospital,,\n")
    assert names(reading) == ["Foo Hospital", "Bar Hospital"]


@pytest.mark.parametrize(
    ("cell", "place"),
    [
        ("Chicago, IL", ("Chicago", "IL")),
        ("IL - Chicago", ("Chicago", "IL")),
        ("Chicago (Illinois)", ("Chicago", "IL")),
        ("Chicago IL", ("Chicago", "IL")),
        ("Winston-Salem, North Carolina", ("Winston-Salem", "NC")),
        ("New York, NY", ("New York", "NY")),
        ("Washington, DC", ("Washington", "DC")),
        ("Illinois", ("", "IL")),
    ],
)
def test_city_and_state_come_out_of_one_cell(cell: str, place: tuple[str, str]) -> None:
    mention = read_csv(f'Program,City/State,Visa\nFoo,"{cell}",J1\n').rows[0].mention
    assert (mention.city, mention.state) == place


def test_no_letters_of_a_state_are_taken_for_a_word_that_tells_nothing() -> None:
    states = [state.value for state in UsState]
    reading = read_csv("Program,State\n" + "\n".join(f"Foo,{state}" for state in states))
    assert [row.mention.state for row in reading.rows] == states


def test_ids_come_whole_out_of_what_spreadsheets_make_of_them() -> None:
    cells = ["1401200004.0", "401121001", "1.401200005E+09", "1509140c0"]
    reading = read_csv("Program,State,Accreditation ID\n" + "\n".join(f"Foo,TX,{cell}" for cell in cells))
    assert [(row.mention.acgme_id, row.mention.nrmp_codes) for row in reading.rows] == [
        ("1401200004", ()),
        ("0401121001", ()),
        ("1401200005", ()),
        (None, ("1509140C0",)),
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Program,State\nFoo Family Medicine Residency,TX\n", "list.csv"),
        ("Program,State\nFoo (FM),TX\n", "list.csv"),
        ("Program,State\nFoo,TX\n", "FM list 2026.csv"),
        ("Family Medicine programs for IMGs,\nProgram,State\nFoo,TX\n", "list.csv"),
        ("Program,State,Specialty\nFoo,TX,fm\n", "Psychiatry.csv"),
        ("Program,State,Accreditation ID\nFoo,TX,1201200004\n", "list.csv"),
    ],
)
def test_the_specialty_is_found_wherever_it_stands(text: str, name: str) -> None:
    assert read_csv(text, name).rows[0].mention.specialty == "family-medicine"


def test_the_users_word_on_the_specialty_counts_before_the_name_of_the_file() -> None:
    assert read_csv("Program,State\nFoo,TX\n", "Psychiatry.csv", "IM").rows[0].mention.specialty == "internal-medicine"


def test_an_export_of_a_residency_site_is_known_heading_by_heading() -> None:
    text = (
        "Program Name,City/State,Accreditation ID,ERAS/AAMC ID,Visa Friendly,"
        "Minimum Step 2 Score for Interview Consideration\n"
        'Foo Program,"Elko, NV",1403200004,12345,J-1 only,–\n'
    )
    reading = read_csv(text)
    assert reading.rows[0].mention == Mention(
        "Foo Program", city="Elko", state="NV", specialty="internal-medicine", acgme_id="1403200004"
    )
    assert said(reading.rows[0]) == {"visa.j1": True, "visa.h1b": False}
    assert notes(reading.rows[0]) == ["ERAS/AAMC ID: 12345"]


def test_a_table_on_its_side_is_read_column_by_column() -> None:
    reading = read_csv("Program,Foo,Goo\nState,TX,NY\nVisa,J1,No visa\nYOG,5 strict,4-Mar\n")
    assert [(row.mention.name, row.place, said(row)) for row in reading.rows] == [
        ("Foo", "column B", {"visa.j1": True, "graduation.limit": 5}),
        ("Goo", "column C", {"visa.j1": False, "visa.h1b": False}),
    ]
    assert [one.place for one in reading.unread] == ["column C, row 4 (“YOG”)"]


def test_two_tables_on_one_sheet_keep_their_own_headings() -> None:
    reading = read_csv("Program,State,Visa\nFoo,TX,J1\n,,\nHospital,City,YOG\nGoo,Waco,5 strict\n")
    assert [said(row) for row in reading.rows] == [{"visa.j1": True}, {"graduation.limit": 5}]


def test_a_row_that_names_no_program_is_told() -> None:
    reading = read_csv("Program,State,Visa\nFoo,TX,J1\n,TX,J1\n")
    assert [(one.place, one.what) for one in reading.unread] == [("row 3", "TX · J1")]


def test_every_sheet_is_read_also_a_hidden_one_and_says_where() -> None:
    workbook = openpyxl.Workbook()
    first = first_sheet(workbook)
    first.title = "IM"
    hidden, other = workbook.create_sheet("Psychiatry"), workbook.create_sheet("my notes")
    for sheet in (first, hidden):
        sheet.append(["Program", "State"])
        sheet.append([f"{sheet.title} Hospital", "TX"])
    hidden.sheet_state = "hidden"
    other.append(["call mum"])
    reading = read_workbook(workbook)
    assert [(row.place, row.mention.specialty) for row in reading.rows] == [
        ("sheet “IM”, row 2", "internal-medicine"),
        ("sheet “Psychiatry”, row 2", "psychiatry"),
    ]
    assert reading.notes == ("sheet “Psychiatry”, The sheet is hidden in the workbook; it was read too.",)
    assert [(one.place, one.what) for one in reading.unread] == [("sheet “my notes”, row 1", "call mum")]


def test_merged_cells_hold_for_all_they_cover() -> None:
    workbook = openpyxl.Workbook()
    sheet = first_sheet(workbook)
    rows = [["Program", "State", "J-1", "H-1B"], ["Foo", "TX", "Yes", None], ["Goo", None, "No", "Yes"]]
    for row in rows:
        sheet.append(row)
    sheet.merge_cells("B2:B3")
    sheet.merge_cells("C2:D2")
    assert [(row.mention.state, said(row)) for row in read_workbook(workbook).rows] == [
        ("TX", {"visa.j1": True, "visa.h1b": True}),
        ("TX", {"visa.j1": False, "visa.h1b": True}),
    ]


def test_cells_of_a_workbook_are_read_as_a_person_sees_them() -> None:
    workbook = openpyxl.Workbook()
    sheet = first_sheet(workbook)
    sheet.append(["Program", "State", "% IMG", "Accreditation ID", "YOG"])
    sheet.append(["Foo", "TX", 0.45, 1401200004, date(2026, 3, 4)])
    sheet.append(["Goo", "TX", 0.3, 1401200005.0, 5])
    for row in (2, 3):
        sheet.cell(row, 3).number_format = "0%"
        sheet.cell(row, 4).number_format = "0.00E+00"
    sheet.cell(2, 5).number_format = "d-mmm"
    reading = read_workbook(workbook)
    assert [(row.mention.acgme_id, said(row)) for row in reading.rows] == [
        ("1401200004", {"img-share": 0.45}),
        ("1401200005", {"img-share": 0.3, "graduation.limit": (5, "?")}),
    ]
    assert [one.what for one in reading.unread] == ["4-Mar"]


def test_what_stands_behind_cells_is_kept_and_colours_are_said_to_be_unread() -> None:
    workbook = openpyxl.Workbook()
    sheet = first_sheet(workbook)
    sheet.append(["Program", "State", "Visa"])
    sheet.append(["Foo", "TX", "J1"])
    sheet["A2"].hyperlink = "https://example.org/foo"
    sheet["C2"].comment = Comment("asked by phone", "me")
    for cell, colour in (("A2", "FF00FF00"), ("B2", "FFFF0000")):
        sheet[cell].fill = PatternFill("solid", fgColor=colour)
    reading = read_workbook(workbook)
    assert said(reading.rows[0]) == {"visa.j1": True, "website": "https://example.org/foo"}
    assert notes(reading.rows[0]) == ["Visa: asked by phone"]
    assert reading.notes[0].startswith("Cells are coloured here. Colours are not read")


def test_a_formula_without_its_value_is_told() -> None:
    workbook = openpyxl.Workbook()
    sheet = first_sheet(workbook)
    sheet.append(["Program", "State", "% IMG"])
    sheet.append(["Foo", "TX", "=1/4"])
    reading = read_workbook(workbook)
    assert [(one.place, one.what) for one in reading.unread] == [("sheet “Sheet”, row 2, column C", "=1/4")]


def test_the_same_table_is_the_same_reading_in_every_kind_of_file() -> None:
    rows = [["Program", "State", "Visa"], ["Foo Hospital", "TX", "J1 only"], ["Göo Hospital", "NY", "–"]]
    workbook = openpyxl.Workbook()
    for row in rows:
        first_sheet(workbook).append(row)
    html = "<html><table>" + "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in rows) + "</table></html>"
    plain = "\n".join(";".join(row) for row in rows)
    contents = [
        saved(workbook),
        html.encode(),
        plain.encode(),
        plain.replace(";", "\t").encode("utf-16"),
        plain.replace(";", ",").encode("cp1252"),
        plain.encode("utf-8-sig"),
        ("sep=;\r\n" + plain.replace("\n", "\r\n")).encode(),
    ]
    readings = [OwnTable().read(SourceFile("list.xlsx", content), load_evidence()) for content in contents]
    assert [reading.rows for reading in readings] == [readings[0].rows] * len(contents)
    assert names(readings[0]) == ["Foo Hospital", "Göo Hospital"]
