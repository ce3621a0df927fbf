"""Chances as bands on one scale from 0 to 100 in 100."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bedside.documents.blocks import Chart, Table, TablePlace
from bedside.documents.charts.chances.rows_of_ranges import Row, Scale, phone_rows, rows_picture
from bedside.documents.tokens import LIGHT, Theme
from bedside.documents.wording import chance_middle, chance_range, lowered

PERCENT = Scale(0.0, 1.0, tuple((part / 4, f"{25 * part} %") for part in range(5)))
NO_MIDDLE = "no single number"


@dataclass(frozen=True, slots=True)
class Band:
    """A chance in parts of one; `middle` is None where there is no single number. `of` says what it is a share of."""

    title: str
    low: float
    middle: float | None
    high: float
    of: str = ""


def chance_bands(rows: Sequence[Band], theme: Theme = LIGHT, title: str = "") -> Chart | None:
    """A band for each chance; None without any. `title` is the finding; without one, that of the last band."""
    if not rows:
        return None
    found = title or f"{rows[-1].title}: {chance_range(rows[-1].low, rows[-1].high)}"
    says = "; ".join(f"{one.title}: {chance_range(one.low, one.high)}" for one in rows) + "."
    drawn = [Row(one.title, one.low, one.middle, one.high, in_words(one), one.of) for one in rows]
    wide, narrow = (draw(drawn, PERCENT, theme, (found, says)) for draw in (rows_picture, phone_rows))
    return Chart(found, wide, says, _table(rows), TablePlace.IN_THE_TEXT, narrow)


def in_words(one: Band) -> str:
    """The range, and the middle where there is one."""
    between = chance_range(one.low, one.high)
    middle = "" if one.middle is None else lowered(chance_middle(one.middle))
    return between if not middle or middle == between else f"{between}, {middle}"


def _table(rows: Sequence[Band]) -> Table:
    return Table(
        head=("Chance", "Of whom", "Middle", "Range"),
        rows=tuple(
            (
                one.title,
                one.of,
                NO_MIDDLE if one.middle is None else chance_middle(one.middle),
                chance_range(one.low, one.high),
            )
            for one in rows
        ),
        widths=(3, 4, 1.8, 1.8),
        caption="The chances",
    )
