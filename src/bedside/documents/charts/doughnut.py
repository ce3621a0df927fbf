"""A mix as a ring with its total in the middle, each part named and counted beside it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from bedside.documents.blocks import Chart, Table
from bedside.documents.charts.svg import PHONE, WIDTH, box, outline, picture, text, width_of, wrapped
from bedside.documents.tokens import LIGHT, Theme
from bedside.documents.wording import lowered, number

_OUTER, _INNER, _EDGE, _LINE, _BIG = 92.0, 58.0, 6.0, 30.0, 26
_OWN_COLOURS = 4
Part = tuple[str, int]
_Coloured = tuple[str, int, str]


def doughnut(parts: Sequence[Part], middle: str, theme: Theme = LIGHT, title: str = "") -> Chart | None:
    """A ring of the parts, `middle` being the words below the total, such as “programs”; None where all are 0.

    The first four parts have a colour of their own, also where one of them is 0 and is not shown; what comes after them
    shares the colour of asides.
    """
    total = sum(number for _, number in parts)
    if not total:
        return None
    coloured = [(*part, colour) for part, colour in zip(parts, _colours(len(parts), theme), strict=True) if part[1] > 0]
    parts = [part for part in parts if part[1] > 0]
    largest = max(parts, key=lambda part: part[1])
    found = title or f"{largest[1]} of {total} {middle} are {lowered(largest[0])}"
    says = f"Of {total} {middle}: {', '.join(f'{count} {lowered(name)}' for name, count in parts)}."
    wide, narrow = _wide(coloured, middle, theme, (found, says)), _narrow(coloured, middle, theme, (found, says))
    return Chart(found, wide, says, _table(parts, total), narrow=narrow)


def _wide(parts: Sequence[_Coloured], middle: str, theme: Theme, words: tuple[str, str]) -> str:
    height = max(2 * (_OUTER + _EDGE), len(parts) * _LINE + 16)
    ring = _ring(parts, middle, (_OUTER + 60, height / 2), theme)
    names = _names(parts, 2 * _OUTER + 110, (height - len(parts) * _LINE) / 2, WIDTH, theme)
    return picture(height, *words, [*ring, *names])


def _narrow(parts: Sequence[_Coloured], middle: str, theme: Theme, words: tuple[str, str]) -> str:
    ring = _ring(parts, middle, (PHONE / 2, _OUTER + _EDGE), theme)
    top = 2 * (_OUTER + _EDGE) + 8
    return picture(top + len(parts) * _LINE, *words, [*ring, *_names(parts, 0, top, PHONE, theme)], PHONE)


def _ring(parts: Sequence[_Coloured], middle: str, centre: tuple[float, float], theme: Theme) -> Iterator[str]:
    x, y = centre
    total, turned = sum(count for _, count, _ in parts), 0.0
    for _, count, colour in parts:
        share = count / total
        yield outline(_slice(x, y, turned, turned + share), colour, theme.paper if share < 1 else None, 2)
        turned += share
    size = _BIG if width_of(number(total), _BIG) < 1.6 * _INNER else 18
    yield text(x, y + 4, number(total), theme.ink, size, 600, "middle")
    for place, line in enumerate(wrapped(middle, 1.7 * _INNER, 2, 12)):
        yield text(x, y + 22 + 14 * place, line, theme.quiet, 12, anchor="middle")


def _slice(x: float, y: float, first: float, last: float) -> str:
    """The path of a part of the ring from one share of the turn to another; a whole ring is drawn as two halves."""
    if last - first > 0.999:
        return f"{_slice(x, y, 0, 0.5)} {_slice(x, y, 0.5, 0.9989)}"
    (ax, ay), (bx, by) = _on(x, y, _OUTER, first), _on(x, y, _OUTER, last)
    (cx, cy), (dx, dy) = _on(x, y, _INNER, last), _on(x, y, _INNER, first)
    large = int(last - first > 0.5)
    outer, inner = f"A{_OUTER:g} {_OUTER:g} 0 {large} 1", f"A{_INNER:g} {_INNER:g} 0 {large} 0"
    return f"M{ax:.2f} {ay:.2f}{outer} {bx:.2f} {by:.2f}L{cx:.2f} {cy:.2f}{inner} {dx:.2f} {dy:.2f}Z"


def _on(x: float, y: float, radius: float, share: float) -> tuple[float, float]:
    """A point on a circle, a share of the turn after the top, clockwise."""
    return x + radius * math.sin(2 * math.pi * share), y - radius * math.cos(2 * math.pi * share)


def _names(parts: Sequence[_Coloured], left: float, top: float, right: float, theme: Theme) -> Iterator[str]:
    total = sum(count for _, count, _ in parts)
    for place, (name, count, colour) in enumerate(parts):
        y = top + place * _LINE + 20
        yield box(left, y - 11, 12, 12, colour, corner=2)
        yield text(left + 20, y, number(count), theme.ink, weight=600)
        named = f"{name} ({_share(count, total)})"
        yield text(left + 56, y, wrapped(named, right - left - 58, 1)[0], theme.ink)


def _colours(many: int, theme: Theme) -> list[str]:
    return [theme.series[place] if place < _OWN_COLOURS else theme.quiet for place in range(many)]


def _share(count: int, total: int) -> str:
    share = 100 * count / total
    return "under 1 %" if share < 0.5 else f"{share:.0f} %"


def _table(parts: Sequence[Part], total: int) -> Table:
    return Table(
        head=("Part", "Number", "Share"),
        rows=tuple((name, number(count), _share(count, total)) for name, count in parts),
        widths=(4, 1, 1),
        align=("left", "right", "right"),
        caption="The mix",
    )
