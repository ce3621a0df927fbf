"""A sheet as CSV, in a form that spreadsheets open with every letter right."""

from __future__ import annotations

import csv
import io

from bedside.documents.tables.sheet import Sheet, safe


def as_csv(sheet: Sheet) -> bytes:
    """The sheet as UTF-8 with a byte order mark, commas and quotes; an empty cell is unknown."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([safe(heading) for heading in sheet.head])
    writer.writerows([safe(cell) for cell in row] for row in sheet.rows)
    return text.getvalue().encode("utf-8-sig")
