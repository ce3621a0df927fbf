"""Money by month: what is left as a band from low to high, and the floor the applicant does not go below."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import groupby

from bedside.documents.blocks import Cell, Chart, Line, Table, TablePlace, sources_of
from bedside.documents.charts.over_time.money_floor import Edge, Plot, floor_line
from bedside.documents.charts.over_time.months_axis import MonthsAxis
from bedside.documents.charts.svg import WIDTH, area, box, curve, picture, rule, text
from bedside.documents.tokens import LIGHT, Theme
from bedside.documents.wording import capitalised, dollars, month_in_short
from bedside.evidence.money import Dollars, exactly
from bedside.plan.results import Budget, MonthOfMoney

_LEFT, _TOP, _HEIGHT, _FOOT = 66, 28, 176, 34
_NOT_KNOWN = "not known"
_Height = Callable[[float], float]


def money_chart(budget: Budget, theme: Theme = LIGHT) -> Chart | None:
    """What is left at the end of each month; None where the dossier does not say what there is."""
    months = [(month, month.left) for month in budget.months if month.left is not None]
    if not months:
        return None
    title = finding(budget)
    lowest = min(months, key=lambda entry: entry[1].low)
    says = (
        f"From {month_in_short(months[0][0].month)} to {month_in_short(months[-1][0].month)} the least that is left "
        f"is {dollars(lowest[1])}, at the end of {month_in_short(lowest[0].month)}."
    )
    return Chart(title, _draw(months, budget.floor, theme, (title, says)), says, money_table(budget), TablePlace.BELOW)


def finding(budget: Budget) -> str:
    """Whether the money stays above the floor, in one sentence without a full stop."""
    if all(month.left is None for month in budget.months):
        return "Your file does not say what you have"
    surely, maybe = budget.first_month_below_floor, budget.first_month_maybe_below_floor
    if budget.floor is None:
        return "What is left at the end of each month"
    if surely is not None:
        return f"Your money falls below your floor in {month_in_short(surely)}"
    if maybe is not None:
        return f"Your money may fall below your floor in {month_in_short(maybe)}, if costs are at the upper end"
    return "Your money stays above your floor"


def money_table(budget: Budget) -> Table:
    """Each month: what comes in, what goes out and on what, and what is left; months alike as one row."""
    alike = groupby(budget.months, key=lambda month: month.month if month.spending else month.saved)
    return Table(
        head=("Month", "What is paid for", "Put aside", "Spent", "Left at the end"),
        rows=tuple(_table_row(tuple(months)) for _, months in alike),
        widths=(1.5, 4.2, 1.2, 1.9, 1.9),
        align=("left", "left", "right", "right", "right"),
        caption="Money by month",
    )


def _table_row(months: tuple[MonthOfMoney, ...]) -> tuple[Cell, ...]:
    """One month, or a run of months in which nothing is spent and as much is put aside each time."""
    first, last = months[0], months[-1]
    paid: Cell = tuple(
        Line(f"{spending.title}: {dollars(spending.cost)}", sources=sources_of(spending.because))
        for spending in first.spending
    )
    month = month_in_short(first.month)
    if len(months) > 1:
        month = f"{month} to {month_in_short(last.month)}"
        put_aside = f"{dollars(exactly(first.saved))} a month put aside, " if first.saved else ""
        paid = Line(capitalised(f"{put_aside}nothing spent"), quiet=True)
    saved = dollars(exactly(sum(one.saved for one in months)))
    return (month, paid, saved, dollars(last.spent), _NOT_KNOWN if last.left is None else dollars(last.left))


def _draw(months: list[tuple[MonthOfMoney, Dollars]], floor: float | None, theme: Theme, words: tuple[str, str]) -> str:
    axis = MonthsAxis(months[0][0].month, months[-1][0].month, _LEFT, WIDTH - 8)
    amounts = [amount for _, left in months for amount in (left.low, left.high)] + [0.0, floor or 0.0]
    step = _step(max(amounts) - min(amounts))
    lowest, highest = math.floor(min(amounts) / step) * step, math.ceil(max(amounts) / step) * step
    highest += step if highest == lowest else 0
    bottom = _TOP + _HEIGHT

    def at(amount: float) -> float:
        return bottom - (amount - lowest) / (highest - lowest) * _HEIGHT

    shapes = [*axis.grid(_TOP, bottom, theme), *_scale(lowest, highest, step, at, theme)]
    shapes += _band(months, axis, at, theme)
    if floor is not None:
        plot = Plot(_LEFT, _TOP, WIDTH - 8, bottom)
        shapes += floor_line(f"your floor, {dollars(exactly(floor))}", at(floor), plot, _edges(months, axis, at), theme)
    return picture(
        bottom + _FOOT,
        *words,
        [*shapes, *_legend(bottom + 24, all(left.low == left.high for _, left in months), theme)],
    )


def _edges(months: list[tuple[MonthOfMoney, Dollars]], axis: MonthsAxis, at: _Height) -> tuple[Edge, Edge]:
    """The lower and the upper edge of the band, a point for the middle of each month."""
    middle = [axis.at(month.month.replace(day=15)) for month, _ in months]
    low = [(x, at(left.low)) for x, (_, left) in zip(middle, months, strict=True)]
    high = [(x, at(left.high)) for x, (_, left) in zip(middle, months, strict=True)]
    return low, high


def _band(months: list[tuple[MonthOfMoney, Dollars]], axis: MonthsAxis, at: _Height, theme: Theme) -> Iterator[str]:
    low, high = _edges(months, axis, at)
    yield area([*high, *reversed(low)], theme.tint_strong)
    yield curve(high, theme.accent, 1.2)
    yield curve(low, theme.accent, 2.2)


def _scale(lowest: float, highest: float, step: float, at: _Height, theme: Theme) -> Iterator[str]:
    for index in range(round((highest - lowest) / step) + 1):
        amount = lowest + index * step
        yield rule(_LEFT, at(amount), WIDTH - 8, at(amount), theme.quiet if amount == 0 else theme.line)
        yield text(_LEFT - 8, at(amount) + 4, dollars(exactly(amount)), theme.quiet, 12, anchor="end")


def _legend(y: float, exact: bool, theme: Theme) -> list[str]:
    if exact:
        line = rule(_LEFT, y - 4, _LEFT + 22, y - 4, theme.accent, 2.2)
        return [line, text(_LEFT + 30, y, "what is left at the end of each month", theme.quiet, 12)]
    return [
        box(_LEFT, y - 9, 22, 10, theme.tint_strong, theme.accent),
        text(
            _LEFT + 30,
            y,
            "what is left: upper edge if costs are at their lowest, lower edge at their highest",
            theme.quiet,
            12,
        ),
    ]


def _step(spread: float) -> float:
    """A round step that cuts the spread into about four."""
    rough = max(spread, 1.0) / 4
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
