"""Seasons already applied in, each with its funnel from applications to result."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from bedside.applicant.shape import Answer, Count, Money, Name, Part, Text, YesNoUnknown


class CycleResult(StrEnum):
    """How a season ended."""

    MATCHED = "matched"
    UNMATCHED = "unmatched"
    NO_INTERVIEWS = "no interviews"
    WITHDREW = "withdrew"
    WAITING = "waiting"
    UNKNOWN = "unknown"


class Cause(StrEnum):
    """What may have stopped an earlier cycle, in the applicant's judgement."""

    SCORES = "scores"
    GRADUATION_YEAR = "graduation year"
    NO_US_CLINICAL_EXPERIENCE = "no US clinical experience"
    APPLICATION = "application"
    LIST_OF_PROGRAMS = "list of programs"
    INTERVIEWS = "interviews"
    VISA = "visa"
    UNKNOWN = "unknown"


class Cycle(Part):
    """One season already applied in, with its funnel."""

    match_year: Annotated[int, Field(ge=1990, le=2100)] = Field(description="The year of that Match.")
    submitted: date | None = Field(None, description="The day you submitted.")
    specialties: tuple[Name, ...] = ()
    applications: Count | None = None
    targeted: YesNoUnknown = Field(Answer.UNKNOWN, description="Whether each program was chosen for a reason.")
    invitations: Count | None = None
    interviews: Count | None = None
    ranked: Count | None = None
    spent: Money | None = Field(None, description="What the cycle cost you, in US dollars.")
    result: CycleResult = CycleResult.UNKNOWN
    causes: tuple[Cause, ...] = Field(default=(), description="What you think stopped it.")
    note: Text | None = None
