"""How long ago each kind of patient contact, and each letter, was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.measuring.stretches import at_most
from bedside.applicant.measuring.us_clinical_experience import why_not_counted
from bedside.applicant.parts.experience import Contact, Experience
from bedside.applicant.parts.letters import Letter, LetterKind
from bedside.calendar.months import months_between


@dataclass(frozen=True, slots=True)
class LastContact:
    """The latest day with one kind of contact, in the United States or abroad.

    `goes_on` where it had no end on the as-of day: it is then taken to go on to the day measured.
    `months_ago` counts from the latest day the dates allow, `months_ago_at_most` from the earliest.
    """

    contact: Contact
    in_the_us: bool
    last_day: date
    months_ago: float
    months_ago_at_most: float
    goes_on: bool
    entry: str
    title: str


@dataclass(frozen=True, slots=True)
class LetterAge:
    """A letter that is written, and its age in calendar months; None where its date is not known."""

    entry: str
    writer: str
    kind: LetterKind
    months_old: float | None
    uploaded: bool


def last_contacts(dossier: Dossier, day: date, as_of: date) -> tuple[LastContact, ...]:
    """The latest contact of each kind, in the United States and abroad, most recent first."""
    latest: dict[tuple[Contact, bool], LastContact] = {}
    for number, experience in enumerate(dossier.experiences):
        contact = _contact(experience, f"experiences[{number}]", day, as_of)
        if contact is None:
            continue
        known = latest.get((contact.contact, contact.in_the_us))
        if known is None or contact.last_day > known.last_day:
            latest[contact.contact, contact.in_the_us] = contact
    return tuple(sorted(latest.values(), key=lambda one: (one.months_ago, one.contact, one.in_the_us)))


def letter_ages(dossier: Dossier, day: date) -> tuple[LetterAge, ...]:
    """Letters that are written or uploaded, and how old each is on `day`."""
    return tuple(
        LetterAge(f"letters[{number}]", letter.writer, letter.kind, _age(letter, day), letter.uploaded is not None)
        for number, letter in enumerate(dossier.letters)
        if letter.written is not None or letter.uploaded is not None
    )


def is_meaningful(experience: Experience) -> bool:
    """Whether patients were met in a way programs would take for contact: hands-on, beside the clinic,
    or a true observership (abroad, observing does not count)."""
    if experience.contact is Contact.OBSERVER:
        return why_not_counted(experience) is None
    return experience.contact is not Contact.NONE


def _contact(experience: Experience, entry: str, day: date, as_of: date) -> LastContact | None:
    stretch = at_most(experience, min(day, as_of), day)
    if stretch is None or experience.start.earliest > min(day, as_of) or not is_meaningful(experience):
        return None
    return LastContact(
        contact=experience.contact,
        in_the_us=experience.is_in_the_us,
        last_day=stretch.last_day,
        months_ago=months_between(stretch.last_day, day),
        months_ago_at_most=months_between(_earliest_last_day(experience, stretch.last_day), day),
        goes_on=experience.is_current,
        entry=entry,
        title=experience.title,
    )


def _earliest_last_day(experience: Experience, last_day: date) -> date:
    return last_day if isinstance(experience.end, str) else min(last_day, experience.end.earliest)


def _age(letter: Letter, day: date) -> float | None:
    return None if letter.written is None else months_between(letter.written.latest, day)
