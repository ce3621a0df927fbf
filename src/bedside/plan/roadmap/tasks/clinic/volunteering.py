"""Clinical volunteering every week, until the Match."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bedside.applicant.parts.experience import Booking, BookingKind
from bedside.calendar.season import Event
from bedside.plan.results import Period, TaskState
from bedside.plan.roadmap.diary.draft import Draft, first_months_end, planned
from bedside.plan.roadmap.diary.working_days import ONE_DAY, WEEK
from bedside.plan.roadmap.tasks.booked_exams import from_booking, period_of
from bedside.plan.situation import Situation


def volunteering(situation: Situation) -> tuple[Draft, ...]:
    """What goes on is kept going; else finding a place and then some hours every week until the Match."""
    end = last_day(situation)
    if end <= situation.as_of:
        return ()
    if situation.volunteering is not None:
        return (_keep_going(situation, end),)
    booked = situation.booked(BookingKind.VOLUNTEERING)
    if booked:
        return tuple(_booked(situation, entry, booking) for entry, booking in booked)
    hours = hours_per_week(situation)
    return (_find(situation), *([] if hours == 0 else [_weekly(situation, hours, end)]))


def _booked(situation: Situation, entry: str, booking: Booking) -> Draft:
    """Booked volunteering with its weekly hours, so that they are counted among the hours there are."""
    draft, hours = from_booking(situation, entry, booking), booking.hours_per_week or 0.0
    first = max(booking.start.earliest, situation.as_of)
    return replace(draft, hours=_total(hours, first, booking.end.latest), weekly_hours=hours or None)


def hours_per_week(situation: Situation) -> float:
    """Hours a week to volunteer: the usual ones, and no more than a share of what the applicant has."""
    usual = situation.number("reading.volunteering-hours-per-week")
    weekly = situation.dossier.constraints.weekly_hours
    share = situation.number("reading.volunteering-share-of-hours") / 100
    return usual if weekly is None else min(usual, weekly * share)


def last_day(situation: Situation) -> date:
    """Volunteering is planned until Match Day."""
    return situation.on(Event.MATCH_DAY) or situation.training_start


def _keep_going(situation: Situation, end: date) -> Draft:
    assert situation.volunteering is not None  # the caller has looked
    entry, one = situation.volunteering
    hours = one.hours_per_week or 0.0
    return Draft(
        key="volunteering.keep-going",
        title=f"Keep volunteering: {one.title}",
        why="It shows that you are among patients now, and it is still going on when programs read the file.",
        period=period_of(situation, situation.as_of),
        slips="A clinical stretch that ends before programs read it counts as the past.",
        because=situation.entry(entry, f"{one.title}, since {one.start.in_words}."),
        fixed=(situation.as_of, end),
        state=TaskState.BOOKED,
        hours=_total(hours, situation.as_of, end),
        weekly_hours=hours or None,
        due=end,
    )


def _find(situation: Situation) -> Draft:
    return planned(
        situation,
        "volunteering.find",
        title="Find a free clinic, health fair or refugee clinic that takes volunteers",
        why="Intake, interpreting and navigation need no licence, and put you among patients every week.",
        period=Period.SET_UP,
        slips="Each month later is a month less on the file.",
        because=situation.because("reading.volunteering-hours-per-week", "status.true-volunteer-test"),
        due=first_months_end(situation),
        depends_on=("status.ask",),
        check_status_first=situation.hangs_on_status,
    )


def _weekly(situation: Situation, hours: float, end: date) -> Draft:
    begins = situation.as_of + timedelta(days=situation.number("reading.task.volunteering.find.days"))
    return Draft(
        key="volunteering.weekly",
        title=f"Volunteer {hours:g} hours a week",
        why="Clinical contact every week until the Match, not only in the weeks of a rotation.",
        period=Period.REBUILD,
        slips="The file shows rotations and nothing between them.",
        because=situation.because("reading.volunteering-hours-per-week", "reading.volunteering-share-of-hours"),
        days=max(1, (end - min(begins, end)).days + 1),
        until=end,
        hours=_total(hours, begins, end),
        weekly_hours=hours,
        depends_on=("volunteering.find",),
        due=end,
        check_status_first=situation.hangs_on_status,
    )


def _total(hours: float, first: date, last: date) -> float:
    days = (last - first + ONE_DAY).days
    return round(hours * max(0, days) / WEEK, 1)
