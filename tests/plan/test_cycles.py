"""Which cycles count against a decision, and which came before it."""

from __future__ import annotations

from tests.plan.plans import plan_of

DECIDED = {"decision": {"kind": "one structured cycle", "signed": "2026-11-01"}}


def test_a_cycle_older_than_every_known_season_comes_before_the_decision() -> None:
    cycles = [{"match_year": 2009, "applications": 180}, {"match_year": 2019, "applications": 220}]
    decision = plan_of(cycles=cycles, **DECIDED).decision
    assert (decision.cycles_before, decision.cycles_used) == (2, 0)


def test_a_cycle_submitted_on_the_day_of_signing_counts() -> None:
    cycles = [{"match_year": 2027, "submitted": "2026-11-01"}]
    decision = plan_of(cycles=cycles, **DECIDED).decision
    assert (decision.cycles_before, decision.cycles_used) == (0, 1)
