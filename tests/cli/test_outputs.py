"""What a command writes never stands in the place of a dossier, whichever one it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bedside.cli.main import run
from bedside.cli.outputs import not_over

ROOT = Path(__file__).parents[2]
SCRIBE = ROOT / "examples/citizen-scribe.yaml"


def test_a_table_is_not_written_over_the_dossier_of_somebody_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.yaml"
    other.write_text((ROOT / "examples/after.yaml").read_text())
    before = other.read_text()
    assert run(["odds", str(SCRIBE), "--as-of", "2026-11-22", "--csv", str(other)]) == 2
    told = f"“{other}” is a dossier and was not touched: choose another name for the chances."
    assert (capsys.readouterr().err.splitlines()[0], other.read_text()) == (told, before)


def test_a_dossier_in_json_is_known_as_one_on_one_line_too(tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text(json.dumps({"schema_version": 1, "medical_school": {"country": "Peru"}}))
    with pytest.raises(Exception, match="is a dossier"):
        not_over(None, (other,), "report")


@pytest.mark.parametrize("text", ["", "program,chance\n", json.dumps({"report_version": 1, "medical_school": {}})])
def test_what_is_no_dossier_may_be_written_again(tmp_path: Path, text: str) -> None:
    there = tmp_path / "there.json"
    there.write_text(text)
    not_over(None, (there, tmp_path / "new.csv", tmp_path, None), "report")
