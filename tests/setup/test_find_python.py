"""Finding a Python: the newest that runs, one that is named, and a plain sentence where there is none."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

FIND_PYTHON = Path(__file__).parents[2] / "setup/find-python"
RUNS, TOO_OLD, NOTHING_BEHIND_IT = "exit 0", "exit 1", "exit 127"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder that is the whole PATH."""
    return tmp_path


def put(folder: Path, name: str, answer: str) -> str:
    """A command of that name which answers the question after its version."""
    command = folder / name
    command.write_text(f"#!{shutil.which('sh')}\n{answer}\n", encoding="utf-8")
    command.chmod(0o755)
    return str(command)


def found(folder: Path, **variables: str) -> tuple[int, str, str]:
    finished = subprocess.run(
        [str(shutil.which("sh")), str(FIND_PYTHON)],
        env={"PATH": str(folder), **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    return finished.returncode, finished.stdout.strip(), finished.stderr


def test_the_newest_that_runs_is_taken(folder: Path) -> None:
    put(folder, "python3", RUNS)
    put(folder, "python3.11", RUNS)
    newest = put(folder, "python3.12", RUNS)
    assert found(folder) == (0, newest, "")


def test_a_command_with_nothing_behind_it_is_passed_over(folder: Path) -> None:
    put(folder, "python3.13", NOTHING_BEHIND_IT)
    works = put(folder, "python3", RUNS)
    assert found(folder) == (0, works, "")


def test_one_that_is_named_goes_before_the_others(folder: Path) -> None:
    put(folder, "python3.13", RUNS)
    named = put(folder, "my python", RUNS)
    assert found(folder, BEDSIDE_PYTHON=named) == (0, named, "")


def test_none_that_is_new_enough_gets_a_plain_sentence(folder: Path) -> None:
    put(folder, "python3", TOO_OLD)
    code, path, said = found(folder)
    assert (code, path) == (1, "")
    assert said.splitlines()[0] == ("Bedside needs Python 3.11 or newer, and no such Python is on this machine's PATH.")
