"""Moves by what each adds to the chance of a match, with the months and the dollars it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bedside.documents.blocks import Chart, Table, TablePlace
from bedside.documents.charts.chances.round_steps import round_step
from bedside.documents.charts.chances.rows_of_ranges import Row, Scale, phone_rows, rows_picture
from bedside.documents.tokens import LIGHT, Theme
from bedside.documents.wording import NOT_KNOWN, capitalised, count, dollars, number, points
from bedside.evidence.money import Dollars, exactly


@dataclass(frozen=True, slots=True)
class Move:
    """What a change adds to the chance of a match, in parts of one; None where months or dollars are not known.

    `most_dollars` is the upper end where `dollars` is the lower end of a range.
    """

    title: str
    low: float
    middle: float | None
    high: float
    months: float | None
    dollars: float | None
    most_dollars: float | None = None


def moves_chart(rows: Sequence[Move], theme: Theme = LIGHT, title: str = "") -> Chart | None:
    """A band for each move around nothing gained; None without a move. The order is that of `rows`."""
    if not rows:
        return None
    found = title or finding(rows)
    says = "; ".join(f"{one.title}: {points(one.low, one.high)}, {takes(one)}" for one in rows) + "."
    drawn = [Row(one.title, one.low, one.middle, one.high, points(one.low, one.high), takes(one)) for one in rows]
    scale = _scale(rows)
    wide, narrow = (draw(drawn, scale, theme, (found, says)) for draw in (rows_picture, phone_rows))
    return Chart(found, wide, says, _table(rows), TablePlace.IN_THE_TEXT, narrow)


def finding(rows: Sequence[Move]) -> str:
    """Which move adds most, or that none surely adds anything, in one sentence without a full stop."""
    sure = [one for one in rows if one.low > 0]
    if not sure:
        return "No move surely adds to the chance of a match"
    most = max(sure, key=lambda one: (_middle(one), one.low))
    return f"Most is added by: {most.title} ({points(most.low, most.high)} of 100)"


def takes(one: Move) -> str:
    """The months and the money it takes."""
    months = "time not known" if one.months is None else count(one.months, "month") if one.months else "no time"
    return f"{months}, {'price not known' if one.dollars is None else _money(one) if _costs(one) else 'no money'}"


def _costs(one: Move) -> bool:
    return bool(one.dollars or one.most_dollars)


def _money(one: Move) -> str:
    """The price or its range; NOT_KNOWN without one."""
    if one.dollars is None:
        return NOT_KNOWN
    return dollars(exactly(one.dollars) if one.most_dollars is None else Dollars(one.dollars, one.most_dollars))


def _middle(one: Move) -> float:
    return (one.low + one.high) / 2 if one.middle is None else one.middle


def _scale(rows: Sequence[Move]) -> Scale:
    """Round marks, with nothing gained among them and the largest move inside."""
    lowest, highest = min(0.0, *(one.low for one in rows)), max(0.0, *(one.high for one in rows))
    step = round_step(max(highest - lowest, 0.01) * 100) / 100
    first, last = 0, 1
    while first * step > lowest + 1e-9:
        first -= 1
    while last * step < highest - 1e-9:
        last += 1
    marks = tuple((place * step, _mark(place * step)) for place in range(first, last + 1))
    return Scale(first * step, last * step, marks)


def _mark(value: float) -> str:
    return "0" if not value else f"{'+' if value > 0 else ''}{number(100 * value)}"


def _table(rows: Sequence[Move]) -> Table:
    return Table(
        head=("Move", "Adds, in points of 100", "Months", "Dollars"),
        rows=tuple(
            (
                one.title,
                points(one.low, one.high),
                capitalised(NOT_KNOWN) if one.months is None else number(one.months),
                capitalised(_money(one)),
            )
            for one in rows
        ),
        widths=(4, 2, 1.2, 1.4),
        align=("left", "left", "right", "right"),
        caption="What each move adds, and what it takes",
    )
