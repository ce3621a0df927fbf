"""`bedside plan`: prints the plan, or JSON with its reasons, and tells mistakes in sentences."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bedside.cli.main import run

EXAMPLE = str(Path(__file__).parents[2] / "examples" / "h1b-quality-analyst.yaml")
AS_OF = ["--as-of", "2026-11-22"]


def test_the_plan_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["plan", EXAMPLE, *AS_OF]) == 0
    printed = capsys.readouterr()
    assert (printed.out.splitlines()[0], printed.err) == ("Nguyễn Thị Minh Châu", "")


def test_json_holds_the_plan_with_its_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["plan", EXAMPLE, *AS_OF, "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert (plan["as_of"], plan["decision"]["title"]) == ("2026-11-22", "One structured cycle")
    assert [task["key"] for task in plan["roadmap"]["tasks"] if not task["because"]] == []


def test_a_file_that_is_not_there_is_a_sentence_and_exit_code_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["plan", "nowhere.yaml"]) == 1
    assert capsys.readouterr().err.startswith("nowhere.yaml")


@pytest.mark.parametrize(("name", "marks"), [("citizen-scribe", False), ("opt-research-coordinator", True)])
def test_a_mark_is_explained_where_a_task_carries_it(
    name: str, marks: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["plan", EXAMPLE.replace("h1b-quality-analyst", name), *AS_OF]) == 0
    printed = capsys.readouterr().out
    assert ("status first" in printed, "“Status first” means" in " ".join(printed.split())) == (marks, marks)
