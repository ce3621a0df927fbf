"""Stretches of days: where an experience lies on the calendar, surely and at most."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from math import inf, isinf

from bedside.applicant.parts.experience import Experience
from bedside.applicant.parts.partial_date import PartialDate
from bedside.calendar.months import months_between

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Days from `first_day` to `last_day`, both inclusive."""

    first_day: date
    last_day: date

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.last_day - self.first_day).days + 1

    @property
    def working_days(self) -> int:
        """How many Mondays to Fridays it holds."""
        whole_weeks, rest = divmod(self.days, 7)
        weekday = self.first_day.weekday()
        return whole_weeks * 5 + sum(1 for day in range(rest) if (weekday + day) % 7 < 5)

    @property
    def months(self) -> float:
        """How many calendar months it holds, with the fraction of the last one."""
        return months_between(self.first_day, self.last_day + ONE_DAY)


@dataclass(frozen=True, slots=True)
class Span:
    """A measured value between `low` and `high`, both inclusive; equal ends mean it is known."""

    low: float
    high: float

    @property
    def is_known(self) -> bool:
        """Whether both ends agree."""
        return self.low == self.high

    def __add__(self, other: Span) -> Span:
        return Span(self.low + other.low, self.high + other.high)

    def or_more(self, is_complete: bool) -> Span:
        """The same span where everything is told; else from its low end to any number."""
        return self if is_complete else Span(self.low, inf)

    def describe(self, many: str, one: str | None = None) -> str:
        """In words, with one digit after the point: "1 month", or "between 0.5 and 2.1 months".

        Without an upper end it is "at least 2 months", and not told yet where nothing is.
        """
        if isinf(self.high):
            told = Span(self.low, self.low)
            return f"at least {told.describe(many, one)}" if round(self.low, 1) else "not told yet"
        low, high = round(self.low, 1), round(self.high, 1)
        if low == high:
            return f"{low:g} {one if one is not None and low == 1 else many}"
        return f"between {low:g} and {high:g} {many}"


NOTHING = Span(0.0, 0.0)


def at_most(experience: Experience, until: date, goes_on_to: date) -> Stretch | None:
    """The longest stretch the dates allow, cut at `until`; what goes on reaches `goes_on_to`."""
    last = goes_on_to if isinstance(experience.end, str) else min(experience.end.latest, until)
    return _stretch(experience.start.earliest, last)


def at_least(experience: Experience, until: date, goes_on_to: date) -> Stretch | None:
    """The shortest stretch the dates allow, one day at least. A month is taken as whole; a bare year is not."""
    first = experience.start.latest if _is_bare_year(experience.start) else experience.start.earliest
    last = goes_on_to if isinstance(experience.end, str) else min(_surely_reached(experience.end), until)
    earliest = experience.start.earliest
    return _stretch(first, last) or _stretch(earliest, min(earliest, until))


def merged(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """The same days as stretches that neither overlap nor touch, in order."""
    joined: list[Stretch] = []
    for stretch in sorted(stretches):
        if joined and stretch.first_day <= joined[-1].last_day + ONE_DAY:
            last_day = max(joined[-1].last_day, stretch.last_day)
            joined[-1] = Stretch(joined[-1].first_day, last_day)
        else:
            joined.append(stretch)
    return tuple(joined)


def _stretch(first: date, last: date) -> Stretch | None:
    return Stretch(first, last) if first <= last else None


def _surely_reached(end: PartialDate) -> date:
    return end.earliest if _is_bare_year(end) else end.latest


def _is_bare_year(written: PartialDate) -> bool:
    return written.month is None
