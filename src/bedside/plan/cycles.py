"""Cycles counted from the day something was signed: what came before is shown and does not count."""

from __future__ import annotations

from datetime import date

from bedside.applicant.cycles import Cycle
from bedside.calendar.season import Event, Service
from bedside.calendar.seasons import season
from bedside.plan.situation import Situation


def submitted_on(situation: Situation, cycle: Cycle) -> date:
    """The day a cycle was submitted; where the file does not say, the first day on which it could be."""
    if cycle.submitted is not None:
        return cycle.submitted
    return season(cycle.match_year, Service.ERAS, situation.evidence).on(Event.SUBMISSION_OPENS)


def cycles_since(situation: Situation, signed: date) -> list[Cycle]:
    """Cycles submitted from `signed` on (inclusive) up to today. One that was withdrawn later was still submitted."""
    return [cycle for cycle in situation.dossier.cycles if signed <= submitted_on(situation, cycle) <= situation.as_of]


def cycles_before(situation: Situation, signed: date) -> list[Cycle]:
    """Cycles submitted before `signed`."""
    return [
        cycle for cycle in situation.dossier.cycles if submitted_on(situation, cycle) < min(signed, situation.as_of)
    ]
