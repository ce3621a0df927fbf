"""Rows that each show a range as a band and its middle as a mark, wide for paper and narrow for telephones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bedside.documents.charts.svg import PHONE, WIDTH, box, circle, picture, rule, text, wrapped
from bedside.documents.tokens import Theme

_TITLES, _TRACK_LEFT, _TRACK_RIGHT, _TOP = 212.0, 224.0, 556.0, 8.0
_LINE, _BAND, _GAP, _HEAD = 17.0, 14.0, 14.0, 26.0
_PHONE_LEFT, _PHONE_RIGHT = 2.0, PHONE - 2.0


@dataclass(frozen=True, slots=True)
class Row:
    """One range between `low` and `high`; `middle` is None where there is no single number.

    `says` are the words at its end and `below` a quieter line under the title. A row with a `heading` stands under it.
    One that is `filled` is a bar up to its low end, for what is left of a whole. A `quiet` row is for comparison.
    """

    title: str
    low: float
    middle: float | None
    high: float
    says: str
    below: str = ""
    heading: str = ""
    quiet: bool = False
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """What the two ends of the track stand for, and where marks with their words stand on it."""

    first: float
    last: float
    marks: tuple[tuple[float, str], ...] = ()

    def at(self, value: float, left: float, right: float) -> float:
        """The pixel of a value; what lies outside the scale stands at its end."""
        share = (value - self.first) / (self.last - self.first)
        return left + min(max(share, 0.0), 1.0) * (right - left)


def rows_picture(rows: Sequence[Row], scale: Scale, theme: Theme, words: tuple[str, str]) -> str:
    """The rows with the title at the left, the band in the middle and its words at the right."""
    shapes: list[str] = []
    y = _TOP
    bands: list[tuple[float, Row]] = []
    for row in rows:
        if row.heading:
            shapes.append(text(0, y + 14, row.heading, theme.quiet, 12, 600))
            y += _HEAD
        title, below, says = _wide_words(row)
        lines = max(len(title) + len(below), len(says), 1)
        shapes += [text(0, y + 13 + at * _LINE, line, theme.ink, weight=600) for at, line in enumerate(title)]
        shapes += [text(0, y + 13 + (len(title) + at) * _LINE, line, theme.quiet, 12) for at, line in enumerate(below)]
        shapes += [
            text(_TRACK_RIGHT + 12, y + 13 + at * _LINE, line, theme.ink, weight=600) for at, line in enumerate(says)
        ]
        bands.append((y + 1, row))
        y += lines * _LINE + _GAP
    grid = _grid(scale, (_TRACK_LEFT, _TRACK_RIGHT), (_TOP - 4, y - 6), theme)
    drawn = [shape for top, row in bands for shape in _band(row, top, scale, (_TRACK_LEFT, _TRACK_RIGHT), theme)]
    return picture(y + (16 if scale.marks else 0), *words, [*grid, *shapes, *drawn])


def phone_rows(rows: Sequence[Row], scale: Scale, theme: Theme, words: tuple[str, str]) -> str:
    """The same rows as narrow as a telephone: title, band and words below each other."""
    ends = (_PHONE_LEFT, _PHONE_RIGHT)
    shapes: list[str] = []
    y = _TOP
    for row in rows:
        if row.heading:
            shapes += [text(0, y + 12 + at * _LINE, line, theme.quiet, 12, 600) for at, line in _at(row.heading)]
            y += len(_at(row.heading)) * _LINE + 8
        for _, line in _at(row.title):
            shapes.append(text(0, y + 13, line, theme.ink, weight=600))
            y += _LINE
        for _, line in _at(row.below) if row.below else ():
            shapes.append(text(0, y + 12, line, theme.quiet, 12))
            y += _LINE
        shapes += _track(y + 4, scale, ends, theme)
        shapes += _band(row, y + 4, scale, ends, theme)
        y += _BAND + 8
        for _, line in _at(row.says):
            shapes.append(text(0, y + 13, line, theme.ink))
            y += _LINE
        y += _GAP
    return picture(y, *words, shapes, PHONE)


def _wide_words(row: Row) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    below = wrapped(row.below, _TITLES, 2, 12) if row.below else ()
    return wrapped(row.title, _TITLES, 3), below, wrapped(row.says, WIDTH - _TRACK_RIGHT - 14, 3)


def _at(words: str) -> list[tuple[int, str]]:
    return list(enumerate(wrapped(words, PHONE - 4, 4)))


def _grid(scale: Scale, ends: tuple[float, float], heights: tuple[float, float], theme: Theme) -> list[str]:
    shapes = []
    for value, label in scale.marks:
        x = scale.at(value, *ends)
        shapes.append(rule(x, heights[0], x, heights[1], theme.quiet if value == 0 else theme.line))
        shapes.append(text(x, heights[1] + 15, label, theme.quiet, 12, anchor="middle"))
    return shapes


def _track(y: float, scale: Scale, ends: tuple[float, float], theme: Theme) -> list[str]:
    """The ends of the scale as a thin line with a stroke at each mark."""
    shapes = [rule(ends[0], y + _BAND, ends[1], y + _BAND, theme.line)]
    marks = [scale.at(value, *ends) for value, _ in scale.marks]
    return shapes + [rule(x, y, x, y + _BAND, theme.line) for x in marks]


def _band(row: Row, y: float, scale: Scale, ends: tuple[float, float], theme: Theme) -> list[str]:
    """The band from low to high, at least a stroke wide, and the middle as a disc with a rim of paper."""
    first, last = scale.at(row.low, *ends), scale.at(row.high, *ends)
    fill, edge = (theme.surface, theme.quiet) if row.quiet else (theme.tint_strong, theme.accent)
    shapes = [box(first, y, max(last - first, 3.0), _BAND, theme.tint if row.filled else fill, edge)]
    if row.filled and row.low >= scale.last:
        return [box(ends[0], y, ends[1] - ends[0], _BAND, theme.tint_strong)]
    if row.filled and first > ends[0]:
        shapes.insert(0, box(ends[0], y, first - ends[0] + 3, _BAND, theme.tint_strong))
    if row.middle is not None:
        shapes.append(circle(scale.at(row.middle, *ends), y + _BAND / 2, 5, edge, theme.paper))
    return shapes
