"""`bedside clinic`: prints places, messages, volunteering and letters, or JSON with the reasons."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bedside.cli.main import run

EXAMPLES = Path(__file__).parents[2] / "examples"
AS_OF = ["--as-of", "2026-11-22"]


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_it_is_printed_for_every_worked_applicant(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["clinic", str(path), *AS_OF]) == 0
    printed = capsys.readouterr()
    assert (printed.out.splitlines()[0], printed.err) == ("Back into the clinic", "")


def test_json_holds_it_with_its_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["clinic", str(EXAMPLES / "h1b-quality-analyst.yaml"), *AS_OF, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["as_of"], [one["name"] for one in found["way_back"]["dimensions"]]) == (
        "2026-11-22",
        ["closeness", "relevance", "direction"],
    )
    assert [one["writer"] for one in found["letters"]["letters"] if not one["because"]] == []


def test_a_file_that_is_not_there_is_a_sentence_and_exit_code_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["clinic", "nowhere.yaml"]) == 1
    assert capsys.readouterr().err.startswith("nowhere.yaml")


def test_it_is_written_as_files_in_place_of_being_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [tmp_path / f"clinic{ending}" for ending in (".pdf", ".docx", ".md")]
    dossier = str(EXAMPLES / "h1b-quality-analyst.yaml")
    assert run(["clinic", dossier, *AS_OF, *(part for file in files for part in ("-o", str(file)))]) == 0
    assert capsys.readouterr().out.splitlines() == [f"Written: {file}" for file in files]
    assert [file.read_bytes()[:2] for file in files] == [b"%P", b"PK", b"# "]


def test_the_dossier_is_never_written_over(tmp_path: Path) -> None:
    dossier = tmp_path / "dossier.md"
    dossier.write_bytes((EXAMPLES / "after.yaml").read_bytes())
    assert run(["clinic", str(dossier), *AS_OF, "-o", str(dossier)]) == 2
    assert dossier.read_bytes() == (EXAMPLES / "after.yaml").read_bytes()
