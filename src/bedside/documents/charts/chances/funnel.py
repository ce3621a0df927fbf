"""The way from programs to a match: what is left at each step, as a range of what it is a share of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bedside.documents.blocks import Chart, Table, TablePlace
from bedside.documents.charts.chances.rows_of_ranges import Row, Scale, phone_rows, rows_picture
from bedside.documents.tokens import LIGHT, Theme
from bedside.documents.wording import number

_SHARE = Scale(0.0, 1.0, ((0.0, ""), (0.5, ""), (1.0, "")))


@dataclass(frozen=True, slots=True)
class FunnelStep:
    """What is left at one step, between `low` and `high`, of the `of` there were; `middle` may be None.

    Steps with the same `group` count the same things, such as programs, or people of 100.
    """

    title: str
    low: float
    middle: float | None
    high: float
    of: float
    group: str = ""


def funnel_chart(steps: Sequence[FunnelStep], theme: Theme = LIGHT, title: str = "") -> Chart | None:
    """Bars that become shorter; None without a step. Each bar is a share of its own whole."""
    steps = [step for step in steps if step.of > 0]
    if not steps:
        return None
    last = steps[-1]
    found = title or f"{last.title}: {left_in_words(last)}"
    says = "; ".join(f"{step.title}: {left_in_words(step)}" for step in steps) + "."
    rows = [_row(step, steps[place - 1] if place else None) for place, step in enumerate(steps)]
    wide, narrow = (draw(rows, _SHARE, theme, (found, says)) for draw in (rows_picture, phone_rows))
    return Chart(found, wide, says, _table(steps), TablePlace.IN_THE_TEXT, narrow)


def left_in_words(step: FunnelStep) -> str:
    """What is left, of how many: “2 to 6 of 40”; the whole by its number alone."""
    whole = number(step.of)
    if step.low >= step.of:
        return whole
    low, high = _rounded(step.low), _rounded(step.high)
    between = low if low == high else f"up to {high}" if low == "0" else f"{low} to {high}"
    return f"{between} of {whole}"


def _row(step: FunnelStep, before: FunnelStep | None) -> Row:
    heading = step.group if before is None or before.group != step.group else ""
    middle = None if step.middle is None or step.low >= step.of else step.middle / step.of
    ends = (step.low / step.of, step.high / step.of)
    return Row(step.title, ends[0], middle, ends[1], left_in_words(step), heading=heading, filled=True)


def _rounded(value: float) -> str:
    return number(value if value < 10 else round(value))


def _table(steps: Sequence[FunnelStep]) -> Table:
    return Table(
        head=("Step", "Counted", "What is left"),
        rows=tuple((step.title, step.group, left_in_words(step)) for step in steps),
        widths=(3, 3, 2),
        caption="Step by step",
    )
