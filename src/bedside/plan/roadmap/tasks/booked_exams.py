"""An exam the applicant has booked keeps its days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bedside.applicant.parts.examinations import ExamName
from bedside.applicant.parts.experience import Booking, BookingKind
from bedside.applicant.parts.shape import Answer
from bedside.evidence.money import exactly
from bedside.plan.results import Period, TaskState
from bedside.plan.roadmap.diary.draft import Draft, first_months_end
from bedside.plan.roadmap.diary.leave import keys_of_booking
from bedside.plan.situation import Situation

IF_LATE = {
    BookingKind.APPLICATION_WORK: "The statement and the list have to find other hours.",
    BookingKind.VOLUNTEERING: "The file shows rotations and nothing between them.",
    BookingKind.INTERVIEW: "Programs rarely have another day to offer.",
    BookingKind.LEAVE: "The days are gone for what they were meant for.",
    BookingKind.OTHER: "Nothing in this plan waits for it.",
}


def booked_exam(situation: Situation, name: ExamName, key: str, not_before: date | None = None) -> Draft | None:
    """The booked seat for an exam as a task, or None where there is none from `not_before` on."""
    for entry, booking in situation.booked(BookingKind.EXAM):
        if booking.exam is name and (not_before is None or booking.start.earliest >= not_before):
            return replace(from_booking(situation, entry, booking), key=key)
    return None


def from_booking(situation: Situation, entry: str, booking: Booking) -> Draft:
    """A booking as a task that keeps its days; only the other side's yes makes it booked."""
    begun = booking.start.earliest < situation.as_of
    said_yes = booking.confirmed is Answer.YES
    state = TaskState.BOOKED if said_yes or begun else TaskState.PLANNED
    says = "confirmed" if said_yes else "not confirmed" if booking.confirmed is Answer.NO else "not known if confirmed"
    return Draft(
        key=keys_of_booking(booking)[0],
        title=booking.title,
        why=f"On your calendar, {says}. It counts for nothing until it is done.",
        period=period_of(situation, booking.start.earliest),
        slips=IF_LATE.get(booking.kind, "Whatever waits for it moves with it."),
        because=situation.entry(entry, f"{booking.title}, {booking.start.in_words} to {booking.end.in_words}, {says}."),
        fixed=(booking.start.earliest, booking.end.latest),
        due=_due(situation, booking),
        state=state,
        cost=None if booking.cost is None else exactly(booking.cost),
        paid_leave_days=float(booking.paid_leave_days or 0),
        unpaid_leave_days=float(booking.unpaid_leave_days or 0),
        check_status_first=situation.hangs_on_status and bool(booking.unpaid_leave_days),
    )


def period_of(situation: Situation, day: date) -> Period:
    """The stage in which a day lies; up to submission, what comes after the first months is rebuilding."""
    if day >= situation.files_opened:
        return Period.SEASON
    if day >= situation.submission:
        return Period.SUBMIT
    return Period.SET_UP if day <= first_months_end(situation) else Period.REBUILD


def _due(situation: Situation, booking: Booking) -> date | None:
    """By when a booking serves its end: work on the application by submission, what nothing waits for by its end."""
    if booking.kind in (BookingKind.ROTATION, BookingKind.EXAM):
        return None  # their letters and results say it
    before_submission = booking.start.earliest < situation.submission and situation.as_of <= situation.submission
    if booking.kind is BookingKind.APPLICATION_WORK and before_submission:
        return situation.submission
    return booking.end.latest


def other_bookings(situation: Situation) -> tuple[Draft, ...]:
    """Bookings of leave and of other things: they keep their days, and nothing else is planned on them."""
    kinds = (BookingKind.LEAVE, BookingKind.OTHER)
    return tuple(
        replace(from_booking(situation, entry, booking), needs_leave=True)
        for kind in kinds
        for entry, booking in situation.booked(kind)
    )
