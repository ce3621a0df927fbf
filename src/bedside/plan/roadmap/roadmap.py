"""The roadmap: every task that is called for, dated, with what does not fit and what waiting would cost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bedside.calendar.season import Event
from bedside.plan.decision.decision import is_last
from bedside.plan.results import Roadmap, Task, TaskState, Waiting
from bedside.plan.roadmap.diary.draft import Draft
from bedside.plan.roadmap.diary.schedule import Diary, Placed, schedule, without
from bedside.plan.roadmap.diary.working_days import ONE_DAY
from bedside.plan.roadmap.lasting_keys import lasting_key
from bedside.plan.roadmap.misfits.fitting import says_fit
from bedside.plan.roadmap.misfits.misfits import misfits
from bedside.plan.roadmap.notes import notes
from bedside.plan.roadmap.tasks.application.after_match import after_match
from bedside.plan.roadmap.tasks.application.applying import applying
from bedside.plan.roadmap.tasks.application.season import season
from bedside.plan.roadmap.tasks.application.story import story
from bedside.plan.roadmap.tasks.booked_exams import other_bookings
from bedside.plan.roadmap.tasks.certificate.certifying import CERTIFICATE, certifying
from bedside.plan.roadmap.tasks.certificate.exams import exams
from bedside.plan.roadmap.tasks.certificate.step3 import step3
from bedside.plan.roadmap.tasks.clinic.clinical import clinical
from bedside.plan.roadmap.tasks.clinic.letters import letters
from bedside.plan.roadmap.tasks.clinic.volunteering import volunteering
from bedside.plan.roadmap.tasks.first.deciding import deciding
from bedside.plan.roadmap.tasks.first.end_of_status import StatusEnd, beyond, said_beyond, what_comes_after
from bedside.plan.roadmap.tasks.first.job import job
from bedside.plan.roadmap.tasks.first.stopping import stopping
from bedside.plan.roadmap.ticks import with_ticks
from bedside.plan.roadmap.waiting import waiting
from bedside.plan.situation import Situation
from bedside.plan.wording import hours_a_person_uses

FALLS_WITH = {"step3.": "step3.", "clinical.rotation-1": "clinical.ask"}
"""Where a task with this beginning does not fit, those with that beginning serve nothing."""


def roadmap(situation: Situation, may_go_on: bool) -> Roadmap:
    """Dated tasks from today to the start of training.

    1. Collect the tasks that the dossier and the standing call for (only those of stopping, where the decision
       or the contract says so).
    2. Schedule them. A Step 3 seat booked before the certificate is expected is not kept: schedule once more.
    3. Where a part of Step 3 does not fit, none of it is planned, and without a rotation nobody is asked for a
       place: schedule the rest once more.
    4. What is ticked off is done on its day, and nothing else is later for it than it would be without.
    5. Say what does not fit, with the choices, and what shifting by a season would cost.
    """
    placed, diary = _with_nothing_later(situation, may_go_on)
    keys = {one.draft.key for one in placed}
    tasks = tuple(_task(situation, one, keys) for one in placed)
    months = diary.hours.by_month(situation.as_of, situation.training_start)
    return Roadmap(
        tasks=tuple(sorted(tasks, key=lambda task: (task.start, task.finish, task.key))),
        misfits=tuple(
            replace(one, task=lasting_key(situation, one.task)) for one in misfits(situation, placed, diary, may_go_on)
        ),
        waiting=_waiting(situation, may_go_on),
        paid_leave=diary.leave.results(),
        hours_by_month=months,
        notes=notes(situation, placed, may_go_on, months),
        says_fit=says_fit(situation.dossier.constraints, tasks),
    )


def _waiting(situation: Situation, may_go_on: bool) -> Waiting:
    """What waiting costs; nothing is said of it where no season may follow."""
    if may_go_on and not is_last(situation) and not situation.matched:
        return waiting(situation)
    return Waiting(situation.season.match_year + 1, ())


def _with_nothing_later(situation: Situation, may_go_on: bool) -> tuple[tuple[Placed, ...], Diary]:
    """The schedule with what is ticked off, where no other task ends later than it would without the ticks.

    What is freed can draw one task forwards into hours or leave that another had. So whatever came later keeps the
    days it had without the ticks, and the rest is scheduled around it, until nothing is later.
    """
    placed, diary = _scheduled(situation, may_go_on, {})
    if not any(one.draft.ticked_on for one in placed):
        return placed, diary
    usual, _ = _scheduled(situation.without_ticks(), may_go_on, {})
    kept: dict[str, Placed] = {}
    while later := _later(placed, usual, kept):
        kept |= later
        placed, diary = _scheduled(situation, may_go_on, kept)
    return placed, diary


def _later(placed: tuple[Placed, ...], usual: tuple[Placed, ...], kept: dict[str, Placed]) -> dict[str, Placed]:
    """What ends later than usual, or is refused now, and is not kept in its usual days yet."""
    finish = {one.draft.key: one.finish for one in placed if not one.refused}
    ticked = {one.draft.key for one in placed if one.draft.ticked_on}
    return {
        one.draft.key: one
        for one in usual
        if not one.refused and one.draft.fixed is None and one.draft.key not in kept and one.draft.key not in ticked
        if finish.get(one.draft.key, date.max) > one.finish
    }


def _scheduled(situation: Situation, may_go_on: bool, kept: Mapping[str, Placed]) -> tuple[tuple[Placed, ...], Diary]:
    diary = Diary.of(situation)
    if not may_go_on:
        return schedule(with_ticks(situation, stopping(situation)), diary, kept), diary
    placed = schedule(_drafts(situation, None), diary, kept)
    certified_on = next((one.finish for one in placed if one.draft.key == CERTIFICATE), None)
    if _step_3_is_too_early(placed, certified_on):
        diary = Diary.of(situation)
        placed = schedule(_drafts(situation, certified_on), diary, kept)
    refused = [one for one in placed if one.refused]
    prefixes = tuple(key for one in refused for start, key in FALLS_WITH.items() if one.draft.key.startswith(start))
    if prefixes:
        diary, drafts = Diary.of(situation), _drafts(situation, certified_on)
        useless = [one.key for one in drafts if one.key.startswith(prefixes) and one.state is not TaskState.DONE]
        left = schedule(without(drafts, [*useless, *(one.draft.key for one in refused)]), diary, kept)
        placed = (*left, *(_after_what_it_waits_for(one, left, diary) for one in refused))
    return placed, diary


def _after_what_it_waits_for(refused: Placed, kept: tuple[Placed, ...], diary: Diary) -> Placed:
    """The same refusal with the days it would have beside what was scheduled anew."""
    finishes = [one.finish for one in kept if one.draft.key in refused.draft.depends_on]
    start = diary.days.on_or_after(max([refused.start, *(finish + ONE_DAY for finish in finishes)]))
    return replace(refused, start=start, finish=refused.finish + (start - refused.start))


def _drafts(situation: Situation, certified_on: date | None) -> tuple[Draft, ...]:
    return with_ticks(situation, _called_for(situation, certified_on))


def _called_for(situation: Situation, certified_on: date | None) -> tuple[Draft, ...]:
    """The tasks by stage; the application is left out where it is submitted, the season where it is over."""
    if situation.matched:
        return (
            *what_comes_after(situation),
            *certifying(situation),
            *after_match(situation),
            *other_bookings(situation),
        )
    before_submission = situation.submitted is None and not situation.missed
    goes_on = not situation.missed and not _is_over(situation)
    rotations = clinical(situation) if before_submission else ()
    return (
        *deciding(situation),
        *what_comes_after(situation),
        *exams(situation),
        *certifying(situation),
        *step3(situation, certified_on),
        *rotations,
        *(letters(situation, _with_letter(rotations)) if before_submission else ()),
        *volunteering(situation),
        *job(situation),
        *((*story(situation), *applying(situation)) if before_submission else ()),
        *((*season(situation), *after_match(situation)) if goes_on else ()),
        *other_bookings(situation),
    )


def _with_letter(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    return tuple(
        draft
        for draft in drafts
        if draft.state is not TaskState.DONE and (draft.key.startswith(("clinical.rotation", "booked.rotation")))
    )


def _is_over(situation: Situation) -> bool:
    day = situation.on(Event.MATCH_DAY)
    return day is None or day < situation.as_of


def _step_3_is_too_early(placed: tuple[Placed, ...], certified_on: date | None) -> bool:
    return certified_on is not None and any(
        one.draft.key == "step3.exam" and one.draft.fixed is not None and one.start <= certified_on
        for one in placed
        if one.draft.state is not TaskState.DONE
    )


def _task(situation: Situation, placed: Placed, keys: set[str]) -> Task:
    draft = placed.draft
    end = beyond(situation, draft, (placed.start, placed.finish))
    return Task(
        key=lasting_key(situation, draft.key),
        title=_title(placed),
        why=" ".join(part for part in (draft.why, _short(situation, draft), _beyond(end, placed.start)) if part),
        period=draft.period,
        start=placed.start,
        finish=placed.finish,
        latest_finish=placed.latest_finish
        if draft.state is TaskState.DONE
        else max(placed.latest_finish, situation.as_of),
        state=_state(placed),
        depends_on=tuple(lasting_key(situation, key) for key in draft.depends_on if key in keys),
        lead_time_days=draft.lead_time_days,
        hours=hours_a_person_uses(draft.hours) if draft.weekly_hours else round(draft.hours, 1),
        cost=placed.cost if draft.state is not TaskState.DONE else None,
        paid_leave_days=placed.paid,
        unpaid_leave_days=placed.unpaid,
        slips=draft.slips,
        check_status_first=(
            draft.check_status_first or end is not None or (placed.unpaid > 0 and situation.hangs_on_status)
        ),
        because=(*draft.because, *(end.because if end else ())),
        ticked_on=draft.ticked_on,
        record_under=draft.record_under,
    )


def _short(situation: Situation, draft: Draft) -> str:
    """That most places give more weeks than were found for it."""
    usual = situation.interval("lead.rotation-weeks").low
    if not 0 < draft.weeks < usual:
        return ""
    return f"Most places give {usual:.0f} weeks or more: ask whether fewer are possible."


def _beyond(end: StatusEnd | None, start: date) -> str:
    return said_beyond(end, start) if end else ""


def _title(placed: Placed) -> str:
    weeks = placed.draft.weeks
    return f"{placed.draft.title}, {weeks} {'week' if weeks == 1 else 'weeks'}" if weeks else placed.draft.title


def _state(placed: Placed) -> TaskState:
    if placed.refused:
        return TaskState.DOES_NOT_FIT
    if placed.draft.state is not TaskState.PLANNED or placed.draft.fixed is not None:
        return placed.draft.state
    return TaskState.LATE if placed.finish > placed.latest_finish else TaskState.PLANNED
