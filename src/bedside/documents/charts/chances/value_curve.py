"""The chance of a match against programs or dollars, as a band around its middle."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from bedside.documents.blocks import Chart, Table
from bedside.documents.charts.chances.round_steps import round_step
from bedside.documents.charts.svg import PHONE, WIDTH, area, box, circle, curve, picture, rule, text, width_of
from bedside.documents.tokens import LIGHT, Theme
from bedside.documents.wording import chance_middle, chance_range, count, dollars, lowered, number
from bedside.evidence.money import exactly

Kind = Literal["programs", "dollars"]
Point = tuple[float, float, float | None, float]
"""Programs or dollars, and the low end, the middle and the high end of the chance there, in parts of one."""

_LEFT, _TOP, _HEIGHT, _FOOT, _RIGHT = 52.0, 30.0, 200.0, 58.0, 14.0
_LEAST_HEIGHT = 0.04
_TITLES = {"programs": "Number of programs", "dollars": "Dollars for applications"}
_AT = Callable[[float], float]


def value_curve(
    points: Sequence[Point],
    enough: float | None,
    beside: Point | None,
    kind: Kind,
    theme: Theme = LIGHT,
    beside_says: str = "drawn evenly, without a signal",
    title: str = "",
) -> Chart | None:
    """The band of the points in their order; None where there are fewer than two.

    `enough` marks where more hardly adds anything; `beside` is a list to compare with, told by `beside_says`.
    """
    points = sorted(points, key=lambda point: point[0])
    if len(points) < 2:
        return None
    found = title or finding(points, enough, kind)
    says = _says(points, beside, kind, beside_says)
    pictures = (_draw(points, enough, beside, kind, theme, (found, says), width) for width in (WIDTH, PHONE))
    wide, narrow = pictures
    return Chart(found, wide, says, _table(points, beside, kind, beside_says), narrow=narrow)


def finding(points: Sequence[Point], enough: float | None, kind: Kind) -> str:
    """From where on more hardly adds, in one sentence without a full stop."""
    if enough is None:
        return f"More {kind} still add to the chance of a match at {_amount(points[-1][0], kind)}"
    return f"From about {_amount(enough, kind)} on, more {kind} hardly add to the chance of a match"


def _says(points: Sequence[Point], beside: Point | None, kind: Kind, beside_says: str) -> str:
    first, last = points[0], points[-1]
    compared = ""
    if beside is not None:
        compared = f"; beside it {_amount(beside[0], kind)}, {beside_says}: {chance_range(beside[1], beside[3])}"
    return (
        f"From {chance_range(first[1], first[3])} with {_amount(first[0], kind)} to "
        f"{chance_range(last[1], last[3])} with {_amount(last[0], kind)}{compared}."
    )


def _draw(
    points: Sequence[Point],
    enough: float | None,
    beside: Point | None,
    kind: Kind,
    theme: Theme,
    words: tuple[str, str],
    width: int,
) -> str:
    everything = [*points, *([beside] if beside else [])]
    step = round_step(max(point[0] for point in everything), 5 if width == WIDTH else 3)
    most = max(_LEAST_HEIGHT, *(point[3] for point in everything))
    highest = min(1.0, math.ceil(most / _rise(most)) * _rise(most))
    parts = 1
    while parts * step < max(point[0] for point in everything) - 1e-9:
        parts += 1
    bottom, right = _TOP + _HEIGHT, width - _RIGHT

    def across(value: float) -> float:
        return _LEFT + value / (parts * step) * (right - _LEFT)

    def up(value: float) -> float:
        return bottom - value / highest * _HEIGHT

    shapes = [*_heights(highest, up, right, theme), *_amounts(parts, step, across, kind, bottom, theme)]
    shapes += _band(points, across, up, theme)
    if enough is not None:
        shapes += _enough(enough, across, kind, bottom, right, theme)
    if beside is not None:
        shapes += _beside(beside, across, up, theme)
    return picture(
        bottom + _FOOT + (18 if width != WIDTH and beside else 0),
        *words,
        [*shapes, *_legend(points, beside is not None, bottom + 52, width, theme)],
        width,
    )


def _rise(most: float) -> float:
    """The step from one height to the next, in parts of one."""
    return round_step(100 * most) / 100


def _heights(highest: float, up: _AT, right: float, theme: Theme) -> Iterator[str]:
    step, value = _rise(highest), 0.0
    while value <= highest + 1e-9:
        yield rule(_LEFT, up(value), right, up(value), theme.quiet if value == 0 else theme.line)
        yield text(_LEFT - 8, up(value) + 4, f"{100 * value:.0f} %", theme.quiet, 12, anchor="end")
        value += step


def _amounts(parts: int, step: float, across: _AT, kind: Kind, bottom: float, theme: Theme) -> Iterator[str]:
    for place in range(parts + 1):
        label = _short(place * step, kind)
        anchor = "end" if place == parts else "middle" if place else "start"
        yield rule(across(place * step), bottom, across(place * step), bottom + 4, theme.quiet)
        yield text(across(place * step), bottom + 17, label, theme.quiet, 12, anchor=anchor)
    yield text(_LEFT, bottom + 34, _TITLES[kind], theme.quiet, 12)


def _band(points: Sequence[Point], across: _AT, up: _AT, theme: Theme) -> Iterator[str]:
    low = [(across(point[0]), up(point[1])) for point in points]
    high = [(across(point[0]), up(point[3])) for point in points]
    yield area([*high, *reversed(low)], theme.tint_strong)
    middle = [(across(point[0]), up(point[2])) for point in points if point[2] is not None]
    if len(middle) == len(points):
        yield curve(middle, theme.accent, 2.2)
    else:
        yield curve(high, theme.accent, 1.2)
        yield curve(low, theme.accent, 1.2)


def _enough(enough: float, across: _AT, kind: Kind, bottom: float, right: float, theme: Theme) -> Iterator[str]:
    x, words = across(enough), f"enough: {_amount(enough, kind)}"
    anchor = "start" if x + 6 + width_of(words, 12) <= right else "end"
    yield rule(x, _TOP - 8, x, bottom, theme.ink, 1.4, dashed=True)
    yield text(x + (6 if anchor == "start" else -6), _TOP - 12, words, theme.ink, 12, 600, anchor, theme.paper)


def _beside(beside: Point, across: _AT, up: _AT, theme: Theme) -> Iterator[str]:
    x = across(beside[0])
    yield rule(x, up(beside[1]), x, up(beside[3]), theme.brick, 3)
    for end in (beside[1], beside[3]):
        yield rule(x - 5, up(end), x + 5, up(end), theme.brick, 2)
    if beside[2] is not None:
        yield circle(x, up(beside[2]), 5, theme.paper, theme.brick)


def _legend(points: Sequence[Point], beside: bool, y: float, width: int, theme: Theme) -> Iterator[str]:
    has_middle = all(point[2] is not None for point in points)
    best = "the best list: its middle, and the range" if has_middle else "the best list: the range"
    left = _LEFT if width == WIDTH else 0
    yield box(left, y - 9, 22, 10, theme.tint_strong, theme.accent)
    yield text(left + 30, y, best, theme.quiet, 12)
    if not beside:
        return
    x, lower = (left, y + 18) if width != WIDTH else (left + 30 + width_of(best, 12) + 26, y)
    yield rule(x, lower - 4, x + 22, lower - 4, theme.brick, 3)
    yield text(x + 30, lower, "drawn evenly, without a signal", theme.quiet, 12)


def _amount(value: float, kind: Kind) -> str:
    return dollars(exactly(value)) if kind == "dollars" else count(round(value), "program")


def _short(value: float, kind: Kind) -> str:
    return dollars(exactly(value)) if kind == "dollars" else number(value)


def _table(points: Sequence[Point], beside: Point | None, kind: Kind, beside_says: str) -> Table:
    rows = [(_amount(point[0], kind), *_chances(point), "the best list") for point in points]
    if beside is not None:
        rows.append((_amount(beside[0], kind), *_chances(beside), lowered(beside_says)))
    return Table(
        head=(_TITLES[kind], "Middle", "Range", "Which list"),
        rows=tuple(rows),
        widths=(2, 1.6, 2, 3),
        caption=f"The chance of a match by {kind}",
        dense=True,
    )


def _chances(point: Point) -> tuple[str, str]:
    middle = "no single number" if point[2] is None else chance_middle(point[2])
    return middle, chance_range(point[1], point[3])
