"""Paid and unpaid days off by leave year, with days kept back for interviews."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from bedside.applicant.parts.constraints import PaidLeave, ShiftPattern
from bedside.calendar.months import add_years
from bedside.calendar.season import Event
from bedside.plan.results import LeaveYear
from bedside.plan.roadmap.working_days import ONE_DAY, Window, overlaps
from bedside.plan.situation import Situation

WEEKDAYS = 5


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


@dataclass
class LeaveBook:
    """Leave as it is used up. `years` is empty where the dossier does not say what paid leave there is."""

    years: list[LeaveOfYear]
    unpaid_per_year: float
    has_job: bool
    days_lost_per_week: float
    unpaid_taken: dict[int, float] = field(default_factory=dict)

    @classmethod
    def of(cls, situation: Situation) -> LeaveBook:
        """The leave of an applicant, from today to the start of training."""
        constraints = situation.dossier.constraints
        years = _years(situation, constraints.paid_leave) if constraints.paid_leave else []
        return cls(
            years=years,
            unpaid_per_year=constraints.unpaid_leave_days or 0.0,
            has_job=situation.job is not None,
            days_lost_per_week=_days_lost(situation),
        )

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

    def can_take(self, days: dict[date, float]) -> bool:
        """Whether paid leave covers all of these days (by the Monday or day on which each part falls)."""
        if not self.has_job or not self.is_known:
            return True
        needed: dict[date, float] = {}
        for day, amount in days.items():
            year = self.year_of(day)
            if year is None:
                return False
            needed[year.first_day] = needed.get(year.first_day, 0.0) + amount
        return all(amount <= self.free_on(first_day) for first_day, amount in needed.items())

    def take(self, days: dict[date, float]) -> float:
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
