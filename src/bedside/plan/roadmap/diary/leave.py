"""Paid and unpaid days off by leave year, with days kept back for interviews."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bedside.applicant.parts.constraints import PaidLeave, ShiftPattern
from bedside.applicant.parts.experience import Booking
from bedside.calendar.months import add_years
from bedside.calendar.season import Event
from bedside.plan.results import LeaveYear
from bedside.plan.roadmap.diary.working_days import ONE_DAY, Window, overlaps
from bedside.plan.situation import Situation

WEEKDAYS = 5


def keys_of_booking(booking: Booking) -> tuple[str, str]:
    """The keys under which the plan may hold a booking that is no exam."""
    day = booking.start.earliest
    return f"booked.{booking.kind}-{day}".replace(" ", "-"), f"booked.hands-on-{day}"


@dataclass
class LeaveOfYear:
    """One leave year while the plan is being made; both days are inclusive.

    `granted` is None where the dossier does not say what is left of it.
    """

    first_day: date
    last_day: date
    granted: float | None
    kept: float
    paid_used: float = 0.0
    unpaid_used: float = 0.0

    @property
    def free(self) -> float:
        """Paid days that may still be planned; none where it is not known what is left."""
        return max(0.0, (self.granted or 0.0) - self.kept - self.paid_used)


@dataclass(frozen=True, slots=True)
class DaysOff:
    """Paid and unpaid days off, each by the day (or Monday) on which they fall."""

    paid: Mapping[date, float] = field(default_factory=dict)
    unpaid: Mapping[date, float] = field(default_factory=dict)

    @property
    def unpaid_days(self) -> float:
        """Unpaid days in all."""
        return sum(self.unpaid.values())


@dataclass
class LeaveBook:
    """Leave as it is used up. `years` is empty where the dossier does not say what paid leave there is.

    `unpaid_per_year` are the unpaid days the dossier itself offers; `unpaid_taken` goes by the first day of a leave
    year, or of a calendar year where leave years are not known. `pay_per_day` is 0 where it is not known.
    """

    years: list[LeaveOfYear]
    unpaid_per_year: float
    has_job: bool
    days_lost_per_week: float
    pay_per_day: float = 0.0
    unpaid_taken: dict[date, float] = field(default_factory=dict)

    @classmethod
    def of(cls, situation: Situation) -> LeaveBook:
        """The leave of an applicant, from today to the start of training."""
        constraints = situation.dossier.constraints
        years = _years(situation, constraints.paid_leave) if constraints.paid_leave else []
        money = constraints.money
        book = cls(
            years=years,
            unpaid_per_year=constraints.unpaid_leave_days or 0.0,
            has_job=situation.job is not None,
            days_lost_per_week=_days_lost(situation),
            pay_per_day=(money.pay_per_day or 0.0) if money else 0.0,
        )
        done = {one.task for one in situation.dossier.ticked_off}
        for _, booking in situation.bookings:
            if done.intersection(keys_of_booking(booking)):
                continue
            book.take_unpaid({booking.start.earliest: float(booking.unpaid_leave_days or 0)})
        return book

    @property
    def is_known(self) -> bool:
        """Whether the dossier says what paid leave there is."""
        return bool(self.years)

    def year_of(self, day: date) -> LeaveOfYear | None:
        """The leave year that holds a day."""
        return next((year for year in self.years if year.first_day <= day <= year.last_day), None)

    def free_on(self, day: date) -> float:
        """Paid days that may be planned in the leave year of a day."""
        year = self.year_of(day)
        return year.free if year else 0.0

    def unpaid_free_on(self, day: date) -> float:
        """Unpaid days that the dossier offers and that may still be planned in the year of a day."""
        return max(0.0, self.unpaid_per_year - self.unpaid_taken.get(self._unpaid_year(day), 0.0))

    def share(self, days: Mapping[date, float]) -> DaysOff | None:
        """These days (by the Monday or day on which each part falls) as paid leave first, then as unpaid days that
        the dossier offers; None where both together do not cover them.

        Where neither is known, they are taken to be paid.
        """
        if not self.has_job:
            return DaysOff()
        if not self.is_known and not self.unpaid_per_year:
            return DaysOff(dict(days))
        paid, unpaid = dict.fromkeys(days, 0.0), dict.fromkeys(days, 0.0)
        for day, amount in days.items():
            year = self.year_of(day)
            same = [other for other in paid if year and year.first_day <= other <= year.last_day]
            paid[day] = min(amount, max(0.0, self.free_on(day) - sum(paid[other] for other in same)))
            beside = [other for other in unpaid if self._unpaid_year(other) == self._unpaid_year(day)]
            unpaid[day] = amount - paid[day]
            if sum(unpaid[other] for other in beside) > self.unpaid_free_on(day):
                return None
        return DaysOff(paid, unpaid)

    def take_unpaid(self, days: Mapping[date, float]) -> float:
        """Use unpaid days that the dossier offers; the days used."""
        for day, amount in days.items():
            year = self._unpaid_year(day)
            self.unpaid_taken[year] = self.unpaid_taken.get(year, 0.0) + amount
        return sum(days.values())

    def _unpaid_year(self, day: date) -> date:
        year = self.year_of(day)
        return year.first_day if year else date(day.year, 1, 1)

    def take(self, days: Mapping[date, float]) -> float:
        """Use paid leave for these days; the paid days used."""
        if not self.has_job:
            return 0.0
        for day, amount in days.items():
            year = self.year_of(day)
            if year is not None:
                year.paid_used += amount
        return sum(days.values())

    def take_some(self, day: date, amount: float) -> tuple[float, float]:
        """Use what paid leave there is on a day, and unpaid leave for the rest; (paid, unpaid)."""
        if not self.has_job or not self.is_known:
            return (amount if self.has_job else 0.0), 0.0
        paid = min(amount, self.free_on(day))
        self.take({day: paid})
        self.take_unpaid({day: amount - paid})
        return paid, amount - paid

    def exam_days(self, days: float) -> float:
        """Working days that an exam of so many days costs, with weekdays that the shifts leave free."""
        return max(0.0, days - (WEEKDAYS - self.days_lost_per_week)) if self.has_job else 0.0

    def results(self) -> tuple[LeaveYear, ...]:
        """The leave years for the roadmap; years of which it is not known what is left are not shown."""
        return tuple(
            LeaveYear(year.first_day, year.last_day, year.granted, year.kept, year.paid_used)
            for year in self.years
            if year.granted is not None
        )


def _days_lost(situation: Situation) -> float:
    pattern = situation.dossier.constraints.shift_pattern
    if pattern in (None, ShiftPattern.OTHER):
        return situation.number("reading.working-days-lost.5x8")
    return situation.number(f"reading.working-days-lost.{pattern}")


def _years(situation: Situation, leave: PaidLeave) -> list[LeaveOfYear]:
    month, day = (int(part) for part in leave.renews.split("-"))
    first = _renewal(situation.as_of.year, month, day)
    if first > situation.as_of:
        first = _renewal(situation.as_of.year - 1, month, day)
    years, interviews = [], _interview_seasons(situation)
    wanted = situation.number("reading.interview-days-kept")
    wanted = wanted if leave.kept_for_interviews is None else leave.kept_for_interviews
    while first <= situation.training_start:
        last = add_years(first, 1) - ONE_DAY
        is_this_year = first <= situation.as_of
        granted = leave.left_this_year if is_this_year else leave.days_per_year
        ahead = (max(first, situation.as_of), last)
        kept = min(wanted, granted or 0.0) if overlaps(ahead, interviews) else 0.0
        years.append(LeaveOfYear(first, last, granted, kept))
        first = last + ONE_DAY
    return years


def _renewal(year: int, month: int, day: int) -> date:
    # A renewal on 29 February is the day before in other years.
    return date(year, month, day) if (month, day) != (2, 29) else add_years(date(2024, 2, 29), year - 2024)


def _interview_seasons(situation: Situation) -> list[Window]:
    ends = situation.on(Event.RANKING_OPENS) or situation.training_start
    seasons = [(situation.files_opened, ends - ONE_DAY)]
    if situation.waits_for_a_match:
        seasons.append((add_years(situation.files_opened, -1), add_years(ends, -1) - ONE_DAY))
    return seasons
