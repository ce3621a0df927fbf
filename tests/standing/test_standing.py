"""Standing as a whole: what holds for every dossier, whatever is in it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedside.evidence.library import load_evidence
from bedside.standing.results import Level, Standing, State
from bedside.standing.standing import stand
from tests.applicant.dossiers import AS_OF, a_dossier, an_experience, timelines

LEVELS = [Level.LOW, Level.MODERATE, Level.HIGH]
ROTATION = {"kind": "rotation", "contact": "observer", "structure": "structured"}


def standing_of(*experiences: dict[str, Any], as_of: date = AS_OF, **parts: Any) -> Standing:
    return stand(a_dossier(*experiences, **{"target": {"match_year": 2028}, **parts}), as_of, load_evidence())


def level(standing: Standing, name: str) -> Level:
    return next(factor.files_opened.level for factor in standing.risk_factors if factor.name == name)


def gate(standing: Standing, name: str) -> State:
    return next(gate.state for gate in standing.gates if gate.name == name)


@given(timelines)
def test_every_verdict_carries_its_reasons_and_what_would_change_it(timeline: list[dict[str, Any]]) -> None:
    standing = standing_of(*timeline)
    verdicts = (*standing.gates, *standing.risk_factors, standing.lottery, *standing.red_flags)
    assert [verdict.name for verdict in verdicts if not verdict.because or not verdict.what_would_change_it] == []


@given(timelines)
def test_the_order_of_the_timeline_changes_no_level(timeline: list[dict[str, Any]]) -> None:
    def levels(*experiences: dict[str, Any]) -> list[tuple[str, Level, Level]]:
        factors = standing_of(*experiences).risk_factors
        return [(factor.name, factor.today.level, factor.files_opened.level) for factor in factors]

    assert levels(*timeline) == levels(*reversed(timeline))


@given(timelines)
def test_one_more_rotation_never_makes_the_level_worse(timeline: list[dict[str, Any]]) -> None:
    before = level(standing_of(*timeline), "us-clinical-experience")
    after = level(
        standing_of(*timeline, an_experience("2026-03-02", "2026-03-27", **ROTATION)), "us-clinical-experience"
    )
    assert Level.UNKNOWN in (before, after) or LEVELS.index(after) <= LEVELS.index(before)


@given(st.integers(2000, 2026))
def test_an_earlier_graduation_is_never_a_lower_risk(year: int) -> None:
    later, earlier = (level(standing_of(graduated=one), "graduation") for one in (year, year - 1))
    assert LEVELS.index(earlier) >= LEVELS.index(later)


@given(st.lists(st.sampled_from(["Step 1", "Step 2 CK", "Step 3"]), max_size=4))
def test_one_more_failure_is_never_a_lower_risk(failed: list[str]) -> None:
    passed = [{"exam": name, "result": "passed"} for name in ("Step 1", "Step 2 CK")]
    exams = [*passed, *({"exam": name, "result": "failed"} for name in failed)]
    fewer, more = (
        level(standing_of(exams=one), "failures")
        for one in (exams, [*exams, {"exam": "Step 2 CK", "result": "failed"}])
    )
    assert LEVELS.index(more) >= LEVELS.index(fewer)


@given(timelines)
def test_a_booked_rotation_counts_for_nothing(timeline: list[dict[str, Any]]) -> None:
    booking = {
        "title": "Observership",
        "kind": "rotation",
        "from": "2027-02-01",
        "to": "2027-02-26",
        "contact": "observer",
    }
    assert standing_of(*timeline, bookings=[booking]) == standing_of(*timeline)


CERTIFICATE_GATES = (
    "certificate.step-3-application",
    "certificate.step-3-exam",
    "certificate.rank-list-deadline",
    "certificate.training-start",
)


@pytest.mark.parametrize("missing", ["issued", "expires"])
@pytest.mark.parametrize("name", CERTIFICATE_GATES)
def test_a_missing_date_is_unknown_and_never_fine(name: str, missing: str) -> None:
    whole = {"state": "issued", "issued": "2020-05-01", "expires": "never"}
    without = {key: value for key, value in whole.items() if key != missing}
    states = [gate(standing_of(certificate=one), name) for one in (whole, without)]
    assert states == [State.MET, State.UNKNOWN]


def test_fixed_factors_are_kept_apart_from_movable_ones() -> None:
    standing = standing_of()
    assert [factor.name for factor in standing.fixed] == ["graduation", "failures", "non-clinical-time"]
    assert [factor.name for factor in standing.movable] == ["gaps", "us-clinical-experience"]


def test_the_clock_runs_to_the_day_programs_open_files() -> None:
    factor = standing_of(graduated="2023-06-01").risk_factors[0]
    assert (factor.today.level, factor.files_opened.level) == (Level.LOW, Level.MODERATE)


def test_a_reading_of_your_own_takes_the_place_of_bedsides() -> None:
    gap = (an_experience("2019-01-01", "2020-12-31"), an_experience("2021-05-01", "present"))
    own = standing_of(*gap, readings={"reading.gap.short-over": 5})
    assert (level(standing_of(*gap), "gaps"), level(own, "gaps")) == (Level.MODERATE, Level.LOW)
    reasons = {
        reason.figure.name: reason.figure for factor in own.risk_factors for reason in factor.because if reason.figure
    }
    assert (reasons["reading.gap.short-over"].value, reasons["reading.gap.short-over"].source.key) != (
        3,
        "bedside_readings",
    )


def test_a_rule_past_its_review_date_is_named() -> None:
    fresh, stale = standing_of(), standing_of(as_of=date(2031, 1, 6), target={"match_year": 2032})
    assert (fresh.not_rechecked, len(stale.not_rechecked) > 0) == ((), True)


def test_a_citizen_is_shown_the_rate_of_us_graduates_of_schools_abroad_only() -> None:
    rates = standing_of(status={"kind": "US citizen", "needs_visa_for_residency": "no"}).published_rates
    assert [reason.figure.name.split(".")[3] for reason in rates if reason.figure] == ["us-img"]


def test_orthopaedics_with_a_low_score_gets_the_advice_of_the_article_and_surgery_does_not() -> None:
    exams = [{"exam": "Step 2 CK", "result": "passed", "score": 221}]
    target = {"match_year": 2028, "specialties": ["Orthopaedic Surgery", "Dermatology", "Neurosurgery"]}
    found = standing_of(exams=exams, target=target).specialties
    assert [("choose another" in one.says) for one in found] == [True, True, False]
