"""What the calendar, the leave, the hours or the money cannot hold, each with the choices there are."""

from __future__ import annotations

from collections.abc import Iterator

from bedside.applicant.parts.constraints import MoneyAtHand
from bedside.evidence.citing import day_in_words
from bedside.evidence.reason import from_dossier
from bedside.plan.money.fees import later_programs_cost_more
from bedside.plan.results import Misfit
from bedside.plan.roadmap.diary.hours import A_SLIP, hours_over
from bedside.plan.roadmap.diary.schedule import Diary, Placed
from bedside.plan.roadmap.diary.working_days import WEEK
from bedside.plan.roadmap.misfits.bookings import booking_misfits
from bedside.plan.roadmap.misfits.certificate import certificate_misfit
from bedside.plan.roadmap.misfits.rotations import rotation_misfit
from bedside.plan.situation import Situation
from bedside.plan.wording import counted, dollars_in_tens


def misfits(situation: Situation, placed: tuple[Placed, ...], diary: Diary, may_go_on: bool) -> tuple[Misfit, ...]:
    """Everything that does not fit, the most costly to overlook first."""
    if not may_go_on:
        return ()
    found: list[Misfit | None] = [
        *certificate_misfit(situation, placed),
        *booking_misfits(situation, placed, diary),
        *_step_3(situation, placed),
        rotation_misfit(situation, placed, diary),
        *_upper_price(situation, placed),
        _hours(situation, placed, diary),
        _floor(situation, diary),
    ]
    return tuple(misfit for misfit in found if misfit is not None)


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
    over = [one for one in months if hours_over(one) > A_SLIP]
    late = [one for one in placed if one.stretched and not one.refused and one.finish > one.latest_finish]
    if not over and not late:
        return None
    parts = []
    if over:
        worst = max(over, key=hours_over)
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
    missing = sum(_hours_too_late(one) for one in late)
    step_3 = [one for one in late if one.draft.key.startswith("step3.")]
    less = "fewer programs on the list, one specialty instead of two"
    choices = [
        f"Drop what you can: {less if situation.submitted is None else 'what can wait until the interviews are over'}.",
        "Pause volunteering in the weeks before an exam, and take it up again after it.",
        f"Shift to the Match of {situation.season.match_year + 1}.",
    ]
    if step_3:
        choices.insert(0, "Sit Step 3 after submission: the result can still reach rank lists and an H-1B petition.")
    if missing:
        until = max(one.latest_finish for one in late)
        weeks = max(1, (until - situation.as_of).days // WEEK)
        more = max(0.5, round(missing / weeks * 2) / 2)
        hours = f"About {counted(more, 'hour')} a week more until {day_in_words(until)}"
        choices.insert(0, f"{hours} would close most of it.")
    return tuple(choices)


def _hours_too_late(one: Placed) -> float:
    """The share of a task's hours that falls after the day on which it is needed."""
    days, late = (one.finish - one.start).days + 1, (one.finish - one.latest_finish).days
    return one.draft.hours * min(1.0, late / days)


def _floor(situation: Situation, diary: Diary) -> Misfit | None:
    """What has to be paid in any case takes the balance below the floor."""
    room = diary.money.room(situation.as_of)
    money = situation.dossier.constraints.money
    if money is not None and money.available < money.floor:
        return _below_already(situation, money, room or 0.0)
    if room is None or money is None or room >= 0:
        return None
    return Misfit(
        task="money",
        title="The money does not hold everything that has to be paid",
        says=f"At upper prices you would come about {dollars_in_tens(-room)} below your floor of ${money.floor:,.0f}.",
        choices=(
            _fewer_programs(situation),
            "Save more each month, or move the expensive parts to later months.",
            f"Shift to the Match of {situation.season.match_year + 1}, with another year of savings.",
        ),
        because=(from_dossier("constraints.money", f"${money.available:,.0f} today, floor ${money.floor:,.0f}."),),
    )


def _below_already(situation: Situation, money: MoneyAtHand, room: float) -> Misfit:
    """Whoever is below the floor today hears that, and not that it will come."""
    today, floor = f"${money.available:,.0f}", f"${money.floor:,.0f}"
    lowest = money.floor + room
    deeper = (
        f" With what has to be paid it would go down to about {dollars_in_tens(lowest)} at upper prices."
        if money.available > lowest >= 0
        else " What there is does not cover everything that has to be paid."
        if lowest < 0
        else ""
    )
    return Misfit(
        task="money",
        title="You are below the floor you set",
        says=f"You have {today} today, and your floor is {floor}. What can wait is planned for when you are above it "
        f"again, or left out.{deeper}",
        choices=(
            "Look at the floor again: is all of it needed for emergencies?",
            "Begin with what costs nothing: the story, the letters, volunteering, asking for time.",
            f"Shift to the Match of {situation.season.match_year + 1}, with another year of savings.",
        ),
        because=(from_dossier("constraints.money", f"{today} today, floor {floor}."),),
    )


def _fewer_programs(situation: Situation) -> str:
    most = ": the later ones cost most each" if later_programs_cost_more(situation) else ""
    return f"Apply to fewer programs{most}."
