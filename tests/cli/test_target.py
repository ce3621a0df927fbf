"""`bedside target`: a list on the sample, as a table, CSV and JSON, and sentences for what cannot be."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from bedside.cli.main import run
from bedside.documents.content.targeting.best_list import gap_in_words

EXAMPLES = Path(__file__).parents[2] / "examples"
SCRIBE = str(EXAMPLES / "citizen-scribe.yaml")
PIN = "1200221596"


@pytest.fixture
def folder(tmp_path: Path) -> list[str]:
    return ["--data-folder", str(tmp_path / "data"), "--as-of", "2026-11-22"]


def test_a_list_has_as_many_programs_as_were_asked_for_and_holds_what_is_pinned(
    folder: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["target", SCRIBE, *folder, "--count", "6", "--pin", PIN, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["status"], found["dollars"], len(found["on_the_list"])) == ("certified", 66.0, 6)
    assert [one["why"] for one in found["on_the_list"] if one["key"] == PIN] == ["you put it on the list"]
    assert (found["untargeted"]["asked_for"], len(found["untargeted"]["keys"])) == (150, 150)
    assert found["gap"] <= 1e-4


def test_the_page_shows_the_three_chances_and_the_certificate(
    folder: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["target", SCRIBE, *folder, "--count", "4"]) == 0
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert [line for line in lines if line in ("Chance Middle Range", "On the list", "Programs 4", "Fees $44")] == [
        "Chance Middle Range",
        "Programs 4",
        "Fees $44",
        "On the list",
    ]


def test_csv_holds_the_list_first_and_then_all_that_is_not_on_it(
    folder: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = tmp_path / "list.csv"
    assert run(["target", SCRIBE, *folder, "--count", "4", "--csv", str(written)]) == 0
    rows = list(csv.DictReader(io.StringIO(written.read_text("utf-8-sig"))))
    assert [row["On the list"] for row in rows[:5]] == ["yes", "yes", "yes", "yes", "no"]
    assert capsys.readouterr().out == f"Written: {written}\n"


def test_no_money_is_a_sentence_and_no_fault(folder: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["target", SCRIBE, *folder, "--budget", "0", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["on_the_list"], found["odds"]["match"]) == ([], None)
    assert found["notes"] == [
        "No program fits, so there is no chance to tell. The cheapest costs $11; the budget is $0."
    ]


def test_wishes_are_understood_and_told_again(folder: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    wishes = ["--count-in", "internal medicine=3", "--count-in", "family medicine=2", "--prefer", "family medicine=0.8"]
    wishes += ["--near", "Midwest=40", "--mix", "50/50/0/0", "--mix-per-specialty", "--mix-is-rule"]
    assert run(["target", SCRIBE, *folder, *wishes, "--json"]) == 0
    wanted = json.loads(capsys.readouterr().out)["wanted"]
    assert (wanted["count"], wanted["counts"]) == (None, {"internal-medicine": 3, "family-medicine": 2})
    assert (wanted["preferences"], wanted["mix"]) == ({"family-medicine": 0.8}, [0.5, 0.5, 0.0, 0.0])
    assert (wanted["least_share"], len(wanted["in_states"]), wanted["only_states"]) == (0.4, 12, False)
    assert (wanted["mix_by_specialty"], wanted["mix_is_rule"]) == (True, True)


def test_a_place_that_is_not_known_is_told_with_those_that_are(
    folder: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["target", SCRIBE, *folder, "--states", "Atlantis"]) == 1
    assert capsys.readouterr().err == (
        "“Atlantis” is no state or region. Write the two letters of a state or its name, or one of the regions: "
        "Midwest, Northeast, South, West.\n"
    )


def test_where_the_odds_lean_on_weak_evidence_no_number_stands_alone(
    folder: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    wishes = ["--count", "6", "--curves", "--prefer", "family medicine=0.8", "--near", "Midwest"]
    assert run(["target", str(EXAMPLES / "h1b-quality-analyst.yaml"), *folder, *wishes, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["odds"]["leans_on"]
    curves = found["curves"]
    told = [found["worth"], found["places"]["without"], curves["untargeted"]["chance"]["middle"]]
    told += [one["chance"]["middle"] for one in (*found["landings"], *curves["by_count"], *curves["by_budget"])]
    assert set(told) == {None}


def test_only_states_are_kept_to_and_told(folder: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["target", SCRIBE, *folder, "--count", "5", "--states", "Ohio,Michigan", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["wanted"]["in_states"] == ["MI", "OH"]
    assert {one["state"] for one in found["on_the_list"]} <= {"MI", "OH"}
    assert found["places"]["price"] >= 0


def test_a_specialty_that_is_preferred_comes_among_those_to_choose_from(
    folder: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["target", SCRIBE, *folder, "--count-in", "psychiatry=4", "--json"]) == 0
    on_it = json.loads(capsys.readouterr().out)["on_the_list"]
    assert sum(one["specialty"] == "psychiatry" for one in on_it) == 4


def test_the_page_says_where_the_match_would_be_and_what_more_brings(
    folder: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    wishes = ["--count-in", "psychiatry=3", "--count-in", "family medicine=3", "--prefer", "psychiatry=0.7"]
    assert run(["target", SCRIBE, *folder, "--count", "8", *wishes, "--curves"]) == 0
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    headings = ("Where the match would be", "On the list", "What more programs or more money bring")
    assert [line for line in lines if line in headings] == list(headings)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--mix", "50,50"], "“50,50” is no mix. Write four shares that sum to 100, such as 55,30,10,5, or article."),
        (
            ["--mix", "nan,1,2,3"],
            "“nan,1,2,3” is no mix. Write four shares that sum to 100, such as 55,30,10,5, or article.",
        ),
        (["--pin", "77"], "Not in the directory: 77. `bedside programs list` shows the keys."),
        (["--csv", SCRIBE], f"“{SCRIBE}” is your dossier: choose another name for the list."),
        (["--budget", "-5"], "“-5” is no budget. Write dollars, 0 or more, such as 1500."),
        (["--budget", "nan"], "“nan” is no budget. Write dollars, 0 or more, such as 1500."),
        (
            ["--budget", "-1", "--count", "0"],
            "“-1” is no budget. Write dollars, 0 or more, such as 1500. "
            "“0” is no number of programs; write one from 1 to 10,000.",
        ),
        (
            ["--states", "OH", "--near", "MI"],
            "Give --states for a list that lies there whole, or --near for a part of it, not both.",
        ),
        (
            ["--near", "OH=120"],
            "“OH=120” has no share in percent. Write a place and a share, such as “Midwest=70”.",
        ),
        (
            ["--near", "OH=20", "--near", "MI=30"],
            "Give one share for all places of --near: “Midwest=70”, or “OH,MI=70”.",
        ),
        (["--prefer", "psychiatry"], "“psychiatry” has no number. Write a specialty, =, and the number."),
        (
            ["--prefer", "psychiatry=2"],
            "“2” is no worth. Write a number from 0 to 1, such as “family medicine=0.8”.",
        ),
        (
            ["--count-in", "psychiatry=many"],
            "“many” is no number of programs of psychiatry; write one from 0 to 10,000.",
        ),
        (
            ["--count-in", "psychiatry=99999999999999999999"],
            "“99999999999999999999” is no number of programs of psychiatry; write one from 0 to 10,000.",
        ),
        (
            ["--count", "99999999999999999999"],
            "“99999999999999999999” is no number of programs; write one from 1 to 10,000.",
        ),
        (
            ["--prefer", "psychiatry=1", "--prefer", "Psychiatry=0.5"],
            "“Psychiatry=0.5”: a number for Psychiatry is given already. Give it once.",
        ),
        (
            ["--states", "OH=50"],
            "“OH=50”: --states is for the whole list. Write “--near OH=50” for a part of it.",
        ),
        (["--mix-is-rule"], "No mix is given to keep to: add --mix, such as “--mix article”."),
        (
            ["--pin", "77", "--leave-out", "78", "--prefer", "psychiatry=2"],
            "“2” is no worth. Write a number from 0 to 1, such as “family medicine=0.8”. "
            "Not in the directory: 77. `bedside programs list` shows the keys. "
            "Not in the directory: 78. `bedside programs list` shows the keys.",
        ),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    arguments: list[str], sentence: str, folder: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["target", SCRIBE, *folder, *arguments]) == 2
    assert capsys.readouterr().err.splitlines()[0] == sentence


@pytest.mark.parametrize(("gap", "words"), [(0.0, "0.01 %"), (1e-4, "0.01 %"), (1.44e-4, "0.02 %"), (0.0123, "1.23 %")])
def test_a_gap_is_rounded_up_and_never_says_that_there_is_none(gap: float, words: str) -> None:
    assert gap_in_words(gap) == words


@pytest.mark.parametrize(
    ("specialty", "kinds"), [("family medicine", {"plain"}), ("internal medicine", {"gold", "silver"})]
)
def test_a_signal_is_called_as_the_specialty_calls_it(
    specialty: str, kinds: set[str], folder: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = tmp_path / "list.csv"
    assert run(["target", SCRIBE, *folder, "--specialty", specialty, "--csv", str(written)]) == 0
    rows = csv.DictReader(io.StringIO(written.read_text("utf-8-sig")))
    assert {row["Signal"] for row in rows if row["On the list"] == "yes"} - {"–"} == kinds
    capsys.readouterr()
    assert run(["whatif", SCRIBE, *folder, "--specialty", specialty, "--change", "signals"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert {kind for kind in ("gold", "silver", "plain") if kind in told} == kinds
