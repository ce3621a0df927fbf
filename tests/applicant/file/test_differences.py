"""What differs between two states is said in words: what comes back, what goes, what changes."""

from __future__ import annotations

from typing import Any

import pytest

from bedside.applicant.dossier import Dossier
from bedside.applicant.file.differences import PARTS, Difference, differences

ANALYST = {"title": "Analyst", "from": "2020-01-01", "to": "2021-01-01"}
SCRIBE = {"title": "Scribe", "from": "2022-01-01", "to": "present", "paid": True}


@pytest.mark.parametrize(
    ("now", "then", "says"),
    [
        ([ANALYST], [ANALYST, SCRIBE], "“Scribe” comes back."),
        ([ANALYST, SCRIBE], [SCRIBE], "“Analyst” goes."),
        ([ANALYST], [ANALYST | {"to": "2021-06-30"}], "“Analyst” changes: last day from “2021-01-01” to “2021-06-30”."),
        ([SCRIBE], [SCRIBE | {"paid": False}], "“Scribe” changes: paid from yes to no."),
        ([ANALYST, SCRIBE], [SCRIBE, ANALYST], "The order changes."),
        ([ANALYST], None, "“Analyst” goes."),
    ],
)
def test_entries_of_a_list_come_back_go_or_change(now: Any, then: Any, says: str) -> None:
    found = differences({"experiences": now}, {"experiences": then} if then else {})
    assert found == (Difference("What you did since school", (says,)),)


def test_keys_of_a_part_are_named_with_both_values() -> None:
    now = {"constraints": {"weekly_hours": 10, "money": {"available": 1}}}
    then = {"constraints": {"weekly_hours": 16, "money": {"available": 2}}}
    says = "Weekly hours from 10 to 16; money changes."
    assert differences(now, then) == (Difference("Time and money", (says,)),)


def test_a_whole_part_comes_back_or_goes() -> None:
    task = {"seven_day_task": {"task": "Write."}}
    assert differences({}, task) == (Difference("The seven-day task", ("This comes back.",)),)
    assert differences(task, {}) == (Difference("The seven-day task", ("This goes.",)),)


def test_the_same_state_has_no_differences() -> None:
    assert differences({"experiences": [ANALYST]}, {"experiences": [ANALYST]}) == ()


def test_every_part_of_a_dossier_has_words() -> None:
    assert set(Dossier.model_fields) - {"schema_version"} <= set(PARTS)
