"""Someone who is done with applying gets a plan of what comes next, and no word about another season."""

from __future__ import annotations

from typing import Any

from bedside.plan.results import Plan
from bedside.standing.results import State
from tests.plan.plans import plan_of, task

DONE = {"kind": "done trying", "signed": "2026-11-10"}
CONTRACT = {"cycles": 1, "year": 2028, "alternative": "Public health.", "signed": "2026-01-15"}


def done(**parts: Any) -> Plan:
    return plan_of(decision=DONE, **parts)


def test_nothing_is_said_about_waiting_and_no_contract_is_asked_for() -> None:
    plan = done()
    assert plan.roadmap.waiting.says == ()
    assert (plan.stop_contract.text, plan.stop_contract.missing) == ("", ())


def test_a_contract_that_was_written_stays_in_its_own_words() -> None:
    assert done(stop_contract=CONTRACT).stop_contract.text.startswith("From the day I sign I apply in one structured")


def test_the_audit_asks_for_nothing() -> None:
    audit = done().calendar_audit
    assert (audit.items, audit.costs_something.state) == ((), State.NOT_NEEDED)
    assert audit.says == "No application is planned, so nothing has to stand on your calendar for one."


def test_where_nothing_was_named_no_name_is_made_up() -> None:
    plan = done()
    assert task(plan, "stop.alternative").title == (
        "Take the first step into what comes next: growing in the work you do, or another path"
    )
    assert task(plan, "stop.tell").title == "Tell someone you trust what you decided"
    assert "Tell one person you trust what you decided." in plan.three_headers.seven_day_task.suggestions


def test_what_the_contract_names_is_the_next_step() -> None:
    plan = done(stop_contract=CONTRACT)
    assert task(plan, "stop.alternative").title == "Take the first step into what you named: Public health"


def test_growing_where_you_are_comes_first_and_no_cause_is_asked_for() -> None:
    plan = done(cycles=[{"match_year": 2025, "submitted": "2024-09-10", "result": "unmatched"}])
    assert (plan.alternatives[0].title, plan.decision.causes) == ("Growing where you are", ())
    assert plan.roadmap.notes[0] == "You decided to be done with applying, so this is about where you grow from here."
