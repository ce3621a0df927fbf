"""What a dossier does not say yet, and what could be said if it did."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.applications import ApplicationState
from bedside.applicant.parts.decision import DecisionKind
from bedside.applicant.parts.examinations import CertificateState, ExamResult
from bedside.applicant.parts.identity import StatusKind
from bedside.applicant.parts.shape import Answer


@dataclass(frozen=True, slots=True)
class StillEmpty:
    """A field without an answer, and why the answer matters."""

    field: str
    why: str


def still_empty(dossier: Dossier) -> tuple[StillEmpty, ...]:
    """Every empty field that something important waits for, in the order of the dossier."""
    return tuple(StillEmpty(field, why) for field, is_empty, why in _WHAT_MATTERS if is_empty(dossier))


def _an_exam_has_no_date(dossier: Dossier) -> bool:
    return any(exam.date is None and exam.result is not ExamResult.WAITING for exam in dossier.exams)


def _certificate_has_no_end(dossier: Dossier) -> bool:
    held = dossier.certificate
    return held is not None and held.state is CertificateState.ISSUED and held.expires is None


def _hours_are_missing(dossier: Dossier) -> bool:
    return any(one.hours_per_week is None for one in dossier.experiences if one.is_in_the_us)


def _end_of_status_is_missing(dossier: Dossier) -> bool:
    without_end = (StatusKind.CITIZEN, StatusKind.PERMANENT_RESIDENT, StatusKind.UNKNOWN)
    status = dossier.status
    if status is None or status.kind in without_end:
        return False
    return status.valid_until is None and status.ead_expires is None


def _an_interview_has_no_place(dossier: Dossier) -> bool:
    """Whether a rank order list was begun, and an interview of it has no place yet."""
    seen = [one.rank for one in dossier.applications if one.state is ApplicationState.INTERVIEWED]
    return any(one.rank for one in dossier.applications) and None in seen


def _contract_is_missing(dossier: Dossier) -> bool:
    decided = dossier.decision is not None and dossier.decision.kind is not DecisionKind.DONE
    return decided and dossier.stop_contract is None


_WHAT_MATTERS: tuple[tuple[str, Callable[[Dossier], bool], str], ...] = (
    ("status", lambda d: d.status is None, "Visa need, work rules and the time you have all hang on it."),
    (
        "status.valid_until",
        _end_of_status_is_missing,
        "Without an end date nothing can be said about the day training begins.",
    ),
    ("exams", lambda d: not d.exams and not d.exams_not_taken, "Every gate begins with the exams."),
    ("exams[].date", _an_exam_has_no_date, "Their order, the attempts left and the time limits need the dates."),
    ("certificate", lambda d: d.certificate is None, "Step 3, the rank order list and training each need it on a day."),
    ("certificate.expires", _certificate_has_no_end, "An unknown end is not the same as none; never is an answer."),
    ("experiences", lambda d: not d.experiences, "Gaps, recency and clinical months are counted from them."),
    (
        "timeline",
        lambda d: bool(d.experiences) and not d.timeline_is_complete,
        "What is not in the list yet stays unknown: gaps, clinical months and your last contact hang on it.",
    ),
    (
        "experiences[].hours_per_week",
        _hours_are_missing,
        "Without hours, clinical months and time in jobs stay a wide range.",
    ),
    ("letters", lambda d: not d.letters, "Letters are often the slowest part of an application."),
    (
        "cycles",
        lambda d: not d.cycles and d.applied_before is not Answer.NO,
        "If you have applied before, what happened then is the best thing to learn from.",
    ),
    (
        "target.specialties",
        lambda d: not d.target.specialties,
        "Dates, fees and what is realistic differ by specialty.",
    ),
    (
        "applications[].rank",
        _an_interview_has_no_place,
        "A program you interviewed at can be matched to only once it is on your rank order list.",
    ),
    (
        "constraints.paid_leave",
        lambda d: d.constraints.paid_leave is None,
        "The plan fits rotations into the days you have.",
    ),
    (
        "constraints.weekly_hours",
        lambda d: d.constraints.weekly_hours is None,
        "The plan fits study and writing into them.",
    ),
    (
        "constraints.money",
        lambda d: d.constraints.money is None,
        "The plan keeps to the money you have, above your floor.",
    ),
    ("decision", lambda d: d.decision is None, "The plan differs for two cycles, one, or none; all three are good."),
    ("stop_contract", _contract_is_missing, "It says when you stop and what you do then, while that is easy to say."),
    ("seven_day_task", lambda d: d.seven_day_task is None, "One thing within seven days is how a plan begins."),
)
