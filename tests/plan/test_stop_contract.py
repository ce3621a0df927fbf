"""The stop contract: changes wait, stay on record, and never reach back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bedside.plan.results import StopContractResult
from bedside.standing.results import Fires
from tests.plan.plans import plan_of

SIGNED = "2024-06-01"
BASE = {
    "cycles": 2,
    "year": 2028,
    "upgrades": ["Step 3"],
    "alternative": "Public health.",
    "trusted_reader": {"name": "Maria", "told_on": SIGNED},
    "signed": SIGNED,
}


def contract(as_of: str = "2026-11-22", cycles: tuple[dict[str, Any], ...] = (), **parts: Any) -> StopContractResult:
    whole = {**BASE, **parts}
    return plan_of(as_of=date.fromisoformat(as_of), stop_contract=whole, cycles=cycles).stop_contract


def asked(day: str, **parts: Any) -> dict[str, Any]:
    return {"asked": day, "why": "Because.", **parts}


def test_without_a_contract_every_slot_is_missing_and_nothing_is_reached() -> None:
    found = plan_of().stop_contract
    assert (len(found.missing), found.stop_reached, found.year) == (6, Fires.UNKNOWN, None)


def test_a_complete_contract_reads_in_the_applicants_own_terms() -> None:
    found = contract()
    assert found.missing == ()
    assert found.text == (
        "From the day I sign I apply in two structured cycles. What will be better this time: Step 3. If the Match of "
        "2028 has come and gone without a place for me, I stop applying for residency and put my work into this "
        "instead: Public health. Maria may remind me of it."
    )


@pytest.mark.parametrize(
    ("part", "missing"),
    [
        ({"upgrades": []}, "what will be better this time"),
        ({"trusted_reader": None}, "someone you trust who has read it"),
        ({"trusted_reader": {"name": "Maria"}}, "that they have read it, and when"),
        ({"signed": None}, "your signature with its date"),
    ],
)
def test_a_blank_slot_is_named(part: dict[str, Any], missing: str) -> None:
    assert contract(**part).missing == (missing,)


@pytest.mark.parametrize(("as_of", "year"), [("2026-11-28", 2028), ("2026-11-29", 2029)])
def test_a_change_counts_fourteen_days_after_it_was_asked(as_of: str, year: int) -> None:
    found = contract(as_of, changes=[asked("2026-11-15", year=2029)])
    assert (found.year, found.changes[0].takes_effect) == (year, date(2026, 11, 29))
    assert found.changes[0].in_effect is (year == 2029)


@pytest.mark.parametrize(("as_of", "cycles"), [("2026-11-28", 2), ("2026-11-29", 1)])
def test_a_stricter_change_waits_as_well(as_of: str, cycles: int) -> None:
    assert contract(as_of, changes=[asked("2026-11-15", cycles=1)]).cycles == cycles


def test_later_changes_are_laid_over_earlier_ones_in_the_order_of_asking() -> None:
    changes = [asked("2026-03-01", year=2030), asked("2026-01-01", year=2029, alternative="Law.")]
    found = contract(changes=changes)
    assert (found.year, found.alternative, len(found.changes)) == (2030, "Law.", 2)


def test_a_change_that_would_count_only_after_the_stop_does_not_count() -> None:
    found = contract("2026-05-01", year=2026, changes=[asked("2026-03-15", year=2027)])
    assert (found.year, found.changes[0].in_effect, found.stop_reached) == (2026, False, Fires.YES)


@pytest.mark.parametrize(
    ("as_of", "reached"), [("2026-03-20", Fires.NO), ("2026-03-21", Fires.YES), ("2026-11-22", Fires.YES)]
)
def test_the_stop_is_reached_the_day_after_match_day(as_of: str, reached: Fires) -> None:
    assert contract(as_of, year=2026).stop_reached is reached


@pytest.mark.parametrize(
    ("result", "reached"),
    [("matched", Fires.NO), ("unmatched", Fires.YES), ("waiting", Fires.UNKNOWN), ("unknown", Fires.UNKNOWN)],
)
def test_the_result_of_the_last_year_decides(result: str, reached: Fires) -> None:
    cycle = {"match_year": 2026, "submitted": "2025-09-10", "result": result}
    assert contract(year=2026, cycles=(cycle,)).stop_reached is reached


def test_used_cycles_reach_the_stop_before_the_year_does() -> None:
    cycle = {"match_year": 2026, "submitted": "2025-09-10", "result": "unmatched"}
    assert contract(cycles=(cycle,), year=2029).stop_reached is Fires.NO
    assert plan_of(stop_contract={**BASE, "cycles": 1}, cycles=[cycle]).stop_contract.stop_reached is Fires.YES


def test_a_contract_that_is_not_signed_binds_nothing() -> None:
    found = contract(year=2026, signed=None)
    assert (found.stop_reached, found.year) == (Fires.UNKNOWN, 2026)


def test_a_cycle_without_its_day_leaves_open_whether_the_stop_is_reached() -> None:
    cycle = {"match_year": 2025, "result": "unmatched"}
    whole = {**BASE, "cycles": 1, "signed": "2024-09-25"}
    assert plan_of(stop_contract=whole, cycles=[cycle]).stop_contract.stop_reached is Fires.UNKNOWN
