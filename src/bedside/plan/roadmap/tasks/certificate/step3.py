"""Step 3, where it would help or is needed, and never before certification."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bedside.applicant.parts.examinations import ExamName
from bedside.applicant.parts.identity import StatusKind
from bedside.applicant.parts.shape import Answer
from bedside.calendar.season import Event
from bedside.evidence.reason import Reason
from bedside.plan.money.fees import fee
from bedside.plan.results import Period, TaskState
from bedside.plan.roadmap.diary.draft import Draft, finished, planned
from bedside.plan.roadmap.diary.working_days import ONE_DAY, WEEK, Window
from bedside.plan.roadmap.tasks.booked_exams import booked_exam
from bedside.plan.roadmap.tasks.certificate.certifying import CERTIFICATE, RENEWAL
from bedside.plan.roadmap.tasks.certificate.exams import earliest_attempt, is_open, left_in_words
from bedside.plan.situation import Situation
from bedside.standing.results import Fires, Level


def step3(situation: Situation, certified_on: date | None) -> tuple[Draft, ...]:
    """Study, registration, the exam and its result; done where it is passed, nothing where it is not called for.

    `certified_on` is the day on which the plan expects the certificate: a booked exam before it is not kept.
    """
    passed = situation.passed(ExamName.STEP_3)
    if passed is not None:
        entry, exam = passed
        day = min(exam.date.latest, situation.as_of) if exam.date else situation.as_of
        because = situation.entry(entry, f"Step 3 passed{f' {exam.date.on_or_in}' if exam.date else ''}.")
        return (finished("step3.exam", "Step 3 passed", Period.REBUILD, day, because[0].says, because),)
    why = why_step_3(situation)
    if not why or not is_open(situation, ExamName.STEP_3):
        return ()
    after = certified_on + ONE_DAY if certified_on else None
    booked = booked_exam(situation, ExamName.STEP_3, "step3.exam", after)
    because = (*why, *situation.because("usmle.step3.needs-certification"))
    seat = _with_a_permit(situation, because, booked) if booked else _registered(situation, because)
    return (_study(situation, because, booked), *seat, _result(situation, because))


def _registered(situation: Situation, because: tuple[Reason, ...]) -> tuple[Draft, ...]:
    return (_registration(situation, because), _exam(situation, because))


def _with_a_permit(situation: Situation, because: tuple[Reason, ...], booked: Draft) -> tuple[Draft, ...]:
    """The booked exam after the certificate; where nobody has confirmed the seat, the permit is still to come.

    What was written down as the cost of the seat is paid when registering for it.
    """
    if booked.state is TaskState.BOOKED or booked.fixed is None:
        return (replace(booked, depends_on=("step3.study", CERTIFICATE)),)
    registration = _registration(situation, because)
    registration = replace(
        registration,
        why="The certificate has to be valid on this day and on both exam days, and the permit has to cover the days "
        "you have in mind. If you hold a permit already, write `confirmed: yes` beside the seat.",
        slips="The seat cannot be kept without a permit.",
        cost=booked.cost or registration.cost,
        depends_on=(CERTIFICATE, *_validity(situation)),
        not_before=booked.fixed[0] - timedelta(days=situation.number("usmle.step3.eligibility-days")),
        due=booked.fixed[0] - ONE_DAY,
        wish=None,
    )
    return (registration, replace(booked, cost=None, depends_on=("step3.study", registration.key, CERTIFICATE)))


def why_step_3(situation: Situation) -> tuple[Reason, ...]:
    """Why Step 3 is in the plan: an H-1B in residency needs it, and it answers failed attempts or a low score."""
    reasons: tuple[Reason, ...] = ()
    if needed_for_h1b(situation):
        reasons += situation.because("status.h1b.needs-step3")
    flags = [flag for flag in situation.standing.red_flags if flag.name == "attempts-and-scores"]
    if any(flag.files_opened is Fires.YES or flag.today is Fires.YES for flag in flags):
        reasons += situation.entry("exams", "Failed attempts or a low score: a passed Step 3 is one answer to them.")
    factors = [one for one in situation.standing.risk_factors if one.name == "failures"]
    if not reasons and any(one.today.level in (Level.MODERATE, Level.HIGH) for one in factors):
        reasons += situation.entry("exams", "A failed attempt: a passed Step 3 is one answer to it.")
    if not reasons and booked_exam(situation, ExamName.STEP_3, "step3.exam"):
        reasons += situation.entry("bookings", "You have booked Step 3.")
    return reasons


def needed_for_h1b(situation: Situation) -> bool:
    """Whether an H-1B in residency is likely: the applicant holds one now and needs a visa."""
    return situation.needs_visa is Answer.YES and situation.status is StatusKind.H1B


def valid_until(situation: Situation) -> date | None:
    """The last day of the certificate, where it has one."""
    certificate = situation.dossier.certificate
    if certificate is None or certificate.expires is None or isinstance(certificate.expires, str):
        return None
    return certificate.expires.earliest


def _wish(situation: Situation) -> int | None:
    return None if needed_for_h1b(situation) else 1


def _due(situation: Situation) -> date:
    """By submission where it answers a score; by the rank list deadline where only the visa needs it."""
    deadline = situation.on(Event.RANK_LIST_DEADLINE) or situation.training_start
    return deadline - ONE_DAY if needed_for_h1b(situation) else situation.next_deadline


def _study(situation: Situation, because: tuple[Reason, ...], booked: Draft | None) -> Draft:
    return planned(
        situation,
        "step3.study",
        title="Prepare for Step 3",
        why="It is the one exam that can still be added to the file.",
        period=Period.REBUILD,
        slips="The exam moves with it, and the result may come after programs open files.",
        because=(*because, *situation.because("reading.step3-study-hours")),
        hours=situation.number("reading.step3-study-hours"),
        wish=None if booked else _wish(situation),
        due=booked.fixed[0] - ONE_DAY if booked and booked.fixed else None,
        depends_on=() if booked else ("exam.step-2-ck.result",),
    )


def _registration(situation: Situation, because: tuple[Reason, ...]) -> Draft:
    price = fee(situation, "fee.step3")
    return Draft(
        key="step3.registration",
        title="Register for Step 3 and wait for the permit",
        why="The certificate has to be valid on this day and on both exam days. A permit lasts some weeks only, so "
        "register when you are nearly ready.",
        period=Period.REBUILD,
        slips="Seats near you go first; a late permit leaves far ones.",
        because=(
            *because,
            *situation.because("usmle.step3.permit-weeks", "usmle.step3.eligibility-days"),
            *price.because,
        ),
        days=1,
        lead_time_days=int(situation.number("usmle.step3.permit-weeks")) * WEEK,
        hours=1.0,
        cost=price.cost,
        depends_on=("step3.study", CERTIFICATE, *_validity(situation)),
        wish=_wish(situation),
    )


def _exam(situation: Situation, because: tuple[Reason, ...]) -> Draft:
    days = situation.number("reading.exam-days.step-3")
    return Draft(
        key="step3.exam",
        title="Sit Step 3",
        why=f"Two days. {left_in_words(situation, ExamName.STEP_3)}",
        period=Period.REBUILD,
        slips="The result may come after programs open files; it can still reach rank lists.",
        because=(*because, *situation.because("usmle.step3.no-testing", "reading.exam-days.step-3")),
        days=int(days),
        depends_on=("step3.study", "step3.registration", CERTIFICATE),
        not_before=earliest_attempt(situation, ExamName.STEP_3),
        leave_days=days,
        needs_leave=True,
        closed=_closed(situation),
        wish=_wish(situation),
    )


def _result(situation: Situation, because: tuple[Reason, ...]) -> Draft:
    return Draft(
        key="step3.result",
        title="The result of Step 3 comes",
        why="It goes into the application when you release the transcript.",
        period=Period.REBUILD,
        slips="Programs see the file without it on the first day.",
        because=(*because, *situation.because("usmle.step3.result-weeks")),
        days=1,
        lead_time_days=int(situation.interval("usmle.step3.result-weeks").high) * WEEK,
        depends_on=("step3.exam",),
        due=_due(situation),
        wish=_wish(situation),
    )


def _validity(situation: Situation) -> tuple[str, ...]:
    until = valid_until(situation)
    return (RENEWAL,) if until is not None and until < situation.as_of else ()


def _closed(situation: Situation) -> tuple[Window, ...]:
    """The first weeks of January, the day of submission, and every day after the certificate expires."""
    weeks = int(situation.number("usmle.step3.no-testing"))
    years = range(situation.as_of.year, situation.training_start.year + 1)
    closed = [(date(year, 1, 1), date(year, 1, 1) + timedelta(days=weeks * WEEK - 1)) for year in years]
    closed.append((situation.submission, situation.submission))
    until = valid_until(situation)
    if until is not None and until >= situation.as_of:
        closed.append((until + ONE_DAY, date.max))
    return tuple(closed)
