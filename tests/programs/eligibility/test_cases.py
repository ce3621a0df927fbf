"""Runs the worked cases of eligibility, whose verdicts were derived by hand."""

from __future__ import annotations

from typing import Any

import pytest

from bedside.programs.eligibility.judging import judge
from bedside.programs.eligibility.verdict import sentence
from tests.programs.eligibility.listing import WORKED, a_program, an_asker

ABOUT_THE_PROGRAM = ("rivals", "disagreeing", "unsure", "positions")


@pytest.mark.parametrize("case", WORKED["cases"], ids=lambda case: case["claim"])
def test_a_worked_case_comes_out_as_derived(case: dict[str, Any]) -> None:
    told = {key: case[key] for key in ABOUT_THE_PROGRAM if key in case}
    found = judge(a_program(case["program"], **told), an_asker(**case.get("dossier", {})))
    results = {
        "verdict": str(found.kind),
        "known": f"{found.met} of {found.known}",
        "not_reported": found.not_reported,
        "for_now": found.for_now,
        "says": sentence(found),
        "preferences_not_met": [one.key for one in found.preferences_not_met],
        "notes": [note.says for note in found.notes],
    }
    expected = {key: case[key] for key in results if key in case}
    assert {key: results[key] for key in expected} == expected
