"""`bedside odds`: three chances on the sample, as JSON, and sentences for what cannot be."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from bedside.cli.main import run
from bedside.documents.content.odds.chances import chance_in_words, interviews_in_words, middle_in_words
from bedside.odds.results import Estimate

EXAMPLES = Path(__file__).parents[2] / "examples"
SCRIBE, ANALYST = (str(EXAMPLES / f"{name}.yaml") for name in ("citizen-scribe", "h1b-quality-analyst"))


@pytest.fixture
def folder(tmp_path: Path) -> list[str]:
    return ["--data-folder", str(tmp_path / "data"), "--as-of", "2026-11-22"]


def told(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]


def test_the_three_chances_stand_together_each_with_a_range(
    folder: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["odds", ANALYST, *folder]) == 0
    lines = told(capsys)
    at = lines.index("Chance Range")
    assert [line.rstrip("0123456789to% ") for line in lines[at + 1 : at + 6 : 2]] == [
        "At least one interview",
        "A match, given a rank",
        "A match, if you apply",
    ]


def test_where_the_answer_leans_on_weak_evidence_json_has_no_middle_either(
    folder: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["odds", ANALYST, *folder, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["headline"], found["match"]["middle"], found["any_interview"]["middle"]) == (None, None, None)
    assert len(found["leans_on"]) == 3
    assert (found["is_sample"], found["programs"], len(found["list"]["keys"])) == (True, 80, 80)


def test_a_short_list_has_a_middle_and_its_numbers_are_within_the_range(
    folder: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["odds", SCRIBE, *folder, "--specialty", "psychiatry", "--in", "midwest", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    for name in ("any_interview", "match_given_rank", "match"):
        assert 0 < found[name]["low"] <= found[name]["middle"] <= found[name]["high"] < 1
    assert [(one["specialty"], one["is_borrowed"]) for one in found["specialties"]] == [("psychiatry", True)]


def test_programs_that_are_nowhere_are_told_and_leave_with_0(
    folder: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["odds", SCRIBE, *folder, "--keys", "98,99"]) == 0
    assert [line for line in told(capsys) if "98" in line] == ["• Not in the directory, so not counted: 98, 99."]


def chances_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert run(["odds", *arguments, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


FAMILY, OTHER_FAMILY = "1200111023", "1200221596"


def test_a_signal_raises_the_chance_and_is_in_the_answer(folder: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    keys = ("--keys", f"{FAMILY},{OTHER_FAMILY}")
    without, sent = (chances_of(capsys, SCRIBE, *folder, *keys, *more) for more in ((), ("--signal", f"{FAMILY}=gold")))
    assert without["match"]["high"] < sent["match"]["high"]
    assert (without["list"]["signals"], sent["list"]["signals"]) == ({}, {FAMILY: "gold"})


def test_a_program_that_gets_a_signal_is_added_to_the_list(
    folder: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    found = chances_of(capsys, SCRIBE, *folder, "--keys", FAMILY, "--signal", OTHER_FAMILY)
    assert found["list"]["keys"] == [FAMILY, OTHER_FAMILY]
    assert found["list"]["says"][1].startswith("Added, because you give it a signal: ")


def test_the_page_says_that_nothing_is_counted_of_signals_only_where_none_is_given(
    folder: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    said = []
    for more in ([], ["--signal", FAMILY]):
        assert run(["odds", SCRIBE, *folder, "--keys", FAMILY, *more]) == 0
        said.append(any("Counted without any signal" in line for line in told(capsys)))
    assert said == [True, False]


def test_the_open_applications_of_a_dossier_are_taken_with_their_signals(
    folder: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier = tmp_path / "me.yaml"
    part = [
        {"program": FAMILY, "signal": "gold", "state": "applied"},
        {"program": OTHER_FAMILY, "state": "refused"},
        {"program": "Nobody knows it"},
    ]
    dossier.write_text(f"{Path(SCRIBE).read_text()}\napplications: {json.dumps(part)}\n")
    found = chances_of(capsys, str(dossier), *folder, "--applications")
    assert (found["list"]["keys"], found["list"]["signals"]) == ([FAMILY], {FAMILY: "gold"})
    assert found["missing"][0] == "Not in the directory, so not counted: Nobody knows it."


def test_a_dossier_without_applications_says_so_and_gives_no_chance(
    folder: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    found = chances_of(capsys, SCRIBE, *folder, "--applications")
    assert found["match"] is None
    assert found["list"]["says"] == ["Your file lists no application for the 2028 Match, under `applications`."]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["--signal", f"12=gold,{FAMILY}=platinum", "--signal", f"{OTHER_FAMILY},{OTHER_FAMILY}=gold"],
            "“12” is not in the directory; `bedside programs list` shows the keys. “platinum” is no kind of signal; "
            f"write {FAMILY}=gold or {FAMILY}=silver, or {FAMILY} alone. “{OTHER_FAMILY}” is given a signal twice.",
        ),
        (
            ["--applications", "--keys", "99"],
            "Name programs by --keys, or take those of your dossier by --applications, not both.",
        ),
        (["--count", "0"], "Invalid value for '--count': 0 is not in the range x>=1."),
        (
            ["--keys", "99", "--count", "3"],
            "Name programs by --keys, or narrow the list by the other options, not both.",
        ),
        (
            ["--tie", "Narnia"],
            "“Narnia” is no state or region. Write the two letters of a state or its name, or one of the regions: "
            "Midwest, Northeast, South, West.",
        ),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    arguments: list[str], sentence: str, folder: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["odds", SCRIBE, *folder, *arguments]) in (1, 2)
    assert capsys.readouterr().err.splitlines()[0] == sentence


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0.0001, 0.004, "less than 1 %"),
        (0.004, 0.05, "up to 5 %"),
        (0.123, 0.341, "12 to 35 %"),
        (0.97, 0.9999, "97 to 99 %"),
        (0.995, 0.9999, "more than 99 %"),
    ],
)
def test_a_range_is_rounded_outwards_and_never_says_0_or_100(low: float, high: float, words: str) -> None:
    assert chance_in_words(Estimate(low, (low + high) / 2, high)) == words


@pytest.mark.parametrize(("middle", "words"), [(0.002, "less than 1 %"), (0.264, "about 26 %"), (0.9999, "about 99 %")])
def test_a_middle_never_says_0_or_100(middle: float, words: str) -> None:
    assert middle_in_words(Estimate(middle, middle, middle)) == words


@pytest.mark.parametrize(
    ("low", "high", "words"), [(0.01, 0.02, "up to 0.1"), (0.01, 0.3, "up to 0.3"), (1.2, 4.0, "1.2 to 4")]
)
def test_a_number_of_interviews_is_never_none_at_all(low: float, high: float, words: str) -> None:
    assert interviews_in_words(Estimate(low, high, high)) == words


def test_where_the_answer_leans_on_weak_evidence_it_is_said_which_step_counts_it(
    folder: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    words = "They are counted with the weak evidence; the steps after them hold the answer with and without it."
    told = []
    for name in ("h1b-quality-analyst", "citizen-scribe"):
        assert run(["odds", str(EXAMPLES / f"{name}.yaml"), *folder, "--specialty", "internal medicine"]) == 0
        told.append(" ".join(capsys.readouterr().out.split()).count(words))
    assert told == [1, 0]


def test_the_chances_are_a_table_too_with_the_ends_of_the_json(
    folder: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["odds", SCRIBE, *folder, "--json", "--csv", str(tmp_path / "odds.csv")]) == 0
    found = json.loads(capsys.readouterr().out)
    rows = list(csv.DictReader((tmp_path / "odds.csv").read_text(encoding="utf-8-sig").splitlines()))
    ends = [float(rows[0][f"Match, if you apply, {end}"]) for end in ("low", "high")]
    assert ends == [round(100 * found["match"][end], 1) for end in ("low", "high")]
    assert [int(row["Programs"]) for row in rows] == [
        found["programs"],
        *(one["programs"] for one in found["specialties"]),
    ]


def test_the_table_never_takes_the_place_of_the_dossier(folder: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["odds", SCRIBE, *folder, "--csv", SCRIBE]) == 2
