"""`bedside programs`: lists and pages with verdicts, files, adding, taking back, and sentences for mistakes."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bedside.cli.main import run

EXAMPLE = Path(__file__).parents[2] / "examples/h1b-quality-analyst.yaml"
AS_OF = ["--as-of", "2026-11-22"]
A_SAMPLE = "This is a sample of 280 programs"
PUBLISHED = (
    "specialty,state,city,program,accreditation_id,status,url\n"
    "Internal Medicine,OH,Dayton,Riverbend Medical Center Program,1401999901,Participating,\n"
)
"""As ERAS lists who takes part."""

KEY, OTHER = "1404111385", "1202821186"
TABLE = (
    "Program Name\tCity/State\tVisa\tYOG limit\n"
    "UPMC Medical Education/Mercy\tPittsburgh, PA\tJ1 only\t5\n"
    "Nowhere Valley Clinic\tAustin, TX\tNone\t–\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> list[str]:
    return ["--data-folder", str(tmp_path / "data"), *AS_OF]


@pytest.fixture
def dossier(tmp_path: Path) -> str:
    path = tmp_path / "me.yaml"
    path.write_text(EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    return str(path)


@pytest.fixture
def table(tmp_path: Path) -> str:
    path = tmp_path / "mine.tsv"
    path.write_text(TABLE, encoding="utf-8")
    return str(path)


@pytest.fixture
def published(tmp_path: Path) -> str:
    path = tmp_path / "eras.csv"
    path.write_text(PUBLISHED, encoding="utf-8")
    return str(path)


def told(capsys: pytest.CaptureFixture[str]) -> str:
    """What was printed, its lines joined."""
    return " ".join(capsys.readouterr().out.split())


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    assert run(["programs", *arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)  # type: ignore[no-any-return]


def test_a_list_says_that_it_is_a_sample_and_how_to_add_the_rest(
    folder: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["programs", "list", *folder]) == 0
    said = told(capsys)
    assert A_SAMPLE in said
    assert "255 more answer to this." in said


def test_with_a_dossier_each_program_has_a_verdict(
    folder: list[str], dossier: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = as_json(capsys, "list", "mercy", "--for", dossier, *folder)
    programs = found["programs"]
    assert isinstance(programs, list)
    assert {one["verdict"]["kind"] for one in programs} == {"unknown"}
    assert {one["verdict"]["says"] for one in programs} == {"No source says what it asks for."}


def test_one_program_is_shown_with_the_source_and_day_of_what_is_known(
    folder: list[str], dossier: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["programs", "show", KEY, "--for", dossier, *folder]) == 0
    said = told(capsys)
    assert "Type of program university-affiliated FREIDA, internal medicine" in said
    assert "To find out" in said
    assert "Less crowded with US no Pennsylvania lies in the Northeast." in said


def test_programs_are_laid_side_by_side(folder: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, "compare", KEY, OTHER, *folder)
    programs = found["programs"]
    assert isinstance(programs, list)
    assert [one["key"] for one in programs] == [KEY, OTHER]
    assert run(["programs", "compare", KEY, OTHER, *folder]) == 0
    assert told(capsys).startswith("Programs side by side")


def test_a_list_is_written_as_csv_and_as_a_workbook_with_its_sources(
    folder: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = tmp_path / "list.csv", tmp_path / "list.xlsx"
    assert run(["programs", "list", "mercy", "--csv", str(files[0]), "--xlsx", str(files[1]), *folder]) == 0
    rows = list(csv.DictReader(io.StringIO(files[0].read_text(encoding="utf-8-sig"))))
    book = load_workbook(files[1])
    assert (len(rows), book.sheetnames) == (6, ["Programs", "Sources", "Sample"])
    assert A_SAMPLE in told(capsys)
    assert book["Programs"].max_row == 7


def test_a_list_is_never_written_over_the_dossier(
    folder: list[str], dossier: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = Path(dossier).read_bytes()
    assert run(["programs", "list", "--for", dossier, "--csv", dossier, *folder]) == 2
    assert capsys.readouterr().err.startswith(f"“{dossier}” is your dossier")
    assert Path(dossier).read_bytes() == before


def test_a_table_is_shown_first_and_kept_only_on_a_yes(
    folder: list[str], dossier: str, table: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["programs", "add", table, "--specialty", "internal medicine", "--private-to", dossier, *folder]) == 0
    said = told(capsys)
    assert "Program Name the name of the program" in said
    assert said.endswith("Nothing was kept.")
    assert not (tmp_path / "data" / "directory.sqlite").exists()
    assert not (tmp_path / "me.claims.json").exists()


def test_a_table_of_ones_own_never_comes_into_the_directory_of_everybody(
    folder: list[str], table: str, published: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add = ["programs", "add", published, table, "--specialty", "internal medicine", "--yes", *folder]
    assert run(add) == 1
    assert capsys.readouterr().err == (
        "“mine.tsv” is a table of your own. Such a table is kept with one dossier, and no other sees it: say which "
        "with --private-to DOSSIER. Nothing was kept.\n"
    )
    assert not (tmp_path / "data" / "directory.sqlite").exists()


def test_a_file_that_is_too_large_is_refused_before_it_is_read(
    folder: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(300_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    assert run(["programs", "add", str(path), "--yes", *folder]) == 1
    assert capsys.readouterr().err.startswith("“large.csv” has 300 MB; Bedside reads files of up to 60 MB.")


def test_what_was_added_changes_the_verdict_and_taking_it_back_restores_it(
    folder: list[str], dossier: str, table: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = as_json(capsys, "show", KEY, "--for", dossier, *folder)
    assert (
        run(["programs", "add", table, "--specialty", "internal medicine", "--yes", "--private-to", dossier, *folder])
        == 0
    )
    capsys.readouterr()
    during = as_json(capsys, "show", KEY, "--for", dossier, *folder)
    assert [one["verdict"]["kind"] for one in (before, during)] == ["unknown", "not"]  # type: ignore[index]
    assert as_json(capsys, "show", KEY, *folder)["values"] == before["values"]
    claims = json.loads(Path(dossier).with_name("me.claims.json").read_text(encoding="utf-8"))
    assert run(["programs", "undo", claims["imports"][0]["id"], "--private-to", dossier, *folder]) == 0
    capsys.readouterr()
    assert as_json(capsys, "show", KEY, "--for", dossier, *folder) == before


def test_the_same_file_twice_changes_nothing_and_is_said(
    folder: list[str], published: str, capsys: pytest.CaptureFixture[str]
) -> None:
    add = ["programs", "add", published, "--yes", *folder]
    assert (run(add), run(add)) == (0, 0)
    assert told(capsys).endswith("It was there already: nothing changed.")


def test_what_you_found_out_yourself_goes_before_everything(
    folder: list[str], dossier: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["programs", "check", dossier, KEY, "graduation.limit", "10 years", *folder]) == 0
    capsys.readouterr()
    found = as_json(capsys, "show", KEY, "--for", dossier, *folder)
    verdict = found["verdict"]
    assert isinstance(verdict, dict)
    assert (verdict["kind"], verdict["known"]) == ("ask", 1)


def test_waiting_says_what_is_lost_by_then(folder: list[str], dossier: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["programs", "check", dossier, KEY, "graduation.limit", "10", *folder]) == 0
    assert run(["programs", "list", "mercy", "--for", dossier, "--waiting", *folder]) == 0
    said = told(capsys)
    assert said.endswith(
        "If you wait a season Lost a year later: 1 program "
        "• 1 program: At most 10 years after graduation; you will be at 11."
    )


def test_a_state_you_would_rather_live_in_is_marked_and_leaves_out_no_other(
    folder: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    path = tmp_path / "me.yaml"
    text = EXAMPLE.read_text(encoding="utf-8")
    path.write_text(text.replace("\ntarget:\n", "\ntarget:\n  preferred_states: [Ohio]\n"), encoding="utf-8")
    assert run(["programs", "list", "mercy", "--for", str(path), *folder]) == 0
    said = told(capsys)
    assert (said.count("a state you would rather live in"), "6 programs of 280." in said) == (1, True)


def test_json_holds_what_waiting_changes(folder: list[str], dossier: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["programs", "check", dossier, KEY, "graduation.limit", "10", *folder]) == 0
    capsys.readouterr()
    found = as_json(capsys, "list", "mercy", "--for", dossier, "--waiting", *folder)["waiting"]
    assert isinstance(found, dict)
    assert {what: [one["key"] for one in some] for what, some in found.items()} == {
        "lost": [KEY],
        "to_ask": [],
        "gained": [],
    }


def test_sources_are_listed_with_their_terms_and_what_was_added(
    folder: list[str], published: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["programs", "add", published, "--yes", *folder]) == 0
    capsys.readouterr()
    assert run(["programs", "sources", *folder]) == 0
    said = told(capsys)
    assert "bedside programs add nrmp" in said
    assert "eras.csv" in said


def test_open_questions_are_listed(folder: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["programs", "questions", *folder]) == 0
    assert told(capsys).startswith("Which program is it?")


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["show", "zzqqzz"], 1, "No program in the directory answers to “zzqqzz”."),
        (["list", "--in", "Atlantis"], 1, "“Atlantis” is no state or region."),
        (["list", "--specialty", "Witchcraft"], 2, "“Witchcraft” is no specialty Bedside knows."),
        (["list", "--verdict", "not"], 2, "A verdict needs someone it is for"),
        (["list", "--waiting"], 2, "What waiting changes is about someone"),
        (["compare", KEY], 1, "From 2 to 6 programs fit side by side"),
        (["undo", "nothing"], 1, "There is no import “nothing”"),
        (["add"], 2, "Name a file or a source"),
        (["add", "no-such-source"], 1, "There is no source called “no-such-source”."),
        (["add", "no-such-file.csv"], 1, "no-such-file.csv: no such file or directory."),
        (["questions", "a", "b"], 1, "There is no open question “a”."),
        (["check", "nowhere.yaml", KEY, "visa.j1", "yes"], 1, "nowhere.yaml"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_a_mistake_is_a_sentence(
    arguments: list[str], code: int, says: str, folder: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["programs", *arguments, *folder]) == code
    assert capsys.readouterr().err.startswith(says)


@pytest.mark.parametrize("asked", [("--years", "-3"), ("--attempts", "-1"), ("--score", "9999")])
def test_a_number_that_nobody_can_have_is_told_before_any_list(
    asked: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["programs", "list", *asked]) == 2
    assert capsys.readouterr().err.startswith(f"Invalid value for '{asked[0]}': {asked[1]} is not in the range")
