"""Hours of the applicant's own work, day by day, against the hours there are."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

from bedside.calendar.months import add_months, first_of_month, months_from
from bedside.plan.results import HoursOfMonth
from bedside.plan.roadmap.diary.working_days import ONE_DAY, WEEK

A_SLIP = 1
"""Hours by which a month may be over before it is a misfit and not a note."""


class HoursBook:
    """Hours used on each day. `weekly` is None where the dossier does not say what there is.

    Work that can stretch fills only `share` of them, so that short things still find room.
    """

    def __init__(self, weekly: float | None, share: float = 1.0) -> None:
        self.weekly = weekly
        self.share = share
        self._used: dict[date, float] = defaultdict(float)

    def free(self, day: date) -> float:
        """Hours left on a day for work that can stretch; without a limit, no end of them."""
        if self.weekly is None:
            return float("inf")
        return max(0.0, self.weekly * self.share / WEEK - self._used[day])

    def finish_of_work(self, start: date, days: int, hours: float, no_later_than: date) -> date | None:
        """The day on which `hours` of work begun on `start` are done, in `days` calendar days at least.

        None where the free hours up to `no_later_than` (inclusive) do not suffice.
        """
        earliest, done, day = start + timedelta(days=days - 1), 0.0, start
        while day <= no_later_than:
            done += self.free(day)
            if day >= earliest and done >= hours - 1e-9:
                return day
            day += ONE_DAY
        return None

    def work(self, start: date, finish: date, hours: float) -> None:
        """Use hours from `start` to `finish`, both inclusive: in the free time first, the rest spread evenly."""
        days = [start + timedelta(days=offset) for offset in range((finish - start).days + 1)]
        free = [self.free(day) for day in days]
        total = sum(free)
        for day, room in zip(days, free, strict=True):
            if self.weekly is None or total <= 0:
                self._used[day] += hours / len(days)
            elif total >= hours:
                self._used[day] += hours * room / total
            else:
                self._used[day] += room + (hours - total) / len(days)

    def by_month(self, first: date, last: date) -> tuple[HoursOfMonth, ...]:
        """Planned and available hours, in whole ones, of every month from that of `first` to that of `last`."""
        planned: dict[date, float] = defaultdict(float)
        for day, hours in self._used.items():
            planned[first_of_month(day)] += hours
        return tuple(
            HoursOfMonth(month, round(planned[month]), self._available(month, first))
            for month in months_from(first, last)
        )

    def _available(self, month: date, first: date) -> float | None:
        if self.weekly is None:
            return None
        days = (add_months(month, 1) - max(month, first)).days
        return round(self.weekly * days / WEEK)


def hours_over(month: HoursOfMonth) -> float:
    """Hours planned in a month beyond those there are; none where these are not known."""
    return 0.0 if month.available is None else max(0.0, month.planned - month.available)
