"""US clinical experience: what counts, and hours over 160."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from bedside.applicant.measures import measure
from bedside.applicant.measuring.stretches import Span
from bedside.evidence.library import load_evidence
from tests.applicant.dossiers import AS_OF, a_dossier, an_experience, timelines

ROTATION = {"kind": "rotation", "contact": "observer", "structure": "structured", "setting": "hospital"}


def months(*experiences: dict, day: date = AS_OF) -> Span:
    return measure(a_dossier(*experiences), day, AS_OF, load_evidence()).us_clinical_months


def test_four_weeks_of_forty_hours_are_one_month_whether_they_end_on_friday_or_sunday() -> None:
    friday = months(an_experience("2026-03-02", "2026-03-27", **ROTATION))
    sunday = months(an_experience("2026-03-02", "2026-03-29", **ROTATION))
    assert (friday, sunday) == (Span(1, 1), Span(1, 1))


def test_hours_add_up_over_part_time_rotations() -> None:
    half = an_experience("2026-03-02", "2026-03-27", **{**ROTATION, "hours_per_week": 20})
    assert months(half, half) == Span(1, 1)


@pytest.mark.parametrize(
    ("parts", "counts"),
    [
        (ROTATION, True),
        ({**ROTATION, "structure": "informal", "supervisor": "Dr. Ana Ruiz"}, True),
        ({**ROTATION, "structure": "informal"}, False),
        ({**ROTATION, "structure": None}, False),
        ({**ROTATION, "contact": "hands-on", "structure": None}, True),
        ({**ROTATION, "contact": "clinical-adjacent"}, False),
        ({**ROTATION, "country": "Peru"}, False),
        ({**ROTATION, "country": "U.S.A."}, True),
    ],
    ids=[
        "a structured observership counts",
        "a named supervisor makes an informal one true",
        "a visit to somebody's office does not count",
        "an observership nobody described does not count",
        "hands-on counts",
        "beside the clinic does not count",
        "abroad does not count",
        "the country may be abbreviated",
    ],
)
def test_what_is_real_us_clinical_experience(parts: dict, counts: bool) -> None:
    assert (months(an_experience("2026-03-02", "2026-03-27", **parts)).high > 0) == counts


def test_student_and_graduate_are_shown_apart_and_summed() -> None:
    student = an_experience("2017-03-06", "2017-03-31", **ROTATION, **{"as": "student"})
    graduate = an_experience("2026-03-02", "2026-03-13", **ROTATION)
    measures = measure(a_dossier(student, graduate), AS_OF, AS_OF, load_evidence())
    assert (measures.us_clinical_as_student, measures.us_clinical_as_graduate) == (Span(1, 1), Span(0.5, 0.5))
    assert measures.us_clinical_months == Span(1.5, 1.5)


def test_a_rotation_that_goes_on_counts_only_what_is_done() -> None:
    running = an_experience("2026-10-26", "present", **ROTATION)
    assert months(running, day=date(2027, 9, 22)) == months(running) == Span(1, 1)


def test_unknown_hours_are_never_assumed() -> None:
    span = months(an_experience("2026-03-02", "2026-03-27", **{**ROTATION, "hours_per_week": None}))
    assert (span.low, span.high > 3) == (0, True)


@given(timelines.filter(bool))
def test_one_more_rotation_never_counts_less(timeline: list[dict]) -> None:
    before = months(*timeline)
    after = months(*timeline, an_experience("2026-03-02", "2026-03-27", **ROTATION))
    assert (after.low > before.low, after.high > before.high) == (True, True)
