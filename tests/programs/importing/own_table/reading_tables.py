"""Small tables, read as an applicant would add them, and shown as plain values."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from bedside.evidence.library import load_evidence
from bedside.programs.claim import Confidence
from bedside.programs.importing.importer import SourceFile
from bedside.programs.importing.own_table import OwnTable
from bedside.programs.mention import Reading, Row


def read_csv(text: str, name: str = "list.csv", specialty: str = "") -> Reading:
    return OwnTable().read(SourceFile(name, text.encode(), specialty), load_evidence())


def read_workbook(workbook: openpyxl.Workbook, name: str = "list.xlsx") -> Reading:
    return OwnTable().read(SourceFile(name, saved(workbook)), load_evidence())


def saved(workbook: openpyxl.Workbook) -> bytes:
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def first_sheet(workbook: openpyxl.Workbook) -> Worksheet:
    sheet = workbook.active
    assert isinstance(sheet, Worksheet)
    return sheet


def said(row: Row) -> dict[str, Any]:
    """What a row claims, by field, notes left out; a value marked unsure comes as a pair with "?"."""
    return {
        one.field: (one.value, "?") if one.confidence is Confidence.UNSURE else one.value
        for one in row.stated
        if one.field != "notes"
    }


def notes(row: Row) -> list[Any]:
    return [one.value for one in row.stated if one.field == "notes"]


def names(reading: Reading) -> list[str]:
    return [row.mention.name for row in reading.rows]


def cell_under(heading: str, *cells: str) -> list[dict[str, Any]]:
    """What each cell claims in a table with this heading; a cell is quoted, so that it may hold commas."""
    quoted = (cell.replace('"', '""') for cell in cells)
    lines = [f'Made-up Hospital {number},Elko,NV,"{cell}"' for number, cell in enumerate(quoted)]
    reading = read_csv(f'Program Name,City,State,"{heading}"\n' + "\n".join(lines))
    return [said(row) for row in reading.rows]
