"""`bedside story`: prints the story or one text that was read, or JSON, and tells mistakes in sentences."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bedside.cli.main import run

EXAMPLE = str(Path(__file__).parents[2] / "examples" / "h1b-quality-analyst.yaml")
AS_OF = ["--as-of", "2026-11-22"]


def written(folder: Path, text: str | bytes) -> str:
    path = folder / "draft.txt"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def test_the_story_is_printed_with_what_the_file_knows(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["story", EXAMPLE, *AS_OF]) == 0
    printed = capsys.readouterr()
    assert (printed.out.splitlines()[0], printed.err) == ("One true story", "")
    assert "One fact is told in two ways, and one entry has no receipt." in printed.out


def test_without_drafts_that_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["story", str(Path(EXAMPLE).with_name("after.yaml")), *AS_OF]) == 0
    assert "No text is in your file yet." in capsys.readouterr().out


def test_json_holds_the_arc_the_drafts_and_the_one_story(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["story", EXAMPLE, *AS_OF, "--json"]) == 0
    story = json.loads(capsys.readouterr().out)
    assert list(story) == ["as_of", "arc", "reviews", "one_story"]
    assert len(story["arc"]["slots"]) == 6


def test_a_text_is_read_for_its_place_and_left_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "I was stuck. I graduated in 1999."
    file = written(tmp_path, text)
    place = ["--place", "Interview answer: why now"]
    assert run(["story", EXAMPLE, *AS_OF, "--review", file, *place, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(one["rule"], one["quoted"]) for one in found["findings"]] == [
        ("stuck", "I was stuck"),
        ("disagrees-with-file", "1999"),
    ]
    assert Path(file).read_text() == text


def test_a_text_as_a_document_quotes_asks_and_has_no_new_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["story", EXAMPLE, *AS_OF, "--review", written(tmp_path, "I was stuck.")]) == 0
    assert "“I was stuck”" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "place", "code", "says"),
    [
        ("a" * 100_001, "personal statement", 1, "more than 100,000 characters"),
        (b"\xff\xfe\x00", "personal statement", 1, "is not a text file in UTF-8"),
        ("a", "poem", 2, "“poem” is not a place of a text"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(
    text: str | bytes, place: str, code: int, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["story", EXAMPLE, *AS_OF, "--review", written(tmp_path, text), "--place", place]) == code
    assert says in capsys.readouterr().err


def test_an_empty_text_is_counted_and_nothing_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["story", EXAMPLE, *AS_OF, "--review", written(tmp_path, ""), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["counts"]["characters"], found["findings"]) == (0, [])
