"""Bookings that leave, the certificate, a fixed date or the letters cannot carry, each with its choices."""

from __future__ import annotations

from collections.abc import Iterator

from bedside.applicant.parts.constraints import FixedDate
from bedside.applicant.parts.examinations import ExamName
from bedside.applicant.parts.experience import Booking, BookingKind
from bedside.applicant.parts.shape import Answer
from bedside.evidence.citing import day_in_words
from bedside.evidence.reason import from_dossier
from bedside.plan.results import Misfit, TaskState
from bedside.plan.roadmap.diary.leave import LeaveOfYear
from bedside.plan.roadmap.diary.schedule import Diary, Placed
from bedside.plan.roadmap.diary.working_days import ONE_DAY
from bedside.plan.roadmap.tasks.certificate.certifying import CERTIFICATE
from bedside.plan.roadmap.tasks.certificate.step3 import valid_until
from bedside.plan.roadmap.tasks.first.end_of_status import status_end
from bedside.plan.situation import Situation
from bedside.plan.wording import counted

ASK_ECFMG = "Ask ECFMG for the state of your certificate."
MOVE_THE_SEAT: tuple[str, ...] = ("Move the seat to the days in this plan.", ASK_ECFMG)
WAIT_FOR_THE_CERTIFICATE: tuple[str, ...] = (
    "Keep the date in pencil, and pay for nothing before the certificate is there.",
    ASK_ECFMG,
    "If it comes too late for this date, sit Step 3 after submission: the result can still reach rank lists.",
)
WHOLE_DAYS = (BookingKind.ROTATION, BookingKind.EXAM, BookingKind.INTERVIEW)
"""Bookings that take their days whole; work on some hours of a week can go on beside a fixed date."""


def booking_misfits(situation: Situation, placed: tuple[Placed, ...], diary: Diary) -> Iterator[Misfit]:
    """What is booked and cannot all be kept: too much leave, a fixed date, no certificate, a late letter."""
    leave = _booked_leave(situation, diary)
    if leave is not None:
        yield leave
    yield from _on_a_fixed_date(situation, placed)
    yield from _booked_step_3(situation, placed)
    yield from _late_bookings(placed)


def _booked_leave(situation: Situation, diary: Diary) -> Misfit | None:
    for year in diary.leave.years:
        if year.granted is None or not diary.leave.has_job:
            continue
        over = year.paid_used - (year.granted - year.kept)
        if over > 0:
            booked = [entry for entry, one in situation.bookings if one.paid_leave_days]
            return Misfit(
                task="booked.leave",
                title="More paid leave is booked than there is",
                says=(
                    f"From {day_in_words(max(year.first_day, situation.as_of))} to {day_in_words(year.last_day)} you "
                    f"have {year.granted:g} days{_kept(year)}. What is booked takes {year.paid_used:g}, which is "
                    f"{over:g} too many."
                ),
                choices=tuple(_leave_choices(situation, year, over, diary.leave.days_lost_per_week)),
                because=(
                    *(from_dossier(entry, "Booked with days of paid leave.") for entry in booked),
                    from_dossier("constraints.paid_leave", f"{year.granted:g} days in this leave year."),
                ),
            )
    return None


def _kept(year: LeaveOfYear) -> str:
    return f", and {year.kept:g} of them are kept for interviews" if year.kept else ""


def _leave_choices(situation: Situation, year: LeaveOfYear, over: float, a_week: float) -> Iterator[str]:
    """What can be done about days that are not there; unpaid leave only where the file does not rule it out."""
    allowed = situation.dossier.constraints.unpaid_leave_days
    if allowed is None or allowed > 0:
        limit = f" Your file says {allowed:g} in a year." if allowed is not None and over > allowed else ""
        status = " Check your status first." if situation.hangs_on_status else ""
        yield f"Take {over:g} of them as unpaid leave.{limit}{status}"
    end = status_end(situation)
    has_ended = end is not None and end.last_day <= year.last_day
    beyond = f" By then your {end.what} has ended: check your status first." if end and has_ended else ""
    yield f"Move the booking past {day_in_words(year.last_day)}, when your leave renews.{beyond}"
    yield f"Shorten it: one week less gives back {counted(a_week, 'day')}."
    yield "Ask whether days can be borrowed from the next leave year."


def _on_a_fixed_date(situation: Situation, placed: tuple[Placed, ...]) -> Iterator[Misfit]:
    for number, fixed in enumerate(situation.dossier.constraints.fixed_dates):
        for entry, booking in situation.bookings:
            apart = booking.end.latest < fixed.start.earliest or fixed.end.latest < booking.start.earliest
            if booking.kind in WHOLE_DAYS and not apart:
                yield _both(situation, placed, (entry, booking), (f"constraints.fixed_dates[{number}]", fixed))


def _both(
    situation: Situation, placed: tuple[Placed, ...], booked: tuple[str, Booking], fixed: tuple[str, FixedDate]
) -> Misfit:
    (entry, booking), (place, date) = booked, fixed
    window = (booking.start.earliest, booking.end.latest)
    keys = (one.draft.key for one in placed if one.draft.fixed == window and one.draft.title == booking.title)
    sure = "is confirmed" if booking.confirmed is Answer.YES else "is booked and not confirmed"
    other = f"{date.what}, {date.start.in_words} to {date.end.in_words}"
    return Misfit(
        task=next(keys, "bookings"),
        title=f"{booking.title} and {date.what} fall on the same days",
        says=f"{booking.title}, {booking.start.in_words} to {booking.end.in_words}, {sure}. Your file says that "
        f"nothing can be planned on some of these days: {other}.",
        choices=(
            f"Ask for other days for {booking.title}; the earlier you ask, the more there are.",
            f"Ask whether the days of “{date.what}” can move or be shorter.",
            f"If both are possible, take “{date.what}” out of the fixed dates in your file.",
        ),
        because=(
            from_dossier(entry, f"{booking.title}, {booking.start.in_words} to {booking.end.in_words}."),
            from_dossier(place, f"{other}."),
        ),
    )


def _booked_step_3(situation: Situation, placed: tuple[Placed, ...]) -> Iterator[Misfit]:
    """A Step 3 seat cannot be used before the certificate is there, nor after it expires."""
    certified_on = next((one.finish for one in placed if one.draft.key == CERTIFICATE), None)
    until = valid_until(situation)
    for entry, booking in situation.booked(BookingKind.EXAM):
        if booking.exam is not ExamName.STEP_3:
            continue
        if until is not None and booking.end.latest > until:
            why, choices = f"your certificate expires on {day_in_words(until)}", MOVE_THE_SEAT
        elif situation.is_certified or certified_on is None:
            continue
        elif booking.start.earliest <= certified_on:
            why, choices = f"your certificate is planned for {day_in_words(certified_on)}", MOVE_THE_SEAT
        else:
            why = f"you have no certificate yet; it is planned for {day_in_words(certified_on)}, which is no promise"
            choices = WAIT_FOR_THE_CERTIFICATE
        yes = "" if booking.confirmed is Answer.YES else ", not confirmed"
        yield Misfit(
            task="step3.exam",
            title="Your Step 3 seat hangs on the ECFMG certificate",
            says=f"Step 3 is on your calendar {booking.start.on_or_in}{yes}, and {why}. Step 3 can be applied for only "
            "once you are certified, and the certificate has to be valid on both exam days.",
            choices=choices,
            because=(
                *situation.because("usmle.step3.needs-certification"),
                from_dossier(entry, f"Booked: {booking.start.in_words} to {booking.end.in_words}."),
            ),
        )


def _late_bookings(placed: tuple[Placed, ...]) -> Iterator[Misfit]:
    for one in placed:
        fixed = one.draft.fixed is not None and one.draft.state in (TaskState.BOOKED, TaskState.PLANNED)
        if fixed and one.draft.key.startswith("booked.rotation") and one.finish > one.latest_finish:
            yield Misfit(
                task=one.draft.key,
                title=f"{one.draft.title}: its letter may come late",
                says=f"It ends on {day_in_words(one.finish)}; a letter asked for after "
                f"{day_in_words(one.latest_finish + ONE_DAY)} may not be there when applications are submitted.",
                choices=(
                    "Ask for the letter in the first week, and for its upload by a day you name.",
                    "Ask whether an earlier block is free.",
                    "Submit without it and assign it when it comes: letters may be added later.",
                ),
                because=one.draft.because,
            )
