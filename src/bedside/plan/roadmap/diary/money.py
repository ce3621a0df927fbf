"""What is left at the end of every month, with the upper and with the lower price of everything planned."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from bedside.applicant.parts.constraints import MoneyAtHand
from bedside.calendar.months import first_of_month, months_from
from bedside.evidence.money import Dollars


class MoneyBook:
    """Money month by month. Without `money` in the dossier there is no limit.

    `available` is what there is today; savings come in from the next month on, at its end.
    """

    def __init__(self, money: MoneyAtHand | None, first: date, last: date) -> None:
        self.money = money
        self.months = tuple(months_from(first, max(first, last)))
        self._low: dict[date, float] = defaultdict(float)
        self._high: dict[date, float] = defaultdict(float)

    def spend(self, day: date, cost: Dollars) -> None:
        """Note a cost in the month of a day."""
        month = self._month(day)
        self._low[month] += cost.low
        self._high[month] += cost.high

    def stays_above_floor(self, day: date, cost: float, at_upper_prices: bool = True) -> bool:
        """Whether `cost` more on this day leaves every month from then on at or above the floor."""
        if self.money is None or cost <= 0:
            return True
        month = self._month(day)
        after = [left for when, left in self._left(at_upper_prices) if when >= month]
        return min(after) - cost >= self.money.floor

    def room(self, day: date) -> float | None:
        """What could still be spent on this day at upper prices without touching the floor."""
        if self.money is None:
            return None
        month = self._month(day)
        return min(left for when, left in self._left(True) if when >= month) - self.money.floor

    def _month(self, day: date) -> date:
        return min(max(first_of_month(day), self.months[0]), self.months[-1])

    def _left(self, at_upper_prices: bool) -> list[tuple[date, float]]:
        assert self.money is not None  # callers have looked
        spent = self._high if at_upper_prices else self._low
        left, result = self.money.available, []
        for number, month in enumerate(self.months):
            left += (self.money.saved_per_month if number else 0.0) - spent[month]
            result.append((month, left))
        return result
