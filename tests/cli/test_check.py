"""`bedside check`: everything that is wrong, looks odd or is missing, on the terminal and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bedside.applicant.file.template import template_text
from bedside.cli.main import run

TOP = "schema_version: 1\nidentity: {name: A}\nmedical_school: {country: NO, graduated: 2018}\n"
WRONG = TOP + "exams: [{exam: Step 3, result: passd}]\ntarget: {match_year: 2025}\n"


def a_file(folder: Path, text: str, mode: int = 0o600) -> Path:
    path = folder / "me.yaml"
    path.write_text(text)
    path.chmod(mode)
    return path


def checked(path: Path, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, str, str]:
    code = run(["check", str(path), "--as-of", "2026-11-22", *options])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_mistakes_are_told_with_their_place_and_the_exit_code_is_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_file(tmp_path, WRONG)
    code, out, err = checked(path, capsys)
    assert (code, err) == (1, "")
    lines = out.splitlines()
    assert lines[0] == "1 thing to put right"
    assert lines[1] == f"  {path}:4:24  exams[0].result"
    assert lines[2] == "      passd is not one of the words this takes."
    assert lines[6] == "1 thing to look at again"
    assert lines[7] == f"  {path}:5:10  target.match_year"
    assert lines[-1] == "Put this right and check again. Nothing in the file was changed."


def test_a_good_dossier_is_told_what_it_does_not_say_yet_and_what_comes_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_file(tmp_path, TOP)
    code, out, _ = checked(path, capsys)
    lines = out.splitlines()
    assert (code, lines[0]) == (0, "Still empty")
    assert lines[1] == "  status: Visa need, work rules and the time you have all hang on it."
    assert "".join(lines[-2:]).replace(" ", "").endswith(f"Next:bedsidestanding{path}")


def test_json_has_stable_keys(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = a_file(tmp_path, WRONG)
    code, out, _ = checked(path, capsys, "--json")
    found = json.loads(out)
    assert code == 1
    assert list(found) == ["file", "mistakes", "warnings", "still_empty"]
    assert found["mistakes"] == [
        {
            "file": str(path),
            "line": 4,
            "column": 24,
            "field": "exams[0].result",
            "what": "passd is not one of the words this takes.",
            "how_to_fix": "Did you mean passed? Write one of: passed, failed, incomplete, waiting, unknown.",
        }
    ]
    assert [warning["field"] for warning in found["warnings"]] == ["target.match_year"]


def test_a_file_that_others_can_open_is_told_with_the_command_that_closes_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_file(tmp_path, TOP, 0o644)
    code, out, _ = checked(path, capsys, "--json")
    (warning,) = json.loads(out)["warnings"]
    assert (code, warning["how_to_fix"]) == (0, f"Run `chmod 600 {path}` so that only you can.")


def test_a_file_that_is_not_there_gets_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = checked(tmp_path / "me.yaml", capsys)
    assert (code, err) == (1, "")
    assert out.splitlines()[2] == "      There is no such file."


def test_a_thousand_mistakes_are_not_all_listed_on_a_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_file(tmp_path, TOP + "strengths: [" + "1, " * 1000 + "]\n")
    _, out, _ = checked(path, capsys)
    assert out.splitlines()[0] == "1000 things to put right"
    assert out.splitlines()[-3] == "  … and 950 more; --json lists all of them."
    assert len(json.loads(checked(path, capsys, "--json")[1])["mistakes"]) == 1000


def test_the_template_is_told_the_three_places_it_needs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = checked(a_file(tmp_path, template_text()), capsys)
    assert (code, out.splitlines()[0]) == (1, "3 things to put right")


def test_a_name_that_no_terminal_can_print_is_told_in_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = checked(tmp_path / "caf\udce9\x1b[31m.yaml", capsys)
    assert (code, err) == (1, "")
    assert r"caf\udce9\x1b[31m.yaml:1:1" in out


def test_another_command_tells_the_same_mistakes_in_one_line_each(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_file(tmp_path, WRONG)
    assert run(["standing", str(path), "--as-of", "2026-11-22"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"{path}:4:24: `exams[0].result` passd is not one of the words this takes.")
