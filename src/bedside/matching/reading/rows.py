"""Rows of a table as text: its heading, the sign between its cells, and what keeps it from being read at all."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from operator import itemgetter

from bedside.matching.mistakes import Findings

LONGEST_NUMBER = 9  # digits; a rank or a quota beyond it is a slip of the keyboard
SEPARATORS = ",;\t"
_NOTHING = "\ufeff" + SEPARATORS
Lines = Iterable[str]  # such as an open file
Row = tuple[str, tuple[str, ...]]  # where it is written, and its cells in the order that was asked for


def rows_of(lines: Lines, table: str, columns: tuple[str, ...], found: Findings) -> Iterator[Row]:
    """Each line that has something in it: where it stands, and its cells under the columns.

    1. Lines before the heading may be blank. What parts the cells is the sign by which most of the columns are found.
    2. Names are compared as they look: a letter with its accent is one sign, however it was typed.
    3. Where the heading lacks a column or has it twice, or a quotation mark does not close, the table is unread.
    """
    composed = (line if line.isascii() else unicodedata.normalize("NFC", line) for line in lines)
    blank, first = _first_with_words(composed)
    separator = max(SEPARATORS, key=lambda sign: len(set(columns) & set(_heading(first, sign))))
    heading = _heading(first, separator)
    wrong = _wrong_in(heading, columns)
    if wrong:
        found.note_unread(f"{table}, line {blank + 1}", wrong)
        return
    at = [heading.index(column) for column in columns]
    chosen, needed_cells = itemgetter(*at), max(at) + 1
    reader = csv.reader(chain((first,), composed), delimiter=separator, strict=True)
    ended = 0
    try:
        next(reader)
        ended = reader.line_num
        for cells in reader:
            whole = cells if len(cells) >= needed_cells else [*cells, *[""] * needed_cells]
            row = tuple(map(str.strip, chosen(whole)))
            began, ended = ended, reader.line_num
            if ended - began > 1 and any("\n" in cell or "\r" in cell for cell in row):
                found.note_unread(f"{table}, line {blank + began + 1}", _left_open(blank + ended))
            elif any(row) or any(map(str.strip, cells)):
                yield f"{table}, line {blank + ended}", row
    except csv.Error as why:
        found.note_unread(f"{table}, line {blank + ended + 1}", _told(str(why)))


@lru_cache(maxsize=4096)  # a national table writes the same few ranks a million times
def number_in(written: str) -> int | None:
    """The whole number that is written, or None where there is none."""
    digits = written.removeprefix("-")
    if digits.isascii() and digits.isdigit() and len(digits) <= LONGEST_NUMBER:
        return int(written)
    return None


def _first_with_words(lines: Iterator[str]) -> tuple[int, str]:
    """How many lines at the beginning have nothing in them, or only Excel's “sep=;”, and the one after."""
    for blank, line in enumerate(lines):
        if line.strip().strip(_NOTHING).strip().lower() not in ("", "sep="):
            return blank, line.removeprefix("\ufeff")
    return 0, ""


def _heading(line: str, separator: str) -> list[str]:
    return [cell.strip().lower() for cell in next(csv.reader([line], delimiter=separator), [])]


def _wrong_in(heading: list[str], columns: tuple[str, ...]) -> str:
    """What is wrong with a heading, or nothing."""
    needed = ", ".join(columns)
    if missing := " and ".join(column for column in columns if column not in heading):
        return f"The heading lacks {missing}. It has to name {needed}, with commas."
    if twice := " and ".join(column for column in columns if heading.count(column) > 1):
        return f"The heading names {twice} more than once. Leave one column of each: {needed}."
    return ""


def _left_open(last: int) -> str:
    return f"A quotation mark opens here and closes on line {last} only. Close it on this line, or take it out."


def _told(why: str) -> str:
    if "expected after" in why or "unexpected end" in why or "field limit" in why:
        return "A quotation mark opens here and does not close where its cell ends. Close it there, or take it out."
    return f"This is not a line of a table with commas ({why}). Write the table again as CSV."
