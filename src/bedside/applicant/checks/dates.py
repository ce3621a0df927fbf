"""Dates that cannot be: in the future where the past is told, or an end before its beginning."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bedside.applicant.checks.known import Known, key_of, mistake
from bedside.applicant.dossier import Dossier
from bedside.applicant.mistakes import Finding, field_name
from bedside.applicant.parts.applications import Application
from bedside.applicant.parts.constraints import FixedDate
from bedside.applicant.parts.decision import ContractChange, SevenDayTask, StopContract
from bedside.applicant.parts.examinations import Certificate, Exam
from bedside.applicant.parts.experience import Booking, Experience, Explanation
from bedside.applicant.parts.identity import Licence, MedicalSchool, Status
from bedside.applicant.parts.letters import Letter
from bedside.applicant.parts.opportunities import Opportunity, Outreach
from bedside.applicant.parts.partial_date import PartialDate
from bedside.applicant.parts.shape import Part

_MAY_LIE_AHEAD: dict[type[Part], tuple[str, ...]] = {
    Booking: ("start", "end"),
    Opportunity: ("start", "end"),
    FixedDate: ("start", "end"),
    Certificate: ("expires",),
    Status: ("valid_until", "ead_expires"),
    Licence: ("end",),
    Letter: ("promised",),
    Explanation: ("end",),
    Application: ("interview",),
}
_IF_IT_IS_A_PLAN: dict[type[Part], str] = {
    Experience: "If it goes on, write `present`. If it is a plan, put it under `bookings`.",
    Exam: "If it is a plan, put it under `bookings`, with `kind: exam`.",
    MedicalSchool: "Bedside is for after graduation; check the year.",
}
_IN_THIS_ORDER: tuple[tuple[type[Part], str, str, str], ...] = (
    (Experience, "start", "end", "ends before it starts"),
    (Booking, "start", "end", "ends before it starts"),
    (Opportunity, "start", "end", "ends before it starts"),
    (Outreach, "sent", "answered", "was answered before it was sent"),
    (Outreach, "sent", "reminded", "was asked again before it was sent"),
    (Explanation, "start", "end", "ends before it starts"),
    (FixedDate, "start", "end", "ends before it starts"),
    (Licence, "start", "end", "ends before it starts"),
    (Certificate, "issued", "expires", "expires before it was issued"),
    (Letter, "asked", "uploaded", "was uploaded before it was asked for"),
    (Letter, "written", "uploaded", "was uploaded before it was written"),
    (Application, "applied", "invited", "came before you applied"),
    (Application, "invited", "interview", "is before the invitation"),
    (SevenDayTask, "set_on", "done_on", "was done before it was set"),
)


def dates_in_the_future(known: Known) -> Iterator[Finding]:
    """A date after the as-of day, where only what has happened belongs."""
    for path, part in known.parts:
        for attribute in _dates_of(part):
            day = _first_day(getattr(part, attribute))
            if day is None or day <= known.as_of or attribute in _MAY_LIE_AHEAD.get(type(part), ()):
                continue
            remedy = _IF_IT_IS_A_PLAN.get(type(part), "Write the day it happened, or leave the line out.")
            what = f"{getattr(part, attribute)} is in the future, seen from {known.as_of}."
            yield mistake((*path, key_of(part, attribute)), what, remedy)


def dates_in_the_wrong_order(known: Known) -> Iterator[Finding]:
    """A second date which lies wholly before the first."""
    for kind, first, second, says in _IN_THIS_ORDER:
        for path, part in known.all(kind):
            begun, ended = _first_day(getattr(part, first)), _last_day(getattr(part, second))
            if begun is not None and ended is not None and ended < begun:
                yield mistake(
                    (*path, key_of(part, second)),
                    f"This {says}: {getattr(part, first)} comes after {getattr(part, second)}.",
                    f"Check `{key_of(part, first)}` and `{key_of(part, second)}` of `{field_name(path)}`.",
                )


def changes_before_the_contract(known: Known) -> Iterator[Finding]:
    """A change of the stop contract asked for before it was signed."""
    contract = known.one(StopContract)
    for path, change in known.all(ContractChange):
        if contract is not None and contract.signed is not None and change.asked < contract.signed:
            what = f"This change was asked for before the contract was signed on {contract.signed}."
            yield mistake((*path, "asked"), what, "Check both dates.")


def _dates_of(part: Part) -> Iterator[str]:
    if isinstance(part, Dossier):
        return
    for attribute in type(part).model_fields:
        if isinstance(getattr(part, attribute), PartialDate | date):
            yield attribute


def _first_day(value: object) -> date | None:
    if isinstance(value, PartialDate):
        return value.earliest
    return value if isinstance(value, date) else None


def _last_day(value: object) -> date | None:
    return value.latest if isinstance(value, PartialDate) else _first_day(value)
