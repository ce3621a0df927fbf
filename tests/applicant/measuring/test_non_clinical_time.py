"""Non-clinical time: stretches whose main activity is a job without hands-on care."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from bedside.applicant.measuring.non_clinical_time import non_clinical_time
from bedside.applicant.measuring.stretches import Span
from tests.applicant.dossiers import AS_OF, a_dossier, an_experience, timelines


def months(*experiences: dict, day: date = AS_OF) -> Span:
    return non_clinical_time(a_dossier(*experiences), day, AS_OF, main_activity_hours=20).months


def test_a_whole_year_of_work_is_exactly_twelve_months() -> None:
    assert months(an_experience("2024-01-01", "2024-12-31")) == Span(12, 12)


def test_four_years_of_work_are_exactly_forty_eight_months() -> None:
    assert months(an_experience("2021-03-15", "2025-03-14")) == Span(48, 48)


def test_a_job_that_goes_on_is_counted_on_to_the_day_measured() -> None:
    assert months(an_experience("2026-01-01", "present"), day=date(2027, 9, 30)) == Span(21, 21)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"contact": "clinical-adjacent", "title": "Scribe"}, 12),
        ({"contact": "clinical-adjacent", "title": "Medical assistant"}, 12),
        ({"kind": "research", "title": "Research fellow"}, 12),
        ({"kind": "study"}, 0),
        ({"contact": "hands-on", "kind": "job"}, 0),
        ({"kind": "clinical practice", "contact": "hands-on"}, 0),
        ({"hours_per_week": 19.5}, 0),
        ({"hours_per_week": 20}, 12),
    ],
    ids=lambda value: str(value),
)
def test_what_counts_as_non_clinical_time(parts: dict, expected: int) -> None:
    assert months(an_experience("2024-01-01", "2024-12-31", **parts)) == Span(expected, expected)


def test_overlapping_jobs_are_counted_once() -> None:
    assert months(an_experience("2024-01-01", "2024-12-31"), an_experience("2024-07-01", "2025-06-30")) == Span(18, 18)


def test_a_month_whose_main_activity_is_hands_on_does_not_count() -> None:
    clinic = an_experience("2024-04-01", "2024-04-30", kind="rotation", contact="hands-on", hours_per_week=45)
    assert months(an_experience("2024-01-01", "2024-12-31"), clinic) == Span(11, 11)


def test_unknown_hours_make_a_span() -> None:
    assert months(an_experience("2024-01-01", "2024-12-31", hours_per_week=None)) == Span(0, 12)


def test_bare_years_make_a_span() -> None:
    span = months(an_experience("2021", "present"), day=date(2026, 1, 5))
    assert (round(span.low, 1), round(span.high, 1)) == (48.2, 60.2)


@given(timelines)
def test_the_order_of_the_timeline_does_not_matter(timeline: list[dict]) -> None:
    assert months(*timeline) == months(*reversed(timeline))


@given(timelines)
def test_a_later_day_never_counts_less(timeline: list[dict]) -> None:
    now, later = months(*timeline), months(*timeline, day=date(2027, 9, 22))
    assert now.low <= later.low
    assert now.high <= later.high
