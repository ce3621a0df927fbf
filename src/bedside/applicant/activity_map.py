"""The activity map: month by month since graduation, what was going on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.measuring.stretches import ONE_DAY, Stretch, at_most
from bedside.applicant.parts.experience import Contact, Experience, Kind
from bedside.calendar.months import add_months, first_of_month, months_from

NEAREST_FIRST = (Contact.HANDS_ON, Contact.OBSERVER, Contact.CLINICAL_ADJACENT, Contact.NONE)


@dataclass(frozen=True, slots=True)
class MonthOfActivity:
    """One month (its first day). `main_kind` is the kind with the most hours, `contact` the closest contact
    with patients; both are None in a month without any dated activity."""

    month: date
    entries: tuple[str, ...]
    main_kind: Kind | None
    contact: Contact | None


def activity_map(dossier: Dossier, as_of: date) -> tuple[MonthOfActivity, ...]:
    """Every month from that of graduation to that of `as_of`, both inclusive, from what was done."""
    first = dossier.medical_school.graduated.latest
    dated = [
        (f"experiences[{number}]", experience, at_most(experience, as_of, as_of))
        for number, experience in enumerate(dossier.experiences)
    ]
    return tuple(_month(month, dated) for month in months_from(first_of_month(first), as_of))


def _month(month: date, dated: list[tuple[str, Experience, Stretch | None]]) -> MonthOfActivity:
    last_day = add_months(month, 1) - ONE_DAY
    here = [
        (entry, experience)
        for entry, experience, stretch in dated
        if stretch is not None and stretch.first_day <= last_day and stretch.last_day >= month
    ]
    experiences = [experience for _, experience in here]
    main = max(experiences, key=lambda one: one.hours_per_week or 0.0, default=None)
    closest = min((one.contact for one in experiences), key=NEAREST_FIRST.index, default=None)
    return MonthOfActivity(month, tuple(entry for entry, _ in here), main.kind if main else None, closest)
