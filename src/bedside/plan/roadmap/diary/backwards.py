"""The backward pass: the last day on which each task may end without moving anything after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bedside.plan.roadmap.diary.draft import Draft
from bedside.plan.roadmap.diary.working_days import ONE_DAY, WEEK, WorkingDays, next_monday, overlaps

FRIDAY = 4


def finish_from(draft: Draft, start: date, days: WorkingDays) -> date:
    """The day on which a task begun on `start` ends: an open day, with its waiting time, not before it may end."""
    if draft.weeks:
        return start + timedelta(days=(draft.weeks - 1) * WEEK + FRIDAY)
    if draft.until is not None:
        return max(start, draft.until)
    last = start + timedelta(days=draft.whole_days - 1)
    if draft.not_finished_before is not None:
        last = max(last, draft.not_finished_before)
    return days.on_or_after(last)


def latest_finishes(drafts: tuple[Draft, ...], days: WorkingDays, end: date) -> dict[str, date]:
    """The last day on which each task may end, by key.

    1. A task with nothing after it may end on the day it is due, or on `end`.
    2. Any other may end the day before its successors have to begin (the same day, for what begins on the
       day the other ends).
    3. A successor has to begin on the last open day from which it still ends in time.
    4. What is fixed begins when it begins, and is due on the day it is due, open or not.
    """
    successors: dict[str, list[Draft]] = {draft.key: [] for draft in drafts}
    for draft in drafts:
        for key in draft.depends_on:
            if key in successors:
                successors[key].append(draft)
    known: dict[str, date] = {}

    def latest(draft: Draft) -> date:
        if draft.key not in known:
            limits = [draft.due or end]
            for successor in successors[draft.key]:
                begin = latest_start(successor, latest(successor), days)
                limits.append(begin if successor.on_same_day else begin - ONE_DAY)
            keeps_its_day = draft.fixed is not None and min(limits) == draft.due
            known[draft.key] = min(limits) if keeps_its_day else days.on_or_before(min(limits))
        return known[draft.key]

    for draft in drafts:
        latest(draft)
    return known


def latest_start(draft: Draft, latest_finish: date, days: WorkingDays) -> date:
    """The last day on which a task may begin to end by `latest_finish`."""
    if draft.fixed is not None:
        return draft.fixed[0]
    if draft.weeks:
        monday = next_monday(latest_finish - timedelta(days=draft.weeks * WEEK + FRIDAY))
        while finish_from(draft, monday + timedelta(days=WEEK), days) <= latest_finish:
            monday += timedelta(days=WEEK)
        while finish_from(draft, monday, days) > latest_finish:
            monday -= timedelta(days=WEEK)
        return monday
    if draft.until is not None:
        return days.on_or_before(latest_finish)
    start = latest_finish - timedelta(days=draft.whole_days - 1)
    while not days.is_open(start) or not _ends_by(draft, start, latest_finish, days):
        start -= ONE_DAY
        if draft.not_finished_before is not None and draft.not_finished_before > latest_finish:
            return start  # it cannot end in time whenever it begins
    return start


def _ends_by(draft: Draft, start: date, latest_finish: date, days: WorkingDays) -> bool:
    finish = finish_from(draft, start, days)
    return finish <= latest_finish and not overlaps((start, finish), draft.closed)


def pointing_at_each_other(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """The same drafts, each pointing only at drafts that exist."""
    keys = {draft.key for draft in drafts}
    return tuple(replace(draft, depends_on=tuple(key for key in draft.depends_on if key in keys)) for draft in drafts)
