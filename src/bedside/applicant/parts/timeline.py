"""Whether everything since school is told: what is missing from an incomplete timeline is unknown, never none."""

from __future__ import annotations

from pydantic import Field

from bedside.applicant.parts.shape import Part, Word, YesNoUnknown


class Told(Word):
    """What can be in the list in full while other things are still missing from it."""

    US_CLINICAL = "US clinical experience"
    LAST_CONTACT = "last contact with patients"
    JOBS = "jobs"


class Timeline(Part):
    """Whether `experiences` holds everything since school. Where nothing is said, a list with entries does."""

    complete: YesNoUnknown | None = Field(
        None,
        description="Whether `experiences` holds everything since school. Left out: yes once it has an entry, and "
        "not yet while it is empty.",
        examples=["no"],
    )
    told_in_full: tuple[Told, ...] = Field(
        default=(),
        description="What is all in the list although the rest is not.",
        examples=[["US clinical experience"]],
    )
