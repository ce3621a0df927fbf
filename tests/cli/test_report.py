"""`bedside report`: every format by its ending, private files, and what is wrong with a call said in a sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bedside.cli.main import run
from tests.documents.pdf_text import pages_of, paper_of

ROOT = Path(__file__).parents[2]
DOSSIER = str(ROOT / "examples/h1b-quality-analyst.yaml")
AS_OF = ("--as-of", "2026-11-22")


def report(*arguments: object) -> int:
    return run(["report", *map(str, arguments), *AS_OF])


ENDINGS = (".pdf", ".docx", ".md", ".json", ".ics")


def in_every_format(folder: Path) -> list[Path]:
    """The files of one call that asks for every format."""
    files = [folder / f"plan{ending}" for ending in ENDINGS]
    assert report(DOSSIER, *(part for file in files for part in ("-o", file))) == 0
    return files


def test_every_format_is_written_at_once_and_said_and_the_same_call_gives_the_same_bytes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = in_every_format(tmp_path / "out")
    assert capsys.readouterr().out.splitlines() == [f"Written: {file}" for file in files]
    assert [file.read_bytes()[:8] for file in files] == [
        b"%PDF-1.7",
        b"PK\x03\x04\x14\x00\x00\x00",
        "# Nguyễn Thị Minh Châu".encode()[:8],
        b'{\n  "rep',
        b"BEGIN:VC",
    ]
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
    again = in_every_format(tmp_path / "again")
    assert [file.read_bytes() for file in again] == [file.read_bytes() for file in files]


@pytest.mark.parametrize(("paper", "size"), [("letter", (612, 792)), ("a4", (595, 842))])
def test_the_summary_is_one_sheet_of_the_paper_asked_for(tmp_path: Path, paper: str, size: tuple[int, int]) -> None:
    file = tmp_path / "page.pdf"
    assert report(DOSSIER, "--summary", "--paper", paper, "-o", file) == 0
    assert (len(pages_of(file.read_bytes())), paper_of(file.read_bytes())) == (1, size)


@pytest.mark.parametrize("example", sorted((ROOT / "examples").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_example_can_be_written_and_its_page_is_one_sheet(tmp_path: Path, example: Path) -> None:
    as_of = "2026-01-05" if example.stem in ("after", "before") else "2026-11-22"
    plan, page = tmp_path / "plan.pdf", tmp_path / "page.pdf"
    assert run(["report", str(example), "-o", str(plan), "--as-of", as_of]) == 0
    assert run(["report", str(example), "-o", str(page), "--as-of", as_of, "--summary"]) == 0
    assert len(pages_of(page.read_bytes())) == 1
    assert "Where you actually are" in " ".join(pages_of(plan.read_bytes()))


def test_a_discreet_calendar_has_discreet_titles(tmp_path: Path) -> None:
    file = tmp_path / "plan.ics"
    assert report(DOSSIER, "--discreet", "-o", file) == 0
    titles = {line.split(":")[1].split("\\")[0] for line in file.read_text().splitlines() if line.startswith("SUMMARY")}
    assert titles == {"Plan"}


def test_the_report_holds_the_match_for_the_programs_there_are(tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    assert report(DOSSIER, "--data-folder", tmp_path / "data", "-o", file) == 0
    match = json.loads(file.read_text())["match"]
    assert (match["says"], match["rank"], match["odds"]["is_sample"]) == ("", None, True)
    assert (match["odds"]["programs"], match["whatif"]["list"]["programs"]) == (80, 80)
    assert len(match["target"]["on_the_list"]) == 80


def test_own_lists_that_cannot_be_read_are_said_and_the_rest_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier, file = tmp_path / "me.yaml", tmp_path / "plan.json"
    dossier.write_text(Path(DOSSIER).read_text())
    (tmp_path / "me.claims.json").write_text("no JSON")
    assert report(dossier, "--data-folder", tmp_path / "data", "-o", file) == 0
    written, says = json.loads(file.read_text()), capsys.readouterr().err.strip()
    assert (written["match"]["says"], written["match"]["odds"]) == (says, None)
    assert (written["name"], "me.claims.json" in says) == ("Nguyễn Thị Minh Châu", True)


def test_the_summary_as_json_holds_the_three_headers(tmp_path: Path) -> None:
    file = tmp_path / "page.json"
    assert report(DOSSIER, "--summary", "-o", file) == 0
    assert list(json.loads(file.read_text())) == ["report_version", "name", "as_of", "three_headers"]


@pytest.mark.parametrize("name", ["plan.doc", "plan", "plan.pdf.zip"])
def test_an_unknown_ending_is_a_usage_error_that_lists_all_of_them(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report(DOSSIER, "-o", tmp_path / name) == 2
    says = f"“{tmp_path / name}” does not say which format: end it in .pdf, .docx, .md, .json, .ics."
    assert says in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_call_without_a_file_to_write_is_a_usage_error() -> None:
    assert report(DOSSIER) == 2


def test_the_dossier_is_never_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dossier = tmp_path / "me.json"
    dossier.write_text("{}")
    assert report(dossier, "-o", tmp_path / "." / "me.json") == 2
    assert (dossier.read_text(), "is your dossier" in capsys.readouterr().err) == ("{}", True)


def test_a_calendar_of_the_summary_is_a_usage_error(tmp_path: Path) -> None:
    assert report(DOSSIER, "--summary", "-o", tmp_path / "plan.ics") == 2


def test_a_mistake_in_the_dossier_is_said_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier = tmp_path / "me.yaml"
    dossier.write_text(
        "schema_version: 1\nidentity: {name: Łukasz}\nmedical_school: {country: Poland, graduated: soon}\n"
    )
    assert report(dossier, "-o", tmp_path / "plan.pdf") == 1
    assert "me.yaml:3" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["me.yaml"]


def test_a_place_that_cannot_be_written_is_said_by_its_own_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "plan.pdf").mkdir()
    assert report(DOSSIER, "-o", tmp_path / "plan.pdf") == 1
    assert capsys.readouterr().err == f"{tmp_path / 'plan.pdf'} is a folder. Name a file in it.\n"


def test_the_summary_is_no_word_file_as_that_would_not_keep_to_one_sheet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report(DOSSIER, "--summary", "-o", tmp_path / "page.docx") == 2
    assert "would not keep to one sheet" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
