"""The target, the decision, the stop contract and the task for seven days."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from bedside.applicant.shape import Count, Name, Part, Text


class Target(Part):
    """The specialties and the Match aimed at."""

    specialties: tuple[Name, ...] = Field(default=(), description="In order of preference.")
    match_year: Annotated[int, Field(ge=2024, le=2100)] | None = Field(
        None, description="The year of the Match aimed at; leave out and Bedside proposes one."
    )
    programs_planned: Count | None = Field(None, description="How many programs you mean to apply to, in all.")


class DecisionKind(StrEnum):
    """The three decisions; all of them are good ones."""

    TWO_CYCLES = "all in for two cycles"
    ONE_CYCLE = "one structured cycle"
    DONE = "done trying"


class Decision(Part):
    """One of three, signed with a date."""

    kind: DecisionKind
    signed: date | None = None
    reason: Text | None = None


class TrustedReader(Part):
    """Someone who has read the contract and may remind the applicant of it."""

    name: Name
    told_on: date | None = None


class ContractChange(Part):
    """A change asked for on a day: it takes effect later, and stays on record."""

    asked: date
    cycles: Annotated[int, Field(ge=0, le=2)] | None = None
    year: Annotated[int, Field(ge=2024, le=2100)] | None = None
    alternative: Text | None = None
    why: Text


class StopContract(Part):
    """How many structured cycles, with which upgrades, until which year, and then what."""

    cycles: Annotated[int, Field(ge=0, le=2)]
    upgrades: tuple[Text, ...] = Field(default=(), description="What will be better this time.")
    year: Annotated[int, Field(ge=2024, le=2100)] = Field(description="Not matched by this year's Match: stop.")
    alternative: Text = Field(description="What you commit to then.")
    trusted_reader: TrustedReader | None = None
    signed: date | None = None
    changes: tuple[ContractChange, ...] = ()


class SevenDayTask(Part):
    """One thing to do within seven days, and whether it was done."""

    task: Text
    set_on: date
    done_on: date | None = None
    note: Text | None = None


class AuditMark(StrEnum):
    """A mark in the self-audit."""

    STRONG = "strong"
    AVERAGE = "average"
    WEAK = "weak"


class SelfAudit(Part):
    """Five areas, marked by the applicant; a blank stays blank."""

    usmle_performance: AuditMark | None = None
    recent_us_clinical_experience: AuditMark | None = None
    graduation_recency: AuditMark | None = None
    specialty_competitiveness: AuditMark | None = None
    letter_quality: AuditMark | None = None
