"""The decision and the contract say the same: the smaller number binds, and the stop of one is that of the other."""

from __future__ import annotations

from datetime import date

import pytest

from bedside.standing.results import Fires
from tests.plan.plans import example, plan_of, planned

SIGNED = "2026-01-15"
BINDS = "The decision allows {} and the contract {}; the smaller number binds: one cycle."


def a_contract(cycles: int) -> dict[str, object]:
    return {"cycles": cycles, "year": 2029, "alternative": "Public health.", "signed": SIGNED}


@pytest.mark.parametrize(
    ("kind", "cycles", "said"),
    [
        ("one structured cycle", 2, BINDS.format("one cycle", "two cycles")),
        ("all in for two cycles", 1, BINDS.format("two cycles", "one cycle")),
    ],
)
def test_both_places_say_in_the_same_words_which_number_binds(kind: str, cycles: int, said: str) -> None:
    plan = plan_of(decision={"kind": kind, "signed": SIGNED}, stop_contract=a_contract(cycles))
    assert (plan.decision.cycles_allowed, plan.stop_contract.cycles) == (1, 1)
    assert (plan.decision.says.count(said), plan.stop_contract.text.count(said)) == (1, 1)


def test_where_both_name_the_same_number_nothing_is_added() -> None:
    plan = plan_of(decision={"kind": "one structured cycle", "signed": SIGNED}, stop_contract=a_contract(1))
    assert ("smaller" in plan.decision.says, "smaller" in plan.stop_contract.text) == (False, False)


def test_the_stop_is_reached_where_the_smaller_number_is_used() -> None:
    cycle = {"match_year": 2027, "submitted": "2026-09-10", "result": "no interviews"}
    decision = {"kind": "one structured cycle", "signed": SIGNED}
    plan = plan_of(decision=decision, stop_contract=a_contract(2), cycles=[cycle])
    assert (plan.decision.may_apply, plan.stop_contract.stop_reached) == (Fires.NO, Fires.YES)


def test_after_the_last_match_day_the_decision_says_what_the_contract_says() -> None:
    dossier, _ = example("h1b-quality-analyst")
    plan = planned(dossier, date(2028, 3, 20))
    assert (plan.decision.may_apply, plan.stop_contract.stop_reached) == (Fires.NO, Fires.YES)
    assert plan.decision.says_may_apply == "The Match of 2028 is past, and your contract names it as the last."
