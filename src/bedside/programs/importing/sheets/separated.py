"""Tables as text: CSV, TSV, and whatever else separates cells by one sign."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from bedside.programs.importing.sheets.sheet import LONGEST_CELL, Budget, Counted, Sheet, refuse_long_cell

SEPARATORS = "\t;,|"
_SAMPLED_LINES = 60
_SAMPLED_LETTERS = 60_000
_TOLD_BY_EXCEL = re.compile(r'^"?sep=(.)"?\n', re.IGNORECASE)
_SHIELDED = re.compile(r'="([^"]*)"')


def separated_sheet(text: str, name: str = "") -> Sheet:
    """The table in a text. Raises FileNotRead where it is larger than what is read.

    1. Excel's first line “sep=;” names the separator; else it is the sign that gives most lines the same number of
       cells, more than one.
    2. A quoted cell may hold separators and new lines. Where a quotation mark is never closed, that line and all after
       it are read without quotation marks, so that nothing is swallowed.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    told = _TOLD_BY_EXCEL.match(lines)
    body = lines[told.end() :] if told else lines
    counted = Counted(Budget())
    for cells in _records(body, told.group(1) if told else likely_separator(body)):
        counted.add([_tidy(cell) for cell in cells])
    return Sheet(name, counted.finished())


def likely_separator(text: str) -> str:
    """The sign between cells; a comma where nothing tells."""
    best, best_rank = ",", (0.0, 0)
    lines = text[:_SAMPLED_LETTERS].split("\n")[:_SAMPLED_LINES]
    for separator in SEPARATORS:
        widths = Counter(len(cells) for cells in csv.reader(lines, delimiter=separator) if any(cells))
        several = {width: count for width, count in widths.items() if width > 1}
        if several:
            width, count = max(several.items(), key=lambda pair: (pair[1], pair[0]))
            rank = (round(count / sum(widths.values()), 1), width)
            best, best_rank = (separator, rank) if rank > best_rank else (best, best_rank)
    return best


def _records(text: str, separator: str) -> Iterator[list[str]]:
    end = _unclosed(text, separator)
    try:
        yield from csv.reader(io.StringIO(text[:end]), delimiter=separator)
        yield from csv.reader(io.StringIO(text[end:]), delimiter=separator, quoting=csv.QUOTE_NONE)
    except csv.Error:  # a cell longer than the limit of the csv module, which is above ours
        refuse_long_cell(LONGEST_CELL + 1)


def _unclosed(text: str, separator: str) -> int:
    """Where the line begins that opens a quotation mark and never closes it; the end of the text where none does."""
    opened = re.compile(rf'(?:^|{re.escape(separator)})"', re.MULTILINE)
    at = 0
    while (start := opened.search(text, at)) is not None:
        close = text.find('"', start.end())
        while text[close + 1 : close + 2] == '"' and close >= 0:
            close = text.find('"', close + 2)
        if close < 0:
            return text.rfind("\n", 0, start.end()) + 1
        at = close + 1
    return len(text)


def _tidy(cell: str) -> str:
    """The cell without blanks around it; a number kept as text by ="…", as exports write IDs, is that text."""
    refuse_long_cell(len(cell))
    shielded = _SHIELDED.fullmatch(cell.strip()) if cell[:1] == "=" else None
    return shielded.group(1) if shielded else cell.strip()
