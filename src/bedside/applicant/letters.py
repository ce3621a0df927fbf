"""Letters of recommendation, from the asking to the upload."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from bedside.applicant.partial_date import PartialDate
from bedside.applicant.shape import Answer, Name, Part, Text, YesNoUnknown


class LetterKind(StrEnum):
    """Who writes the letter."""

    US_ATTENDING = "US attending"
    US_RESEARCHER = "US researcher"
    HOME_COUNTRY = "home country"
    EMPLOYER = "employer"
    OTHER = "other"


class LetterQuality(StrEnum):
    """What a letter can speak to."""

    KNOWLEDGE = "knowledge"
    WORK_ETHIC = "work ethic"
    TEACHABILITY = "teachability"


class Letter(Part):
    """One letter of recommendation and how far it is."""

    writer: Name
    kind: LetterKind
    specialty: Name | None = None
    asked: date | None = None
    promised: date | None = None
    written: PartialDate | None = Field(None, description="The date on the letter.")
    uploaded: date | None = None
    speaks_to: tuple[LetterQuality, ...] = ()
    waived: YesNoUnknown = Field(Answer.UNKNOWN, description="Whether you waived the right to read it.")
    note: Text | None = None
