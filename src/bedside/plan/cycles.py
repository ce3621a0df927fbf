"""Cycles counted from the day something was signed: what came before is shown and does not count."""

from __future__ import annotations

from datetime import date

from bedside.applicant.parts.cycles import Cycle
from bedside.calendar.season import Event, Service
from bedside.calendar.seasons import season
from bedside.plan.situation import Situation


def submitted_on(situation: Situation, cycle: Cycle) -> date:
    """The day a cycle was submitted; where the file does not say, the first day on which it could be.

    Of seasons too old for the evidence that day is not known: the first of January of the Match year stands in,
    which is later than every submission and earlier than every later season.
    """
    if cycle.submitted is not None:
        return cycle.submitted
    opens = season(cycle.match_year, Service.ERAS, situation.evidence).find(Event.SUBMISSION_OPENS)
    return opens.day if opens is not None else date(cycle.match_year, 1, 1)


def cycles_since(situation: Situation, signed: date) -> list[Cycle]:
    """Cycles submitted from `signed` on (inclusive) up to today. One that was withdrawn later was still submitted."""
    return [cycle for cycle in situation.dossier.cycles if signed <= submitted_on(situation, cycle) <= situation.as_of]


def cycles_before(situation: Situation, signed: date) -> list[Cycle]:
    """Cycles submitted before `signed`."""
    return [
        cycle for cycle in situation.dossier.cycles if submitted_on(situation, cycle) < min(signed, situation.as_of)
    ]
