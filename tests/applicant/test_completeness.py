"""What a dossier does not say yet is named with why it matters; what it says is not."""

from __future__ import annotations

from typing import Any

import pytest

from bedside.applicant.completeness import still_empty
from bedside.applicant.dossier import Dossier

TOP: dict[str, Any] = {
    "schema_version": 1,
    "identity": {"name": "A"},
    "medical_school": {"country": "Peru", "graduated": "2018"},
}
FULL: dict[str, Any] = TOP | {
    "status": {"kind": "H-1B", "valid_until": "2028"},
    "exams": [{"exam": "Step 1", "result": "passed", "date": "2019"}],
    "certificate": {"state": "issued", "expires": "never"},
    "experiences": [
        {"title": "A", "kind": "job", "contact": "none", "from": "2020", "to": "present", "hours_per_week": 40}
    ],
    "letters": [{"writer": "A", "kind": "other"}],
    "cycles": [{"match_year": 2025}],
    "target": {"specialties": ["IM"]},
    "constraints": {"paid_leave": {"days_per_year": 9}, "weekly_hours": 9, "money": {"available": 9}},
    "decision": {"kind": "one structured cycle"},
    "stop_contract": {"cycles": 1, "year": 2028, "alternative": "a"},
    "seven_day_task": {"task": "a", "set_on": "2026-11-20"},
}


def fields(content: dict[str, Any]) -> list[str]:
    return [empty.field for empty in still_empty(Dossier.model_validate(content))]


def test_a_whole_dossier_is_told_nothing() -> None:
    assert fields(FULL) == []


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"status": None}, "status"),
        ({"status": {"kind": "H-1B"}}, "status.valid_until"),
        ({"exams": []}, "exams"),
        ({"exams": [{"exam": "Step 1", "result": "passed"}]}, "exams[].date"),
        ({"certificate": None}, "certificate"),
        ({"certificate": {"state": "issued"}}, "certificate.expires"),
        ({"experiences": []}, "experiences"),
        (
            {"experiences": [{"title": "A", "kind": "job", "contact": "none", "from": "2020", "to": "present"}]},
            "experiences[].hours_per_week",
        ),
        ({"letters": []}, "letters"),
        ({"cycles": []}, "cycles"),
        ({"target": {}}, "target.specialties"),
        (
            {
                "applications": [
                    {"program": "A", "state": "interviewed", "rank": 1},
                    {"program": "B", "state": "interviewed"},
                ]
            },
            "applications[].rank",
        ),
        ({"stop_contract": None}, "stop_contract"),
        ({"seven_day_task": None}, "seven_day_task"),
    ],
)
def test_an_empty_place_is_named(change: dict[str, Any], field: str) -> None:
    assert fields(FULL | change) == [field]


@pytest.mark.parametrize(
    "change",
    [
        {"status": {"kind": "US citizen"}},
        {"status": {"kind": "F-1 OPT", "ead_expires": "2027"}},
        {"certificate": {"state": "applied"}},
        {"decision": {"kind": "done trying"}, "stop_contract": None},
        {"exams": [{"exam": "Step 1", "result": "waiting"}]},
        {"applications": [{"program": "A", "state": "interviewed"}, {"program": "B"}]},
    ],
)
def test_what_cannot_be_said_yet_is_not_asked_for(change: dict[str, Any]) -> None:
    assert fields(FULL | change) == []
