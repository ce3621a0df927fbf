"""Ticking a task off and opening it again: one entry of the dossier more, or less."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from bedside.plan.results import Plan, Task, TaskState
from bedside.plan.roadmap.ticks import season_of_tick
from bedside.web.store.changes import REMOVED, Change, fingerprint, make_change, part_of
from bedside.web.store.dossiers import Opened

TICKS = "ticked_off"


def tick_off(opened: Opened, plan: Plan, task: Task, done_on: str, note: str, now: datetime) -> Opened:
    """The dossier with a task ticked off on a day, which is today where none is given.

    A task that is done already is left as it is. Raises DossierMistakes where the day cannot be used.
    """
    if task.state is TaskState.DONE:
        return opened
    season = season_of_tick(task.key, plan.season.match_year)
    entry: dict[str, Any] = {"task": task.key, "done_on": done_on or plan.as_of.isoformat()}
    entry |= {"match_year": season} if season else {}
    entry |= {"note": note} if note else {}
    return make_change(opened, Change((TICKS, -1), entry, "", f"Ticked off: {task.title}"), plan.as_of, now)


def open_again(opened: Opened, plan: Plan, task: Task, as_of: date, now: datetime) -> Opened:
    """The dossier without the ticks that count for a task; those for other seasons stay."""
    season = season_of_tick(task.key, plan.season.match_year)
    while ticks := [one for one in part_of(opened.content, (TICKS,)) or [] if _is_for(one, task.key, season)]:
        place = opened.content[TICKS].index(ticks[0])
        what = f"Opened again: {task.title}"
        opened = make_change(opened, Change((TICKS, place), REMOVED, fingerprint(ticks[0]), what), as_of, now)
    return opened


def _is_for(entry: dict[str, Any], key: str, season: int | None) -> bool:
    return entry["task"] == key and (season is None or entry.get("match_year") in (None, season))
