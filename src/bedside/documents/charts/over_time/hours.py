"""Hours by month: the work planned as bars, against the hours there are."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from bedside.documents.blocks import Chart, Table
from bedside.documents.charts.over_time.months_axis import MonthsAxis
from bedside.documents.charts.svg import WIDTH, box, picture, rule, text, width_of
from bedside.documents.tokens import LIGHT, Theme
from bedside.documents.wording import hours, month_in_short, number
from bedside.plan.results import HoursOfMonth

_LEFT, _TOP, _HEIGHT, _FOOT = 44, 28, 150, 36
_SIZES, _APART, _INSIDE, _HEADROOM, _BAR = (12, 10, 9), 2.0, 20.0, 18.0, 0.64
_NOT_KNOWN = "not known"


def hours_chart(months: Sequence[HoursOfMonth], theme: Theme = LIGHT) -> Chart | None:
    """One bar a month; None where nothing is planned."""
    if not any(month.planned for month in months):
        return None
    title = finding(months)
    busiest = max(months, key=lambda month: month.planned)
    says = (
        f"From {month_in_short(months[0].month)} to {month_in_short(months[-1].month)}; the busiest month is "
        f"{month_in_short(busiest.month)} with {hours(busiest.planned)} planned, "
        f"{_against(busiest.available)}."
    )
    return Chart(title, _draw(months, theme, (title, says)), says, _table(months))


def finding(months: Sequence[HoursOfMonth]) -> str:
    """How many months ask for more than there is, in one sentence without a full stop."""
    if all(month.available is None for month in months):
        return "The hours each month asks for; your file does not say how many there are"
    over = [month for month in months if month.available is not None and month.planned > month.available]
    if not over:
        return "No month asks for more hours than you have"
    if len(over) == 1:
        return f"{month_in_short(over[0].month)} asks for more hours than you have"
    return f"{len(over)} months ask for more hours than you have, the first in {month_in_short(over[0].month)}"


def _against(available: float | None) -> str:
    return "and how many there are is not known" if available is None else f"of {hours(available)} there are"


def _draw(months: Sequence[HoursOfMonth], theme: Theme, words: tuple[str, str]) -> str:
    axis = MonthsAxis(months[0].month, months[-1].month, _LEFT, WIDTH - 8)
    most = max(max(month.planned, month.available or 0.0) for month in months)
    step = _step(most)
    top_value = math.ceil(most / step) * step
    if (top_value - most) / top_value * _HEIGHT < _HEADROOM:
        top_value += step
    bottom = _TOP + _HEIGHT
    shapes = list(axis.grid(_TOP, bottom, theme))
    for index in range(round(top_value / step) + 1):
        y = bottom - index * step / top_value * _HEIGHT
        shapes.append(rule(_LEFT, y, WIDTH - 8, y, theme.quiet if index == 0 else theme.line))
        shapes.append(text(_LEFT - 8, y + 4, number(index * step), theme.quiet, 12, anchor="end"))
    pitch = (WIDTH - 8 - _LEFT) / len(months)
    size = _size_of_counts(months, pitch)
    for index, month in enumerate(months):
        left, pixels_per_hour = _LEFT + index * pitch, _HEIGHT / top_value
        shapes += _bar(month, left, pitch, pixels_per_hour, bottom, theme)
        if month.planned and size:
            shapes.append(_count(month, left, pitch, pixels_per_hour, bottom, size, theme))
    return picture(bottom + _FOOT, *words, [*shapes, *_legend(bottom + 26, theme)])


def _bar(
    month: HoursOfMonth, left: float, pitch: float, pixels_per_hour: float, bottom: float, theme: Theme
) -> Iterator[str]:
    height = month.planned * pixels_per_hour
    over = month.available is not None and month.planned > month.available
    fill, width = theme.amber if over else theme.accent, pitch * _BAR
    yield box(left + (pitch - width) / 2, bottom - height, width, height, fill, corner=2)
    if month.available is not None:
        y = bottom - month.available * pixels_per_hour
        yield rule(left + pitch * 0.04, y, left + pitch * 0.96, y, theme.ink, 1.8)


def _size_of_counts(months: Sequence[HoursOfMonth], pitch: float) -> int | None:
    """The largest type size in which no count meets the next one; None where there is none, and the table has them."""
    widest = max((f"{month.planned:.0f}" for month in months), key=len)
    return next((size for size in _SIZES if width_of(widest, size) + _APART <= pitch), None)


def _count(
    month: HoursOfMonth, left: float, pitch: float, pixels_per_hour: float, bottom: float, size: int, theme: Theme
) -> str:
    """The hours on their bar: above it; inside, or above the line, where the line of what there is would cross them."""
    bar, words, x = month.planned * pixels_per_hour, f"{month.planned:.0f}", left + pitch / 2
    line = bar if month.available is None else month.available * pixels_per_hour
    crossed = month.available is not None and 0 <= line - bar < size + 6
    if crossed and bar >= _INSIDE and width_of(words, size) <= pitch * _BAR:
        return text(x, bottom - bar + size + 3, words, theme.paper, size, anchor="middle")
    return text(x, bottom - (line if crossed else bar) - 5, words, theme.ink, size, anchor="middle", halo=theme.paper)


def _legend(y: float, theme: Theme) -> list[str]:
    return [
        box(_LEFT, y - 9, 12, 10, theme.accent, corner=2),
        text(_LEFT + 19, y, "planned", theme.quiet, 12),
        box(_LEFT + 84, y - 9, 12, 10, theme.amber, corner=2),
        text(_LEFT + 103, y, "planned, more than there are", theme.quiet, 12),
        rule(_LEFT + 294, y - 4, _LEFT + 316, y - 4, theme.ink, 1.8),
        text(_LEFT + 323, y, "hours there are", theme.quiet, 12),
    ]


def _step(most: float) -> float:
    """A round step that cuts the height into about four."""
    rough = max(most, 1.0) / 4
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)


def _table(months: Sequence[HoursOfMonth]) -> Table:
    return Table(
        head=("Month", "Hours planned", "Hours there are"),
        rows=tuple(
            (
                month_in_short(month.month),
                number(round(month.planned)),
                _NOT_KNOWN if month.available is None else number(round(month.available)),
            )
            for month in months
        ),
        widths=(2, 2, 2),
        align=("left", "right", "right"),
        caption="Hours by month",
    )
