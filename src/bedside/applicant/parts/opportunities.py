"""Places the applicant could go to for clinical experience, and whom they wrote to about them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from pydantic import BeforeValidator, Field

from bedside.applicant.parts.experience import Booking, Contact, Setting, Structure
from bedside.applicant.parts.partial_date import Day, PartialDate
from bedside.applicant.parts.shape import Answer, Days, Hours, Money, Name, Part, Text, Word, YesNoUnknown


class OpportunityKind(Word):
    """What is offered."""

    OBSERVERSHIP = "observership"
    EXTERNSHIP = "externship"
    RESEARCH = "research"
    VOLUNTEERING = "volunteering"
    OTHER = "other"


class OpportunityState(Word):
    """How far it is."""

    FOUND = "found"
    ASKED = "asked"
    OFFERED = "offered"
    BOOKED = "booked"
    REFUSED = "refused"
    LEFT = "left aside"


class WarningSigns(Part):
    """What was promised or kept back; each is a question to answer before anything is paid."""

    guarantees_a_letter: YesNoUnknown = Field(
        Answer.UNKNOWN, description="Whether a letter is promised before anyone has met you.", examples=["no"]
    )
    guarantees_a_match: YesNoUnknown = Field(
        Answer.UNKNOWN, description="Whether a match or an interview is promised.", examples=["no"]
    )
    hides_the_physician: YesNoUnknown = Field(
        Answer.UNKNOWN, description="Whether the physician's name is kept back until you pay.", examples=["no"]
    )
    template_letters: YesNoUnknown = Field(
        Answer.UNKNOWN, description="Whether letters are written from a template.", examples=["no"]
    )
    hands_on_without_licence: YesNoUnknown = Field(
        Answer.UNKNOWN, description="Whether hands-on work is offered to someone without a US licence.", examples=["no"]
    )
    only_remote: YesNoUnknown = Field(
        Answer.UNKNOWN, description="Whether it is by video only and called US clinical experience.", examples=["no"]
    )
    asks_for_all_money_first: YesNoUnknown = Field(
        Answer.UNKNOWN, description="Whether all of it has to be paid at once, with nothing back.", examples=["no"]
    )
    cannot_be_found: YesNoUnknown = Field(
        Answer.UNKNOWN, description="Whether the hospital's own pages know nothing of it.", examples=["no"]
    )


class Confirmations(Part):
    """What has to be confirmed before hands-on work is ever put on a calendar."""

    site: YesNoUnknown = Field(
        Answer.UNKNOWN, description="Whether the site has confirmed in writing what you may do.", examples=["yes"]
    )
    state_law: YesNoUnknown = Field(
        Answer.UNKNOWN, description="Whether the state's board allows it without a licence.", examples=["unknown"]
    )
    status: YesNoUnknown = Field(
        Answer.UNKNOWN, description="Whether a lawyer or your school said your status allows it.", examples=["unknown"]
    )


class Opportunity(Part):
    """One place the applicant could go to, as far as it is known."""

    title: Name = Field(description="What it is.", examples=["Internal medicine observership"])
    kind: OpportunityKind = Field(description="What the place offers.", examples=["observership"])
    organization: Name | None = Field(None, description="Where it is.", examples=["Lakeview Hospital"])
    state: OpportunityState = Field(OpportunityState.FOUND, description="How far you are with it.", examples=["asked"])
    setting: Setting | None = Field(None, description="Hospital, clinic or another place.", examples=["hospital"])
    structure: Structure | None = Field(
        None, description="A program with an application, or an informal arrangement.", examples=["structured"]
    )
    contact: Contact | None = Field(None, description="Contact with patients it would have.", examples=["observer"])
    trains_residents: YesNoUnknown = Field(
        Answer.UNKNOWN,
        description="Whether the place trains residents; programs know its letters.",
        examples=["yes"],
    )
    letter: YesNoUnknown = Field(Answer.UNKNOWN, description="Whether a letter is possible.", examples=["yes"])
    specialty: Name | None = Field(None, description="The specialty it belongs to.", examples=["Internal Medicine"])
    start: PartialDate | None = Field(None, alias="from", description="First day it could be.", examples=["2027-03-01"])
    end: PartialDate | None = Field(None, alias="to", description="Last day it could be.", examples=["2027-03-26"])
    hours_per_week: Hours | None = Field(None, description="Hours a week it takes.", examples=[40])
    fee: Money | None = Field(None, description="What the place charges, in US dollars.", examples=[750])
    travel: Money | None = Field(None, description="Travel and housing, in US dollars.", examples=[600])
    paid_leave_days: Days | None = Field(None, description="Days of paid leave it would take.", examples=[10])
    unpaid_leave_days: Days | None = Field(None, description="Days without pay it would take.", examples=[10])
    lead_time_weeks: Hours | None = Field(None, description="Weeks from asking to starting.", examples=[12])
    warning_signs: WarningSigns = Field(default=WarningSigns(), description="What to ask before paying.")
    confirmations: Confirmations = Field(default=Confirmations(), description="What is confirmed for hands-on work.")
    note: Text | None = Field(None, description="Anything else, in your words.", examples=["A colleague went there."])


def places_of(places: Iterable[Opportunity], booking: Booking) -> tuple[Opportunity, ...]:
    """The places a booking may be of: its title is theirs, and its days and theirs may be the same time.

    A place without days may be of any time.
    """
    return tuple(
        place
        for place in places
        if place.title.casefold() == booking.title.casefold()
        and (place.start is None or place.start.earliest <= booking.end.latest)
        and (place.end is None or place.end.latest >= booking.start.earliest)
    )


def has_all_three_confirmations(places: Iterable[Opportunity], booking: Booking) -> bool:
    """Whether site, state law and status have all said yes to hands-on work at the place of this booking.

    Where it may be of several places, each of them needs all three.
    """
    found = places_of(places, booking)
    return bool(found) and all(
        one.confirmations.site is one.confirmations.state_law is one.confirmations.status is Answer.YES for one in found
    )


class OutreachKind(Word):
    """What was asked for."""

    ENQUIRY = "enquiry about a place"
    TIME_OFF = "time off from work"
    LETTER = "letter"
    VOLUNTEERING = "volunteering"
    OTHER = "other"


class OutreachAnswer(Word):
    """What came back."""

    WAITING = "waiting"
    YES = "yes"
    MAYBE = "maybe"
    NO = "no"
    NOTHING = "nothing"


def _read_yes_or_no(value: object) -> object:
    """YAML takes a bare yes or no for a truth value."""
    return {True: OutreachAnswer.YES, False: OutreachAnswer.NO}[value] if isinstance(value, bool) else value


class Outreach(Part):
    """One message or call, and what came of it."""

    to: Name = Field(description="Whom you wrote to or called.", examples=["Dr. Chen, Lakeview Hospital"])
    kind: OutreachKind = Field(description="What you asked for.", examples=["enquiry about a place"])
    sent: Day = Field(description="The day you sent it.", examples=["2026-11-10"])
    reminded: Day | None = Field(None, description="The day you asked again.", examples=["2026-11-24"])
    answer: Annotated[OutreachAnswer, BeforeValidator(_read_yes_or_no)] = Field(
        OutreachAnswer.WAITING, description="What answer came.", examples=["maybe"]
    )
    answered: Day | None = Field(None, description="The day it came.", examples=["2026-11-20"])
    note: Text | None = Field(None, description="Anything else, in your words.", examples=["Call in January."])
