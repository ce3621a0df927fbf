"""The forward pass: every task gets the first days on which it fits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType

from bedside.evidence.money import Dollars, exactly
from bedside.plan.results import TaskState
from bedside.plan.roadmap.diary.backwards import finish_from, latest_finishes, latest_start, pointing_at_each_other
from bedside.plan.roadmap.diary.draft import Draft
from bedside.plan.roadmap.diary.hours import HoursBook
from bedside.plan.roadmap.diary.leave import LeaveBook
from bedside.plan.roadmap.diary.money import MoneyBook
from bedside.plan.roadmap.diary.rotations import Fit, letter_wait, place_rotation
from bedside.plan.roadmap.diary.working_days import ONE_DAY, WEEK, Window, WorkingDays, overlaps
from bedside.plan.situation import Situation


@dataclass(frozen=True, slots=True)
class Placed:
    """A draft with its days, or the days it would have had where it does not fit.

    `refused` names what it failed on: "leave", "money" or "no free week"; None where it fits.
    `only_at_lower_price` where the upper price would go below the floor.
    """

    draft: Draft
    start: date
    finish: date
    latest_finish: date
    paid: float = 0.0
    unpaid: float = 0.0
    cost: Dollars | None = None
    refused: str | None = None
    only_at_lower_price: bool = False
    stretched: bool = False


NOTHING: Mapping[str, Placed] = MappingProxyType({})


@dataclass
class Diary:
    """Everything that tasks take up while the plan is being made."""

    situation: Situation
    days: WorkingDays
    leave: LeaveBook
    hours: HoursBook
    money: MoneyBook
    starts: Counter[date]
    taken: list[Window]

    @classmethod
    def of(cls, situation: Situation) -> Diary:
        """An empty diary for an applicant."""
        constraints = situation.dossier.constraints
        return cls(
            situation=situation,
            days=WorkingDays.of(situation.dossier, situation.evidence),
            leave=LeaveBook.of(situation),
            hours=HoursBook(constraints.weekly_hours, situation.number("reading.share-of-hours-filled") / 100),
            money=MoneyBook(constraints.money, situation.as_of, situation.training_start),
            starts=Counter(),
            taken=[],
        )


def schedule(drafts: Iterable[Draft], diary: Diary, kept: Mapping[str, Placed] = NOTHING) -> tuple[Placed, ...]:
    """Give every draft its days.

    1. Backwards from the days that cannot move: when must each task be done at the latest?
    2. What is done, booked, dated by the season or in `kept` keeps its days, and uses its leave, hours and money.
    3. What has to be done comes next, then what money or leave may refuse, in the order of its wish; within
       each the most pressing first. Each takes the first open day after everything it waits for.
    4. What waits for something that does not fit is left out.
    What presses is told as if nothing were ticked off: what a tick takes the pressure from still gets its turn.
    """
    waiting = pointing_at_each_other(tuple(drafts))
    unticked = pointing_at_each_other(tuple(draft.unticked or draft for draft in waiting))
    end = diary.situation.training_start
    latest = latest_finishes(waiting, diary.days, end)
    pressing = latest_finishes(unticked, diary.days, end) if any(one.unticked for one in waiting) else latest
    wishes = _wishes(unticked)
    placed: dict[str, Placed] = {}
    for draft in waiting:
        if draft.fixed is not None:
            placed[draft.key] = _keep(draft, draft.fixed, latest[draft.key], diary)
        elif draft.key in kept and (draft.needs_leave or draft.weeks):
            placed[draft.key] = _keep_as_it_was(kept[draft.key], diary)
    left = [draft for draft in waiting if draft.key not in placed]
    left.sort(key=lambda one: (wishes[one.key], latest_start(one, pressing[one.key], diary.days), one.key))
    while left:
        ready = next(draft for draft in left if all(key in placed for key in draft.depends_on))
        left.remove(ready)
        if ready.key in kept:
            placed[ready.key] = _keep_as_it_was(kept[ready.key], diary)
        else:
            placed[ready.key] = _place(ready, pressing[ready.key], placed, diary)
        if placed[ready.key].refused:
            left = without(left, [ready.key])
    return tuple(replace(one, latest_finish=max(one.latest_finish, latest[key])) for key, one in placed.items())


def _wishes(drafts: tuple[Draft, ...]) -> dict[str, int]:
    """The wish of each draft, or of what it waits for: it cannot come before that."""
    by_key = {draft.key: draft for draft in drafts}

    def wish(draft: Draft) -> int:
        return max([draft.wish or 0, *(wish(by_key[key]) for key in draft.depends_on)])

    return {draft.key: wish(draft) for draft in drafts}


def without(drafts: Iterable[Draft], gone: Iterable[str]) -> list[Draft]:
    """The drafts but those in `gone`, and but everything that waits for one of them."""
    kept, lost = list(drafts), set(gone)
    while True:
        falling = {draft.key for draft in kept if draft.key in lost or lost & set(draft.depends_on)}
        if not falling:
            return kept
        lost |= falling
        kept = [draft for draft in kept if draft.key not in falling]


def _keep(draft: Draft, fixed: Window, latest: date, diary: Diary) -> Placed:
    if draft.state is TaskState.DONE:
        return Placed(draft, *fixed, fixed[1], cost=None)
    if draft.paid_leave_days:
        diary.leave.take({fixed[0]: draft.paid_leave_days})
    if draft.needs_leave or draft.paid_leave_days or draft.unpaid_leave_days:
        diary.taken.append(fixed)
    placed = Placed(draft, *fixed, latest, draft.paid_leave_days, draft.unpaid_leave_days, draft.cost)
    return _note(placed, diary)


def _keep_as_it_was(was: Placed, diary: Diary) -> Placed:
    """What another schedule has placed, in the same days, with the same leave and money."""
    mondays = [was.start + timedelta(days=WEEK * number) for number in range(was.draft.weeks or 1)]
    diary.leave.take(dict.fromkeys(mondays, was.paid / len(mondays)))
    diary.leave.take_unpaid(dict.fromkeys(mondays, was.unpaid / len(mondays)))
    if was.draft.needs_leave or was.draft.weeks:
        diary.taken.append((was.start, was.finish))
    return _note(was, diary)


def _place(draft: Draft, latest: date, placed: dict[str, Placed], diary: Diary) -> Placed:
    earliest = max(diary.situation.as_of, draft.not_before or diary.situation.as_of)
    for key in draft.depends_on:
        before = placed[key].finish
        earliest = max(earliest, before if draft.on_same_day else before + ONE_DAY)
    if draft.weeks:
        return _rotation(draft, _fit(draft, earliest, latest, diary), latest, diary)
    start = earliest if draft.on_same_day and draft.depends_on else diary.days.on_or_after(earliest)
    if draft.needs_leave:
        start = _free_of_clashes(draft, start, diary)
        if start > diary.situation.training_start:
            return Placed(draft, start, start, latest, cost=draft.cost, refused="no free day")
    elif draft.wish is not None and draft.cost is not None:
        start = _when_it_can_be_paid(draft, start, diary)
    elif draft.hours and draft.wish is None and not draft.on_same_day:
        start = _not_too_many_at_once(draft, start, latest, diary)
    return _at(draft, start, latest, diary)


def _fit(draft: Draft, earliest: date, latest: date, diary: Diary) -> Fit:
    """In time for a letter, with room for what comes after it; failing that, with none; where no week is free by
    then, still before submission, and then late."""
    by_submission, for_a_letter = diary.situation.submission - ONE_DAY, _last_day_for_a_letter(diary)

    def fit_by(day: date) -> Fit:
        return place_rotation(draft, earliest, day, diary.days, diary.leave, diary.money, diary.taken)

    fit = fit_by(latest)
    if fit.refused and latest < for_a_letter:
        fit = fit_by(for_a_letter)
    if fit.refused == "no free week" and latest < by_submission:
        fit = fit_by(by_submission)
    return fit


def _last_day_for_a_letter(diary: Diary) -> date:
    return diary.situation.submission - timedelta(days=letter_wait(diary.situation))


def _rotation(draft: Draft, fit: Fit, latest: date, diary: Diary) -> Placed:
    shorter = replace(draft, weeks=fit.weeks or draft.weeks)
    finish = finish_from(shorter, fit.start, diary.days)
    if fit.refused:
        return Placed(draft, fit.start, finish, latest, cost=fit.cost, refused=fit.refused)
    if latest < finish <= _last_day_for_a_letter(diary):
        latest = finish  # it leaves no room for another, but its letter comes in time
    diary.taken.append((fit.start, finish))
    paid, unpaid = diary.leave.take(fit.leave.paid), diary.leave.take_unpaid(fit.leave.unpaid)
    return _note(
        Placed(shorter, fit.start, finish, latest, paid, unpaid, fit.cost, only_at_lower_price=fit.only_at_lower_price),
        diary,
    )


def _at(draft: Draft, start: date, latest: date, diary: Diary) -> Placed:
    nominal = finish_from(draft, start, diary.days)
    if draft.weekly_hours:
        draft = replace(draft, hours=round(draft.weekly_hours * ((nominal - start).days + 1) / WEEK, 1))
    finish, stretched = _finish_with_hours(draft, start, nominal, latest, diary)
    if draft.cost is not None and draft.wish is not None:
        if not diary.money.stays_above_floor(start, draft.cost.low, at_upper_prices=False):
            return Placed(draft, start, finish, latest, cost=draft.cost, refused="money")
        tight = not diary.money.stays_above_floor(start, draft.cost.high)
    else:
        tight = False
    paid, unpaid = (0.0, 0.0)
    if draft.leave_days:
        paid, unpaid = diary.leave.take_some(start, diary.leave.exam_days(draft.leave_days))
    if draft.needs_leave:
        diary.taken.append((start, finish))
    placed = Placed(
        draft, start, finish, latest, paid, unpaid, draft.cost, only_at_lower_price=tight, stretched=stretched
    )
    diary.starts[_monday(start)] += 1
    return _note(placed, diary)


def _finish_with_hours(draft: Draft, start: date, nominal: date, latest: date, diary: Diary) -> tuple[date, bool]:
    """The finish that the free hours allow; what has to be done keeps its day and overfills the hours."""
    if not draft.hours or draft.weekly_hours or draft.days == 1:
        return nominal, False
    work_days, wait = draft.days, timedelta(days=draft.lead_time_days)
    until = latest - wait if draft.wish is None else diary.situation.training_start
    done = diary.hours.finish_of_work(start, work_days, draft.hours, until)
    if done is None:
        return nominal, True
    finish = max(nominal, diary.days.on_or_after(done + wait))
    return finish, finish > nominal


def _note(placed: Placed, diary: Diary) -> Placed:
    draft = placed.draft
    if placed.cost is not None:
        diary.money.spend(placed.start, placed.cost)
    if placed.unpaid:
        diary.money.spend(placed.start, exactly(lost_pay(placed.unpaid, diary.situation)))
    if draft.hours:
        first = max(placed.start, diary.situation.as_of)
        last = placed.finish if draft.weekly_hours else placed.finish - timedelta(days=draft.lead_time_days)
        diary.hours.work(first, max(first, last), draft.hours)
    return placed


def lost_pay(unpaid_days: float, situation: Situation) -> float:
    """What unpaid days cost in take-home pay; nothing where the dossier does not say what a day pays."""
    money = situation.dossier.constraints.money
    return unpaid_days * (money.pay_per_day or 0.0) if money else 0.0


def _free_of_clashes(draft: Draft, start: date, diary: Diary) -> date:
    """The first start on which the days are all open and touch nothing that is taken, fixed or closed.

    Where there is none before training starts, a day after that.
    """
    while start <= diary.situation.training_start:
        finish = finish_from(draft, start, diary.days)
        blocked = (*diary.taken, *diary.days.fixed, *draft.closed)
        whole = (finish - start).days + 1 == draft.whole_days
        if diary.days.is_open(start) and whole and not overlaps((start, finish), blocked):
            return start
        start = diary.days.on_or_after(start + ONE_DAY)
    return start


def _not_too_many_at_once(draft: Draft, start: date, latest: date, diary: Diary) -> date:
    """A later week where this one has its share of new tasks, as long as that makes nothing late."""
    limit = diary.situation.number("reading.new-tasks-per-week")
    while diary.starts[_monday(start)] >= limit:
        later = diary.days.on_or_after(_monday(start) + timedelta(days=WEEK))
        if finish_from(draft, later, diary.days) > latest:
            break
        start = later
    return start


def _when_it_can_be_paid(draft: Draft, start: date, diary: Diary) -> date:
    """The first week in which the upper price keeps the floor, or else the lower one; `start` where none does."""
    assert draft.cost is not None  # callers have looked
    mondays = range(0, max(1, (diary.situation.training_start - start).days), WEEK)
    starts = [diary.days.on_or_after(start + timedelta(days=days)) for days in mondays]
    for at_upper_prices, price in ((True, draft.cost.high), (False, draft.cost.low)):
        for day in starts:
            if diary.money.stays_above_floor(day, price, at_upper_prices):
                return day
    return start


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
