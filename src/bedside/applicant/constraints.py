"""The real calendar and the real money a plan has to fit into."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from bedside.applicant.partial_date import PartialDate
from bedside.applicant.shape import Hours, Money, Name, Part


class ShiftPattern(StrEnum):
    """How the working week is cut."""

    FIVE_EIGHTS = "5x8"
    FOUR_TENS = "4x10"
    THREE_TWELVES = "3x12"
    OTHER = "other"


class PaidLeave(Part):
    """Paid days off (PTO), in working days."""

    days_per_year: Annotated[float, Field(ge=0, le=366)] = Field(description="Days granted each leave year.")
    left_this_year: Annotated[float, Field(ge=0, le=366)] | None = Field(None, description="Days left until renewal.")
    renews: Annotated[str, Field(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")] = Field(
        "01-01", description="Month and day on which the days renew, as MM-DD."
    )
    kept_for_interviews: Annotated[float, Field(ge=0, le=366)] | None = Field(
        None, description="Days you keep back for interviews."
    )


class MoneyAtHand(Part):
    """What can be spent on this, in US dollars."""

    available: Money
    saved_per_month: Annotated[float, Field(ge=-100_000, le=1_000_000)] = 0
    floor: Money = Field(0, description="The amount you do not go below, whatever happens.")
    pay_per_day: Money | None = Field(None, description="Take-home pay for a day, to price unpaid leave.")


class FixedDate(Part):
    """Days on which nothing can be planned: a wedding, a release, an operation."""

    what: Name
    start: PartialDate = Field(alias="from")
    end: PartialDate = Field(alias="to")


class Constraints(Part):
    """The real calendar and the real money."""

    paid_leave: PaidLeave | None = None
    unpaid_leave_days: Annotated[float, Field(ge=0, le=366)] | None = Field(
        None, description="Unpaid days you could ask for in a year."
    )
    shift_pattern: ShiftPattern | None = None
    weekly_hours: Hours | None = Field(None, description="Hours a week you can give to this, besides your job.")
    money: MoneyAtHand | None = None
    fixed_dates: tuple[FixedDate, ...] = ()
