"""The whole plan from a dossier, its standing and the evidence, as of one day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Protocol

from bedside.applicant.dossier import Dossier
from bedside.evidence.figure import Rule
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason
from bedside.plan.calendar_audit import calendar_audit
from bedside.plan.days.seven_days import seven_days
from bedside.plan.decision.alternatives import alternatives
from bedside.plan.decision.decision import decide, season_to_plan
from bedside.plan.decision.stop_contract import stop_contract
from bedside.plan.money.budget import budget
from bedside.plan.results import CalendarAudit, DecisionResult, Plan, StopContractResult
from bedside.plan.roadmap.roadmap import roadmap
from bedside.plan.situation import Situation
from bedside.plan.status.clocks import status_notes
from bedside.plan.status.visa_comparison import visa_comparison
from bedside.plan.three_headers import three_headers
from bedside.standing.results import Condition, Fires, Standing, State
from bedside.standing.standing import stand

NOTHING_TO_AUDIT = CalendarAudit(
    items=(),
    costs_something=Condition(
        "Nothing on your calendar has to cost you anything for an application.", State.NOT_NEEDED
    ),
    says="No application is planned, so nothing has to stand on your calendar for one.",
)


class Explained(Protocol):
    """A result that carries its reasons."""

    @property
    def because(self) -> tuple[Reason, ...]:
        """What it rests on."""


def make_plan(dossier: Dossier, standing: Standing, as_of: date, evidence: Evidence) -> Plan:
    """The plan of an applicant on `as_of`; the same input always gives the same plan.

    1. The decision and the stop contract come first: where they say stop, no application is planned. A season that
       is under way is seen through to its end: it is planned where none may follow it.
    2. The roadmap is made, and the money follows from it.
    3. Status, audit, the page with three headers and the seven-day task are read off dossier and roadmap.
    Raises EvidenceMistake where a reading of the applicant's own does not exist.
    """
    situation = _in_the_season_to_plan(Situation(dossier, standing, as_of, evidence.with_readings(dossier.readings)))
    decision, contract = decide(situation), stop_contract(situation)
    goes_on = may_go_on(decision, contract)
    tasks = roadmap(situation, goes_on)
    plan = Plan(
        as_of=as_of,
        season=situation.season,
        decision=decision,
        stop_contract=contract,
        roadmap=tasks,
        budget=budget(situation, tasks),
        status_notes=status_notes(situation),
        visa_comparison=visa_comparison(situation) if goes_on else (),
        alternatives=alternatives(situation),
        calendar_audit=calendar_audit(situation) if goes_on else NOTHING_TO_AUDIT,
        three_headers=three_headers(situation, tasks, seven_days(situation, tasks), goes_on),
        not_rechecked=(),
    )
    return replace(plan, not_rechecked=_not_rechecked(plan, as_of))


def _in_the_season_to_plan(situation: Situation) -> Situation:
    """The situation measured against the season to plan; the file keeps the one it aims at."""
    year, dossier = season_to_plan(situation), situation.dossier
    if year == situation.season.match_year:
        return situation
    target = dossier.target.model_copy(update={"match_year": year})
    standing = stand(dossier.model_copy(update={"target": target}), situation.as_of, situation.evidence)
    return replace(situation, standing=standing)


def may_go_on(decision: DecisionResult, contract: StopContractResult) -> bool:
    """Whether anything is planned for an application: neither the decision nor the contract says stop."""
    return decision.may_apply is not Fires.NO and contract.stop_reached is not Fires.YES


def _not_rechecked(plan: Plan, as_of: date) -> tuple[Reason, ...]:
    """The rules relied on whose review date is past, each once."""
    overdue = {
        reason.figure.name: reason
        for reason in _reasons(plan)
        if isinstance(reason.figure, Rule) and reason.figure.not_rechecked_since(as_of) is not None
    }
    return tuple(overdue.values())


def _reasons(plan: Plan) -> Iterator[Reason]:
    yield from (reason for day in plan.season.days for reason in day.because)
    explained: tuple[Explained, ...] = (
        plan.decision,
        plan.stop_contract,
        *plan.roadmap.tasks,
        *plan.roadmap.misfits,
        plan.budget,
        *plan.status_notes,
        *plan.visa_comparison,
        *plan.alternatives,
        *plan.calendar_audit.items,
        *plan.three_headers.what_my_profile_must_look_like,
    )
    for result in explained:
        yield from result.because
