"""Months of US clinical experience in each way a program may count them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.measuring.stretches import Span
from bedside.applicant.measuring.us_clinical_experience import CountedExperience, counted_experiences, months_of
from bedside.applicant.parts.experience import Contact, Role
from bedside.applicant.parts.timeline import Told
from bedside.evidence.library import Evidence


@dataclass(frozen=True, slots=True)
class Months:
    """Months done, counted in four ways: everything or hands-on alone, with or without what was done as a student."""

    all: Span
    as_graduate: Span
    hands_on: Span
    hands_on_as_graduate: Span
    entries: tuple[str, ...]


def months_held(dossier: Dossier, until: date, evidence: Evidence) -> Months:
    """Months done by `until` (inclusive); where more may be missing from the dossier, a span has no upper end."""
    hours_per_month = evidence.number("reading.hours-per-clinical-month")
    is_complete = dossier.tells_all(Told.US_CLINICAL)
    everything = counted_experiences(dossier, until)
    hands_on = tuple(one for one in everything if _contact(dossier, one) is Contact.HANDS_ON)

    def months(counted: tuple[CountedExperience, ...], *roles: Role) -> Span:
        low = sum(months_of(counted, role, hours_per_month).low for role in roles)
        high = sum(months_of(counted, role, hours_per_month).high for role in roles)
        return Span(low, high).or_more(is_complete)

    return Months(
        all=months(everything, Role.STUDENT, Role.GRADUATE),
        as_graduate=months(everything, Role.GRADUATE),
        hands_on=months(hands_on, Role.STUDENT, Role.GRADUATE),
        hands_on_as_graduate=months(hands_on, Role.GRADUATE),
        entries=tuple(one.entry for one in everything),
    )


def _contact(dossier: Dossier, counted: CountedExperience) -> Contact:
    return dossier.experiences[int(counted.entry.removeprefix("experiences[").removesuffix("]"))].contact
