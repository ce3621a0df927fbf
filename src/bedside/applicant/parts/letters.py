"""Letters of recommendation, from the asking to the upload."""

from __future__ import annotations

from pydantic import Field

from bedside.applicant.parts.partial_date import Day, PartialDate
from bedside.applicant.parts.shape import Answer, Name, Part, Text, Word, YesNoUnknown


class LetterKind(Word):
    """Who writes the letter."""

    US_ATTENDING = "US attending"
    US_RESEARCHER = "US researcher"
    HOME_COUNTRY = "home country"
    EMPLOYER = "employer"
    OTHER = "other"


class LetterQuality(Word):
    """What a letter can speak to."""

    KNOWLEDGE = "knowledge"
    WORK_ETHIC = "work ethic"
    TEACHABILITY = "teachability"


class Letter(Part):
    """One letter of recommendation and how far it is."""

    writer: Name = Field(description="Who writes it.", examples=["Dr. Maria Lopez"])
    kind: LetterKind = Field(description="What the writer is to you.", examples=["US attending"])
    specialty: Name | None = Field(None, description="The writer's specialty.", examples=["Internal Medicine"])
    asked: Day | None = Field(None, description="The day you asked.", examples=["2026-04-30"])
    promised: Day | None = Field(None, description="The day by which it was promised.", examples=["2026-06-15"])
    written: PartialDate | None = Field(None, description="The date on the letter.", examples=["2026-06-10"])
    uploaded: Day | None = Field(None, description="The day it was uploaded.", examples=["2026-06-20"])
    speaks_to: tuple[LetterQuality, ...] = Field(
        default=(), description="What the writer can speak to.", examples=[["knowledge", "work ethic"]]
    )
    waived: YesNoUnknown = Field(
        Answer.UNKNOWN, description="Whether you waived the right to read it.", examples=["yes"]
    )
    note: Text | None = Field(None, description="Anything else, in your words.", examples=["Met at the rotation."])
