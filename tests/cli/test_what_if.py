"""`bedside whatif`: moves in order on the sample, as a page, JSON and CSV, and sentences for what cannot be."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from bedside.cli.main import run

EXAMPLES = Path(__file__).parents[2] / "examples"
COORDINATOR = str(EXAMPLES / "opt-research-coordinator.yaml")
SCRIBE = str(EXAMPLES / "citizen-scribe.yaml")


@pytest.fixture
def folder(tmp_path: Path) -> list[str]:
    return ["--data-folder", str(tmp_path / "data"), "--as-of", "2026-11-22"]


def told(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]


def test_json_has_every_change_the_orders_and_the_seasons(
    folder: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["whatif", COORDINATOR, *folder, "--count", "30", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    keys = [one["key"] for one in found["answers"]]
    assert keys == [
        "signals",
        "more-programs",
        "specialty=family-medicine",
        "specialty=psychiatry",
        "interviews",
        "us-clinical",
        "letter",
        "story",
        "step-3",
        "wait",
        "no-visa",
    ]
    assert found["not_measured"] == ["letter", "story", "step-3"]
    assert found["next_move"] == found["ranked"][0] == "more-programs"
    assert sorted(found["ranked"]) == sorted(found["by_month"]) == sorted(found["by_dollar"])
    assert not {"signals", "letter", "story", "step-3", "wait", "no-visa"} & set(found["ranked"])
    assert [one["match_year"] for one in found["two_cycles"]["seasons"]] == [2028, 2029]
    assert found["left_out"] == [
        "Step 1 is passed already, and a pass cannot be taken again.",
        "Step 2 CK is passed with 246, and a pass cannot be taken again.",
    ]


def test_the_page_has_a_heading_for_each_kind_of_answer(folder: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["whatif", COORDINATOR, *folder, "--count", "30"]) == 0
    headings = (
        "Your next move",
        "Moves, the next best first",
        "Not measured",
        "Good to know, and no move",
        "Over the seasons your contract allows",
        "What does not arise for you",
    )
    assert [line for line in told(capsys) if line in headings] == list(headings)


def test_without_a_stop_contract_the_seasons_are_a_sentence(
    folder: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = str(EXAMPLES / "before.yaml")
    at = ["--data-folder", folder[1], "--as-of", "2026-01-05"]
    assert run(["whatif", before, *at, "--count", "5", "--change", "wait", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["two_cycles"], found["says_of_cycles"]) == (
        None,
        "Your file has no stop contract, so there is no number of seasons to add up. Write one, and the chance and "
        "the money over what it allows stand here.",
    )


def test_csv_has_a_row_for_each_change_that_was_asked_for(
    folder: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = tmp_path / "changes.csv"
    only = ["--change", "more-programs=7", "--change", "story"]
    assert run(["whatif", SCRIBE, *folder, "--count", "10", *only, "--csv", str(written)]) == 0
    rows = list(csv.DictReader(io.StringIO(written.read_text("utf-8-sig"))))
    assert [(row["Place"], row["Key"], row["Gain"] == "") for row in rows] == [
        ("1", "more-programs", False),
        ("", "story", True),
    ]
    assert capsys.readouterr().out == f"Written: {written}\n"


def test_no_money_is_a_sentence_and_no_fault(folder: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["whatif", SCRIBE, *folder, "--budget", "0", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["before"], found["answers"], found["ranked"]) == (None, [], [])
    assert found["says"][-1] == (
        "No program fits, so there is no chance to tell. The cheapest costs $11; the budget is $0."
    )


def test_changes_that_cannot_be_read_are_all_named_at_once(
    folder: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = ["wait=3", "more-programs=some", "specialty=Dermatologie", "luck"]
    asked = [word for one in wrong for word in ("--change", one)]
    assert run(["whatif", SCRIBE, *folder, *asked]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "“wait=3”: wait takes no number. Write wait alone.",
        "“more-programs=some” needs a number of programs after the sign, such as more-programs=40.",
        "“Dermatologie” is no specialty Bedside knows. The nearest are: Dermatology, Internal Medicine/Dermatology, "
        "Diagnostic Radiology.",
        "“luck” is no change Bedside knows. There are: signals, more-programs, interviews, us-clinical, letter, story, "
        "step-1, step-2-ck, step-3, wait, no-visa, specialty=NAME.",
    ]


def test_the_dossier_is_not_written_over(folder: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["whatif", SCRIBE, *folder, "--csv", SCRIBE]) == 2
    assert capsys.readouterr().err.splitlines()[0] == (
        f"“{SCRIBE}” is your dossier: choose another name for the changes."
    )
