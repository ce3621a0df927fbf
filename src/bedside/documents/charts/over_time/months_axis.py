"""The time axis the charts share: days to pixels, grid lines at quarters, today and the day files are opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bedside.calendar.months import add_months, first_of_month, months_from
from bedside.documents.charts.svg import rule, text, width_of
from bedside.documents.tokens import Theme

_QUARTER, _APART = 3, 6


@dataclass(frozen=True, slots=True)
class MonthsAxis:
    """Whole months from that of `first` to that of `last` (both inclusive), set between two pixels."""

    first: date
    last: date
    left: float
    right: float

    @property
    def start(self) -> date:
        """The first day of the axis."""
        return first_of_month(self.first)

    @property
    def end(self) -> date:
        """The day after the last one of the axis."""
        return add_months(first_of_month(self.last), 1)

    def at(self, day: date) -> float:
        """The pixel at which a day begins; days outside the axis lie on its ends."""
        share = (day - self.start).days / (self.end - self.start).days
        return self.left + (self.right - self.left) * min(max(share, 0.0), 1.0)

    def grid(self, top: float, bottom: float, theme: Theme) -> Iterator[str]:
        """Hairlines at each quarter, labelled above; the year stands at its first quarter shown."""
        year_shown = None
        free_from = self.left - 1
        for month in months_from(self.start, self.last):
            if month != self.start and month.month % _QUARTER != 1:
                continue
            x = self.at(month)
            yield rule(x, top, x, bottom, theme.line)
            label = f"{month:%b} {month.year}" if month.year != year_shown else f"{month:%b}"
            if x >= free_from and x + width_of(label) <= self.right + LABEL_OVERHANG:
                yield text(x, top - 6, label, theme.quiet, size=12)
                year_shown = month.year
                free_from = x + width_of(label, 12) + 6


LABEL_OVERHANG = 4
"""How far, in CSS pixels, a label may stand beyond the right end of its axis."""


def day_line(
    axis: MonthsAxis,
    day: date,
    ends: tuple[float, float],
    label: str,
    colour: str,
    dashed: bool = False,
    side: LabelSide | None = None,
) -> str:
    """A marked day between two heights, its label below the plot, turned inwards where it would leave the picture."""
    x, (top, bottom) = axis.at(day), ends
    side = side or LabelSide("start" if fits_right_of(axis, day, label) else "end")
    below = 28 if side.lower else 14
    words = text(x, bottom + below, label, colour, size=12, weight=600, anchor=side.anchor)
    return rule(x, top, x, bottom + below - 12, colour, 1.4, dashed) + words


@dataclass(frozen=True, slots=True)
class LabelSide:
    """Where the label of a marked day stands: `anchor` is start or end; `lower` is on a second line."""

    anchor: str
    lower: bool = False


def label_sides(axis: MonthsAxis, labels: Sequence[tuple[date, str]]) -> tuple[LabelSide, LabelSide]:
    """The sides of the labels of two days, the earlier one first, so that neither label meets the other.

    1. Where the earlier label ends before the later day, each stands at the right of its day.
    2. Where it does not, it stands at the left of its day.
    3. A later label with no room at its right stands at the left, and lower where it would meet the earlier one.
    """
    (early, words), (late, later_words) = labels
    beside = axis.at(early) + width_of(words, 12) + _APART <= axis.at(late)
    first = LabelSide("start" if beside else "end")
    if fits_right_of(axis, late, later_words):
        return first, LabelSide("start")
    reaches = axis.at(early) + (width_of(words, 12) if beside else 0) + _APART
    return first, LabelSide("end", lower=axis.at(late) - width_of(later_words, 12) < reaches)


def fits_right_of(axis: MonthsAxis, day: date, label: str) -> bool:
    """Whether a label has room at the right of its day."""
    return axis.at(day) + width_of(label, 12) <= axis.right + LABEL_OVERHANG
