"""Who the applicant is, the status they live under, and where they studied."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from bedside.applicant.parts.partial_date import Day, PartialDate, read_present
from bedside.applicant.parts.shape import Answer, Count, Name, Part, Text, Word, YesNoUnknown, refuse_a_truth_value


class StatusKind(Word):
    """The status under which the applicant is in the United States."""

    CITIZEN = "US citizen"
    PERMANENT_RESIDENT = "permanent resident"
    ASYLEE_OR_REFUGEE = "asylee or refugee"
    EMPLOYMENT_AUTHORIZATION = "other employment authorization (EAD)"
    H1B = "H-1B"
    H4_WITH_EAD = "H-4 with EAD"
    H4 = "H-4"
    F1_STUDENT = "F-1 student"
    F1_OPT = "F-1 OPT"
    F1_STEM_OPT = "F-1 STEM OPT"
    J1 = "J-1"
    J2_WITH_EAD = "J-2 with EAD"
    J2 = "J-2"
    OTHER = "other"
    UNKNOWN = "unknown"

    @classmethod
    def said_instead(cls) -> dict[str, str]:
        """What people call their status."""
        return {
            "citizen": "US citizen",
            "green card": "permanent resident",
            "green card holder": "permanent resident",
            "lawful permanent resident": "permanent resident",
            "asylee": "asylee or refugee",
            "refugee": "asylee or refugee",
            "OPT": "F-1 OPT",
            "STEM OPT": "F-1 STEM OPT",
            "EAD": "other employment authorization (EAD)",
            "H-4 EAD": "H-4 with EAD",
            "J-2 EAD": "J-2 with EAD",
        }


class Identity(Part):
    """How the applicant is named on documents."""

    name: Name = Field(description="The name to print on your plan; any name you like.", examples=["Amina Rahman"])
    citizenships: tuple[Name, ...] = Field(default=(), description="Countries of citizenship.", examples=[["Pakistan"]])


class Status(Part):
    """Immigration status or work authorization. Used for information, never for a verdict."""

    kind: StatusKind = Field(description="Your present status.", examples=["H-1B"])
    valid_until: PartialDate | None = Field(
        None, description="Last day of the present status (I-94 or I-797).", examples=["2028-09-30"]
    )
    ead_expires: PartialDate | None = Field(
        None, description="Expiry printed on the employment card (EAD), if you have one.", examples=["2027-06-14"]
    )
    h1b_years_used: Annotated[float, Field(ge=0, le=20), BeforeValidator(refuse_a_truth_value)] | None = Field(
        None, description="Years already spent in H-1B status, over all jobs.", examples=[3.5]
    )
    h1b_years_counted_on: Day | None = Field(
        None, description="The day on which h1b_years_used was counted.", examples=["2026-11-01"]
    )
    unemployment_days_used: Count | None = Field(
        None, description="Days of unemployment used on OPT or STEM OPT.", examples=[20]
    )
    needs_visa_for_residency: YesNoUnknown = Field(
        Answer.UNKNOWN, description="Whether a program would have to sponsor you (J-1 or H-1B).", examples=["yes"]
    )
    would_take_j1: YesNoUnknown = Field(
        Answer.UNKNOWN, description="Whether you would train on a J-1, if you need a visa.", examples=["yes"]
    )
    would_take_h1b: YesNoUnknown = Field(
        Answer.UNKNOWN, description="Whether you would train on an H-1B, if you need a visa.", examples=["yes"]
    )
    green_card_step_taken: YesNoUnknown = Field(
        Answer.UNKNOWN,
        description="Whether a green-card petition (I-140, I-130 …) is filed or approved.",
        examples=["no"],
    )


class MedicalSchool(Part):
    """Where and when the applicant graduated."""

    name: Name | None = Field(None, description="Medical school.", examples=["Dow Medical College"])
    country: Name = Field(description="Country of the medical school.", examples=["Pakistan"])
    graduated: PartialDate = Field(
        description="Graduation as on the diploma: a day, a month or a year.", examples=["2018-06"]
    )
    us_residency_training: YesNoUnknown = Field(
        Answer.UNKNOWN,
        description="Whether you have done residency training in the United States; some positions are kept for "
        "those who have.",
        examples=["no"],
    )


class Licence(Part):
    """A licence to practise medicine in any country; a recent unsupervised one opens Pathway 1."""

    country: Name = Field(description="Country which gave the licence.", examples=["Pakistan"])
    unsupervised: YesNoUnknown = Field(
        Answer.UNKNOWN, description="Whether it allows practice without supervision.", examples=["yes"]
    )
    start: PartialDate | None = Field(None, alias="from", description="First day it was held.", examples=["2019-08"])
    end: Annotated[PartialDate | Literal["present"], BeforeValidator(read_present)] | None = Field(
        None, alias="to", description="Last day held, or present.", examples=["2024-12-31"]
    )
    disciplinary_action: YesNoUnknown = Field(
        Answer.UNKNOWN, description="Whether any action was ever taken against it.", examples=["no"]
    )
    note: Text | None = Field(None, description="Anything else, in your words.", examples=["Renewed every five years."])
