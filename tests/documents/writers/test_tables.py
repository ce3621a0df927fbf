"""Tables for spreadsheets: what stands in a cell, and that none starts a formula."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from bedside.documents.content.programs.sheets import program_sheets
from bedside.documents.sheet import Sheet, safe
from bedside.documents.writers.csv_file import as_csv
from bedside.documents.writers.xlsx_file import as_xlsx
from bedside.evidence.library import load_evidence
from bedside.programs.directory import Directory
from bedside.programs.eligibility.judging import judge_all
from tests.programs.directories import SMALL
from tests.programs.eligibility.listing import an_asker

STARTS = "=+-@\t\r\n＝＋－＠"
BLANKS = " \u00a0\u3000\u200b"
cells = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**9), 10**9),
    st.text(max_size=20),
    st.builds(
        lambda blank, start, rest: blank + start + rest,
        st.text(BLANKS, max_size=2),
        st.sampled_from(STARTS),
        st.text(max_size=5),
    ),
)


def rows_of_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def rows_of_xlsx(content: bytes, sheet: int = 0) -> list[list[Any]]:
    book = load_workbook(io.BytesIO(content))
    return [list(row) for row in book.worksheets[sheet].iter_rows()]


def starts_a_formula(text: str) -> bool:
    return text.lstrip(BLANKS + "\ufeff")[:1] in {*STARTS}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"),
        ("  @SUM(A1)", "'  @SUM(A1)"),
        ("＝1", "'＝1"),
        ("\t=1", "'\t=1"),
        ("-5", "'-5"),
        ("\u2060=1", "'\u2060=1"),
        ("\u00ad\u202e+1", "'\u00ad\u202e+1"),
        (-5, -5),
        (True, "yes"),
        (None, None),
        ("University – Hospital", "University – Hospital"),
        ("a\x00b", "ab"),
    ],
)
def test_text_that_could_start_a_formula_gets_an_apostrophe_and_numbers_stay_numbers(value: Any, written: Any) -> None:
    assert safe(value) == written


@given(st.lists(st.tuples(cells, cells), max_size=5))
def test_no_cell_of_a_csv_file_starts_a_formula(rows: list[tuple[Any, Any]]) -> None:
    read = rows_of_csv(as_csv(Sheet("Any", ("=a", "b"), tuple(rows))))
    texts = [
        cell
        for row, was in zip(read[1:], rows, strict=False)
        for cell, value in zip(row, was, strict=False)
        if isinstance(value, str)
    ]
    assert [cell for cell in (*read[0], *texts) if starts_a_formula(cell)] == []


def test_no_cell_starts_a_formula_where_a_spreadsheet_parts_cells_at_semicolons() -> None:
    sheet = Sheet("Any", ("a",), (("J-1; =1+1",), ('x;"@SUM(1)"',), ("J-1; H-1B",), ("rate\t-1",)))
    assert [row[0] for row in rows_of_csv(as_csv(sheet))[1:]] == [
        "J-1; '=1+1",
        'x;"\'@SUM(1)"',
        "J-1; H-1B",
        "rate\t'-1",
    ]


def test_a_workbook_from_the_sample_says_so_and_counts_no_list_of_ones_own() -> None:
    own = replace(SMALL.listed[0], key="own", is_private=True)
    sample = Directory((*SMALL.listed, own), SMALL.whole, is_sample=True)
    *_, about = program_sheets(sample, SMALL.listed, (), load_evidence())
    assert (about.name, about.head) == ("Sample", ("This is a sample",))
    assert str(about.rows[0][0]).startswith("This is a sample of 5 programs, in five specialties. To see the rest,")


@given(st.lists(st.tuples(cells, cells), max_size=5))
def test_no_cell_of_a_workbook_is_or_starts_a_formula(rows: list[tuple[Any, Any]]) -> None:
    read = rows_of_xlsx(as_xlsx([Sheet("Any", ("=a", "b"), tuple(rows))]))
    texts = [cell for row in read for cell in row if isinstance(cell.value, str)]
    assert [cell.value for cell in texts if cell.data_type == "f" or starts_a_formula(cell.value)] == []


def test_a_workbook_keeps_its_headings_in_view_and_its_columns_readable() -> None:
    sheet = Sheet("Wide", ("Program", "A very long heading of five words"), (("x" * 300, 1),))
    page = load_workbook(io.BytesIO(as_xlsx([sheet]))).worksheets[0]
    assert (page.freeze_panes, page.auto_filter.ref) == ("B2", "A1:B2")
    assert (page.column_dimensions["A"].width, page.column_dimensions["B"].width) == (48, 9)


def test_a_list_of_programs_has_its_verdicts_and_leaves_unknown_empty() -> None:
    sheet, _ = program_sheets(SMALL, SMALL.listed, judge_all(SMALL.listed, an_asker()), load_evidence())
    rows = [dict(zip(sheet.head, row, strict=True)) for row in sheet.rows]
    assert [row["For you"] for row in rows] == ["eligible", "ask", "not", "unknown", "unknown"]
    assert [row["Sponsors J-1"] for row in rows] == [True, False, None, None, None]
    assert [row["Share of IMGs"] for row in rows] == ["60 %", None, None, "5 %", None]


def test_the_second_sheet_says_who_said_what_and_when() -> None:
    _, sources = program_sheets(SMALL, SMALL.listed[:1], (), load_evidence())
    rows = [dict(zip(sources.head, row, strict=True)) for row in sources.rows]
    assert [(row["What"], row["Value"], row["Source"], row["Said on"], row["Place"]) for row in rows] == [
        ("Sponsors J-1", "yes", "A list", "2026-03-01", "row 1"),
        ("Share of IMGs", "60 %", "A list", "2026-03-01", "row 2"),
    ]
