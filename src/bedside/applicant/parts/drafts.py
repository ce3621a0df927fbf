"""The applicant's own drafts, each with its versions, and the few sentences their story rests on."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from bedside.applicant.parts.partial_date import Day
from bedside.applicant.parts.shape import Name, Part, Text, Word, read_text

LongText = Annotated[str, Field(min_length=1, max_length=100_000), AfterValidator(read_text)]


class DraftPlace(Word):
    """Where a draft will be read or heard."""

    STATEMENT = "personal statement"
    ENTRY = "experience entry"
    MOST_MEANINGFUL = "most meaningful experience"
    IMPACTFUL = "impactful experience"
    INTERRUPTION = "interruption of education or training"
    PATH = "interview answer: your path since graduation"
    WHY_THE_JOB = "interview answer: why you worked there"
    WHY_NOW = "interview answer: why now"
    OTHER_ANSWER = "interview answer: another question"


class DraftVersion(Part):
    """One version of a draft, as it was kept."""

    kept_on: Day = Field(description="The day it was kept.", examples=["2026-11-22"])
    text: LongText = Field(description="The words.", examples=["In May 2026 I began to volunteer on Thursdays."])


class DraftText(Part):
    """A text of the applicant's own for one place, with the versions before it."""

    place: DraftPlace = Field(description="Where it will be read or heard.", examples=["personal statement"])
    about: Name | None = Field(
        None, description="Which experience, specialty or question it is about.", examples=["Quality analyst"]
    )
    text: LongText = Field(description="The words as they are now.", examples=["In May 2026 I began to volunteer."])
    versions: tuple[DraftVersion, ...] = Field(default=(), description="Earlier versions you kept.")

    @property
    def name(self) -> str:
        """What it is called: its place, and what it is about."""
        return f"{self.place}: {self.about}" if self.about else str(self.place)


class Arc(Part):
    """What the story rests on, in the applicant's own words: what happened, what it gave, why now, what comes."""

    what_happened: Text | None = Field(
        None, description="What kept you from residency at first, plainly.", examples=["I failed Step 2 CK once."]
    )
    why_the_job: Text | None = Field(
        None, description="Why you took the job you have.", examples=["To support my family and stay near health care."]
    )
    what_it_gave: Text | None = Field(
        None, description="What it taught you that a resident uses.", examples=["I read a chart for what is missing."]
    )
    the_turn: Text | None = Field(
        None,
        description="The moment or month in which you decided to go back.",
        examples=["A refill call in March 2025."],
    )
    the_return: Text | None = Field(
        None,
        description="What you have done since then to come back.",
        examples=["Thursdays at a clinic since May."],
    )
    the_next_step: Text | None = Field(
        None,
        description="Why residency in this specialty follows from it.",
        examples=["I want to treat what I count."],
    )
