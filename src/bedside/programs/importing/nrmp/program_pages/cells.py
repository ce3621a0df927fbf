"""Puts the numbers of a line below their columns, also where years without positions are left blank."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

from bedside.programs.importing.nrmp.program_pages.columns import Column, gap_between
from bedside.programs.importing.nrmp.program_pages.lines import CodeLine
from bedside.programs.importing.pdf.text import Word

_EDGES: tuple[Callable[[Word], float], ...] = (
    lambda word: word.right,
    lambda word: word.centre,
    lambda word: word.left,
)
_NEAR_A_NUMBER = 0.5
_NEAR_A_HEADING = 0.25
"""Parts of the gap between two columns: what stands farther off belongs to none of them for certain."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where the numbers of each column stand: by their right edges, their centres, or their left edges."""

    edge: Callable[[Word], float]
    places: tuple[float, ...]
    reach: float


def stands(lines: Iterable[CodeLine]) -> dict[tuple[Column, ...], Stand]:
    """Where the numbers stand under each head, learned from the lines that fill every column.

    Of the three edges the one counts along which the numbers of a column are best in line. Under a head without any
    such line the headings themselves tell, within a narrower reach.
    """
    whole: dict[tuple[Column, ...], list[tuple[Word, ...]]] = {}
    for line in lines:
        found = whole.setdefault(line.columns, [])
        if len(line.values) == len(line.columns):
            found.append(line.values)
    return {columns: _learned(rows) if rows else _of_headings(columns) for columns, rows in whole.items()}


def cells(line: CodeLine, stand: Stand) -> list[Word | None] | None:
    """The word in each column, None where it is blank; None in all where a word stands below no column for certain."""
    if len(line.values) == len(line.columns):
        return list(line.values)
    found: list[Word | None] = [None] * len(line.columns)
    for word in line.values:
        at = min(range(len(found)), key=lambda index: abs(stand.places[index] - stand.edge(word)))
        if found[at] is not None or abs(stand.places[at] - stand.edge(word)) > stand.reach:
            return None
        found[at] = word
    return found


def _learned(rows: Sequence[tuple[Word, ...]]) -> Stand:
    columns = list(zip(*rows, strict=True))
    edge = min(_EDGES, key=lambda one: sum(_spread([one(word) for word in column]) for column in columns))
    places = tuple(fmean(edge(word) for word in column) for column in columns)
    gap = min((right - left for left, right in pairwise(places)), default=gap_between(()))
    return Stand(edge, places, gap * _NEAR_A_NUMBER)


def _spread(places: list[float]) -> float:
    return max(places) - min(places)


def _of_headings(columns: Sequence[Column]) -> Stand:
    places = tuple(column.centre for column in columns)
    return Stand(lambda word: word.centre, places, gap_between(columns) * _NEAR_A_HEADING)
