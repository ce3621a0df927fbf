"""The floor in the picture of money: a dashed line, its name set where it does not lie on what is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bedside.documents.charts.svg import rule, text, width_of
from bedside.documents.tokens import Theme

Edge = Sequence[tuple[float, float]]
"""An edge of a band: points from left to right, in CSS pixels."""

SIZE, ABOVE, BELOW = 12, 6, 15
"""The type size of the name, and how far its baseline lies above or below the line."""

_BOLD, _MARGIN, _STEP = 1.06, 4.0, 4


@dataclass(frozen=True, slots=True)
class Plot:
    """The area of a picture in which lines are drawn, in CSS pixels."""

    left: float
    top: float
    right: float
    bottom: float


def floor_line(name: str, y: float, plot: Plot, band: tuple[Edge, Edge], theme: Theme) -> Iterator[str]:
    """The line at `y` and its name; `band` is the lower and the upper edge of what is left."""
    yield rule(plot.left, y, plot.right, y, theme.brick, 1.6, dashed=True)
    x, baseline = place_of(name, y, plot, band)
    yield text(x, baseline, name, theme.ink, SIZE, 600, halo=theme.paper)


def place_of(name: str, y: float, plot: Plot, band: tuple[Edge, Edge]) -> tuple[float, float]:
    """Where the name begins and its baseline: as far right as it is free of the band, above the line before below."""
    width = width_of(name, SIZE) * _BOLD
    starts = range(int(plot.right - _MARGIN - width), int(plot.left + _MARGIN), -_STEP)
    inside = [line for line in (y - ABOVE, y + BELOW) if plot.top + SIZE <= line <= plot.bottom - _MARGIN]
    places = [(float(start), line) for line in inside or [y - ABOVE] for start in starts]
    free = next((place for place in places if not overlap(band, place, width)), None)
    return free or min(places, key=lambda place: overlap(band, place, width))


def overlap(band: tuple[Edge, Edge], place: tuple[float, float], width: float) -> float:
    """How many CSS pixels of height the band and words of that width at most share; nought where they lie apart."""
    low, high = band
    start, baseline = place
    top, bottom = baseline - SIZE, baseline + _MARGIN
    across = range(int(start - _MARGIN), int(start + width + _MARGIN) + 1)
    shared = (
        min(_height_at(low, x) + _MARGIN / 2, bottom) - max(_height_at(high, x) - _MARGIN / 2, top) for x in across
    )
    return max(0.0, *shared)


def _height_at(edge: Edge, x: float) -> float:
    """The height of an edge at `x`, on the line between the two points around it; beyond its ends, that of the end."""
    for (x1, y1), (x2, y2) in pairwise(edge):
        if x1 <= x <= x2:
            return y1 + (y2 - y1) * (x - x1) / (x2 - x1)
    return edge[0][1] if x < edge[0][0] else edge[-1][1]
