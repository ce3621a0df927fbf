"""JSON: one key for each field of a result, nothing left out, reasons included."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest

from bedside.documents.as_json import REPORT_VERSION, as_json
from bedside.documents.content.report.as_json import report_as_json, summary_as_json
from bedside.evidence.money import Dollars
from bedside.plan.results import Plan
from bedside.standing.results import Standing
from tests.documents import samples


def test_the_report_opens_with_its_version_its_name_and_its_day() -> None:
    report = report_as_json(samples.dossier(), samples.standing(), samples.plan())
    assert list(report) == ["report_version", "name", "as_of", "standing", "plan"]
    assert [report[key] for key in ("report_version", "name", "as_of")] == [
        REPORT_VERSION,
        "Łukasz Wiśniewski",
        "2026-11-22",
    ]


def test_every_field_of_a_result_is_a_key() -> None:
    report = report_as_json(samples.dossier(), samples.standing(), samples.plan())
    assert list(report["standing"]) == [field.name for field in fields(Standing)]
    assert list(report["plan"]) == [field.name for field in fields(Plan)]


def test_a_reason_carries_its_figure_and_where_that_was_read() -> None:
    reason = as_json(samples.standing())["published_rates"][0]
    assert (reason["figure"]["value"], reason["figure"]["unit"]) == (58.5, "percent")
    assert reason["figure"]["source"]["accessed"] == "2026-11-22"
    assert reason["entry"] is None


def test_days_times_states_and_amounts_are_plain_values() -> None:
    plan = as_json(samples.plan())
    assert plan["season"]["days"][1] | {"because": []} == {
        "event": "applications may be submitted",
        "day": "2027-09-01",
        "time": "09:00",
        "published": False,
        "because": [],
    }
    assert plan["roadmap"]["tasks"][3]["cost"] == {"low": 450, "high": 2250}
    assert plan["roadmap"]["tasks"][4]["state"] == "does not fit"
    assert plan["roadmap"]["tasks"][6]["cost"] is None


def test_what_is_written_can_be_read_back_the_same() -> None:
    report = report_as_json(samples.dossier(), samples.standing(), samples.crowded_plan())
    assert json.loads(json.dumps(report)) == report


def test_the_summary_holds_the_three_headers() -> None:
    summary = summary_as_json(samples.dossier(), samples.standing(), samples.plan())
    assert list(summary) == ["report_version", "name", "as_of", "three_headers"]


@pytest.mark.parametrize("thing", [{}, "text", None, Dollars])
def test_what_is_not_a_result_is_refused(thing: object) -> None:
    with pytest.raises(TypeError, match="is not a result"):
        as_json(thing)
