"""The applicant as programs would hold them against their limits, on the day they open files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.measuring.stretches import Span
from bedside.applicant.parts.examinations import CertificateState
from bedside.applicant.parts.shape import Answer
from bedside.calendar.months import months_between
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason
from bedside.programs.eligibility.examinations_held import (
    Attempts,
    Score,
    attempts_held,
    step_2_ck_held,
    step_3_held,
)
from bedside.programs.eligibility.letters_held import Letters, letters_held
from bedside.programs.eligibility.months_held import Months, months_held
from bedside.programs.eligibility.visa_needed import VisaNeed, visa_needed


@dataclass(frozen=True, slots=True)
class Asker:
    """Everything a limit of a program is held against, as known on `as_of`, for files opened on `files_opened`.

    `months_left` are the calendar months from `as_of` to that day. What is booked counts for nothing until it is done.
    The reasons at the end are rules quoted where they apply.
    """

    as_of: date
    files_opened: date
    training_starts: date
    graduated: int
    school_abroad: bool
    visa: VisaNeed
    attempts: Attempts
    step_2_ck: Score
    step_3: Answer
    step_3_entries: tuple[str, ...]
    certified: Answer
    us_clinical: Months
    months_left: float
    letters: Letters
    trained_before: Answer
    no_second_try: tuple[Reason, ...]
    certificate_before_step_3: tuple[Reason, ...]
    step_3_before_h1b: tuple[Reason, ...]

    @property
    def years_when_applying(self) -> int:
        """Calendar years from graduation to the year in which files are opened."""
        return self.files_opened.year - self.graduated

    @property
    def years_when_starting(self) -> int:
        """Calendar years from graduation to the year in which training starts."""
        return self.training_starts.year - self.graduated


def asker(dossier: Dossier, files_opened: date, training_starts: date, evidence: Evidence, as_of: date) -> Asker:
    """The applicant of a dossier, for the season whose two days are given.

    Elapsed time runs to those days. Clinical time, letters and exams count as far as they are done by `as_of`.
    """
    evidence = evidence.with_readings(dossier.readings)
    step_3, step_3_entries = step_3_held(dossier, as_of)
    return Asker(
        as_of=as_of,
        files_opened=files_opened,
        training_starts=training_starts,
        graduated=dossier.medical_school.graduated.year,
        school_abroad=not _is_us(dossier.medical_school.country),
        visa=visa_needed(dossier),
        attempts=attempts_held(dossier, as_of),
        step_2_ck=step_2_ck_held(dossier, as_of),
        step_3=step_3,
        step_3_entries=step_3_entries,
        certified=_certified(dossier),
        us_clinical=months_held(dossier, min(as_of, files_opened), evidence),
        months_left=months_between(as_of, files_opened),
        letters=letters_held(dossier),
        trained_before=dossier.medical_school.us_residency_training,
        no_second_try=evidence.cite("usmle.passed-step-cannot-be-retaken"),
        certificate_before_step_3=evidence.cite("usmle.step3.needs-certification"),
        step_3_before_h1b=evidence.cite("status.h1b.needs-step3"),
    )


def known_months(span: Span) -> str:
    """A span of months in words."""
    return span.describe("months", "month")


def _certified(dossier: Dossier) -> Answer:
    state = dossier.certificate.state if dossier.certificate else CertificateState.UNKNOWN
    if state is CertificateState.UNKNOWN:
        return Answer.UNKNOWN
    return Answer.YES if state is CertificateState.ISSUED else Answer.NO


def _is_us(country: str) -> bool:
    return country.casefold().replace(".", "") in ("united states", "usa", "us", "united states of america")
