"""Text pasted from a spreadsheet, a web page or a chat."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from bedside.evidence.library import Evidence
from bedside.programs.importing.content_kind import ContentKind, content_kind, refuse_too_large
from bedside.programs.importing.own_table.layout.headings import IDENTITY, meaning_of
from bedside.programs.importing.own_table.layout.tables import tables_of
from bedside.programs.importing.own_table.layout.turned import turned
from bedside.programs.importing.own_table.own_table import read_tables
from bedside.programs.importing.sheets.decoding import seen
from bedside.programs.importing.sheets.html_tables import html_sheets
from bedside.programs.importing.sheets.separated import likely_separator, separated_sheet
from bedside.programs.importing.sheets.sheet import Budget, Counted, Sheet
from bedside.programs.mention import Reading
from bedside.programs.mistakes import FileNotRead

NAME = "pasted text"
_LABELLED = re.compile(r"([^:\t]{1,80}?)\s*[:\t]\s*(.*)")
_WIDE_BLANKS = re.compile(r" {2,}")
_RULE = re.compile(r"[\s|:+=-]+")
_ENOUGH = 3


def read_pasted(text: str, evidence: Evidence, specialty: str = "") -> Reading:
    """The programs in a pasted text. Raises FileNotRead where it holds none.

    Read as, whichever fits first: the tables of a web page; lines such as “City: Chicago”, or a known heading with
    what it says on the next line; cells set apart by a sign; cells set apart by several blanks.
    """
    refuse_too_large("The pasted text", len(text))
    shown = seen(text)
    if not shown.strip():
        raise FileNotRead("Nothing was pasted. Copy the rows with their headings, and paste them again.")
    sheets = _sheets(shown)
    reading = read_tables(NAME, sheets, evidence, specialty)
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]
    return replace(reading, title="Pasted text", covers=f"{NAME} {digest}")


def _sheets(text: str) -> tuple[Sheet, ...]:
    if content_kind(text.encode("utf-8", "replace")[:4_096]) is ContentKind.HTML:
        found = html_sheets(text)
        if found:
            return found
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    labelled = _labelled(lines)
    if labelled is not None:
        return (labelled,)
    kept = "\n".join("" if _RULE.fullmatch(line) and "-" in line else line for line in lines)
    sheet = separated_sheet(kept)
    if "\t" not in kept and max((len(row) for row in sheet.rows), default=0) < 2 and _WIDE_BLANKS.search(kept):
        sheet = separated_sheet(_WIDE_BLANKS.sub("\t", kept))
    if likely_separator(kept) == "," and not tables_of(sheet).tables and turned(sheet) is None:
        return (_one_cell_a_line(kept),)
    return (sheet,)


def _one_cell_a_line(text: str) -> Sheet:
    """A list from a chat, where a comma stands between a program and its place and not between cells."""
    counted = Counted(Budget())
    for line in text.split("\n"):
        counted.add([line.strip()])
    return Sheet("", counted.finished())


def _labelled(lines: list[str]) -> Sheet | None:
    """Lines with labels as a sheet that lies on its side, a column for each program; None where they are none.

    A label that comes again begins the next program. Lines without a label belong to the one before.
    """
    pairs = _pairs(lines)
    known = {meaning_of(label) for label, _ in pairs} - {""}
    if len(known) < _ENOUGH or not known & IDENTITY or len(known) * 3 < len({label for label, _ in pairs}):
        return None
    records: list[dict[str, str]] = [{}]
    for label, value in pairs:
        if label in records[-1]:
            records.append({})
        records[-1][label] = value
    labels = list(dict.fromkeys(label for record in records for label in record))
    counted = Counted(Budget())
    counted.add(list(labels))
    for record in records:
        counted.add([record.get(label, "") for label in labels])
    return Sheet("", counted.finished())


def _pairs(lines: list[str]) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for line in (one.strip() for one in lines):
        found = _LABELLED.fullmatch(line)
        is_label = found is not None and bool(found.group(2)) and bool(meaning_of(found.group(1)))
        if pairs and _is_visa_under_visas(pairs[-1], line):
            pairs[-1] = (pairs[-1][0], line)
        elif line and not is_label and meaning_of(line.rstrip(":")):
            pairs.append((line.rstrip(": "), ""))
        elif found and not line.casefold().startswith(("http:", "https:")) and "\t" not in found.group(2):
            pairs.append((found.group(1), found.group(2)))
        elif line and pairs:
            label, value = pairs[-1]
            pairs[-1] = (label, f"{value}\n{line}" if value else line)
        elif line:
            return []
    return pairs


def _is_visa_under_visas(last: tuple[str, str], line: str) -> bool:
    """Whether a line such as “J-1”, a heading elsewhere, is what the label “Visa” above it says."""
    return not last[1] and meaning_of(last[0]) == "visa" and meaning_of(line).startswith("visa.")
