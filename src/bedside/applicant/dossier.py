"""The dossier: one document the applicant owns, from which everything is computed."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from bedside.applicant.parts.applications import Application
from bedside.applicant.parts.constraints import Constraints
from bedside.applicant.parts.cycles import Cycle
from bedside.applicant.parts.decision import Decision, SelfAudit, SevenDayTask, StopContract, Target
from bedside.applicant.parts.drafts import Arc, DraftText
from bedside.applicant.parts.examinations import Certificate, Exam, ExamName
from bedside.applicant.parts.experience import Booking, Experience, Explanation
from bedside.applicant.parts.identity import Identity, Licence, MedicalSchool, Status
from bedside.applicant.parts.letters import Letter
from bedside.applicant.parts.opportunities import Opportunity, Outreach
from bedside.applicant.parts.shape import Answer, Part, Text, YesNoUnknown, refuse_a_truth_value
from bedside.applicant.parts.ticked_off import TickedOff
from bedside.applicant.parts.timeline import Timeline, Told

SCHEMA_VERSION = 1

ReadingName = Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[a-z0-9.-]+$")]
Reading = Annotated[float, Field(ge=-1_000_000, le=1_000_000), BeforeValidator(refuse_a_truth_value)]


class Dossier(Part):
    """The applicant's file. Everything but identity and medical school may be left for later."""

    schema_version: Literal[1] = Field(
        description="The version of this format; older files open forever.", examples=[1]
    )
    identity: Identity = Field(description="How you are named on documents.")
    medical_school: MedicalSchool = Field(description="Where and when you graduated.")
    status: Status | None = Field(None, description="Your status in the United States.")
    exams: tuple[Exam, ...] = Field(default=(), description="Every attempt at every examination.")
    exams_not_taken: tuple[ExamName, ...] = Field(
        default=(),
        description="Exams you have not sat yet. One that is neither here nor under `exams` is unknown.",
        examples=[["Step 3"]],
    )
    certificate: Certificate | None = Field(None, description="ECFMG certification.")
    licences: tuple[Licence, ...] = Field(default=(), description="Licences to practise medicine, in any country.")
    experiences: tuple[Experience, ...] = Field(default=(), description="What you did since school.")
    timeline: Timeline = Field(default=Timeline(), description="Whether that is everything since school.")
    bookings: tuple[Booking, ...] = Field(default=(), description="What is on your calendar and not done yet.")
    explanations: tuple[Explanation, ...] = Field(default=(), description="Why a stretch without activity was there.")
    letters: tuple[Letter, ...] = Field(default=(), description="Letters of recommendation.")
    opportunities: tuple[Opportunity, ...] = Field(default=(), description="Places you could go to.")
    outreach: tuple[Outreach, ...] = Field(default=(), description="Whom you wrote to or called, and what came back.")
    cycles: tuple[Cycle, ...] = Field(default=(), description="Seasons you have applied in.")
    applied_before: YesNoUnknown | None = Field(
        None,
        description="Whether you have applied in an earlier season. Left out: yes once `cycles` has one, else unknown.",
        examples=["no"],
    )
    target: Target = Field(default=Target(), description="What you aim at.")
    constraints: Constraints = Field(default=Constraints(), description="Your real calendar and your real money.")
    applications: tuple[Application, ...] = Field(
        default=(), description="Programs you apply to, how each stands, and your rank order list."
    )
    strengths: tuple[Text, ...] = Field(
        default=(),
        description="What your years outside the clinic gave you.",
        examples=[["I read readmission data for four hospitals."]],
    )
    story: Arc = Field(default=Arc(), description="What your story rests on, in your words.")
    drafts: tuple[DraftText, ...] = Field(default=(), description="Your texts for the application and the interview.")
    decision: Decision | None = Field(None, description="What you decided.")
    stop_contract: StopContract | None = Field(None, description="When you stop, and what you do then.")
    seven_day_task: SevenDayTask | None = Field(None, description="One thing to do within seven days.")
    ticked_off: tuple[TickedOff, ...] = Field(default=(), description="Tasks of the plan that you have done.")
    self_audit: SelfAudit = Field(default=SelfAudit(), description="Your own marks in five areas.")
    readings: dict[ReadingName, Reading] = Field(
        default_factory=dict,
        description="Your own values for Bedside's adjustable readings, by name.",
        examples=[{"reading.gap.short-over": 2}],
    )

    @property
    def timeline_is_complete(self) -> bool:
        """Whether everything since school is told; where nothing is said of it, a list with entries is complete."""
        complete = self.timeline.complete
        return bool(self.experiences) if complete is None else complete is Answer.YES

    def tells_all(self, told: Told) -> bool:
        """Whether everything of one kind is told, be the rest of the timeline complete or not."""
        return self.timeline_is_complete or told in self.timeline.told_in_full
