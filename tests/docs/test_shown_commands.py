"""What the pages tell a reader to type is typed here, in an empty folder, and has to work as it is written."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from bedside.cli.main import run

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def shown(page: str, language: str) -> list[str]:
    """The code blocks of a page in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```", page, re.MULTILINE | re.DOTALL)


def commands_of(page: str) -> list[list[str]]:
    """The commands that a page shows, one a line, without the setting up that `make` does."""
    lines = "".join(shown(page, "sh")).splitlines()
    return [shlex.split(line) for line in lines if line.startswith(("bedside ", "cp "))]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BEDSIDE_DATA_FOLDER", str(tmp_path / "data"))  # where no list of programs was added
    return tmp_path


def test_the_first_plan_works_as_it_is_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tutorial = (ROOT / "docs/tutorials/first-plan.md").read_text(encoding="utf-8")
    for name, *arguments in commands_of(tutorial):
        if name == "cp":
            shutil.copy(*arguments)
        else:
            assert run(arguments) == 0, f"bedside {' '.join(arguments)}: {capsys.readouterr().err}"
    written = {path.name for path in folder.iterdir() if path.is_file()}
    assert written == {"me.yaml", "mine.yaml", "plan.pdf", "page.pdf", "plan.ics"}


def test_the_code_that_the_readme_shows_an_engineer_runs(folder: Path) -> None:
    (code,) = shown(README, "python")
    names: dict[str, object] = {}
    exec(compile(code, "README.md", "exec"), names)
    assert type(names["standing"]).__name__ == "Standing"
