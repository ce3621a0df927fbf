"""The decision: three kinds, what counts against it, and what binds."""

from __future__ import annotations

from typing import Any

import pytest

from bedside.plan.results import DecisionResult
from bedside.standing.results import Fires, State
from tests.applicant.dossiers import an_experience
from tests.plan.plans import plan_of

TWO = {"kind": "all in for two cycles", "signed": "2026-01-15"}
CONTRACT = {"cycles": 2, "year": 2028, "alternative": "Public health.", "signed": "2026-01-15"}


def decided(*experiences: dict[str, Any], **parts: Any) -> DecisionResult:
    return plan_of(*experiences, **parts).decision


def cycle(year: int, submitted: str | None = None, result: str = "unmatched", **parts: Any) -> dict[str, Any]:
    return {"match_year": year, "result": result, **({"submitted": submitted} if submitted else {}), **parts}


def test_nothing_decided_is_said_with_the_three_choices() -> None:
    found = decided()
    assert (found.title, found.cycles_allowed, found.may_apply) == ("Nothing is decided yet", None, Fires.UNKNOWN)
    assert found.says.startswith("Three decisions are open to you, and all three are good ones")


@pytest.mark.parametrize(
    ("kind", "allowed"), [("all in for two cycles", 2), ("one structured cycle", 1), ("done trying", 0)]
)
def test_each_decision_allows_its_cycles(kind: str, allowed: int) -> None:
    assert decided(decision={"kind": kind, "signed": "2026-01-15"}).cycles_allowed == allowed


def test_a_decision_that_is_not_signed_binds_nothing() -> None:
    found = decided(decision={"kind": "done trying"})
    assert (found.may_apply, found.cycles_used) == (Fires.UNKNOWN, 0)


@pytest.mark.parametrize(
    ("submitted", "used", "before"),
    [("2026-01-14", 0, 1), ("2026-01-15", 1, 0), ("2026-09-02", 1, 0)],
)
def test_cycles_count_from_the_day_of_signing(submitted: str, used: int, before: int) -> None:
    found = decided(decision=TWO, cycles=[cycle(2027, submitted)])
    assert (found.cycles_used, found.cycles_before) == (used, before)


def test_a_cycle_without_its_day_counts_where_its_whole_season_was_after_signing() -> None:
    found = decided(decision=TWO, cycles=[cycle(2025), cycle(2027)])
    assert (found.cycles_used, found.cycles_before) == (1, 1)


@pytest.mark.parametrize("signed", ["2025-08-01", "2025-10-10", "2026-01-15"])
def test_of_a_cycle_without_its_day_signed_in_its_season_it_cannot_be_said_whether_it_counts(signed: str) -> None:
    found = decided(decision={"kind": "one structured cycle", "signed": signed}, cycles=[cycle(2026)])
    says = (
        "The Match of 2026 has no day of submission in your file, and you signed while that season was open: it cannot "
        "be said whether it counts."
    )
    assert (found.cycles_used, found.cycles_before, found.may_apply) == (0, 0, Fires.UNKNOWN)
    assert found.says_may_apply == f"You gave yourself 1 cycle. {says}"
    assert says in found.says


def test_a_season_submitted_in_one_structured_cycle_uses_it_up() -> None:
    one = {"kind": "one structured cycle", "signed": "2026-01-15"}
    assert decided(decision=one, cycles=[cycle(2027, "2026-09-02")]).may_apply is Fires.NO


def test_the_season_that_is_submitted_stays_one_of_the_cycles() -> None:
    one = {"kind": "one structured cycle", "signed": "2026-01-15"}
    found = decided(decision=one, cycles=[cycle(2027, "2026-09-02", "waiting")], target={"match_year": 2027})
    assert found.may_apply is Fires.YES


def test_the_stop_year_binds_whatever_cycles_are_left() -> None:
    found = decided(decision=TWO, stop_contract={**CONTRACT, "year": 2027})
    assert (found.may_apply, found.cycles_allowed) == (Fires.NO, 2)


def test_a_contract_with_fewer_cycles_binds_the_decision() -> None:
    assert decided(decision=TWO, stop_contract={**CONTRACT, "cycles": 1}).cycles_allowed == 1


def test_done_trying_asks_for_nothing() -> None:
    assert decided(decision={"kind": "done trying", "signed": "2026-01-15"}).what_it_asks == ()


def test_clinical_involvement_is_met_by_something_that_goes_on() -> None:
    clinic = an_experience("2025-01-01", "present", kind="volunteering", contact="clinical-adjacent", hours_per_week=4)
    assert decided(clinic, decision=TWO).what_it_asks[0].state is State.MET
    assert decided(decision=TWO, timeline={"complete": "yes"}).what_it_asks[0].state is State.NOT_MET
    assert decided(decision=TWO).what_it_asks[0].state is State.UNKNOWN


@pytest.mark.parametrize(
    ("causes", "upgrades", "state"),
    [
        ([], [], State.UNKNOWN),
        (["unknown"], ["Step 3"], State.UNKNOWN),
        (["scores"], [], State.NOT_MET),
        (["scores"], ["Step 3"], State.MET),
    ],
)
def test_a_fix_needs_causes_and_something_that_is_better(causes: list[str], upgrades: list[str], state: State) -> None:
    found = decided(decision=TWO, cycles=[cycle(2025, causes=causes)], stop_contract={**CONTRACT, "upgrades": upgrades})
    assert found.what_it_asks[2].state is state


def test_no_earlier_cycle_needs_no_fix_and_raises_no_question() -> None:
    found = decided(decision=TWO, applied_before="no")
    assert (found.what_it_asks[2].state, found.causes) == (State.NOT_NEEDED, ())


def test_whether_earlier_cycles_need_a_fix_is_unknown_where_none_is_told() -> None:
    found = decided(decision=TWO)
    assert (found.what_it_asks[2].state, found.causes) == (State.UNKNOWN, ())


def test_causes_are_the_applicants_words_first_and_questions_of_the_standing_after() -> None:
    exams = [{"exam": "Step 2 CK", "result": "failed"}, {"exam": "Step 2 CK", "result": "passed", "score": 231}]
    found = decided(exams=exams, cycles=[cycle(2025, causes=["graduation year"], interviews=2)])
    assert found.causes[0] == "2025 Match, unmatched: graduation year."
    assert "Was it the scores or attempts? The file shows at least 1 failed attempt; Step 1 not told." in found.causes
    assert found.causes[-1].startswith("2025: 2 interviews and no match.")


@pytest.mark.parametrize(
    ("kind", "cycles", "says"),
    [
        ("one structured cycle", [], "You gave yourself one cycle, and the Match of 2028 would be it."),
        ("all in for two cycles", [], "You gave yourself 2 cycles, and the Match of 2028 would be the first."),
        (
            "all in for two cycles",
            [cycle(2027, "2026-09-02")],
            "1 of your 2 cycles is used, and the Match of 2028 would be the next.",
        ),
    ],
)
def test_it_is_said_which_cycle_the_season_would_be(kind: str, cycles: list[dict[str, Any]], says: str) -> None:
    assert decided(decision={"kind": kind, "signed": "2026-01-15"}, cycles=cycles).says_may_apply == says


@pytest.mark.parametrize(
    ("earlier", "says"),
    [
        ([cycle(2025)], "1 cycle before that is shown and does not count."),
        ([cycle(2024), cycle(2025)], "2 cycles before that are shown and do not count."),
    ],
)
def test_one_cycle_is_spoken_of_as_one(earlier: list[dict[str, Any]], says: str) -> None:
    assert f"None of your 2 cycles is used yet. {says}" in decided(decision=TWO, cycles=earlier).says
