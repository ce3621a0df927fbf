"""How days, months, amounts and hours are written, the same in every document."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from bedside.evidence.citing import day_in_words
from bedside.evidence.money import Dollars

NOT_KNOWN = "not known"

_EXACT_BELOW, _EXACT_DOLLARS_BELOW = 10, 100

LONGEST, LONGEST_TITLE = 220, 90
"""How many characters a text and a title may have where there is little room, as on the first page."""


in_full = day_in_words
"""A day in full: 22 September 2027."""


def in_short(day: date) -> str:
    """A day in short: 22 Sep 2027."""
    return f"{day.day} {day:%b %Y}"


def month_in_short(month: date) -> str:
    """A month in short: Sep 2027."""
    return f"{month:%b %Y}"


def stretch(first_day: date, last_day: date) -> str:
    """Two days, both inclusive, without saying twice what they share: 3 to 14 May 2027."""
    if first_day == last_day:
        return in_short(first_day)
    if (first_day.year, first_day.month) == (last_day.year, last_day.month):
        return f"{first_day.day} to {in_short(last_day)}"
    if first_day.year == last_day.year:
        return f"{first_day.day} {first_day:%b} to {in_short(last_day)}"
    return f"{in_short(first_day)} to {in_short(last_day)}"


def dollars(amount: Dollars) -> str:
    """An amount in whole dollars, or a range: its ends are estimates and stand in tens from $100 on."""
    if amount.low == amount.high:
        return _signed(amount.low)
    low, high = _as_an_estimate(amount.low), _as_an_estimate(amount.high)
    return f"about {low}" if low == high else f"{low} to {high}"


def number(value: float) -> str:
    """A count with at most one decimal, and none where it says nothing."""
    rounded = round(value, 1)
    written = f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,.1f}"
    return written.replace("-", "−")


def count(value: float, one: str, many: str | None = None) -> str:
    """A count with its noun: 1 day, 2 days, 1.5 days."""
    return f"{number(value)} {one if round(value, 1) == 1 else many or one + 's'}"


def joined(parts: list[str]) -> str:
    """Parts of a sentence: "a", "a and b", "a, b and c"."""
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1] if parts else ""


def some_of(parts: Sequence[str], most: int = 3) -> str:
    """The first few parts, and how many more there are: "a, b, c and 4 more"."""
    left = len(parts) - most
    return f"{', '.join(parts[:most])} and {left:,} more" if left > 0 else joined(list(parts))


def shortened(words: str, longest: int = LONGEST) -> str:
    """The words, cut at a space with an ellipsis where there are more characters than `longest`."""
    if len(words) <= longest:
        return words
    return words[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def capitalised(words: str) -> str:
    """The words with a capital letter at the start; the rest stays as it is."""
    return words[:1].upper() + words[1:]


def lowered(words: str) -> str:
    """The words with a small letter at the start, as within a sentence; the rest stays as it is."""
    return words[:1].lower() + words[1:]


def hours(value: float) -> str:
    """Hours of work: whole ones from ten on, else with at most one decimal."""
    return count(round(value) if abs(value) >= _EXACT_BELOW else value, "hour")


def chance_range(low: float, high: float) -> str:
    """The range of a chance, given in parts of one, in percent: rounded outwards, never 0 or 100."""
    if high < 0.01:
        return "less than 1 %"
    if low > 0.99:
        return "more than 99 %"
    first, last = max(1, math.floor(round(100 * low, 9))), min(99, math.ceil(round(100 * high, 9)))
    ends = f"{first} %" if first == last else f"{first} to {last} %"
    return f"up to {last} %" if low < 0.01 else ends


def chance_middle(middle: float) -> str:
    """The middle of a chance, given in parts of one, in whole percent: never 0 or 100."""
    return "less than 1 %" if middle < 0.005 else f"about {min(99, max(1, round(100 * middle)))} %"


def points(low: float, high: float) -> str:
    """A difference of two chances, given in parts of one, in points of 100 with one decimal where it is small."""
    first, last = _points(low), _points(high)
    noun = "point" if last == "1" else "points"
    return f"{first} {noun}" if first == last else f"{first} to {last} points"


def _points(value: float) -> str:
    hundredths = 100 * value
    written = number(round(hundredths) if abs(hundredths) >= _EXACT_BELOW else hundredths)
    return "0" if written == "−0" else written


def _as_an_estimate(amount: float) -> str:
    return _signed(round(amount, -1) if abs(amount) >= _EXACT_DOLLARS_BELOW else amount)


def _signed(amount: float) -> str:
    rounded = round(amount)
    return f"−${-rounded:,}" if rounded < 0 else f"${rounded:,}"
