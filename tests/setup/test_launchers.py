"""The files for a double click: they begin what is beside them, and a window stays open where something went wrong."""

from __future__ import annotations

import re
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LAUNCHERS = ROOT / "launchers"
RAN = "ran: bedside serve --port 9999\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the launchers in a folder with a space in its name, beside stand-ins for what they begin."""
    root = tmp_path / "my folder"
    shutil.copytree(LAUNCHERS, root / "launchers")
    put(root / "setup/environment", "exit 0")
    put(root / ".venv/bin/bedside", 'echo "ran: bedside $*"')
    return root


def put(path: Path, script: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def run(*command: str) -> tuple[int, str]:
    finished = subprocess.run(command, input="\n", capture_output=True, text=True, check=False)
    return finished.returncode, finished.stdout


def test_it_serves_what_is_beside_it_wherever_it_is_begun_from(folder: Path) -> None:
    assert run(str(folder / "launchers/bedside.sh"), "--port", "9999") == (0, RAN)


@pytest.mark.parametrize("broken", ["setup/environment", ".venv/bin/bedside"])
def test_where_something_goes_wrong_the_window_stays_open_and_the_code_is_kept(folder: Path, broken: str) -> None:
    put(folder / broken, "echo why >&2; exit 3")
    code, said = run(str(folder / "launchers/bedside.sh"))
    assert (code, said.splitlines()[-2:]) == (
        3,
        [
            "Bedside did not start, or stopped with a mistake. What is written above says why.",
            "Press Enter to close this window. ",
        ],
    )


def test_the_one_for_a_mac_begins_the_same(folder: Path) -> None:
    assert run(str(folder / "launchers/Bedside.command")) == (0, "ran: bedside serve\n")


@pytest.mark.parametrize("address", ["{}", "file://{}"])
def test_the_one_for_a_linux_desktop_begins_the_same(folder: Path, address: str) -> None:
    entry = (LAUNCHERS / "Bedside.desktop").read_text(encoding="utf-8")
    (command,) = re.findall(r"^Exec=(.*)$", entry, re.MULTILINE)
    place = address.format(folder / "launchers/Bedside.desktop")
    assert run(*arguments_of(command, place)) == (0, "ran: bedside serve\n")


def arguments_of(command: str, place: str) -> list[str]:
    """The arguments of an Exec line, as the desktop entry specification reads it."""
    unescaped = command.replace("\\\\", "\\")
    words = re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', unescaped)
    return [re.sub(r"\\(.)", r"\1", quoted) if quoted else word.replace("%k", place) for quoted, word in words]


def test_those_that_are_run_may_be_run() -> None:
    names = ("bedside.sh", "Bedside.command", "Bedside.desktop")
    assert [name for name in names if not (LAUNCHERS / name).stat().st_mode & stat.S_IXUSR] == []


def test_the_one_for_windows_has_the_line_ends_of_windows_and_jumps_to_what_is_there() -> None:
    raw = (LAUNCHERS / "Bedside.bat").read_bytes()
    assert raw.count(b"\n") == raw.count(b"\r\n")
    script = raw.decode("ascii")
    assert set(re.findall(r"goto (\w+)", script)) <= set(re.findall(r"^:(\w+)", script, re.MULTILINE))
    assert [name for name in ("requirements.lock",) if name in script and not (ROOT / name).exists()] == []
