"""`bedside compare`: the pair of the article, in every format and on the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bedside.cli.main import run

ROOT = Path(__file__).parents[2]
PAIR = (str(ROOT / "examples/before.yaml"), str(ROOT / "examples/after.yaml"))
AS_OF = ("--as-of", "2026-01-05")


def test_the_pair_of_the_article_is_named_as_two_pasts(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", *PAIR, *AS_OF]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert "One level differs, and one piece of the past is told in two ways." in printed
    assert "The past is not told the same way" in printed


def test_every_format_is_written_the_same_each_time(tmp_path: Path) -> None:
    files = [tmp_path / f"{name}{ending}" for name in "ab" for ending in (".pdf", ".docx", ".md", ".json")]
    assert run(["compare", *PAIR, *(part for file in files for part in ("-o", str(file))), *AS_OF]) == 0
    content = [file.read_bytes() for file in files]
    assert content[:4] == content[4:]
    found = json.loads(content[3])["comparison"]
    assert [(one["title"], one["before"]["level"], one["after"]["level"]) for one in found["factors"]] == [
        ("Years since graduation", "High", "High"),
        ("Failed attempts", "Low", "Low"),
        ("Gaps without any activity", "High", "High"),
        ("US clinical experience", "High", "Moderate"),
        ("Time in a non-clinical job", "High", "High"),
    ]


def test_neither_dossier_is_written_over(tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    before.write_text("{}")
    assert run(["compare", str(before), PAIR[1], "-o", str(before), *AS_OF]) == 2
    assert before.read_text() == "{}"


def test_on_a_terminal_the_comparison_is_set_as_every_other_answer_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", *PAIR, *AS_OF]) == 0
    printed = capsys.readouterr().out
    assert [mark for mark in ("<br>", "| ---", "# Two files") if mark in printed] == []
