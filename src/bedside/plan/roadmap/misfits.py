"""What the calendar, the leave, the hours or the money cannot hold, each with the choices there are."""

from __future__ import annotations

from collections.abc import Iterator

from bedside.applicant.parts.examinations import ExamName
from bedside.applicant.parts.experience import BookingKind
from bedside.evidence.citing import day_in_words
from bedside.evidence.reason import from_dossier
from bedside.plan.results import Misfit, TaskState
from bedside.plan.roadmap.certifying import CERTIFICATE
from bedside.plan.roadmap.leave import LeaveOfYear
from bedside.plan.roadmap.rotation_misfit import rotation_misfit
from bedside.plan.roadmap.schedule import Diary, Placed
from bedside.plan.roadmap.step3 import valid_until
from bedside.plan.roadmap.working_days import ONE_DAY
from bedside.plan.situation import Situation
from bedside.plan.wording import counted, dollars_in_tens


def misfits(situation: Situation, placed: tuple[Placed, ...], diary: Diary, may_go_on: bool) -> tuple[Misfit, ...]:
    """Everything that does not fit, the most costly to overlook first."""
    if not may_go_on:
        return ()
    found: list[Misfit | None] = [
        _booked_leave(situation, diary),
        *_step_3(situation, placed),
        *_booked_step_3(situation, placed),
        rotation_misfit(situation, placed, diary),
        *_upper_price(situation, placed),
        _hours(situation, placed, diary),
        _floor(situation, diary),
        *_late_bookings(placed),
    ]
    return tuple(misfit for misfit in found if misfit is not None)


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
    yield f"Move the booking past {day_in_words(year.last_day)}: your leave renews on the day after."
    yield f"Shorten it: one week less gives back {counted(a_week, 'day')}."
    yield "Ask whether days can be borrowed from the next leave year."


def _step_3(situation: Situation, placed: tuple[Placed, ...]) -> Iterator[Misfit]:
    for one in placed:
        if not one.draft.key.startswith("step3.") or not one.refused:
            continue
        says = {
            "money": f"It costs {one.cost}, and paying it would take you below the amount you do not go below.",
        }.get(one.refused, "No two free days are left for it while the certificate is valid.")
        yield Misfit(
            task=one.draft.key,
            title="Step 3 does not fit",
            says=says,
            choices=(
                "Leave it out of this season: it is one answer to a score, not the only one.",
                "Sit it after submission: the result can still reach rank lists.",
                "Ask whether your employer's education money may pay for it.",
                f"Shift to the Match of {situation.season.match_year + 1}.",
            ),
            because=one.draft.because,
        )


def _booked_step_3(situation: Situation, placed: tuple[Placed, ...]) -> Iterator[Misfit]:
    """A Step 3 seat before the certificate is expected, or after it expires, cannot be used."""
    certified_on = next((one.finish for one in placed if one.draft.key == CERTIFICATE), None)
    until = valid_until(situation)
    for entry, booking in situation.booked(BookingKind.EXAM):
        if booking.exam is not ExamName.STEP_3:
            continue
        early = certified_on is not None and not situation.is_certified and booking.start.earliest <= certified_on
        if early and certified_on is not None:
            why = f"the certificate is planned for {day_in_words(certified_on)}"
        elif until is not None and booking.end.latest > until:
            why = f"the certificate expires on {day_in_words(until)}"
        else:
            continue
        yield Misfit(
            task="step3.exam",
            title="The Step 3 seat you booked may not be usable",
            says=f"You booked it {booking.start.on_or_in}, and {why}. Step 3 needs a valid certificate on both days.",
            choices=("Move the seat to the days in this plan.", "Ask ECFMG for the state of your certificate."),
            because=(
                *situation.because("usmle.step3.needs-certification"),
                from_dossier(entry, f"Booked: {booking.start.in_words} to {booking.end.in_words}."),
            ),
        )


def _upper_price(situation: Situation, placed: tuple[Placed, ...]) -> Iterator[Misfit]:
    for one in placed:
        if not one.only_at_lower_price or one.refused or one.cost is None:
            continue
        floor = situation.dossier.constraints.money.floor if situation.dossier.constraints.money else 0
        exact = one.cost.low == one.cost.high
        says = (
            f"{one.draft.title} costs {one.cost}. "
            + ("With the upper prices of everything else" if exact else "At the upper end")
            + f" it would take you below ${floor:,.0f}; with the lower ones it would not."
        )
        yield Misfit(
            task=one.draft.key,
            title="It fits only at the lower prices",
            says=says,
            choices=(
                "Look for a place that costs less: some hospitals ask nothing.",
                "Start it some months later, when more is saved.",
                "Take fewer weeks.",
                "Leave it out.",
            ),
            because=(*one.draft.because, from_dossier("constraints.money", f"You do not go below ${floor:,.0f}.")),
        )


def _hours(situation: Situation, placed: tuple[Placed, ...], diary: Diary) -> Misfit | None:
    weekly = situation.dossier.constraints.weekly_hours
    if weekly is None:
        return None
    months = diary.hours.by_month(situation.as_of, situation.training_start)
    over = [one for one in months if one.available is not None and one.planned > one.available + 1]
    late = [one for one in placed if one.stretched and not one.refused and one.finish > one.latest_finish]
    if not over and not late:
        return None
    parts = []
    if over:
        worst = max(over, key=lambda one: one.planned - (one.available or 0))
        parts.append(
            f"In {len(over)} {'month' if len(over) == 1 else 'months'} more work is planned than you have hours; most "
            f"in {worst.month:%B %Y}, with {worst.planned:.0f} hours against {worst.available:.0f}."
        )
    if late:
        parts.append(
            "At "
            f"{weekly:g} hours a week these end later than they are needed: "
            + "; ".join(f"{one.draft.title} ({day_in_words(one.finish)})" for one in late)
            + "."
        )
    return Misfit(
        task=late[0].draft.key if late else "hours",
        title="The hours do not hold everything",
        says=" ".join(parts),
        choices=_hour_choices(situation, late),
        because=(from_dossier("constraints.weekly_hours", f"You can give {weekly:g} hours a week."),),
    )


def _hour_choices(situation: Situation, late: list[Placed]) -> tuple[str, ...]:
    missing = sum(one.draft.hours for one in late)
    step_3 = [one for one in late if one.draft.key.startswith("step3.")]
    choices = [
        "Drop what you can: fewer programs on the list, one specialty instead of two.",
        "Pause volunteering in the weeks before an exam, and take it up again after it.",
        f"Shift to the Match of {situation.season.match_year + 1}.",
    ]
    if step_3:
        choices.insert(0, "Sit Step 3 after submission: the result can still reach rank lists and an H-1B petition.")
    if missing:
        weeks = max(1, (situation.submission - situation.as_of).days // 7)
        more = max(0.5, round(missing / weeks / 2 * 2) / 2)
        choices.insert(0, f"About {more:g} hours a week more until submission would close most of it.")
    return tuple(choices)


def _floor(situation: Situation, diary: Diary) -> Misfit | None:
    """What has to be paid in any case takes the balance below the floor."""
    room = diary.money.room(situation.as_of)
    money = situation.dossier.constraints.money
    if room is None or money is None or room >= 0:
        return None
    return Misfit(
        task="money",
        title="The money does not hold everything that has to be paid",
        says=f"At upper prices you would come about {dollars_in_tens(-room)} below your floor of ${money.floor:,.0f}.",
        choices=(
            "Apply to fewer programs: the later ones cost most each.",
            "Save more each month, or move the expensive parts to later months.",
            f"Shift to the Match of {situation.season.match_year + 1}, with another year of savings.",
        ),
        because=(from_dossier("constraints.money", f"${money.available:,.0f} today, floor ${money.floor:,.0f}."),),
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
