"""The timeline of what the applicant did since school, and what is booked but not done."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from bedside.applicant.parts.examinations import ExamName
from bedside.applicant.parts.partial_date import PartialDate, read_present
from bedside.applicant.parts.shape import Answer, Count, Hours, Money, Name, Part, Text, Word, YesNoUnknown


class Kind(Word):
    """What an experience mainly was."""

    JOB = "job"
    ROTATION = "rotation"
    VOLUNTEERING = "volunteering"
    RESEARCH = "research"
    CLINICAL_PRACTICE = "clinical practice"
    STUDY = "study"
    TEACHING = "teaching"
    OTHER = "other"


class Contact(Word):
    """The contact with patients that an experience had."""

    HANDS_ON = "hands-on"
    CLINICAL_ADJACENT = "clinical-adjacent"
    OBSERVER = "observer"
    NONE = "none"


class Role(Word):
    """Whether it was done as a medical student or after graduation."""

    STUDENT = "student"
    GRADUATE = "graduate"


class Setting(Word):
    """Where it took place."""

    HOSPITAL = "hospital"
    CLINIC = "clinic"
    COMMUNITY = "community"
    OFFICE = "office"
    UNIVERSITY = "university"
    REMOTE = "remote"


class Structure(Word):
    """A program with an application and a named teacher, or an informal arrangement."""

    STRUCTURED = "structured"
    INFORMAL = "informal"


class Progression(Part):
    """A promotion, a new responsibility, a project owned."""

    date: PartialDate | None = Field(None, description="When it was.", examples=["2024-01"])
    what: Text = Field(description="What changed.", examples=["Promoted to senior coordinator."])


class Experience(Part):
    """One stretch of time. `from` and `to` are both inclusive; `to: present` means it goes on."""

    title: Name = Field(description="Your title, as it was.", examples=["Clinical research coordinator"])
    organization: Name | None = Field(None, description="Where you did it.", examples=["Mercy Hospital"])
    kind: Kind = Field(description="What it mainly was.", examples=["job"])
    country: Name = Field("United States", description="The country it took place in.", examples=["United States"])
    start: PartialDate = Field(alias="from", description="First day, month or year.", examples=["2021-03"])
    end: Annotated[PartialDate | Literal["present"], BeforeValidator(read_present)] = Field(
        alias="to", description="Last day, month or year, or present.", examples=["present"]
    )
    hours_per_week: Hours | None = Field(
        None, description="Usual hours a week; leave out if you do not know.", examples=[40]
    )
    contact: Contact = Field(
        description="Contact with patients: hands-on, clinical-adjacent (scribe, medical assistant), observer or none.",
        examples=["none"],
    )
    role: Role = Field(
        Role.GRADUATE, alias="as", description="As a medical student or as a graduate.", examples=["graduate"]
    )
    setting: Setting | None = Field(None, description="Where it took place.", examples=["hospital"])
    structure: Structure | None = Field(
        None,
        description="A program with an application and a named teacher, or an informal arrangement.",
        examples=["structured"],
    )
    specialty: Name | None = Field(None, description="The specialty it belongs to.", examples=["Cardiology"])
    supervisor: Name | None = Field(
        None, description="Who supervised you; a true observership has a name here.", examples=["Dr. Maria Lopez"]
    )
    letter: YesNoUnknown = Field(
        Answer.UNKNOWN, description="Whether a letter came or will come from it.", examples=["yes"]
    )
    paid: YesNoUnknown = Field(Answer.UNKNOWN, description="Whether you were paid.", examples=["yes"])
    duties: Text | None = Field(
        None, description="What you did, in your words.", examples=["Screened and consented patients for two trials."]
    )
    physician_contact: Text | None = Field(
        None,
        description="Which physicians you work with, and on what.",
        examples=["Weekly meeting with three cardiologists."],
    )
    progression: tuple[Progression, ...] = Field(
        default=(), description="Promotions, new responsibilities, projects you own."
    )
    receipt: Text | None = Field(
        None, description="What proves it: a certificate, a letter, a contract.", examples=["Contract of March 2021"]
    )
    note: Text | None = Field(None, description="Anything else, in your words.", examples=["Two days from home."])

    @property
    def is_current(self) -> bool:
        """Whether it goes on."""
        return self.end == "present"

    @property
    def first_day(self) -> date:
        """The first day it can have begun (inclusive)."""
        return self.start.earliest

    def last_day(self, known_on: date) -> date:
        """The last day it can have covered (inclusive), known on `known_on`: what goes on covers that day."""
        return known_on if isinstance(self.end, str) else min(self.end.latest, known_on)

    @property
    def is_in_the_us(self) -> bool:
        """Whether it took place in the United States."""
        return self.country.casefold().replace(".", "") in ("united states", "usa", "us", "united states of america")


class BookingKind(Word):
    """What is booked."""

    ROTATION = "rotation"
    EXAM = "exam"
    VOLUNTEERING = "volunteering"
    APPLICATION_WORK = "application work"
    INTERVIEW = "interview"
    LEAVE = "leave"
    OTHER = "other"


class Booking(Part):
    """Something in the future that is on the applicant's calendar. It counts for nothing until done."""

    title: Name = Field(description="What it is.", examples=["Observership, internal medicine"])
    kind: BookingKind = Field(description="What kind of thing it is.", examples=["rotation"])
    start: PartialDate = Field(alias="from", description="First day.", examples=["2027-02-01"])
    end: PartialDate = Field(alias="to", description="Last day.", examples=["2027-02-26"])
    confirmed: YesNoUnknown = Field(
        Answer.UNKNOWN, description="Whether the other side has said yes.", examples=["yes"]
    )
    hours_per_week: Hours | None = Field(None, description="Hours a week it takes.", examples=[40])
    exam: ExamName | None = Field(None, description="Which exam, for a booked exam.", examples=["Step 3"])
    contact: Contact | None = Field(None, description="Contact with patients it will have.", examples=["observer"])
    setting: Setting | None = Field(None, description="Where it takes place.", examples=["hospital"])
    structure: Structure | None = Field(
        None,
        description="A program with an application and a named teacher, or an informal arrangement.",
        examples=["structured"],
    )
    specialty: Name | None = Field(None, description="The specialty it belongs to.", examples=["Internal Medicine"])
    supervisor: Name | None = Field(None, description="Who will supervise you.", examples=["Dr. Chen"])
    letter: YesNoUnknown = Field(Answer.UNKNOWN, description="Whether a letter may come from it.", examples=["yes"])
    cost: Money | None = Field(None, description="What it costs you, in US dollars.", examples=[1200])
    paid_leave_days: Count | None = Field(None, description="Days of paid leave it takes.", examples=[10])
    unpaid_leave_days: Count | None = Field(None, description="Days of unpaid leave it takes.", examples=[10])
    note: Text | None = Field(None, description="Anything else, in your words.", examples=["Deposit paid."])


class Explanation(Part):
    """Why a stretch without activity was there. Explained means a reason, dates and a receipt."""

    start: PartialDate = Field(alias="from", description="First day, month or year.", examples=["2018-07"])
    end: PartialDate = Field(alias="to", description="Last day, month or year.", examples=["2019-02"])
    reason: Text | None = Field(
        None, description="Why, in a sentence you can say aloud.", examples=["I cared for my father."]
    )
    receipt: Text | None = Field(None, description="What proves it.", examples=["Hospital letter of 2019"])
