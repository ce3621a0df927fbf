"""Everything that is measured about an applicant on a given day, in one place for everyone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.measuring.gaps import Gap, gaps
from bedside.applicant.measuring.non_clinical_time import NonClinicalTime, non_clinical_time
from bedside.applicant.measuring.recency import LastContact, LetterAge, last_contacts, letter_ages
from bedside.applicant.measuring.stretches import Span
from bedside.applicant.measuring.us_clinical_experience import (
    CountedExperience,
    NotCounted,
    counted_experiences,
    months_of,
    not_counted,
)
from bedside.applicant.parts.examinations import CertificateState, Exam, ExamName, ExamResult
from bedside.applicant.parts.experience import BookingKind, Role
from bedside.applicant.parts.timeline import Told
from bedside.evidence.library import Evidence

STEPS = (ExamName.STEP_1, ExamName.STEP_2_CK, ExamName.STEP_2_CS, ExamName.STEP_3)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One attempt at an examination and its place in the dossier."""

    entry: str
    exam: Exam


@dataclass(frozen=True, slots=True)
class Measures:
    """The applicant on `day`, as known on `as_of`.

    Years since graduation are whole calendar years. Months are calendar months, except those of US clinical
    experience, which are hours over the hours of a clinical month.

    Where the timeline is not complete, months are at least those told and `gaps` are only those the applicant has
    explained; the other stretches without activity are `not_told`. `last_contact_told` is whether no later contact
    can be missing.
    """

    day: date
    as_of: date
    years_since_graduation: int
    failures: tuple[Attempt, ...]
    incomplete: tuple[Attempt, ...]
    us_clinical_as_student: Span
    us_clinical_as_graduate: Span
    counted: tuple[CountedExperience, ...]
    not_counted: tuple[NotCounted, ...]
    non_clinical: NonClinicalTime
    gaps: tuple[Gap, ...]
    not_told: tuple[Gap, ...]
    last_contacts: tuple[LastContact, ...]
    last_contact_told: bool
    letters: tuple[LetterAge, ...]

    @property
    def failed_attempts(self) -> int:
        """Failed attempts over all Steps; an incomplete attempt is not one of them."""
        return len(self.failures)

    @property
    def us_clinical_months(self) -> Span:
        """Months as student and as graduate together: the sum is what is banded."""
        return self.us_clinical_as_student + self.us_clinical_as_graduate

    @property
    def non_clinical_months(self) -> Span:
        """Calendar months whose main activity was a non-clinical job."""
        return self.non_clinical.months

    @property
    def unexplained_gaps(self) -> tuple[Gap, ...]:
        """Gaps without a reason, dates and receipt that cover them."""
        return tuple(gap for gap in self.gaps if not gap.explained)

    @property
    def last_contact(self) -> LastContact | None:
        """The most recent meaningful contact of any kind, anywhere."""
        return self.last_contacts[0] if self.last_contacts else None


def measure(dossier: Dossier, day: date, as_of: date, evidence: Evidence) -> Measures:
    """Measure the applicant on `day`, with what was done by `as_of`.

    Elapsed time runs to `day`, and what goes on is taken to go on; US clinical experience counts only what
    was done by `as_of`; bookings count for nothing. With `day` before `as_of` nothing after `day` counts.
    """
    done = min(day, as_of)
    hours_per_month = evidence.number("reading.hours-per-clinical-month")
    counted = counted_experiences(dossier, done)
    all_us_clinical = dossier.tells_all(Told.US_CLINICAL)
    non_clinical = non_clinical_time(dossier, day, as_of, evidence.number("reading.main-activity-hours"))
    holes = gaps(
        dossier, day, as_of, evidence.number("reading.gap.short-over"), evidence.number("reading.gap.long-from")
    )
    known = tuple(hole for hole in holes if dossier.timeline_is_complete or hole.explained)
    return Measures(
        day=day,
        as_of=as_of,
        years_since_graduation=years_since_graduation(dossier, day.year),
        failures=_attempts(dossier, done, ExamResult.FAILED),
        incomplete=_attempts(dossier, done, ExamResult.INCOMPLETE),
        us_clinical_as_student=months_of(counted, Role.STUDENT, hours_per_month).or_more(all_us_clinical),
        us_clinical_as_graduate=months_of(counted, Role.GRADUATE, hours_per_month).or_more(all_us_clinical),
        counted=counted,
        not_counted=not_counted(dossier, done),
        non_clinical=replace(non_clinical, months=non_clinical.months.or_more(dossier.tells_all(Told.JOBS))),
        gaps=known,
        not_told=tuple(hole for hole in holes if hole not in known),
        last_contacts=last_contacts(dossier, day, as_of),
        last_contact_told=dossier.tells_all(Told.LAST_CONTACT),
        letters=letter_ages(dossier, day),
    )


def years_since_graduation(dossier: Dossier, year: int) -> int:
    """Calendar years from graduation to `year` (the year of a day, or the year training starts)."""
    return year - dossier.medical_school.graduated.year


def attempts_at(dossier: Dossier, name: ExamName) -> tuple[Attempt, ...]:
    """Every attempt at one examination, in the order of the dossier."""
    return tuple(Attempt(f"exams[{number}]", exam) for number, exam in enumerate(dossier.exams) if exam.exam is name)


def is_not_told(dossier: Dossier, name: ExamName, as_of: date) -> bool:
    """Whether nothing says how an exam stands: no attempt, no seat booked ahead, and not that it is not taken.

    Step 3 cannot have been sat by anyone whose certificate is said not to be issued.
    """
    held = dossier.certificate.state if dossier.certificate else CertificateState.UNKNOWN
    if name is ExamName.STEP_3 and held in (CertificateState.APPLIED, CertificateState.NOT_STARTED):
        return False
    seats = (one for one in dossier.bookings if one.kind is BookingKind.EXAM and one.exam is name)
    is_ahead = any(seat.end.latest >= as_of for seat in seats)
    return not attempts_at(dossier, name) and not is_ahead and name not in dossier.exams_not_taken


def _attempts(dossier: Dossier, until: date, result: ExamResult) -> tuple[Attempt, ...]:
    return tuple(
        attempt
        for name in STEPS
        for attempt in attempts_at(dossier, name)
        if attempt.exam.result is result
        if attempt.exam.date is None or attempt.exam.date.earliest <= until
    )
