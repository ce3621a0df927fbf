"""Gates of the ECFMG certificate: valid on each day on which it is needed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.measures import attempts_at
from bedside.applicant.parts.examinations import Certificate, CertificateState, ExamName, ExamResult
from bedside.applicant.parts.experience import Booking, BookingKind
from bedside.applicant.parts.partial_date import PartialDate
from bedside.calendar.season import Event, Season
from bedside.evidence.citing import day_in_words
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason, cited, from_dossier
from bedside.standing.results import Gate, State

WRITE_DATES = "Write under `certificate` when it was issued, and when it expires or that it never does."


def certificate_gates(dossier: Dossier, as_of: date, season: Season, evidence: Evidence) -> tuple[Gate, ...]:
    """One gate for each day on which the certificate has to be valid."""
    needs_step_3 = (cited(evidence.find("usmle.step3.needs-certification")),)
    verified = (cited(evidence.find("ecfmg.verified-by-rank-deadline")),)
    training = (cited(evidence.find("ecfmg.certificate.needed-training-start")),)
    application, exam = _step_3_days(dossier, as_of)
    rank_list, start = season.on(Event.RANK_LIST_DEADLINE), season.on(Event.TRAINING_STARTS)
    gates = (
        _gate(
            dossier,
            "certificate.step-3-application",
            "Certificate when you apply for Step 3",
            application,
            needs_step_3,
        ),
        _gate(dossier, "certificate.step-3-exam", "Certificate on the day of Step 3", exam, needs_step_3),
        _gate(dossier, "certificate.rank-list-deadline", "Certificate at the rank list deadline", rank_list, verified),
        _gate(dossier, "certificate.training-start", "Certificate when training starts", start, training),
    )
    return tuple(_about_step_3(dossier, gate) if "step-3" in gate.name else gate for gate in gates)


def certificate_on(certificate: Certificate | None, day: date) -> tuple[State, str]:
    """Whether the certificate is valid on `day`, in a sentence. A missing date is unknown."""
    if certificate is None or certificate.state is CertificateState.UNKNOWN:
        return State.UNKNOWN, "Your file does not say whether you are certified."
    if certificate.state is not CertificateState.ISSUED:
        return State.NOT_MET, f"Certification is not finished; it has to be by {day_in_words(day)}."
    if _has_expired(certificate, day):
        return State.NOT_MET, f"Its last day is {_last_day(certificate)}, before {day_in_words(day)}."
    if certificate.issued is None:
        return State.UNKNOWN, "Certified, but the day of issue is missing."
    if certificate.issued.earliest > day:
        return State.NOT_MET, f"Certified {certificate.issued.on_or_in}, which is after {day_in_words(day)}."
    return _still_valid_on(certificate, day)


def _still_valid_on(certificate: Certificate, day: date) -> tuple[State, str]:
    if certificate.expires is None:
        return State.UNKNOWN, "Certified, but whether and when the certificate expires is not in your file."
    if isinstance(certificate.expires, PartialDate) and certificate.expires.earliest < day:
        return (
            State.UNKNOWN,
            f"It expires in {_last_day(certificate)}: too coarse to say whether before {day_in_words(day)}.",
        )
    if isinstance(certificate.expires, PartialDate):
        return State.MET, f"Certified, valid until {certificate.expires.in_words}."
    return State.MET, "Certified, without expiry."


def _has_expired(certificate: Certificate, day: date) -> bool:
    return isinstance(certificate.expires, PartialDate) and certificate.expires.latest < day


def _last_day(certificate: Certificate) -> str:
    return certificate.expires.in_words if isinstance(certificate.expires, PartialDate) else ""


def _gate(dossier: Dossier, name: str, title: str, day: date, because: tuple[Reason, ...]) -> Gate:
    state, says = certificate_on(dossier.certificate, day)
    return Gate(name, title, day, state, says, _change(dossier.certificate, state, day), (*because, *_entry(dossier)))


def _change(certificate: Certificate | None, state: State, day: date) -> str:
    if state is State.MET:
        return "Nothing is needed here."
    if state is State.UNKNOWN:
        return WRITE_DATES
    if _is_issued(certificate):
        return "Ask ECFMG how to revalidate the certificate before the day it is needed."
    return f"Finish certification before {day_in_words(day)}; the plan has the steps."


def _entry(dossier: Dossier) -> tuple[Reason, ...]:
    if dossier.certificate is None:
        return ()
    return (from_dossier("certificate", f"Your certificate: {dossier.certificate.state}."),)


def _step_3_days(dossier: Dossier, as_of: date) -> tuple[date, date]:
    """The day of applying (today, at the earliest) and the booked day of the exam (or today)."""
    booked = [booking for booking in dossier.bookings if is_step_3(booking)]
    return as_of, max((booking.end.latest for booking in booked), default=as_of)


def is_step_3(booking: Booking) -> bool:
    """Whether a booking is a seat for Step 3."""
    return booking.kind is BookingKind.EXAM and booking.exam is ExamName.STEP_3


def has_passed(dossier: Dossier, name: ExamName) -> bool:
    """Whether a passed attempt is in the dossier."""
    return any(attempt.exam.result is ExamResult.PASSED for attempt in attempts_at(dossier, name))


def _about_step_3(dossier: Dossier, gate: Gate) -> Gate:
    if has_passed(dossier, ExamName.STEP_3):
        return replace(
            gate,
            on=None,
            state=State.NOT_NEEDED,
            says="Step 3 is passed.",
            what_would_change_it="Nothing is needed here.",
        )
    if gate.state is not State.NOT_MET or _is_issued(dossier.certificate):
        return gate
    is_booked = gate.name.endswith("exam") and any(is_step_3(booking) for booking in dossier.bookings)
    return replace(
        gate,
        on=gate.on if is_booked else None,
        says="You are not certified yet, and Step 3 comes after certification.",
        what_would_change_it="Finish certification first; Step 3 can be applied for after that.",
    )


def _is_issued(certificate: Certificate | None) -> bool:
    return certificate is not None and certificate.state is CertificateState.ISSUED
