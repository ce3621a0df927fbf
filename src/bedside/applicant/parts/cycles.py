"""Seasons already applied in, each with its funnel from applications to result."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from bedside.applicant.parts.partial_date import Day
from bedside.applicant.parts.shape import (
    Answer,
    Count,
    Money,
    Name,
    Part,
    Text,
    Word,
    YesNoUnknown,
    refuse_a_truth_value,
)


class CycleResult(Word):
    """How a season ended."""

    MATCHED = "matched"
    UNMATCHED = "unmatched"
    NO_INTERVIEWS = "no interviews"
    WITHDREW = "withdrew"
    WAITING = "waiting"
    UNKNOWN = "unknown"


class Cause(Word):
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

    match_year: Annotated[int, Field(ge=1990, le=2100), BeforeValidator(refuse_a_truth_value)] = Field(
        description="The year of that Match.", examples=[2025]
    )
    submitted: Day | None = Field(None, description="The day you submitted.", examples=["2024-09-27"])
    specialties: tuple[Name, ...] = Field(
        default=(), description="Specialties you applied in.", examples=[["Internal Medicine"]]
    )
    applications: Count | None = Field(None, description="Programs applied to.", examples=[120])
    targeted: YesNoUnknown = Field(
        Answer.UNKNOWN, description="Whether each program was chosen for a reason.", examples=["no"]
    )
    invitations: Count | None = Field(None, description="Invitations to interview.", examples=[2])
    interviews: Count | None = Field(None, description="Interviews you attended.", examples=[2])
    ranked: Count | None = Field(None, description="Programs on your rank order list.", examples=[2])
    spent: Money | None = Field(None, description="What the cycle cost you, in US dollars.", examples=[3200])
    result: CycleResult = Field(CycleResult.UNKNOWN, description="How it ended.", examples=["unmatched"])
    causes: tuple[Cause, ...] = Field(
        default=(), description="What you think stopped it.", examples=[["no US clinical experience"]]
    )
    note: Text | None = Field(None, description="Anything else, in your words.", examples=["Applied late."])
