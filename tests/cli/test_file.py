"""`bedside file`: each paper in each format, the same bytes each time, and private files."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bedside.cli.file import FORMATS, PAPERS
from bedside.cli.main import run
from bedside.documents.files import papers
from tests.documents.pdf_text import pages_of

ROOT = Path(__file__).parents[2]
AFTER = ROOT / "examples/after.yaml"


def file(what: str, *arguments: object) -> int:
    return run(["file", what, *map(str, arguments), "--as-of", "2026-01-05"])


def test_the_command_offers_every_paper_there_is() -> None:
    assert set(PAPERS) == {*papers.PAPERS, papers.FACTS}


@pytest.mark.parametrize("what", papers.PAPERS)
def test_a_paper_is_written_in_every_format_and_the_same_each_time(what: str, tmp_path: Path) -> None:
    files = [tmp_path / f"{name}{ending}" for name in ("one", "two") for ending in FORMATS]
    assert file(what, AFTER, *(part for path in files for part in ("-o", path))) == 0
    content = [path.read_bytes() for path in files]
    assert content[:3] == content[3:]
    assert [one[:2] for one in content[:3]] == [b"%P", b"PK", b"# "]
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}


@pytest.mark.parametrize("example", sorted((ROOT / "examples").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_profile_of_every_example_is_one_page(example: Path, tmp_path: Path) -> None:
    as_of = "2026-01-05" if example.stem in ("after", "before") else "2026-11-22"
    assert run(["file", "profile", str(example), "-o", str(tmp_path / "p.pdf"), "--as-of", as_of]) == 0
    assert len(pages_of((tmp_path / "p.pdf").read_bytes())) == 1


def test_an_unknown_ending_is_a_usage_error_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert file("cv", AFTER, "-o", tmp_path / "cv.odt") == 2
    assert "end it in .pdf, .docx, .md." in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_dossier_is_never_written_over(tmp_path: Path) -> None:
    dossier = tmp_path / "dossier.md"
    dossier.write_bytes(AFTER.read_bytes())
    assert file("cv", dossier, "-o", dossier) == 2
    assert dossier.read_bytes() == AFTER.read_bytes()


def facts(tmp_path: Path, example: str, *more: str) -> int:
    return file("facts", ROOT / f"examples/{example}.yaml", "-o", tmp_path / "facts.md", *more)


def test_a_sheet_of_facts_is_written_for_the_writer_who_is_named(tmp_path: Path) -> None:
    writer = yaml.safe_load(AFTER.read_text(encoding="utf-8"))["letters"][-1]["writer"]
    assert facts(tmp_path, "after", "--writer", writer.upper()) == 0
    assert (tmp_path / "facts.md").read_text(encoding="utf-8").startswith(f"# Facts for {writer}\n")


@pytest.mark.parametrize(
    ("example", "more", "says"),
    [
        ("before", (), "No letter is in this dossier"),
        ("after", (), "Say whose letter it is for: --writer with one of "),
        ("after", ("--writer", "Dr. Nobody"), "Say whose letter it is for: --writer with one of "),
    ],
)
def test_a_sheet_of_facts_for_nobody_is_a_usage_error(
    example: str, more: tuple[str, ...], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert facts(tmp_path, example, *more) == 2
    assert says in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
