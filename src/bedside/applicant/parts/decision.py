"""The target, the decision, the stop contract and the task for seven days."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from bedside.applicant.parts.partial_date import Day
from bedside.applicant.parts.shape import Count, Name, Part, Text, Word, refuse_a_truth_value
from bedside.applicant.parts.us_state import UsState

MatchYear = Annotated[int, Field(ge=2024, le=2100), BeforeValidator(refuse_a_truth_value)]
Cycles = Annotated[int, Field(ge=0, le=2), BeforeValidator(refuse_a_truth_value)]


class Target(Part):
    """The specialties and the Match aimed at."""

    specialties: tuple[Name, ...] = Field(
        default=(), description="In order of preference.", examples=[["Internal Medicine", "Family Medicine"]]
    )
    preferred_states: tuple[UsState, ...] = Field(
        default=(),
        description="States you would rather live in, by their two letters. Others are shown too.",
        examples=[["OH", "MI"]],
    )
    match_year: MatchYear | None = Field(
        None, description="The year of the Match aimed at; leave out and Bedside proposes one.", examples=[2028]
    )
    programs_planned: Count | None = Field(
        None, description="How many programs you mean to apply to, in all.", examples=[80]
    )


class DecisionKind(Word):
    """The three decisions; all of them are good ones."""

    TWO_CYCLES = "all in for two cycles"
    ONE_CYCLE = "one structured cycle"
    DONE = "done trying"

    @property
    def cycles(self) -> int:
        """How many more cycles the decision stands for."""
        return {DecisionKind.TWO_CYCLES: 2, DecisionKind.ONE_CYCLE: 1, DecisionKind.DONE: 0}[self]


class Decision(Part):
    """One of three, signed with a date."""

    kind: DecisionKind = Field(description="What you decided.", examples=["one structured cycle"])
    signed: Day | None = Field(None, description="The day you signed it.", examples=["2026-11-15"])
    reason: Text | None = Field(
        None, description="Why, in your words.", examples=["I can carry one more season, and not three."]
    )


class TrustedReader(Part):
    """Someone who has read the contract and may remind the applicant of it."""

    name: Name = Field(description="Who it is.", examples=["Maria"])
    told_on: Day | None = Field(None, description="The day they read it.", examples=["2026-11-16"])


class ContractChange(Part):
    """A change asked for on a day: it takes effect later, and stays on record."""

    asked: Day = Field(description="The day you asked for the change.", examples=["2026-11-20"])
    cycles: Cycles | None = Field(None, description="The new number of cycles, if that changes.", examples=[2])
    year: MatchYear | None = Field(None, description="The new last Match, if that changes.", examples=[2029])
    alternative: Text | None = Field(
        None, description="The new alternative, if that changes.", examples=["Licensing at home"]
    )
    why: Text = Field(description="Why you change it.", examples=["My interview count doubled."])


class StopContract(Part):
    """How many structured cycles, with which upgrades, until which year, and then what."""

    cycles: Cycles = Field(description="How many structured cycles you allow yourself.", examples=[1])
    upgrades: tuple[Text, ...] = Field(
        default=(), description="What will be better this time.", examples=[["Two months in a US hospital", "Step 3"]]
    )
    year: MatchYear = Field(description="Not matched by this year's Match: stop.", examples=[2028])
    alternative: Text = Field(
        description="What you commit to then.", examples=["Clinical research manager, with a master's degree"]
    )
    trusted_reader: TrustedReader | None = Field(None, description="Someone who read it and may remind you of it.")
    signed: Day | None = Field(None, description="The day you signed it.", examples=["2026-11-15"])
    changes: tuple[ContractChange, ...] = Field(
        default=(), description="Changes you asked for; they take effect later and stay on record."
    )


class SevenDayTask(Part):
    """One thing to do within seven days, and whether it was done."""

    task: Text = Field(description="The one thing.", examples=["Write to two free clinics about volunteering."])
    set_on: Day = Field(description="The day you set it.", examples=["2026-11-20"])
    done_on: Day | None = Field(None, description="The day it was done.", examples=["2026-11-22"])
    note: Text | None = Field(None, description="How it went, in your words.", examples=["One has answered."])


class AuditMark(Word):
    """A mark in the self-audit."""

    STRONG = "strong"
    AVERAGE = "average"
    WEAK = "weak"


class SelfAudit(Part):
    """Five areas, marked by the applicant; a blank stays blank."""

    usmle_performance: AuditMark | None = Field(None, description="Scores and attempts.", examples=["average"])
    recent_us_clinical_experience: AuditMark | None = Field(
        None, description="How much there is and how recent it is.", examples=["weak"]
    )
    graduation_recency: AuditMark | None = Field(None, description="How recently you graduated.", examples=["weak"])
    specialty_competitiveness: AuditMark | None = Field(
        None, description="How well your file fits the specialty.", examples=["average"]
    )
    letter_quality: AuditMark | None = Field(
        None, description="How recent and how specific your letters are.", examples=["average"]
    )
