"""Tasks of the plan that the applicant has ticked off."""

from __future__ import annotations

from pydantic import Field

from bedside.applicant.parts.decision import MatchYear
from bedside.applicant.parts.partial_date import Day
from bedside.applicant.parts.shape import Name, Part, Text


class TickedOff(Part):
    """One task of the plan that is done; what only facts can show still has to be written where facts stand."""

    task: Name = Field(
        description="The task, by its key in the plan; one that no plan has does no harm.", examples=["clinical.search"]
    )
    done_on: Day = Field(description="The day it was done.", examples=["2026-11-21"])
    match_year: MatchYear | None = Field(
        None, description="The Match it was done for, where each season asks for it anew.", examples=[2028]
    )
    note: Text | None = Field(None, description="Anything else, in your words.", examples=["Nine places on my list."])
