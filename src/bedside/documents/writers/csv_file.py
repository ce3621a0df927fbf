"""A sheet as CSV, in a form that spreadsheets open with every letter right."""

from __future__ import annotations

import csv
import io
import re

from bedside.documents.sheet import CellValue, Sheet, safe

_AFTER_A_SEMICOLON = re.compile(r"([;\t]\s*\"*)(?=[=+\-@])")


def as_csv(sheet: Sheet) -> bytes:
    """The sheet as UTF-8 with a byte order mark, commas and quotes; an empty cell is unknown.

    Where a comma is for decimals, spreadsheets part cells at semicolons, so that a formula must not start there either.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([_safe(heading) for heading in sheet.head])
    writer.writerows([_safe(cell) for cell in row] for row in sheet.rows)
    return text.getvalue().encode("utf-8-sig")


def _safe(value: CellValue) -> str | int | float | None:
    written = safe(value)
    return _AFTER_A_SEMICOLON.sub(r"\1'", written) if isinstance(written, str) else written
