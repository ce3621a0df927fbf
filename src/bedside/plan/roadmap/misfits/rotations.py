"""The rotation weeks that do not fit, and choices counted out for this applicant."""

from __future__ import annotations

import math
from datetime import date, timedelta

from bedside.applicant.parts.constraints import ShiftPattern
from bedside.applicant.parts.experience import BookingKind
from bedside.evidence.citing import day_in_words
from bedside.evidence.reason import from_dossier
from bedside.plan.results import Misfit
from bedside.plan.roadmap.diary.leave import WEEKDAYS, LeaveBook, LeaveOfYear
from bedside.plan.roadmap.diary.rotations import letter_wait
from bedside.plan.roadmap.diary.schedule import Diary, Placed
from bedside.plan.roadmap.misfits.hands_on import with_hands_on
from bedside.plan.roadmap.tasks.clinic.clinical import (
    booked_months,
    lead_days,
    wanted_weeks,
)
from bedside.plan.situation import Situation
from bedside.plan.wording import counted, decimal, dollars_in_tens, tens

A_DAY = 8


def rotation_misfit(situation: Situation, placed: tuple[Placed, ...], diary: Diary) -> Misfit | None:
    """One misfit for all wanted weeks that found no place, and for hands-on work nobody has allowed yet."""
    return with_hands_on(situation, _without_place(situation, placed, diary))


def _without_place(situation: Situation, placed: tuple[Placed, ...], diary: Diary) -> Misfit | None:
    """One misfit for all wanted weeks that found no place; None where all did."""
    rotations = [one for one in placed if one.draft.weeks]
    if not rotations:
        return None
    fitted = [one for one in rotations if not one.refused]
    weeks, wanted = sum(one.draft.weeks for one in fitted), wanted_weeks(situation)
    refused = next((one for one in rotations if one.refused), None)
    missing = wanted - weeks
    unknown = fitted and diary.leave.has_job and not diary.leave.is_known
    if unknown and missing <= 0 and refused is None and diary.leave.unpaid_per_year:
        return _planned_as_unpaid(situation, fitted)
    if unknown and not diary.leave.unpaid_per_year:
        return _leave_unknown(situation, fitted, diary, missing)
    if missing <= 0 and refused is None:
        return None
    key = refused.draft.key if refused else rotations[-1].draft.key
    return Misfit(
        task=key,
        title=f"No room for {counted(missing, 'week')} of US clinical experience",
        says=_says(situation, weeks, wanted, refused, diary),
        choices=tuple(_choices(situation, missing, fitted, diary, refused)),
        because=(
            *situation.because("article.plan.us-clinical-months"),
            from_dossier("constraints", "Your leave, shifts, fixed dates and money."),
            *(situation.because("reading.interview-days-kept") if diary.leave.years else ()),
        ),
    )


def _says(situation: Situation, weeks: int, wanted: int, refused: Placed | None, diary: Diary) -> str:
    booked = booked_months(situation) * situation.number("reading.hours-per-clinical-month")
    booked_weeks = booked / situation.number("reading.rotation-hours-per-week")
    beside = f", beside {_that_are_booked(booked_weeks)}" if booked_weeks else ""
    still = "the week" if wanted == 1 else f"the {wanted} weeks"
    how_many = f"Not even {still}" if weeks == 0 and wanted == 1 else f"{weeks or 'None'} of {still}"
    found = f"{how_many} still wanted {'fits' if weeks < 2 else 'fit'}{beside}"
    why = _what_stood_in_the_way(situation, refused, diary)
    leave_unknown = diary.leave.has_job and not diary.leave.is_known
    unknown = " Nor does your file say how many days of paid leave you have." if leave_unknown else ""
    return f"{found}: {why}.{unknown}"


def _what_stood_in_the_way(situation: Situation, refused: Placed | None, diary: Diary) -> str:
    match _reason(refused, diary, situation):
        case "money":
            return _price_against_floor(situation, refused, diary)
        case "no free week":
            return (
                "no free week is left between the time hospitals need and the last day for letters, "
                f"{day_in_words(last_rotation_day(situation))}"
            )
        case _:
            return _leave_by_year(situation, diary)


def _leave_by_year(situation: Situation, diary: Diary) -> str:
    """What a week takes, and what each leave year that can be reached still gives."""
    book, years = diary.leave, _reachable(diary, situation)
    a_week = f"each week takes {counted(book.days_lost_per_week, 'day')} of leave"
    if len(years) < 2 or not any(year.free + book.unpaid_free_on(year.first_day) for year in years):
        paid, day = sum(year.free for year in years), last_rotation_day(situation)
        return f"{a_week}, and {_free_days(book, paid, day)} may still be planned before letters are due"
    first, last = years[0], years[-1]
    ends = day_in_words(last_rotation_day(situation))
    before = _free_days(book, first.free, first.first_day)
    found = f"{a_week}; up to {day_in_words(first.last_day)}, {before} may still be planned"
    if last.free + book.unpaid_free_on(last.first_day) >= book.days_lost_per_week:
        return f"{found}, and after it no free week is left before the last day for letters, {ends}"
    return f"{found}, and after it {_free_days(book, last.free, last.first_day)} until {ends}, the last day for letters"


def _free_days(book: LeaveBook, paid: float, day: date) -> str:
    """Paid days that are left, and beside them the unpaid ones where the file offers any."""
    if not book.unpaid_per_year:
        return f"{paid:g}" if paid else "none"
    unpaid = book.unpaid_free_on(day)
    return f"{paid:g} paid and {unpaid:g} unpaid" if paid or unpaid else "none, paid or unpaid,"


def _price_against_floor(situation: Situation, refused: Placed | None, diary: Diary) -> str:
    """The price of the block, and what is there for it beside everything that has to be paid."""
    money, price = situation.dossier.constraints.money, refused.cost if refused else None
    if money is None or price is None or refused is None:
        return "the price would take you below the amount you do not go below"
    floor, block = f"${money.floor:,.0f}", f"a block of {counted(refused.draft.weeks, 'week')} costs {price}"
    if money.available < money.floor:
        return f"{block}, and with ${money.available:,.0f} you are below the floor of {floor} that you set"
    room = diary.money.room(refused.start) or 0.0
    left = f"only about {dollars_in_tens(room)} is left for it" if tens(room) > 0 else "nothing is left for it"
    return f"{block}; once what has to be paid is paid, {left} above your floor of {floor}"


def _that_are_booked(weeks: float) -> str:
    return "the one that is booked" if weeks == 1 else f"the {decimal(weeks)} that are booked"


def first_rotation_day(situation: Situation) -> date:
    """The first day on which a place that is asked for now could begin."""
    return situation.as_of + timedelta(days=lead_days(situation))


def last_rotation_day(situation: Situation) -> date:
    """The last day of a rotation from which a letter still arrives by submission."""
    return situation.submission - timedelta(days=letter_wait(situation))


def _reason(refused: Placed | None, diary: Diary, situation: Situation) -> str:
    """What stood in the way; of a block that was only shortened, leave where it is used up."""
    if refused is not None and refused.refused:
        return refused.refused
    book, last = diary.leave, last_rotation_day(situation)
    if not book.has_job:
        return "no free week"
    free = [year.free + book.unpaid_free_on(year.first_day) for year in _reachable(diary, situation)]
    enough = all(days >= book.days_lost_per_week for days in free or [book.unpaid_free_on(last)])
    return "no free week" if enough else "leave"


def _reachable(diary: Diary, situation: Situation) -> list[LeaveOfYear]:
    """Leave years that hold a day on which a rotation could still be."""
    first, until = first_rotation_day(situation), last_rotation_day(situation)
    return [year for year in diary.leave.years if year.first_day <= until and year.last_day >= first]


def _choices(
    situation: Situation, missing: int, fitted: list[Placed], diary: Diary, refused: Placed | None
) -> list[str]:
    reason = _reason(refused, diary, situation)
    choices = [
        _unpaid(situation, missing, diary) if reason == "leave" else "",
        _one_day_a_week(situation, diary) if reason != "money" else "",
        _fewer_days_kept(diary, situation) if reason == "leave" else "",
        _two_leave_years(situation, diary) if reason == "leave" else "",
        _fewer(situation, fitted),
        f"Shift to the Match of {situation.season.match_year + 1}; what that costs is listed below.",
    ]
    if refused is not None and refused.refused == "money":
        choices.insert(0, "Look for a hospital that asks little or nothing: some of those that name a price ask none.")
    return [choice for choice in choices if choice]


def _unpaid(situation: Situation, missing: int, diary: Diary) -> str:
    if not diary.leave.has_job:
        return ""
    constraints = situation.dossier.constraints
    lost = diary.leave.days_lost_per_week
    free = max((year.free for year in _reachable(diary, situation)), default=0.0)
    left = min(free, missing * lost)
    needed, a_week = math.ceil(missing * lost - left), max(0, math.ceil(lost - min(left, lost)))
    allowed = constraints.unpaid_leave_days
    if needed <= 0 or allowed == 0:
        return ""
    pay = constraints.money.pay_per_day if constraints.money else None
    price = f", about {dollars_in_tens(a_week * pay)} less pay" if pay else ""
    one_more = f"one more week takes {counted(a_week, 'day')}{price}." if a_week else ""
    all_of_it = f"{'All' if one_more else 'all'} {missing} would take {needed}." if missing > 1 or not a_week else ""
    limit = "" if allowed is None else f"Your file says {allowed:g} in a year."
    status = "Check your status first." if situation.hangs_on_status else ""
    return f"Take unpaid leave: {' '.join(part for part in (one_more, all_of_it, limit, status) if part)}"


def _one_day_a_week(situation: Situation, diary: Diary) -> str:
    """Observing on the weekday that four ten-hour (or three twelve-hour) shifts leave free."""
    if not diary.leave.has_job:
        return ""
    first, last = first_rotation_day(situation), last_rotation_day(situation)
    pattern = situation.dossier.constraints.shift_pattern
    has_it = pattern in (ShiftPattern.FOUR_TENS, ShiftPattern.THREE_TWELVES)
    a_week = int(WEEKDAYS - diary.leave.days_lost_per_week) if has_it else 1
    begin = first.weekday() if first.weekday() < WEEKDAYS else 0
    weekdays = {(begin + number) % WEEKDAYS for number in range(a_week)}
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    free = [
        day
        for day in days
        if day.weekday() in weekdays and not any(start <= day <= end for start, end in diary.days.fixed)
    ]
    if not free:
        return ""
    months = len(free) * A_DAY / situation.number("reading.hours-per-clinical-month")
    start = (
        f"Observe on {'the' if a_week > 1 else 'a'} {'weekdays' if a_week > 1 else 'weekday'} your shifts leave free"
        if has_it
        else "Ask for four ten-hour days, and observe on the fifth"
    )
    status = "" if has_it or not situation.hangs_on_status else " Check your status first."
    how_many = counted(len(free), "day")
    return f"{start}: {how_many} until {day_in_words(last)}, about {decimal(months)} months in all, no leave.{status}"


def _fewer_days_kept(diary: Diary, situation: Situation) -> str:
    kept = [year.kept for year in _reachable(diary, situation) if year.kept]
    if not kept or not diary.leave.has_job:
        return ""
    return (
        f"Keep fewer than {kept[-1]:g} days for interviews: most are by video, and some employers give an hour for one."
    )


def _two_leave_years(situation: Situation, diary: Diary) -> str:
    reachable = _reachable(diary, situation)
    if len(reachable) < 2 or not diary.leave.has_job:
        return ""
    renewal = day_in_words(reachable[1].first_day)
    return f"Lay one block on each side of {renewal}, when your leave renews, so that two years of leave carry it."


def _fewer(situation: Situation, fitted: list[Placed]) -> str:
    weeks = sum(one.draft.weeks for one in fitted)
    if not weeks and situation.booked(BookingKind.ROTATION):
        return "Stay with what is booked: one good letter is worth more than a second tired block."
    if not weeks:
        return "Leave further rotations out, and let weekly clinical volunteering carry the file."
    usual = situation.interval("lead.rotation-weeks").low
    ask = f" Most places give {usual:.0f} or more, so ask first whether fewer are possible." if weeks < usual else ""
    return f"Stay with {counted(weeks, 'week')}: one good letter is worth more than a second tired block.{ask}"


def _planned_as_unpaid(situation: Situation, fitted: list[Placed]) -> Misfit:
    """Without a word on paid leave the unpaid days that the file offers are planned, which is said."""
    weeks, days = sum(one.draft.weeks for one in fitted), sum(one.unpaid for one in fitted)
    status = " Check your status first." if situation.hangs_on_status else ""
    return Misfit(
        task=fitted[0].draft.key,
        title="Rotations are planned as unpaid leave",
        says=f"{counted(weeks, 'week')} of rotations {'takes' if weeks == 1 else 'take'} {counted(days, 'day')} of the "
        f"unpaid leave in your file, which does not say how many days of paid leave you have.{status}",
        choices=("Write your leave under `constraints.paid_leave`, and paid days are planned first.",),
        because=(from_dossier("constraints", "Unpaid leave is in your file, paid leave is not."),),
    )


def _leave_unknown(situation: Situation, fitted: list[Placed], diary: Diary, missing: int) -> Misfit:
    """Without a word on leave one block is planned, and it is said that nobody knows whether it fits."""
    weeks = sum(one.draft.weeks for one in fitted)
    days = weeks * diary.leave.days_lost_per_week
    more = f" Another {missing} wanted {'week is' if missing == 1 else 'weeks are'} not planned." if missing > 0 else ""
    return Misfit(
        task=fitted[0].draft.key if fitted else "clinical.rotation-1",
        title="It is not known whether your leave holds a rotation",
        says=f"A block of {counted(weeks, 'week')} takes {counted(days, 'working day')}. Your file does not say how "
        f"many days of paid leave you have.{more}",
        choices=("Write your leave under `constraints.paid_leave`, and the plan will fit itself into it.",),
        because=(from_dossier("constraints.paid_leave", "Not in your file."),),
    )
