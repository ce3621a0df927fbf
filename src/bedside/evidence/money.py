"""Amounts of US dollars as a range: equal ends mean an exact price."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Dollars:
    """A price between `low` and `high` US dollars, both inclusive."""

    low: float
    high: float

    def __add__(self, other: Dollars) -> Dollars:
        return Dollars(self.low + other.low, self.high + other.high)

    def __str__(self) -> str:
        if self.low == self.high:
            return f"${self.low:,.0f}"
        return f"${self.low:,.0f} to ${self.high:,.0f}"


def exactly(amount: float) -> Dollars:
    """A price that is known exactly."""
    return Dollars(amount, amount)
