"""Placing a rotation: as many whole weeks as leave and money hold, from a Monday, before letters are due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from bedside.evidence.money import Dollars
from bedside.plan.roadmap.diary.draft import Draft
from bedside.plan.roadmap.diary.leave import DaysOff, LeaveBook
from bedside.plan.roadmap.diary.money import MoneyBook
from bedside.plan.roadmap.diary.working_days import WEEK, Window, WorkingDays, next_monday, overlaps
from bedside.plan.situation import Situation
from bedside.plan.wording import tens

FRIDAY = 4


def letter_wait(situation: Situation) -> int:
    """Days a letter is planned to take, from the asking."""
    return int(situation.interval("lead.letter-weeks").high) * WEEK


@dataclass(frozen=True)
class Fit:
    """Where a rotation goes, or why it does not fit. `leave` holds the days off by the Monday of each week."""

    start: date
    weeks: int
    cost: Dollars | None
    leave: DaysOff = field(default_factory=DaysOff)
    refused: str | None = None
    only_at_lower_price: bool = False


def place_rotation(
    draft: Draft,
    earliest: date,
    latest_finish: date,
    days: WorkingDays,
    leave: LeaveBook,
    money: MoneyBook,
    taken: list[Window],
) -> Fit:
    """The longest block of whole weeks that fits, as early as it can be.

    1. Candidates are runs of free weeks (no holiday, no fixed date, nothing else booked) which end by
       `latest_finish`, longer ones first; among those of equal length the one with the fewest unpaid days, and
       then the earliest. Unpaid days are used after paid ones, and never more than the dossier offers.
    2. The first one that leave and the upper price allow is taken, with the pay it costs; failing that, the first
       one which only the lower price allows.
    3. Where none is allowed, the reason is the last thing that stood in the way.
    """
    candidates = list(_candidates(draft, earliest, latest_finish, days, taken))
    shared = [(start, weeks, leave.share(_leave_of(start, weeks, leave))) for start, weeks in candidates]
    with_leave = [(start, weeks, off) for start, weeks, off in shared if off is not None]
    with_leave.sort(key=lambda one: (-one[1], one[2].unpaid_days, one[0]))
    for at_upper_prices in (True, False):
        for start, weeks, off in with_leave:
            cost = cost_of(draft, weeks)
            price = 0.0 if cost is None else cost.high if at_upper_prices else cost.low
            price += off.unpaid_days * leave.pay_per_day
            if money.stays_above_floor(start, price, at_upper_prices):
                return Fit(start, weeks, cost, off, only_at_lower_price=not at_upper_prices)
    why = "no free week" if not candidates else "leave" if not with_leave else "money"
    start = candidates[0][0] if candidates else next_monday(earliest)
    return Fit(start, 0, cost_of(draft, draft.weeks), refused=why)


def cost_of(draft: Draft, weeks: int) -> Dollars | None:
    """The price of so many weeks, in tens of dollars: it is a share of the price of a month."""
    per_week = draft.cost_per_week
    return None if per_week is None else Dollars(tens(per_week.low * weeks), tens(per_week.high * weeks))


def _candidates(
    draft: Draft, earliest: date, latest_finish: date, days: WorkingDays, taken: list[Window]
) -> Iterator[tuple[date, int]]:
    for weeks in range(draft.weeks, min(draft.weeks, draft.shortest) - 1, -1):
        monday = next_monday(earliest)
        while (finish := monday + timedelta(days=(weeks - 1) * WEEK + FRIDAY)) <= latest_finish:
            mondays = [monday + timedelta(days=WEEK * number) for number in range(weeks)]
            if all(map(days.week_is_free, mondays)) and not overlaps((monday, finish), taken):
                yield monday, weeks
            monday += timedelta(days=WEEK)


def _leave_of(start: date, weeks: int, leave: LeaveBook) -> dict[date, float]:
    return {start + timedelta(days=WEEK * number): leave.days_lost_per_week for number in range(weeks)}
