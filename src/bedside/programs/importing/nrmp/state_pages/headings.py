"""Tells which words of a head belong to which column of numbers, stacked or side by side."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from statistics import fmean

from bedside.programs.importing.pdf.text import Word

OFFERED = (frozenset({"pos"}), frozenset({"positions"}), frozenset({"quota"}), frozenset({"offered"}))
FILLED = (frozenset({"no", "filled"}), frozenset({"filled"}))
APPLICANTS = (
    frozenset({"md", "sr"}),
    frozenset({"md", "gr"}),
    frozenset({"do", "sr"}),
    frozenset({"do", "gr"}),
    frozenset({"us", "img"}),
    frozenset({"img"}),
    frozenset({"oth"}),
)
"""The headings of the applicant types, in the order of `STATE_RESULT_TYPES`."""

SHARE_OF_SENIORS = frozenset({"%", "md", "sr"})
SHARE_FILLED = frozenset({"%", "tot"})

_KNOWN = frozenset({*OFFERED, *FILLED, *APPLICANTS, SHARE_OF_SENIORS, SHARE_FILLED})
_OVER_ALL = frozenset({"applicant", "type"})
_BLANK = 0.4
"""Words of one phrase stand less than this part of their height apart."""
_EDGES: tuple[Callable[[Word], float], ...] = (
    lambda word: word.centre,
    lambda word: word.right,
    lambda word: word.left,
)


def headings_above(rows: Sequence[tuple[Word, ...]], lines: Iterable[Sequence[Word]]) -> tuple[frozenset[str], ...]:
    """The words of the head above each column of the rows, which all fill every column.

    Words, or phrases where headings stand side by side, go to the column whose numbers are nearest by their centres,
    their right or their left edges. Of these ways that one counts by which most columns have a known heading.
    """
    told = [tuple(word for word in line if plain(word.text) not in ("", *_OVER_ALL)) for line in lines]
    columns = list(zip(*rows, strict=True))
    each = [(word,) for words in told for word in words]
    phrases = [phrase for words in told for phrase in _phrases(words)]
    tried = [_assigned(groups, columns, edge) for groups in (each, phrases) for edge in _EDGES]
    return max(tried, key=lambda one: len(_KNOWN & set(one)))


def _assigned(
    groups: Iterable[tuple[Word, ...]], columns: Sequence[tuple[Word, ...]], edge: Callable[[Word], float]
) -> tuple[frozenset[str], ...]:
    places = [fmean(edge(word) for word in column) for column in columns]
    found: list[set[str]] = [set() for _ in columns]
    for group in groups:
        box = Word("", group[0].left, group[-1].right, group[0].bottom, group[0].top)
        nearest = min(range(len(places)), key=lambda at: abs(places[at] - edge(box)))
        found[nearest] |= {plain(word.text) for word in group}
    return tuple(frozenset(one) for one in found)


def _phrases(words: Sequence[Word]) -> list[tuple[Word, ...]]:
    """Words that stand no farther apart than words of one phrase do."""
    phrases: list[list[Word]] = []
    for word in words:
        if phrases and word.left - phrases[-1][-1].right < _BLANK * word.height:
            phrases[-1].append(word)
        else:
            phrases.append([word])
    return [tuple(phrase) for phrase in phrases]


def plain(text: str) -> str:
    """A heading in small letters, without stops; the percent sign stays."""
    return re.sub(r"[^a-z%]+", "", text.casefold())
