"""`bedside match` turns tables into a match, or into sentences about what is wrong with them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from bedside.cli.main import run
from bedside.cli.match import match

APPLICANTS = "applicant,rank,program\nAnn,1,City\nAnn,2,Mercy\nBob,1,City\n"
PROGRAMS = "program,quota,rank,applicant\nCity,1,1,Bob\nCity,,2,Ann\nMercy,2,1,Ann\n"


def tables(folder: Path, **texts: str) -> list[str]:
    for name, text in {"applicants": APPLICANTS, "programs": PROGRAMS, **texts}.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return [str(folder / "applicants.csv"), str(folder / "programs.csv")]


def test_the_match_is_told_with_what_stayed_open(tmp_path: Path) -> None:
    told = CliRunner().invoke(match, tables(tmp_path))
    assert (told.exit_code, told.output) == (
        0,
        "Ann: Mercy\nBob: City\n\nFound in 3 proposals by applicant-proposing deferred acceptance, and checked.\n"
        "Unmatched: 0 of 2. Positions still open: Mercy 1.\n",
    )


def test_the_same_comes_as_a_table_and_as_json(tmp_path: Path) -> None:
    given = tables(tmp_path)
    assert CliRunner().invoke(match, [*given, "--csv"]).output == "applicant,program,beside it\nAnn,Mercy,\nBob,City,\n"
    told = json.loads(CliRunner().invoke(match, [*given, "--json", "--propose", "programs"]).output)
    assert (told["applicants"], told["stable"]) == ({"Ann": "Mercy", "Bob": "City"}, True)


def test_mistakes_are_sentences_with_their_lines(tmp_path: Path) -> None:
    told = CliRunner().invoke(match, tables(tmp_path, applicants="applicant,rank,program\nAnn,one,City\n"))
    assert told.exit_code == 1
    assert "Applicant lists, line 2: The rank is one." in told.output


def test_every_mistake_stands_on_a_line_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = tables(tmp_path, applicants="applicant,rank,program\nAnn,one,City\nAnn,2,Mercy\nBob,0,City\n")
    assert run(["match", *given]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "Applicant lists, line 2: The rank is one. It has to be a whole number, at least 1.",
        "Applicant lists, line 4: The rank is 0. It has to be a whole number, at least 1.",
    ]


def test_a_file_in_another_encoding_is_told_alone_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = tables(tmp_path)
    (tmp_path / "applicants.csv").write_bytes(
        "applicant,rank,program\nAnn,1,City\nJos\u00e9,1,City\n".encode("latin-1")
    )
    (tmp_path / "programs.csv").write_bytes(PROGRAMS.encode("utf-16-le"))
    assert run(["match", *given]) == 1
    assert capsys.readouterr().err.splitlines() == [
        f"“{given[0]}”, line 3: This is not written in UTF-8. Save the table again as CSV UTF-8.",
        f"“{given[1]}”, line 1: This is not written in UTF-8. Save the table again as CSV UTF-8.",
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("sign", [";", "\t"])
def test_tables_are_read_as_spreadsheets_write_them(tmp_path: Path, encoding: str, sign: str) -> None:
    given = tables(tmp_path)
    for path, text in zip(given, (APPLICANTS, PROGRAMS), strict=True):
        Path(path).write_bytes(f"\r\n{text}".replace(",", sign).replace("\n", "\r\n").encode(encoding))
    found = CliRunner().invoke(match, [*given, "--csv"])
    assert found.output == "applicant,program,beside it\nAnn,Mercy,\nBob,City,\n"


def test_a_file_that_breaks_off_within_a_letter_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = tables(tmp_path)
    Path(given[0]).write_bytes(APPLICANTS.encode("utf-16")[:-1])
    assert run(["match", *given]) == 1
    assert capsys.readouterr().err == f"“{given[0]}” breaks off within a letter. Save the table again as CSV UTF-8.\n"


def test_a_table_may_come_through_a_pipe(tmp_path: Path) -> None:
    given = tables(tmp_path)
    reading, writing = os.pipe()
    os.write(writing, APPLICANTS.encode())
    os.close(writing)
    found = CliRunner().invoke(match, [f"/dev/fd/{reading}", given[1], "--csv"])
    os.close(reading)
    assert found.output == "applicant,program,beside it\nAnn,Mercy,\nBob,City,\n"
