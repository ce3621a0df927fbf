"""US clinical experience: what is booked, what is still wanted, and finding it.

A graduate is never planned into hands-on work: what is looked for is a structured observership or program.
"""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date, timedelta

from bedside.applicant.checks.timeline import is_licensed_in_the_us
from bedside.applicant.parts.experience import Booking, BookingKind, Contact
from bedside.applicant.parts.identity import StatusKind
from bedside.applicant.parts.opportunities import has_all_three_confirmations
from bedside.applicant.parts.shape import Answer
from bedside.calendar.months import add_months
from bedside.evidence.citing import day_in_words
from bedside.evidence.money import Dollars
from bedside.evidence.reason import Reason
from bedside.plan.money.fees import observership_month
from bedside.plan.results import Period, TaskState
from bedside.plan.roadmap.diary.draft import Draft, days_of, finished, first_months_end, planned
from bedside.plan.roadmap.diary.leave import keys_of_booking
from bedside.plan.roadmap.diary.rotations import letter_wait
from bedside.plan.roadmap.diary.working_days import ONE_DAY, WEEK
from bedside.plan.roadmap.tasks.booked_exams import from_booking
from bedside.plan.situation import Situation

WORKING_DAYS = 5
MOST_BLOCKS = 4


def clinical(situation: Situation) -> tuple[Draft, ...]:
    """Booked rotations, and as many blocks more as the wanted months need."""
    booked = tuple(
        draft
        for entry, booking in situation.booked(BookingKind.ROTATION)
        for draft in _booked(situation, entry, booking)
    )
    blocks = _blocks(situation)
    return (*_done(situation), *booked, *(_finding(situation) if blocks else ()), *blocks)


def wanted_weeks(situation: Situation) -> int:
    """Weeks still to be planned, so that recent months reach what the article's plan aims at."""
    per_month = situation.number("reading.hours-per-clinical-month")
    per_week = situation.number("reading.rotation-hours-per-week")
    wanted = situation.interval("article.plan.us-clinical-months").high
    missing = wanted - recent_months(situation) - booked_months(situation)
    return max(0, math.ceil(round(missing * per_month / per_week, 6)))


def recent_months(situation: Situation) -> float:
    """Months done that will still be recent when files are opened (where hours are unknown, none of them)."""
    since, months = recent_since(situation), 0.0
    per_month = situation.number("reading.hours-per-clinical-month")
    for counted in situation.today.counted:
        experience = situation.dossier.experiences[int(counted.entry[len("experiences[") : -1])]
        if experience.last_day(situation.as_of) >= since:
            months += counted.hours.low / per_month
    return months


def booked_months(situation: Situation) -> float:
    """Months that are booked, at the hours of the booking or of a usual rotation week.

    Hands-on work of a graduate without a US licence is not counted on.
    """
    per_month = situation.number("reading.hours-per-clinical-month")
    booked = (one for _, one in situation.booked(BookingKind.ROTATION) if not is_unsure_hands_on(situation, one))
    return sum(booked_hours(situation, one) for one in booked) / per_month


def is_unsure_hands_on(situation: Situation, booking: Booking) -> bool:
    """Whether a booked rotation is hands-on work of a graduate without a US licence.

    It is no longer unsure where the place it is of says that site, state law and status have all confirmed it.
    """
    first, dossier = booking.start.earliest, situation.dossier
    return (
        booking.contact is Contact.HANDS_ON
        and first > dossier.medical_school.graduated.latest
        and not is_licensed_in_the_us(dossier.licences, first)
        and not has_all_three_confirmations(dossier.opportunities, booking)
    )


def unsure_hands_on(situation: Situation) -> tuple[tuple[str, Booking], ...]:
    """Booked hands-on work that site, state law and status have to allow first."""
    booked = situation.booked(BookingKind.ROTATION)
    return tuple((entry, one) for entry, one in booked if is_unsure_hands_on(situation, one))


def because_hands_on(situation: Situation, entry: str, booking: Booking) -> tuple[Reason, ...]:
    """The booking, who decides in a state, and what the status says where one is known to speak of it."""
    status = ("status.h1b.outside-work",) if situation.status is StatusKind.H1B else ()
    says = f"{booking.title}, {booking.start.in_words} to {booking.end.in_words}: hands-on, and no US licence."
    return (*situation.entry(entry, says), *situation.because("licence.board.any-state", *status))


def booked_hours(situation: Situation, booking: Booking) -> float:
    """Hours that a booked rotation will bring, from its weekdays."""
    usual = situation.number("reading.rotation-hours-per-week")
    a_week = usual if booking.hours_per_week is None else booking.hours_per_week
    first, last = booking.start.earliest, booking.end.latest
    days = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
    return sum(1 for day in days if day.weekday() < WORKING_DAYS) / WORKING_DAYS * a_week


def recent_since(situation: Situation) -> date:
    """The first day that is still recent when programs open files."""
    return add_months(situation.files_opened, -int(situation.interval("article.recency.us-clinical-ideal").high))


def lead_days(situation: Situation) -> int:
    """Days from asking to the first day: the middle of the usual range, or its short end where time is short."""
    lead = situation.interval("lead.observership-months")
    rest = wanted_weeks(situation) * WEEK + letter_wait(situation)
    middle = add_months(situation.as_of, round((lead.low + lead.high) / 2)) + timedelta(days=rest)
    months = lead.low if middle > situation.submission else (lead.low + lead.high) / 2
    return int((add_months(situation.as_of, int(months)) - situation.as_of).days + (months % 1) * 30)


def _booked(situation: Situation, entry: str, booking: Booking) -> tuple[Draft, ...]:
    """A booked rotation: its confirmation where that is missing, and the rotation itself."""
    draft = replace(
        from_booking(situation, entry, booking),
        slips="The letter from it comes later, and with it the whole application.",
        needs_leave=True,
        check_status_first=situation.hangs_on_status,
    )
    if is_unsure_hands_on(situation, booking):
        return _hands_on(situation, entry, booking, draft)
    if booking.confirmed is Answer.YES or booking.start.earliest <= situation.as_of + timedelta(days=WEEK):
        return (draft,)
    confirm = planned(
        situation,
        "clinical.confirm",
        key=f"clinical.confirm-{booking.start.earliest}",
        title=f"Get a yes in writing: {booking.title}, {booking.start.in_words}",
        why="Until it is confirmed, leave and money are tied to a place that may not be there.",
        period=Period.SET_UP,
        slips="Without it there is no time left to find another place.",
        because=(
            *situation.entry(entry, f"{booking.title}: not confirmed."),
            *situation.because("lead.observership-months"),
        ),
        due=_confirmed_by(situation, booking),
    )
    return (confirm, draft)


def _hands_on(situation: Situation, entry: str, booking: Booking, draft: Draft) -> tuple[Draft, ...]:
    """Hands-on work of a graduate keeps its days and is asked about; it is not counted on, nor a letter from it."""
    begun = booking.start.earliest <= situation.as_of
    unsure = replace(
        draft,
        key=keys_of_booking(booking)[1],
        why="Hands-on, and no US licence is in your file: not counted on until confirmed in writing by the site, by "
        "the state's law and for your status. Being sold such work is a warning sign.",
        slips="Nothing in this plan waits for it.",
        because=(*draft.because, *because_hands_on(situation, entry, booking)[1:]),
        state=draft.state if begun else TaskState.PLANNED,
        check_status_first=True,
    )
    if begun:
        return (unsure,)
    confirm = planned(
        situation,
        "clinical.confirm",
        key=f"clinical.confirm-{booking.start.earliest}",
        title=f"Ask whether a graduate may do it: {booking.title}, {booking.start.in_words}",
        why="Three answers in writing: the site's, the state medical board's on what its law allows without a licence, "
        "and a lawyer's on your status. Ask for an observership instead; pay nothing before.",
        period=Period.SET_UP,
        slips="Work that was not allowed can cost a licence, a status or the letter it was meant to bring.",
        because=because_hands_on(situation, entry, booking),
        due=_confirmed_by(situation, booking),
        check_status_first=True,
    )
    return (confirm, unsure)


def _confirmed_by(situation: Situation, booking: Booking) -> date:
    """The last day from which another place could still be arranged; the day before it begins where that is past."""
    months = situation.interval("lead.observership-months").low
    day = add_months(booking.start.earliest, -int(months))
    there_is_time = day > situation.as_of + timedelta(days=WEEK + days_of(situation, "clinical.confirm"))
    return day if there_is_time else booking.start.earliest - ONE_DAY


def _done(situation: Situation) -> tuple[Draft, ...]:
    """Rotations already done that will still be recent."""
    since = recent_since(situation)
    drafts = []
    for counted in situation.today.counted:
        one = situation.dossier.experiences[int(counted.entry[len("experiences[") : -1])]
        if one.is_current or one.last_day(situation.as_of) < since:
            continue
        day = one.last_day(situation.as_of)
        because = situation.entry(counted.entry, f"{one.title}, done by {day_in_words(day)}: still recent.")
        key = f"clinical.done-{one.first_day}-{day}"
        drafts.append(finished(key, one.title, Period.REBUILD, day, because[0].says, because))
    return tuple({draft.key: draft for draft in drafts}.values())


def _finding(situation: Situation) -> tuple[Draft, ...]:
    search = planned(
        situation,
        "clinical.search",
        title="Find and check places for an observership or another structured program",
        why="Hospital before private office, a program with an application before a favour. Ask each whether its "
        "physicians write letters. As a graduate, be wary of anyone who sells you hands-on work.",
        period=Period.SET_UP,
        slips="Hospitals fill places months ahead; what is left late is mostly what costs most and counts least.",
        because=situation.because(
            "lead.observership-months", "article.plan.us-clinical-months", "reading.outreach-hours"
        ),
        hours=situation.number("reading.outreach-hours"),
        depends_on=("decide.specialty",),
        due=first_months_end(situation),
    )
    ask = Draft(
        key="clinical.ask",
        title="Ask, apply and wait for a place",
        why="Ask several at once, with your possible weeks, and get the terms in writing before you pay.",
        period=Period.SET_UP,
        slips="The rotation starts later, and its letter misses the day programs open files.",
        because=situation.because("lead.observership-months"),
        days=1,
        lead_time_days=max(WEEK, lead_days(situation) - search.days),
        hours=situation.number("reading.task.letters.ask.hours"),
        depends_on=("decide.record", "clinical.search", "work.ask-for-time"),
        check_status_first=situation.hangs_on_status,
    )
    return (search, ask)


def _blocks(situation: Situation) -> tuple[Draft, ...]:
    """Blocks of the usual length; the last one may be shorter."""
    wanted, usual = wanted_weeks(situation), max(1, int(situation.number("reading.rotation-weeks")))
    lengths = [min(usual, wanted - start) for start in range(0, wanted, usual)][:MOST_BLOCKS]
    constraints = situation.dossier.constraints
    if situation.job is not None and constraints.paid_leave is None and not constraints.unpaid_leave_days:
        lengths = lengths[:1]  # nobody knows whether leave holds even one
    return tuple(_block(situation, number, weeks) for number, weeks in enumerate(lengths, start=1))


def _block(situation: Situation, number: int, weeks: int) -> Draft:
    price = observership_month(situation)
    assert price.cost is not None  # the figure has an interval
    in_a_month = situation.number("reading.hours-per-clinical-month") / situation.number(
        "reading.rotation-hours-per-week"
    )
    specialty = situation.specialties
    where = f" in {specialty[0]}" if specialty else ""
    return Draft(
        key=f"clinical.rotation-{number}",
        title=f"Observership or structured program{where}",
        why="Recent time beside US physicians, in a hospital if you can, with a letter at its end.",
        period=Period.REBUILD,
        slips="Its letter comes after programs open files, and it counts less.",
        because=(
            *_why_more(situation),
            *situation.because("reading.rotation-weeks", "lead.rotation-weeks"),
            *price.because,
        ),
        weeks=weeks,
        shortest=max(1, int(situation.number("reading.rotation-shortest-weeks"))),
        cost_per_week=Dollars(price.cost.low / in_a_month, price.cost.high / in_a_month),
        depends_on=("clinical.ask", *((f"clinical.rotation-{number - 1}",) if number > 1 else ())),
        not_before=max(situation.as_of, recent_since(situation)),
        needs_leave=True,
        wish=1 + number,
        check_status_first=situation.hangs_on_status,
    )


def _why_more(situation: Situation) -> tuple[Reason, ...]:
    return situation.because("article.plan.us-clinical-months", "article.recency.us-clinical-ideal")
