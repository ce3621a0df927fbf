"""Once interviews are in hand, odds, list and next move say first that they count before any answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bedside.cli.main import run
from bedside.documents.content.odds.in_hand import in_hand_in_words

EXAMPLES = Path(__file__).parents[2] / "examples"
INVITED, SCRIBE = (str(EXAMPLES / f"{name}.yaml") for name in ("interviews-in-hand", "citizen-scribe"))
COMMANDS = (["odds", "--count", "5"], ["target", "--count", "5"], ["whatif", "--count", "5", "--change", "letter"])


@pytest.fixture
def folder(tmp_path: Path) -> list[str]:
    return ["--data-folder", str(tmp_path / "data"), "--as-of", "2026-11-22"]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_the_sentence_is_the_first_of_the_page(
    command: list[str], folder: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([command[0], INVITED, *command[1:], *folder]) == 0
    below_the_title = " ".join(capsys.readouterr().out.split("\n", 2)[2].split()).replace("'", "`")
    assert below_the_title.partition("This is a sample")[0].strip() == in_hand_in_words(6)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_json_holds_the_sentence_or_nothing(
    command: list[str], folder: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    said = []
    for dossier in (INVITED, SCRIBE):
        assert run([command[0], dossier, *command[1:], *folder, "--json"]) == 0
        said.append(json.loads(capsys.readouterr().out)["in_hand"])
    assert said == [in_hand_in_words(6), ""]
