"""Days on which something can begin or end: weekdays which are neither holidays nor taken."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

from bedside.applicant.dossier import Dossier
from bedside.evidence.library import Evidence

ONE_DAY = timedelta(days=1)
SATURDAY = 5
MONDAY = 0
WEEK = 7
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)

Window = tuple[date, date]
"""A first and a last day, both inclusive."""


class WorkingDays:
    """Weekdays outside holidays and outside the applicant's own fixed dates.

    A fixed date of up to `short_until` days keeps everything off; a longer one only what needs leave.
    """

    def __init__(self, holidays: Iterable[str], fixed: Iterable[Window], short_until: float) -> None:
        self._holidays = tuple(holidays)
        self.fixed = tuple(sorted(fixed))
        self._short = tuple(window for window in self.fixed if (window[1] - window[0]).days < short_until)

    @classmethod
    def of(cls, dossier: Dossier, evidence: Evidence) -> WorkingDays:
        """The working days of an applicant."""
        rules = [str(figure.value) for figure in evidence.starting_with("reading.day-off.")]
        fixed = [(one.start.earliest, one.end.latest) for one in dossier.constraints.fixed_dates]
        return cls(rules, fixed, evidence.number("reading.fixed-date-short-until"))

    def is_holiday(self, day: date) -> bool:
        """Whether nothing is planned on this day for anyone."""
        return day in _holidays_of(day.year, self._holidays)

    def is_taken(self, day: date) -> bool:
        """Whether a short fixed date keeps everything off this day."""
        return any(first <= day <= last for first, last in self._short)

    def is_open(self, day: date) -> bool:
        """Whether something can begin or end on this day."""
        return day.weekday() < SATURDAY and not self.is_holiday(day) and not self.is_taken(day)

    def on_or_after(self, day: date) -> date:
        """The first open day from `day` on."""
        while not self.is_open(day):
            day += ONE_DAY
        return day

    def on_or_before(self, day: date) -> date:
        """The last open day up to `day`."""
        while not self.is_open(day):
            day -= ONE_DAY
        return day

    def week_is_free(self, monday: date) -> bool:
        """Whether Monday to Friday hold no holiday and no fixed date."""
        days = [monday + timedelta(days=offset) for offset in range(SATURDAY)]
        return all(self.is_open(day) for day in days) and not overlaps((days[0], days[-1]), self.fixed)


def next_monday(day: date) -> date:
    """The first Monday from `day` on."""
    return day + timedelta(days=(MONDAY - day.weekday()) % WEEK)


def overlaps(window: Window, others: Iterable[Window]) -> bool:
    """Whether a window shares a day with any other."""
    return any(window[0] <= last and first <= window[1] for first, last in others)


@lru_cache(maxsize=512)
def _holidays_of(year: int, rules: tuple[str, ...]) -> frozenset[date]:
    days = {day_of_rule(rule, year) for rule in rules}
    return frozenset(days | {observed_on(day) for day in days})


def observed_on(day: date) -> date:
    """The weekday on which a holiday is kept: Friday for a Saturday, Monday for a Sunday."""
    return day + timedelta(days={SATURDAY: -1, SATURDAY + 1: 1}.get(day.weekday(), 0))


def day_of_rule(rule: str, year: int) -> date:
    """The day that a rule such as "25 december", "last monday of may" or "day after …" names in a year."""
    if rule.startswith("day after "):
        return day_of_rule(rule.removeprefix("day after "), year) + ONE_DAY
    words = rule.split()
    if len(words) == 2:
        return date(year, _MONTHS.index(words[1]) + 1, int(words[0]))
    ordinal, weekday, month = _ORDINALS[words[0]], _WEEKDAYS.index(words[1]), _MONTHS.index(words[3]) + 1
    first = date(year, month, 1)
    days = [first + timedelta(days=offset) for offset in range(31)]
    return [day for day in days if day.month == month and day.weekday() == weekday][ordinal]
