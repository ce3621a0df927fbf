"""The places of a rank order list, each with the chance that the match is there, and below them that there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bedside.documents.blocks import Chart, Table, TablePlace
from bedside.documents.charts.chances.round_steps import round_step
from bedside.documents.charts.chances.rows_of_ranges import Row, Scale, phone_rows, rows_picture
from bedside.documents.tokens import LIGHT, Theme
from bedside.documents.wording import chance_range, count

NO_MATCH = "No match"
_HIGHEST = 1.0


@dataclass(frozen=True, slots=True)
class Rung:
    """One place, counted from 1, and the chance in parts of one that the match is there.

    `place` None is for the chance of no match at all, which comes last; `middle` may be None.
    """

    place: int | None
    title: str
    low: float
    middle: float | None
    high: float


def rank_ladder(rows: Sequence[Rung], theme: Theme = LIGHT, title: str = "") -> Chart | None:
    """A band for each place in its order; None without any."""
    if not rows:
        return None
    found = title or finding(rows)
    says = "; ".join(f"{_named(one)}: {chance_range(one.low, one.high)}" for one in rows) + "."
    drawn = [
        Row(_named(one), one.low, one.middle, one.high, chance_range(one.low, one.high), quiet=one.place is None)
        for one in rows
    ]
    scale = _scale(rows)
    wide, narrow = (draw(drawn, scale, theme, (found, says)) for draw in (rows_picture, phone_rows))
    return Chart(found, wide, says, _table(rows), TablePlace.IN_THE_TEXT, narrow)


def finding(rows: Sequence[Rung]) -> str:
    """How many places there are and the chance of no match, in one sentence without a full stop."""
    places = count(sum(one.place is not None for one in rows), "place")
    nowhere = next((one for one in rows if one.place is None), None)
    return places if nowhere is None else f"{places}; no match at any: {chance_range(nowhere.low, nowhere.high)}"


def _named(one: Rung) -> str:
    return one.title or NO_MATCH if one.place is None else f"{one.place}. {one.title}"


def _scale(rows: Sequence[Rung]) -> Scale:
    step = round_step(100 * max(0.04, *(one.high for one in rows))) / 100
    parts = 1
    while parts * step < min(_HIGHEST, max(one.high for one in rows)) - 1e-9:
        parts += 1
    return Scale(0.0, parts * step, tuple((place * step, f"{100 * place * step:.0f} %") for place in range(parts + 1)))


def _table(rows: Sequence[Rung]) -> Table:
    return Table(
        head=("Place", "Program", "The match is there"),
        rows=tuple(
            (
                "–" if one.place is None else str(one.place),
                (one.title or NO_MATCH) if one.place is None else one.title,
                chance_range(one.low, one.high),
            )
            for one in rows
        ),
        widths=(1, 5, 2),
        align=("right", "left", "left"),
        caption="The chance of each place",
        key=1,
    )
