"""The real calendar and the real money a plan has to fit into."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field

from bedside.applicant.parts.partial_date import PartialDate
from bedside.applicant.parts.shape import Days, Hours, Money, Name, Part, SignedMoney, Unreadable, Word

_LEAP_YEAR = 2024


class ShiftPattern(Word):
    """How the working week is cut."""

    FIVE_EIGHTS = "5x8"
    FOUR_TENS = "4x10"
    THREE_TWELVES = "3x12"
    OTHER = "other"


def _read_month_and_day(written: str) -> str:
    numbers = re.fullmatch(r"([0-9]{2})-([0-9]{2})", written)
    try:
        if numbers is None:
            raise ValueError
        date(_LEAP_YEAR, int(numbers[1]), int(numbers[2]))
    except ValueError:
        raise Unreadable(
            f"{written[:40]} is not a month and day", "Write both with two digits, such as 07-01 for 1 July"
        ) from None
    return written


MonthAndDay = Annotated[
    str, AfterValidator(_read_month_and_day), Field(json_schema_extra={"pattern": r"^\d{2}-\d{2}$"})
]


class PaidLeave(Part):
    """Paid days off (PTO), in working days."""

    days_per_year: Days = Field(description="Days granted each leave year.", examples=[12])
    left_this_year: Days | None = Field(None, description="Days left until renewal.", examples=[4])
    renews: MonthAndDay = Field(
        "01-01", description="Month and day on which the days renew, as MM-DD.", examples=["07-01"]
    )
    kept_for_interviews: Days | None = Field(None, description="Days you keep back for interviews.", examples=[5])


class MoneyAtHand(Part):
    """What can be spent on this, in US dollars."""

    available: Money = Field(description="Money you have for this today.", examples=[6000])
    saved_per_month: SignedMoney = Field(
        0, description="What is added each month; below zero if it shrinks.", examples=[300]
    )
    floor: Money = Field(0, description="The amount you do not go below, whatever happens.", examples=[1500])
    pay_per_day: Money | None = Field(
        None, description="Take-home pay for a day, to price unpaid leave.", examples=[190]
    )


class FixedDate(Part):
    """Days on which nothing can be planned: a wedding, a release, an operation."""

    what: Name = Field(description="What it is.", examples=["My sister's wedding"])
    start: PartialDate = Field(alias="from", description="First day.", examples=["2027-03-12"])
    end: PartialDate = Field(alias="to", description="Last day.", examples=["2027-03-20"])


class Constraints(Part):
    """The real calendar and the real money."""

    paid_leave: PaidLeave | None = Field(None, description="Paid days off (PTO).")
    unpaid_leave_days: Days | None = Field(None, description="Unpaid days you could ask for in a year.", examples=[10])
    shift_pattern: ShiftPattern | None = Field(
        None, description="Days by hours of your working week.", examples=["5x8"]
    )
    weekly_hours: Hours | None = Field(
        None, description="Hours a week you can give to this, besides your job.", examples=[10]
    )
    money: MoneyAtHand | None = Field(None, description="What you can spend.")
    fixed_dates: tuple[FixedDate, ...] = Field(default=(), description="Days on which nothing can be planned.")
