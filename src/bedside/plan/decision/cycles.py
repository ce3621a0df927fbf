"""Cycles counted from the day something was signed: what came before is shown and does not count."""

from __future__ import annotations

from datetime import date

from bedside.applicant.parts.cycles import Cycle, CycleResult
from bedside.applicant.parts.decision import DecisionKind
from bedside.calendar.season import Event, Service
from bedside.calendar.seasons import season
from bedside.plan.situation import Situation

CYCLES_ALLOWED = {
    DecisionKind.TWO_CYCLES: "article.decision.all-in-cycles",
    DecisionKind.ONE_CYCLE: "article.decision.one-attempt-cycles",
}
OPEN_RESULTS = (CycleResult.WAITING, CycleResult.UNKNOWN)


def submitted_between(situation: Situation, cycle: Cycle) -> tuple[date, date]:
    """The first and the last day on which a cycle can have been submitted, both inclusive.

    Where the file does not say, the season bounds it: from the day it opens to Match Day. Of seasons too old for
    the evidence those days are not known; the year before the Match and the year of it stand in.
    """
    if cycle.submitted is not None:
        return cycle.submitted, cycle.submitted
    first, last = Event.SEASON_OPENS, Event.MATCH_DAY
    return (
        _day(situation, cycle, first) or date(cycle.match_year - 1, 1, 1),
        _day(situation, cycle, last) or date(cycle.match_year, 12, 31),
    )


def cycles_since(situation: Situation, signed: date) -> list[Cycle]:
    """Cycles surely submitted from `signed` on (inclusive) up to today. One that was withdrawn was still submitted."""
    return [one for one in _until_today(situation) if signed <= submitted_between(situation, one)[0]]


def cycles_before(situation: Situation, signed: date) -> list[Cycle]:
    """Cycles surely submitted before `signed`."""
    day = min(signed, situation.as_of)
    return [one for one in situation.dossier.cycles if _last_day(situation, one, signed) < day]


def cycles_unclear(situation: Situation, signed: date) -> list[Cycle]:
    """Cycles without their day whose season was open when `signed` came: it cannot be said whether they count."""
    return [
        one
        for one in _until_today(situation)
        if submitted_between(situation, one)[0] < signed <= submitted_between(situation, one)[1]
    ]


def under_way(situation: Situation) -> Cycle | None:
    """The latest submitted cycle with a match or an open result whose training has not started; None without one."""
    running = [
        one
        for one in situation.dossier.cycles
        if one.submitted is not None and one.submitted <= situation.as_of
        if one.result is CycleResult.MATCHED or one.result in OPEN_RESULTS
        if not _is_over(situation, one)
    ]
    return max(running, key=lambda one: one.match_year, default=None)


def is_running(situation: Situation, cycle: Cycle) -> bool:
    """Whether a cycle has no result yet and its Match Day is not past."""
    day = _day(situation, cycle, Event.MATCH_DAY)
    return cycle.result in OPEN_RESULTS and day is not None and situation.as_of <= day


def is_open(situation: Situation, cycle: Cycle) -> bool:
    """Whether a cycle has no result yet and the training it leads to has not started."""
    return cycle.result in OPEN_RESULTS and not _is_over(situation, cycle)


def _is_over(situation: Situation, cycle: Cycle) -> bool:
    starts = _day(situation, cycle, Event.TRAINING_STARTS) or date(cycle.match_year, 12, 31)
    return starts < situation.as_of


def _until_today(situation: Situation) -> list[Cycle]:
    return [one for one in situation.dossier.cycles if submitted_between(situation, one)[0] <= situation.as_of]


def _last_day(situation: Situation, cycle: Cycle, signed: date) -> date:
    """The last day of submission; where nothing is signed an undated one is taken at its first possible day."""
    first, last = submitted_between(situation, cycle)
    return first if signed == date.max else last


def _day(situation: Situation, cycle: Cycle, event: Event) -> date | None:
    found = season(cycle.match_year, Service.ERAS, situation.evidence).find(event)
    return found.day if found else None
