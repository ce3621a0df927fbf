"""The rotation weeks that do not fit, and choices counted out for this applicant."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date, timedelta

from bedside.applicant.parts.constraints import ShiftPattern
from bedside.applicant.parts.experience import BookingKind
from bedside.evidence.citing import day_in_words
from bedside.evidence.reason import from_dossier
from bedside.plan.results import Misfit
from bedside.plan.roadmap.clinical import (
    because_hands_on,
    booked_months,
    lead_days,
    letter_wait,
    unsure_hands_on,
    wanted_weeks,
)
from bedside.plan.roadmap.leave import LeaveOfYear
from bedside.plan.roadmap.schedule import Diary, Placed
from bedside.plan.situation import Situation
from bedside.plan.wording import counted, decimal, dollars_in_tens, listed, tens

A_DAY = 8
PAY_NOTHING_YET = "Pay nothing, and move no leave, before all three have said yes in writing."
WEEK = 7


def rotation_misfit(situation: Situation, placed: tuple[Placed, ...], diary: Diary) -> Misfit | None:
    """One misfit for all wanted weeks that found no place, and for hands-on work nobody has allowed yet."""
    return _with_hands_on(situation, _without_place(situation, placed, diary))


def _with_hands_on(situation: Situation, misfit: Misfit | None) -> Misfit | None:
    """The same misfit with what is said of booked hands-on work before it; that alone where there is no other."""
    unsure = unsure_hands_on(situation)
    if not unsure:
        return misfit
    entry, booking = unsure[0]
    begins = f"{booking.title}, {booking.start.in_words}"
    says = (
        f"{begins}, is hands-on, and no US licence is in your file. It is not counted on until confirmed in writing "
        "by the site, by the state's law and for your status. Being sold such work is a warning sign."
    )
    choices = ("Ask whether you may observe there instead; if so, write `contact: observer`.", PAY_NOTHING_YET)
    because = because_hands_on(situation, entry, booking)
    title, others = f"{booking.title}: whether a graduate may do it is not known", unsure[1:]
    says += (
        f" The same holds for {listed([f'{one.title}, {one.start.in_words}' for _, one in others])}." if others else ""
    )
    if misfit is None:
        return Misfit(f"booked.hands-on-{booking.start.earliest}", title, says, choices, because)
    return replace(
        misfit,
        title=f"{title}; {misfit.title[0].lower()}{misfit.title[1:]}",
        says=f"{says} {misfit.says}",
        choices=(*choices, *misfit.choices),
        because=(*because, *misfit.because),
    )


def _without_place(situation: Situation, placed: tuple[Placed, ...], diary: Diary) -> Misfit | None:
    """One misfit for all wanted weeks that found no place; None where all did."""
    rotations = [one for one in placed if one.draft.weeks]
    if not rotations:
        return None
    fitted = [one for one in rotations if not one.refused]
    weeks, wanted = sum(one.draft.weeks for one in fitted), wanted_weeks(situation)
    refused = next((one for one in rotations if one.refused), None)
    missing = wanted - weeks
    if fitted and diary.leave.has_job and not diary.leave.is_known:
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
            free = _free(diary, situation)
            return (
                f"each week takes {counted(diary.leave.days_lost_per_week, 'day')} of leave, and "
                f"{f'{free:g}' if free else 'none'} may still be planned before letters are due"
            )


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
    enough = not diary.leave.has_job or _free(diary, situation) >= diary.leave.days_lost_per_week
    return "no free week" if enough else "leave"


def _reachable(diary: Diary, situation: Situation) -> list[LeaveOfYear]:
    """Leave years that hold a day on which a rotation could still be."""
    first, until = first_rotation_day(situation), last_rotation_day(situation)
    return [year for year in diary.leave.years if year.first_day <= until and year.last_day >= first]


def _free(diary: Diary, situation: Situation) -> float:
    return sum(year.free for year in _reachable(diary, situation))


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
    left = min(_free(diary, situation), missing * lost)
    needed, a_week = math.ceil(missing * lost - left), max(0, math.ceil(lost - min(left, lost)))
    allowed = constraints.unpaid_leave_days
    if needed <= 0 or allowed == 0:
        return ""
    pay = constraints.money.pay_per_day if constraints.money else None
    price = f", about {dollars_in_tens(a_week * pay)} less pay" if pay else ""
    all_of_it = f" All {missing} would take {needed}." if missing > 1 else ""
    limit = f" Your file says {allowed:g} in a year." if allowed is not None and needed > allowed else ""
    status = " Check your status first." if situation.hangs_on_status else ""
    return f"Take unpaid leave: one more week takes {counted(a_week, 'day')}{price}.{all_of_it}{limit}{status}"


def _one_day_a_week(situation: Situation, diary: Diary) -> str:
    """Observing on the weekday that four ten-hour (or three twelve-hour) shifts leave free."""
    if not diary.leave.has_job:
        return ""
    first, last = first_rotation_day(situation), last_rotation_day(situation)
    days = [first + timedelta(days=WEEK * number) for number in range(max(0, (last - first).days // WEEK + 1))]
    free = [day for day in days if not any(start <= day <= end for start, end in diary.days.fixed)]
    if not free:
        return ""
    months = len(free) * A_DAY / situation.number("reading.hours-per-clinical-month")
    pattern = situation.dossier.constraints.shift_pattern
    has_it = pattern in (ShiftPattern.FOUR_TENS, ShiftPattern.THREE_TWELVES)
    start = (
        "Observe on a weekday your shifts leave free"
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
