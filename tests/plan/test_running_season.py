"""A season that is under way is seen through to its end, also where it is the last one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bedside.plan.results import Plan
from bedside.standing.results import Fires
from tests.plan.plans import keys, plan_of

TWO = {"kind": "all in for two cycles", "signed": "2025-01-10"}
FIRST = {"match_year": 2026, "submitted": "2025-09-10", "result": "unmatched"}
CONTRACT = {"cycles": 2, "year": 2028, "alternative": "PA school", "signed": "2025-01-10"}
SEASON = {"nrmp.register", "interviews.season", "nrmp.rank-list", "soap.ready", "match.week"}
STOP = {"stop.tell", "stop.alternative", "stop.keep"}


def second(**parts: Any) -> dict[str, Any]:
    return {"match_year": 2027, "submitted": "2026-09-10", "result": "waiting", "interviews": 2, **parts}


def running(as_of: str = "2026-11-22", **parts: Any) -> Plan:
    whole = {"decision": TWO, "cycles": [FIRST, second()], **parts}
    return plan_of(as_of=date.fromisoformat(as_of), **whole)


@pytest.mark.parametrize("contract", [{}, {"stop_contract": CONTRACT}, {"stop_contract": {**CONTRACT, "year": 2026}}])
def test_the_last_cycle_is_planned_while_it_runs(contract: dict[str, Any]) -> None:
    plan = running(**contract)
    assert (plan.season.match_year, keys(plan) & (SEASON | STOP)) == (2027, SEASON)
    assert (plan.decision.may_apply, plan.stop_contract.stop_reached) == (Fires.YES, Fires.UNKNOWN)


def test_a_contract_alone_lets_its_last_cycle_run() -> None:
    plan = running(decision=None, stop_contract=CONTRACT)
    assert (plan.season.match_year, keys(plan) & (SEASON | STOP)) == (2027, SEASON)


def test_beside_the_last_cycle_no_further_season_is_planned() -> None:
    plan = running()
    until = "It runs until Match Day, 19 March 2027."
    says = f"{until} No further season is planned after it, although your file aims at 2028."
    assert plan.decision.says_may_apply == f"You gave yourself 2 cycles, and the Match of 2027 is the last. {says}"
    assert plan.roadmap.waiting.says == ()
    assert plan.roadmap.notes[0].endswith(says)


@pytest.mark.parametrize("result", ["unmatched", "no interviews", "withdrew"])
def test_a_final_result_of_the_last_cycle_is_the_stop(result: str) -> None:
    plan = running(cycles=[FIRST, second(result=result)], stop_contract=CONTRACT)
    assert (keys(plan), plan.stop_contract.stop_reached) == (STOP, Fires.YES)


def test_a_match_in_the_last_cycle_is_no_stop() -> None:
    plan = running("2027-03-25", cycles=[FIRST, second(result="matched")], stop_contract=CONTRACT)
    assert (plan.season.match_year, keys(plan) & STOP, "after.contract" in keys(plan)) == (2027, set(), True)


def test_a_result_that_is_not_written_down_yet_is_no_stop_and_no_new_season() -> None:
    plan = running("2027-03-25", stop_contract=CONTRACT)
    assert (plan.season.match_year, keys(plan) & (STOP | {"application.submit"})) == (2027, set())
    assert (plan.decision.may_apply, plan.roadmap.waiting.says) == (Fires.UNKNOWN, ())
    assert plan.decision.says_may_apply == (
        "You gave yourself 2 cycles, and the Match of 2027 is the last. Its Match Day, 19 March 2027, is past, and "
        "your file does not say how it ended. Write that down first; no further season is planned."
    )


def test_a_first_cycle_that_runs_leaves_the_second_to_be_planned() -> None:
    plan = running(cycles=[second()])
    assert (plan.season.match_year, "application.submit" in keys(plan)) == (2028, True)


def test_a_running_last_cycle_without_its_day_is_no_stop() -> None:
    plan = running(cycles=[FIRST, second(submitted=None)])
    assert (plan.decision.may_apply, keys(plan) & STOP) == (Fires.UNKNOWN, set())


def test_once_files_are_open_the_second_header_speaks_of_what_was() -> None:
    assert running().three_headers.profile_title == "What my profile had to look like by 23 September 2026"
    ahead = plan_of(as_of=date(2026, 11, 22)).three_headers
    assert ahead.profile_title == "What my profile must look like by 22 September 2027"


def test_who_has_applied_is_not_told_to_shorten_the_list() -> None:
    little = {"constraints": {"weekly_hours": 0.5}}
    choices = [choice for one in running(**little).roadmap.misfits for choice in one.choices]
    assert "Drop what you can: what can wait until the interviews are over." in choices
    assert [choice for choice in choices if "fewer programs" in choice] == []
