"""Which experiences are real US clinical experience, and how many months they make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.measuring.stretches import NOTHING, Span, Stretch, at_least, at_most
from bedside.applicant.parts.experience import Contact, Experience, Role, Structure

WORKING_DAYS_A_WEEK = 5
DAYS_A_WEEK = 7
MOST_HOURS_A_WEEK = 168


@dataclass(frozen=True, slots=True)
class CountedExperience:
    """An experience that counts, and its hours done so far (a span where hours or dates are not exact)."""

    entry: str
    title: str
    role: Role
    hours: Span


@dataclass(frozen=True, slots=True)
class NotCounted:
    """A clinical experience that does not count, and why."""

    entry: str
    title: str
    why: str


def why_not_counted(experience: Experience) -> str | None:
    """Why an experience is not US clinical experience in the sense programs use; None where it counts."""
    if not experience.is_in_the_us:
        return "it was outside the United States"
    if experience.contact is Contact.NONE:
        return "it has no contact with patients"
    if experience.contact is Contact.CLINICAL_ADJACENT:
        return "it is beside the clinic (scribing, assisting, coordinating), and is shown apart"
    if experience.contact is Contact.OBSERVER and not _is_true_observership(experience):
        return "observing without a program or a named supervisor is not a true observership"
    return None


def counted_experiences(dossier: Dossier, until: date) -> tuple[CountedExperience, ...]:
    """Everything that counts and was done by `until` (inclusive), with its hours."""
    return tuple(
        CountedExperience(entry, experience.title, experience.role, hours_done(experience, until))
        for entry, experience in _begun(dossier, until)
        if why_not_counted(experience) is None
    )


def not_counted(dossier: Dossier, until: date) -> tuple[NotCounted, ...]:
    """Clinical experiences in the United States that do not count, each with the reason."""
    return tuple(
        NotCounted(entry, experience.title, why)
        for entry, experience in _begun(dossier, until)
        if experience.is_in_the_us and experience.contact is not Contact.NONE
        if (why := why_not_counted(experience)) is not None
    )


def hours_done(experience: Experience, until: date) -> Span:
    """Hours done by `until`: hours a week times weeks. Unknown hours span from none to every hour there is."""
    shortest, longest = at_least(experience, until, until), at_most(experience, until, until)
    most = MOST_HOURS_A_WEEK if experience.hours_per_week is None else experience.hours_per_week
    least = 0.0 if experience.hours_per_week is None else experience.hours_per_week
    return Span(least * _weeks(shortest), most * _weeks(longest))


def months_of(counted: tuple[CountedExperience, ...], role: Role, hours_per_month: float) -> Span:
    """Months (hours over `hours_per_month`) in one role."""
    total = sum((one.hours for one in counted if one.role is role), NOTHING)
    return Span(total.low / hours_per_month, total.high / hours_per_month)


def _weeks(stretch: Stretch | None) -> float:
    """Weeks as Mondays to Fridays over five, so that four weeks end on a Friday as well as on a Sunday."""
    if stretch is None:
        return 0.0
    working_days = stretch.working_days
    return working_days / WORKING_DAYS_A_WEEK if working_days else stretch.days / DAYS_A_WEEK


def _is_true_observership(experience: Experience) -> bool:
    return experience.structure is Structure.STRUCTURED or experience.supervisor is not None


def _begun(dossier: Dossier, until: date) -> Iterator[tuple[str, Experience]]:
    for number, experience in enumerate(dossier.experiences):
        if experience.start.earliest <= until:
            yield f"experiences[{number}]", experience
