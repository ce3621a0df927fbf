"""Tasks that the applicant has ticked off: done on their day, and never a fact."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bedside.applicant.parts.ticked_off import TickedOff
from bedside.evidence.citing import day_in_words
from bedside.evidence.reason import Reason
from bedside.plan.results import TaskState
from bedside.plan.roadmap.diary.draft import Draft
from bedside.plan.roadmap.lasting_keys import lasting_key
from bedside.plan.situation import Situation

OF_ONE_SEASON = (
    "story.",
    "application.",
    "letters.another",
    "letters.chase-",
    "nrmp.",
    "interviews.",
    "soap.",
    "match.",
    "after.",
    "decide.season",
)
"""How the keys begin of what each season asks for anew: a tick for it holds for one Match."""

ONLY_FACTS_COUNT: tuple[tuple[str, str, str], ...] = (
    (r"(exam\..*|step3)\.(exam|result).*", "exams", "Write the attempt and its result under `exams`."),
    (r"certification\.oet.*", "exams", "Write the test and its result under `exams`."),
    (r"certification\.(certificate|renew|look-up)", "certificate", "Write it under `certificate`, with its dates."),
    (
        r"(clinical\.rotation|booked\.rotation|booked\.hands-on)-.*",
        "experiences",
        "Write it under `experiences`, with its days and its hours; it counts as months from then on.",
    ),
    (r"(volunteering\.|booked\.volunteering).*", "experiences", "Write it under `experiences`."),
    (r"clinical\.confirm-.*", "bookings", "Write `confirmed: yes` beside the booking."),
    (r"letters\..*", "letters", "Write the letter and its dates under `letters`."),
    (r"decide\.decision", "decision", "Write it under `decision`, with the day you signed."),
    (r"decide\.contract", "stop_contract", "Write it under `stop_contract`, with the day you signed."),
    (r"decide\.(specialty|season)", "target", "Write it under `target`."),
    (r"decide\.gap-.*", "explanations", "Write it under `explanations`, with a reason and what proves it."),
    (r"application\.submit", "cycles", "Write the day you submitted under `cycles`."),
    (r"(nrmp\.rank-list|interviews\.season|match\.week)", "cycles", "Write what came of it under `cycles`."),
)
"""What no tick can stand for: by the key, the part of the dossier the fact belongs under, and how to write it."""

Tick = tuple[str, TickedOff]


def with_ticks(situation: Situation, drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """The drafts, those ticked off as done on their day.

    A task that is done waits for nothing, and takes no hours, leave or money. What the file itself shows as done keeps
    the day it has there.
    """
    ticks = _ticks(situation)
    return tuple(_with_tick(situation, draft, ticks) for draft in drafts) if ticks else tuple(drafts)


def season_of_tick(key: str, match_year: int) -> int | None:
    """The Match a tick is for; None where the task is done once and for all."""
    return match_year if key.startswith(OF_ONE_SEASON) else None


def _ticks(situation: Situation) -> dict[str, Tick]:
    """The ticks that count today for this season, by key; of two for one task the earlier day."""
    found: dict[str, Tick] = {}
    for number, one in enumerate(situation.dossier.ticked_off):
        for_season = season_of_tick(one.task, situation.season.match_year)
        if one.done_on > situation.as_of or (for_season and one.match_year not in (None, for_season)):
            continue
        if one.task not in found or one.done_on < found[one.task][1].done_on:
            found[one.task] = (f"ticked_off[{number}]", one)
    return found


def _with_tick(situation: Situation, draft: Draft, ticks: dict[str, Tick]) -> Draft:
    key = lasting_key(situation, draft.key)
    if key not in ticks or draft.state is TaskState.DONE:
        return draft
    entry, tick = ticks[key]
    part, how = _record(key)
    says = f"Ticked off on {day_in_words(tick.done_on)}."
    missing = f" Your file does not have it yet, so your standing does not count it. {how}" if part else ""
    because = (*situation.entry(entry, says), *(situation.entry(part, f"Where it counts: {part}.") if part else ()))
    return _done(draft, tick.done_on, says + missing, part, (*because, *draft.because))


def _done(draft: Draft, day: date, why: str, part: str, because: tuple[Reason, ...]) -> Draft:
    return replace(
        draft,
        why=why,
        slips="Nothing: it is done.",
        because=because,
        fixed=(day, day),
        state=TaskState.DONE,
        days=1,
        lead_time_days=0,
        hours=0.0,
        weekly_hours=None,
        weeks=0,
        cost=None,
        depends_on=(),
        on_same_day=False,
        leave_days=0.0,
        paid_leave_days=0.0,
        unpaid_leave_days=0.0,
        needs_leave=False,
        wish=None,
        check_status_first=False,
        ticked_on=day,
        record_under=part,
        unticked=draft,
    )


def _record(key: str) -> tuple[str, str]:
    """The part of the dossier that a fact belongs under and how to write it; both empty where a tick is enough."""
    found = (how for pattern, part, says in ONLY_FACTS_COUNT for how in [(part, says)] if re.fullmatch(pattern, key))
    return next(found, ("", ""))
