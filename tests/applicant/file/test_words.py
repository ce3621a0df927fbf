"""Words people write: forgiven where they can mean one thing only, never guessed where they cannot."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bedside.applicant.dossier import Dossier
from bedside.applicant.file.parsing import parse_content
from bedside.applicant.mistakes import DossierMistakes

AS_OF = date(2026, 11, 22)


def read(**parts: Any) -> Dossier:
    whole = {
        "schema_version": 1,
        "identity": {"name": "Amina"},
        "medical_school": {"country": "Kenya", "graduated": 2018},
        **parts,
    }
    return parse_content(whole, "me.yaml", AS_OF).dossier


@pytest.mark.parametrize(
    ("written", "meant"),
    [("green card", "permanent resident"), ("OPT", "F-1 OPT"), ("stem opt", "F-1 STEM OPT"), ("Citizen", "US citizen")],
)
def test_a_status_may_be_called_what_people_call_it(written: str, meant: str) -> None:
    status = read(status={"kind": written}).status
    assert status is not None
    assert status.kind == meant


@pytest.mark.parametrize(("written", "meant"), [("pass", "passed"), ("FAIL", "failed")])
def test_a_result_may_be_written_as_on_the_report(written: str, meant: str) -> None:
    assert read(exams=[{"exam": "Step 1", "result": written}]).exams[0].result == meant


@pytest.mark.parametrize("written", ["present", "Now", "current", "ongoing"])
def test_what_goes_on_may_be_written_in_several_ways(written: str) -> None:
    job = {"title": "Scribe", "kind": "job", "from": "2024-01", "to": written, "contact": "clinical-adjacent"}
    assert read(experiences=[job]).experiences[0].is_current


@pytest.mark.parametrize(
    ("parts", "remedy"),
    [
        (
            {"decision": {"kind": "one last try"}},
            "Write one of: all in for two cycles, one structured cycle, done trying.",
        ),
        ({"exams": [{"exam": "Step 3", "result": "planned"}]}, "What is still to come goes under `bookings`."),
    ],
)
def test_a_word_that_is_no_slip_of_the_pen_is_not_guessed(parts: dict[str, Any], remedy: str) -> None:
    with pytest.raises(DossierMistakes) as raised:
        read(**parts)
    assert [mistake.how_to_fix for mistake in raised.value.mistakes] == [remedy]
