"""Takes the pages of the results by state apart: several tables side by side, each with its state and its rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from bedside.programs.importing.nrmp.state_pages.headings import headings_above, plain
from bedside.programs.importing.pdf.lines import Line, lines_of
from bedside.programs.importing.pdf.text import Page, Word
from bedside.programs.importing.states import state_named

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_CONTINUED = re.compile(r"\s*\(?\bcont(?:inued|\.|'d)?\)?\.?$", re.IGNORECASE)
_MARGIN = re.compile(r"reproduction prohibited|\bpage \d+ of|^key\b|match rates|main residency match", re.IGNORECASE)
_FIRST_HEADING = frozenset({"pos", "positions", "quota", "offered"})
_APART, _SLACK = 30.0, 4.0
"""Points between “Pos.” of two tables, at least; and points by which labels may begin farther left."""
_FEWEST_NUMBERS = 9
_ABOVE, _BELOW = 2.6, 1.6
"""Headings stand on lines at most so many heights above and below “Pos.”."""


@dataclass(slots=True)
class StateLine:
    """A row as printed: the state above it, its label, and the headings and numbers of its columns."""

    page: int
    state: str
    label: list[str]
    headings: tuple[frozenset[str], ...]
    numbers: tuple[str, ...]


def state_lines(pages: Iterable[Page]) -> Iterator[StateLine]:
    """Every row of the tables, page by page and from the left table to the right.

    1. Each table has one “Pos.”; the labels of all begin as far left of it as those of the first.
    2. The numbers tell where the columns stand; every word of the head belongs to the column nearest to it.
    3. The words left of the columns beside the head are the state; the state goes on until another is named.
    4. A line without numbers belongs to the row whose label ends or begins nearest to it.
    """
    state = ""
    for page in pages:
        for words in _tables(page):
            found, rows = _table(page.number, words, state)
            yield from rows
            state = found or state


def _tables(page: Page) -> list[list[Word]]:
    """The words of the page without its margins, table by table."""
    inside = [word for line in lines_of(page.words) if not _MARGIN.search(line.text) for word in line.words]
    key = max((word.top for word in page.words if word.text == "Key:"), default=float("-inf"))
    inside = [word for word in inside if word.middle > key]
    starts = sorted(word.left for word in inside if plain(word.text) in _FIRST_HEADING)
    apart = [start for at, start in enumerate(starts) if at == 0 or start - starts[at - 1] > _APART]
    if not apart:
        return []
    label_to_number = apart[0] - min(word.left for word in inside)
    edges = [float("-inf"), *(start - label_to_number - _SLACK for start in apart[1:]), float("inf")]
    return [[word for word in inside if left < word.left <= right] for left, right in pairwise(edges)]


@dataclass(slots=True)
class _Walk:
    """Goes through the lines of one table with the state they belong to, and the label that is being read."""

    page: int
    state: str
    headings: tuple[frozenset[str], ...]
    rows: list[StateLine] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    lowest: float = float("inf")

    def row(self, line: Line, numbers: tuple[Word, ...]) -> None:
        """A line with numbers: it belongs to the state named last."""
        if self.named:
            self.state, self.named = _state(self.named) or self.state, []
        label = line.without(numbers)
        parts = [*self.waiting, *([label.text] if label else [])]
        told = tuple(number.text for number in numbers)
        self.rows.append(StateLine(self.page, self.state, parts, self.headings, told))
        self.waiting, self.lowest = [], line.middle

    def other(self, line: Line, to_next_row: float) -> None:
        """A line without numbers: a state, or part of the label that is nearest."""
        if line.text == line.text.upper() and _state([line.text]):
            self.named = [line.text]
        elif self.rows and self.lowest - line.middle <= to_next_row:
            self.rows[-1].label.append(line.text)
            self.lowest = line.middle
        else:
            self.waiting.append(line.text)


def _table(page: int, words: list[Word], state: str) -> tuple[str, list[StateLine]]:
    lines = lines_of(words)
    numbered = {at: numbers for at, line in enumerate(lines) if len(numbers := _numbers(line)) >= _FEWEST_NUMBERS}
    if not numbered:
        return "", []
    rows = _full_rows(numbered.values())
    edge = min(2 * row[0].centre - row[1].centre for row in rows)
    head_lines = _head_lines(lines, numbered, edge)
    above = [tuple(word for word in lines[at].words if word.centre > edge) for at in head_lines]
    headings = headings_above(rows, above)
    walk = _Walk(page, state, headings)
    for at, line in enumerate(lines):
        if at in head_lines:
            walk.named += [word.text for word in line.words if word.centre <= edge]
        elif at in numbered:
            walk.row(line, numbered[at])
        else:
            walk.other(line, _next_below(lines, at, numbered, head_lines))
    return walk.state, walk.rows


def _numbers(line: Line) -> tuple[Word, ...]:
    """The numbers at the right end of a line."""
    found: list[Word] = []
    for word in reversed(line.words):
        if not _NUMBER.fullmatch(word.text):
            break
        found.append(word)
    return tuple(reversed(found))


def _full_rows(rows: Iterable[tuple[Word, ...]]) -> list[tuple[Word, ...]]:
    """The rows that fill as many columns as any does."""
    found = list(rows)
    most = max(len(row) for row in found)
    return [row for row in found if len(row) == most]


def _head_lines(lines: Sequence[Line], numbered: dict[int, tuple[Word, ...]], edge: float) -> set[int]:
    """The lines of the heads: with “Pos.”, above it, and those below it that hold words above the numbers."""
    heads = [line for line in lines if any(plain(word.text) in _FIRST_HEADING for word in line.words)]
    found: set[int] = set()
    for at, line in enumerate(lines):
        above = any(0 <= line.middle - head.middle <= _ABOVE * head.height for head in heads)
        below = any(0 <= head.middle - line.middle <= _BELOW * head.height for head in heads)
        if at not in numbered and (above or (below and line.words[-1].centre > edge)):
            found.add(at)
    return found


def _state(words: Sequence[str]) -> str:
    return state_named(_CONTINUED.sub("", " ".join(words)))


def _next_below(lines: Sequence[Line], at: int, numbered: dict[int, tuple[Word, ...]], heads: set[int]) -> float:
    """How far below this line the next row begins; endless where a head or nothing comes first."""
    following = at + 1
    if following < len(lines) and following in numbered and following not in heads:
        return lines[at].middle - lines[following].middle
    return float("inf")
