"""The write-out: the plain lines to have on paper before anything else."""

from __future__ import annotations

from datetime import date
from math import isfinite

from bedside.applicant.dossier import Dossier
from bedside.applicant.measures import STEPS, Measures, attempts_at
from bedside.applicant.measuring.recency import LastContact
from bedside.applicant.parts.examinations import ExamName
from bedside.applicant.parts.experience import Contact, Experience, Kind
from bedside.applicant.parts.partial_date import PartialDate
from bedside.applicant.parts.timeline import Told
from bedside.calendar.months import months_between
from bedside.evidence.citing import day_in_words
from bedside.evidence.library import Evidence
from bedside.evidence.reason import from_dossier
from bedside.standing.results import Level, Row
from bedside.standing.risk_factors import level_of, non_clinical_level, us_clinical_level

MONTHS_A_YEAR = 12


def write_out(dossier: Dossier, today: Measures, evidence: Evidence) -> tuple[Row, ...]:
    """Graduation, examinations, job and its years, non-clinical time, last contact, US clinical experience."""
    return (
        _graduation(dossier, today),
        _examinations(dossier),
        _current_job(dossier, today),
        _non_clinical(today, evidence),
        _last_contact(today),
        _us_clinical_experience(today, evidence),
    )


def current_job(dossier: Dossier) -> tuple[str, Experience] | None:
    """The current job (or research post) with the most hours a week, and its entry."""
    current = [
        (f"experiences[{number}]", one)
        for number, one in enumerate(dossier.experiences)
        if one.is_current and one.kind in (Kind.JOB, Kind.RESEARCH, Kind.CLINICAL_PRACTICE)
    ]
    return max(current, key=lambda pair: pair[1].hours_per_week or 0.0, default=None)


def _graduation(dossier: Dossier, today: Measures) -> Row:
    school = dossier.medical_school
    says = f"{school.graduated.in_words} ({school.country}), {today.years_since_graduation} years ago by calendar year"
    return Row("graduation", "Year of graduation", says, True, (from_dossier("medical_school", says),))


def _examinations(dossier: Dossier) -> Row:
    lines = [line for name in STEPS if (line := _attempts(dossier, name))]
    first_steps = (ExamName.STEP_1, ExamName.STEP_2_CK)
    complete = all(attempts_at(dossier, name) or name in dossier.exams_not_taken for name in first_steps)
    says = "; ".join(lines) if lines else "No examination is in your file."
    reasons = tuple(from_dossier(f"exams[{number}]", one.exam) for number, one in enumerate(dossier.exams))
    return Row("usmle", "USMLE: scores and attempts", says, complete, reasons)


def _attempts(dossier: Dossier, name: ExamName) -> str:
    attempts = [one.exam for one in attempts_at(dossier, name)]
    if not attempts:
        return f"{name}: not taken yet" if name in dossier.exams_not_taken else ""
    described = ", then ".join(f"{one.result}{f' {one.score}' if one.score else ''}" for one in attempts)
    count = "" if len(attempts) == 1 else f" ({len(attempts)} attempts)"
    return f"{name}: {described}{count}"


def _current_job(dossier: Dossier, today: Measures) -> Row:
    found = current_job(dossier)
    if found is None:
        return Row("current-job", "Current job", "No current job is in your file.", dossier.tells_all(Told.JOBS))
    entry, job = found
    where = f", {job.organization}" if job.organization else ""
    says = f"{job.title}{where}, since {job.start.in_words} ({_how_long(job.start, today.day)})"
    return Row("current-job", "Current job", says, True, (from_dossier(entry, says),))


def _how_long(start: PartialDate, day: date) -> str:
    """From the earliest day `start` can mean to `day`, in whole years and months; a bare year has no months."""
    years, months = divmod(int(months_between(start.earliest, day)), MONTHS_A_YEAR)
    parts = [f"{years} {'year' if years == 1 else 'years'}"] if years else []
    if start.month is None:
        return f"{parts[0]} at most" if parts else "less than a year"
    if months or not parts:
        parts.append(f"{months} {'month' if months == 1 else 'months'}")
    return " and ".join(parts)


def _non_clinical(today: Measures, evidence: Evidence) -> Row:
    months = today.non_clinical_months
    complete = level_of(months, lambda one: non_clinical_level(one, evidence)) is not Level.UNKNOWN
    reasons = tuple(from_dossier(job.entry, job.title) for job in today.non_clinical.jobs)
    return Row("non-clinical", "Time in non-clinical jobs", months.describe("months", "month"), complete, reasons)


def _last_contact(today: Measures) -> Row:
    last = today.last_contact
    if last is None:
        return Row(
            "last-contact",
            "Last contact with patients",
            "Not in your file: add the last one, medical school included.",
            False,
        )
    nearest = next((one for one in today.last_contacts if one.contact is not Contact.CLINICAL_ADJACENT), None)
    shown = [last] if nearest in (None, last) else [last, nearest]
    says = "; ".join(_contact(one) for one in shown if one is not None)
    if nearest is None:
        says += ". Hands-on or observing: not in your file, medical school included."
    is_last = today.last_contact_told or last.goes_on
    if not is_last:
        says = f"{says.rstrip('.')}. Your timeline is not complete, so a later one may be missing."
    reasons = tuple(from_dossier(one.entry, _contact(one)) for one in shown if one is not None)
    return Row("last-contact", "Last contact with patients", says, nearest is not None and is_last, reasons)


def _contact(last: LastContact) -> str:
    where = "United States" if last.in_the_us else "another country"
    years = last.months_ago / MONTHS_A_YEAR
    ago = f"{last.months_ago:.0f} months ago" if years < 2 else f"{years:.1f} years ago"
    when = "going on" if last.goes_on else f"{day_in_words(last.last_day)}, {ago}"
    return f"{when}: {last.title} ({last.contact}, {where})"


def _us_clinical_experience(today: Measures, evidence: Evidence) -> Row:
    months = today.us_clinical_months
    is_told = months.low > 0 or isfinite(months.high)
    says = (
        f"{months.describe('months', 'month')} ({today.us_clinical_as_student.describe('months', 'month')} as a "
        f"student, {today.us_clinical_as_graduate.describe('months', 'month')} as a graduate)"
        if is_told
        else months.describe("months", "month")
    )
    complete = level_of(months, lambda one: us_clinical_level(one, evidence)) is not Level.UNKNOWN
    reasons = tuple(from_dossier(one.entry, one.title) for one in today.counted)
    return Row("us-clinical-experience", "US clinical experience", says, complete, reasons)
