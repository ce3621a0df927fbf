"""The timeline of what the applicant did since school, and what is booked but not done."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field

from bedside.applicant.examinations import ExamName
from bedside.applicant.partial_date import PartialDate
from bedside.applicant.shape import Answer, Count, Hours, Money, Name, Part, Text, YesNoUnknown


class Kind(StrEnum):
    """What an experience mainly was."""

    JOB = "job"
    ROTATION = "rotation"
    VOLUNTEERING = "volunteering"
    RESEARCH = "research"
    CLINICAL_PRACTICE = "clinical practice"
    STUDY = "study"
    TEACHING = "teaching"
    OTHER = "other"


class Contact(StrEnum):
    """The contact with patients that an experience had."""

    HANDS_ON = "hands-on"
    CLINICAL_ADJACENT = "clinical-adjacent"
    OBSERVER = "observer"
    NONE = "none"


class Role(StrEnum):
    """Whether it was done as a medical student or after graduation."""

    STUDENT = "student"
    GRADUATE = "graduate"


class Setting(StrEnum):
    """Where it took place."""

    HOSPITAL = "hospital"
    CLINIC = "clinic"
    COMMUNITY = "community"
    OFFICE = "office"
    UNIVERSITY = "university"
    REMOTE = "remote"


class Structure(StrEnum):
    """A program with an application and a named teacher, or an informal arrangement."""

    STRUCTURED = "structured"
    INFORMAL = "informal"


class Progression(Part):
    """A promotion, a new responsibility, a project owned."""

    date: PartialDate | None = None
    what: Text


class Experience(Part):
    """One stretch of time. `from` and `to` are both inclusive; `to: present` means it goes on."""

    title: Name
    organization: Name | None = None
    kind: Kind
    country: Name = "United States"
    start: PartialDate = Field(alias="from", description="First day, month or year.")
    end: PartialDate | Literal["present"] = Field(alias="to", description="Last day, month or year, or present.")
    hours_per_week: Hours | None = Field(None, description="Usual hours a week; leave out if you do not know.")
    contact: Contact = Field(description="Contact with patients: hands-on, clinical-adjacent, observer or none.")
    role: Role = Field(Role.GRADUATE, alias="as", description="As a medical student or as a graduate.")
    setting: Setting | None = None
    structure: Structure | None = None
    specialty: Name | None = None
    supervisor: Name | None = Field(None, description="Who supervised you; a true observership has a name here.")
    letter: YesNoUnknown = Field(Answer.UNKNOWN, description="Whether a letter came or will come from it.")
    paid: YesNoUnknown = Answer.UNKNOWN
    duties: Text | None = Field(None, description="What you did, in your words.")
    physician_contact: Text | None = Field(None, description="Which physicians you work with, and on what.")
    progression: tuple[Progression, ...] = ()
    receipt: Text | None = Field(None, description="What proves it: a certificate, a letter, a contract.")
    note: Text | None = None

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


class BookingKind(StrEnum):
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

    title: Name
    kind: BookingKind
    start: PartialDate = Field(alias="from")
    end: PartialDate = Field(alias="to")
    confirmed: YesNoUnknown = Field(Answer.UNKNOWN, description="Whether the other side has said yes.")
    hours_per_week: Hours | None = None
    exam: ExamName | None = Field(None, description="Which exam, for a booked exam.")
    contact: Contact | None = None
    setting: Setting | None = None
    structure: Structure | None = None
    specialty: Name | None = None
    supervisor: Name | None = None
    letter: YesNoUnknown = Answer.UNKNOWN
    cost: Money | None = Field(None, description="What it costs you, in US dollars.")
    paid_leave_days: Count | None = Field(None, description="Days of paid leave it takes.")
    unpaid_leave_days: Count | None = Field(None, description="Days of unpaid leave it takes.")
    note: Text | None = None


class Explanation(Part):
    """Why a stretch without activity was there. Explained means a reason, dates and a receipt."""

    start: PartialDate = Field(alias="from")
    end: PartialDate = Field(alias="to")
    reason: Text | None = None
    receipt: Text | None = None
