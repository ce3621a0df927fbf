"""`bedside clinic`: prints places, messages, volunteering and letters, or JSON with the reasons."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bedside.cli.main import run

EXAMPLES = Path(__file__).parents[2] / "examples"
AS_OF = ["--as-of", "2026-11-22"]


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_it_is_printed_for_every_worked_applicant(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["clinic", str(path), *AS_OF]) == 0
    printed = capsys.readouterr()
    assert (printed.out.splitlines()[0], printed.err) == ("Back into the clinic", "")


def test_json_holds_it_with_its_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["clinic", str(EXAMPLES / "h1b-quality-analyst.yaml"), *AS_OF, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["as_of"], [one["name"] for one in found["way_back"]["dimensions"]]) == (
        "2026-11-22",
        ["closeness", "relevance", "direction"],
    )
    assert [one["writer"] for one in found["letters"]["letters"] if not one["because"]] == []


def test_a_file_that_is_not_there_is_a_sentence_and_exit_code_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["clinic", "nowhere.yaml"]) == 1
    assert capsys.readouterr().err.startswith("nowhere.yaml")
