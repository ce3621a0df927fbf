"""`bedside resume`: out and in, what is lost said both ways, and never over a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bedside.cli.main import run

ROOT = Path(__file__).parents[2]
AFTER = str(ROOT / "examples/after.yaml")
AS_OF = ("--as-of", "2026-11-22")


def test_a_dossier_goes_out_and_comes_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    resume, dossier = tmp_path / "resume.json", tmp_path / "dossier.yaml"
    assert run(["resume", AFTER, "-o", str(resume), *AS_OF]) == 0
    assert "“Step 3” changes: date from 2024 to nothing." in capsys.readouterr().out
    assert run(["resume", str(resume), "--import", "-o", str(dossier), *AS_OF]) == 0
    assert run(["check", str(dossier), *AS_OF]) == 0
    assert {path.stat().st_mode & 0o777 for path in (resume, dossier)} == {0o600}


def test_an_import_never_writes_over_a_file_and_never_half(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    resume, taken, new = tmp_path / "r.json", tmp_path / "taken.yaml", tmp_path / "new.yaml"
    resume.write_text(json.dumps({"basics": {"name": "A"}, "work": [{"position": "B", "startDate": "2020"}]}))
    taken.write_text("mine")
    assert run(["resume", str(resume), "--import", "-o", str(taken), *AS_OF]) == 1
    assert run(["resume", str(resume), "--import", "-o", str(new), *AS_OF]) == 1
    assert "does not say what contact with patients it had" in capsys.readouterr().err
    assert (taken.read_text(), new.exists()) == ("mine", False)


def test_what_is_not_understood_is_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    resume = tmp_path / "r.json"
    school = {"studyType": "MD", "endDate": "2018", "location": "Peru"}
    resume.write_text(json.dumps({"basics": {"name": "A", "label": "Analyst"}, "education": [school]}))
    assert run(["resume", str(resume), "--import", "-o", str(tmp_path / "d.yaml"), *AS_OF]) == 0
    assert "  basics.label: Analyst" in capsys.readouterr().out.splitlines()


def test_a_resume_never_stands_in_the_place_of_another_dossier(tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(Path(AFTER).read_text())
    assert run(["resume", AFTER, "-o", str(mine), *AS_OF]) == 2
    assert mine.read_text() == Path(AFTER).read_text()


def test_what_cannot_be_read_is_told_under_the_name_of_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["resume", AFTER, "--import", "-o", str(tmp_path / "d.yaml"), *AS_OF]) == 1
    assert capsys.readouterr().err.startswith(f"{AFTER}:1:1: # is not a value in JSON.")
