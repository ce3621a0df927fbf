"""The calendar audit: four things that should stand on the applicant's own calendar, and whether any costs something.

It looks only at what is really booked or going on, never at the plan Bedside made.
"""

from __future__ import annotations

from collections.abc import Sequence

from bedside.applicant.parts.examinations import ExamName
from bedside.applicant.parts.experience import Booking, BookingKind
from bedside.applicant.parts.shape import Answer
from bedside.evidence.reason import Reason, from_dossier
from bedside.plan.results import CalendarAudit
from bedside.plan.roadmap.tasks.certificate.exams import is_open
from bedside.plan.roadmap.tasks.certificate.step3 import why_step_3
from bedside.plan.roadmap.tasks.clinic.clinical import because_hands_on, recent_months, unsure_hands_on
from bedside.plan.situation import Situation
from bedside.plan.wording import counted
from bedside.standing.results import Condition, State

NEEDED_EXAMS = (ExamName.STEP_1, ExamName.STEP_2_CK, ExamName.STEP_3)


def calendar_audit(situation: Situation) -> CalendarAudit:
    """The four items, the question whether it costs anything, and one sentence on both."""
    items = (_rotation_dates(situation), _volunteering(situation), _application_work(situation), _step(situation))
    costs = _costs_something(situation)
    return CalendarAudit(items=items, costs_something=costs, says=_says(items, costs))


def _rotation_dates(situation: Situation) -> Condition:
    what = "Dates for US clinical experience"
    booked = situation.booked(BookingKind.ROTATION)
    unsure = unsure_hands_on(situation)
    booked = tuple(pair for pair in booked if pair not in unsure)
    sure = [(entry, one) for entry, one in booked if _is_sure(one)]
    if sure:
        entry, one = sure[0]
        return Condition(
            f"{what}: {one.title}, {one.start.in_words} to {one.end.in_words}.", State.MET, _entry(entry, one)
        )
    if booked:
        entry, one = booked[0]
        open_point = "the days are not exact" if one.confirmed is Answer.YES else "nobody has confirmed it"
        state = State.NOT_MET if one.confirmed is Answer.NO else State.UNKNOWN
        return Condition(f"{what}: {one.title} is written down, but {open_point}.", state, _entry(entry, one))
    if unsure:
        entry, one = unsure[0]
        open_point = "it is hands-on, and whether a graduate may do it is not confirmed by site, state law and status"
        says = f"{what}: {one.title} is written down, but {open_point}."
        return Condition(says, State.UNKNOWN, because_hands_on(situation, entry, one))
    wanted = situation.interval("article.plan.us-clinical-months").low
    if recent_months(situation) >= wanted:
        months = recent_months(situation)
        says = f"{what}: {counted(months, 'month')} done and still recent."
        return Condition(says, State.NOT_NEEDED, situation.because("article.plan.us-clinical-months"))
    return Condition(f"{what}: none yet.", State.NOT_MET, situation.entry("bookings", "No rotation is booked."))


def _is_sure(booking: Booking) -> bool:
    return booking.confirmed is Answer.YES and booking.start.is_exact and booking.end.is_exact


def _volunteering(situation: Situation) -> Condition:
    what = "Clinical volunteering every week"
    if situation.volunteering is not None:
        entry, one = situation.volunteering
        if one.hours_per_week:
            says = f"{what}: {one.title}, {one.hours_per_week:g} hours."
            return Condition(says, State.MET, situation.entry(entry, one.title))
        return Condition(
            f"{what}: {one.title} goes on, but the hours are missing.",
            State.UNKNOWN,
            situation.entry(entry, one.title),
        )
    for entry, booking in situation.booked(BookingKind.VOLUNTEERING):
        if booking.confirmed is Answer.YES and booking.hours_per_week:
            says = f"{what}: {booking.title}, {booking.hours_per_week:g} hours from {booking.start.in_words}."
            return Condition(says, State.MET, _entry(entry, booking))
        return Condition(
            f"{what}: {booking.title} is written down, but hours or a yes are missing.",
            State.UNKNOWN,
            _entry(entry, booking),
        )
    if not situation.dossier.timeline_is_complete:
        because = situation.entry("timeline", "Your timeline is not complete.")
        return Condition(f"{what}: none is told yet.", State.UNKNOWN, because)
    return Condition(f"{what}: none yet.", State.NOT_MET, situation.entry("experiences", "No volunteering goes on."))


def _application_work(situation: Situation) -> Condition:
    what = "Fixed time for the application"
    if situation.submitted is not None:
        return Condition(f"{what}: it is submitted.", State.NOT_NEEDED, situation.entry("cycles", "Submitted."))
    for entry, booking in situation.booked(BookingKind.APPLICATION_WORK):
        hours = f", {booking.hours_per_week:g} hours a week" if booking.hours_per_week else ""
        return Condition(f"{what}: {booking.title}{hours}.", State.MET, _entry(entry, booking))
    says = f"{what}: none yet. Two hours on the same evening each week are a beginning."
    return Condition(says, State.NOT_MET, situation.entry("bookings", "No application work is booked."))


def _step(situation: Situation) -> Condition:
    what = "A Step exam, if one is needed"
    no_retake = situation.because("usmle.passed-step-cannot-be-retaken")
    needed = [name for name in NEEDED_EXAMS if is_open(situation, name)]
    if ExamName.STEP_3 in needed and not why_step_3(situation):
        needed.remove(ExamName.STEP_3)
    if not needed:
        return Condition(f"{what}: none is. A passed Step is not taken again.", State.NOT_NEEDED, no_retake)
    for entry, booking in situation.booked(BookingKind.EXAM):
        if booking.exam in needed:
            yes = _what_is_missing(situation, booking)
            state = State.UNKNOWN if yes else State.MET
            return Condition(f"{what}: {booking.exam} {booking.start.on_or_in}{yes}.", state, _entry(entry, booking))
    says = f"{what}: {needed[0]} has no date yet."
    return Condition(says, State.NOT_MET, situation.entry("bookings", f"No date for {needed[0]}."))


def _what_is_missing(situation: Situation, booking: Booking) -> str:
    """What a booked exam still lacks to count: a yes, or for Step 3 a certificate that is valid on its days."""
    if booking.confirmed is not Answer.YES:
        return ", not confirmed"
    gates = {gate.name: gate.state for gate in situation.standing.gates}
    if booking.exam is ExamName.STEP_3 and gates.get("certificate.step-3-exam") is State.NOT_MET:
        return ", but the certificate is not valid then"
    return ""


def _costs_something(situation: Situation) -> Condition:
    """Time off, money, or a free day given up: something on the calendar that was not free."""
    for entry, one in situation.bookings:
        off = (one.paid_leave_days or 0) + (one.unpaid_leave_days or 0)
        paid = f"${one.cost:,.0f}" if one.cost else ""
        days = f"{off} {'day' if off == 1 else 'days'} off work" if off else ""
        given = " and ".join(part for part in (days, paid) if part)
        if given:
            return Condition(f"{one.title} costs you {given}.", State.MET, _entry(entry, one))
    for entry, one in situation.bookings:
        if one.kind in (BookingKind.APPLICATION_WORK, BookingKind.VOLUNTEERING, BookingKind.EXAM):
            return Condition(f"{one.title} costs you free time.", State.MET, _entry(entry, one))
    return Condition(
        "Nothing on your calendar costs you anything yet.",
        State.NOT_MET,
        situation.entry("bookings", "No booking takes leave, money or a free day."),
    )


def _says(items: tuple[Condition, ...], costs: Condition) -> str:
    needed = [item for item in items if item.state is not State.NOT_NEEDED]
    first = _how_many_stand(needed) if needed else "Nothing more is needed here."
    if costs.state is State.MET:
        return f"{first} Something on it costs you something, which is how others will see that you mean it."
    return f"{first} A week of leave, a fee paid or one evening given up would make the plan real."


def _how_many_stand(needed: Sequence[Condition]) -> str:
    met = sum(1 for item in needed if item.state is State.MET)
    if len(needed) == 1:
        return f"The one that is needed {'stands' if met else 'does not yet stand'} on your calendar."
    return f"{met or 'None'} of these {len(needed)} {'stands' if met < 2 else 'stand'} on your calendar."


def _entry(entry: str, booking: Booking) -> tuple[Reason, ...]:
    return (from_dossier(entry, f"{booking.title}, {booking.start.in_words} to {booking.end.in_words}."),)
