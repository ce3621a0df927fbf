"""`bedside job`, `bedside entries` and `bedside answers`: the same results as on the pages, in words and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bedside.cli.main import run

EXAMPLE = str(Path(__file__).parents[2] / "examples/h1b-quality-analyst.yaml")
DAY = "--as-of=2026-11-22"


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("job", "Four questions about Quality analyst, diabetes and readmissions"),
        ("entries", "We could not see the form itself."),
        ("answers", "The three that are sure to come"),
    ],
)
def test_each_command_says_its_results_in_words(command: str, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, EXAMPLE, DAY]) == 0
    assert says in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("command", "keys"),
    [
        ("job", {"present", "questions", "at_a_glance", "ask_for", "entries", "stumbles"}),
        ("entries", {"chosen", "left_out", "most", "single", "counted_by"}),
        ("answers", {"groups", "answered", "not_asked"}),
    ],
)
def test_each_command_prints_json_with_stable_keys(
    command: str, keys: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([command, EXAMPLE, DAY, "--json"]) == 0
    assert keys - set(json.loads(capsys.readouterr().out)) == set()


def test_an_answer_in_the_file_is_read_by_parts_and_seconds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dossier = tmp_path / "dossier.yaml"
    draft = "\ndrafts:\n  - {place: 'interview answer: why now', text: 'I failed once. I tried again.'}\n"
    dossier.write_text(Path(EXAMPLE).with_name("citizen-scribe.yaml").read_text("utf-8") + draft, encoding="utf-8")
    assert run(["answers", str(dossier), DAY]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert ("2 sentences; one would be enough." in out, "about 3 seconds" in out) == (True, True)
