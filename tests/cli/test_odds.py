"""`bedside odds`: three chances on the sample, as JSON, and sentences for what cannot be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bedside.cli.main import run
from bedside.documents.content.odds_page import chance_in_words, interviews_in_words, middle_in_words
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


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
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
