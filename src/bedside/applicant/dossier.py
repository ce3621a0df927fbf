"""The dossier: one document the applicant owns, from which everything is computed."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bedside.applicant.constraints import Constraints
from bedside.applicant.cycles import Cycle
from bedside.applicant.decision import Decision, SelfAudit, SevenDayTask, StopContract, Target
from bedside.applicant.examinations import Certificate, Exam
from bedside.applicant.experience import Booking, Experience, Explanation
from bedside.applicant.identity import Identity, Licence, MedicalSchool, Status
from bedside.applicant.letters import Letter
from bedside.applicant.shape import Part, Text

SCHEMA_VERSION = 1


class Dossier(Part):
    """The applicant's file. Everything but identity and medical school may be left for later."""

    schema_version: Literal[1] = Field(description="The version of this format; older files open forever.")
    identity: Identity
    medical_school: MedicalSchool
    status: Status | None = None
    exams: tuple[Exam, ...] = ()
    certificate: Certificate | None = None
    licences: tuple[Licence, ...] = ()
    experiences: tuple[Experience, ...] = ()
    bookings: tuple[Booking, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    letters: tuple[Letter, ...] = ()
    cycles: tuple[Cycle, ...] = ()
    target: Target = Target()
    constraints: Constraints = Constraints()
    strengths: tuple[Text, ...] = Field(default=(), description="What your years outside the clinic gave you.")
    decision: Decision | None = None
    stop_contract: StopContract | None = None
    seven_day_task: SevenDayTask | None = None
    self_audit: SelfAudit = SelfAudit()
    readings: dict[str, float] = Field(
        default_factory=dict, description="Your own values for Bedside's adjustable readings, by name."
    )
