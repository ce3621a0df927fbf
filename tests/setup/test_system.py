"""What the tests need of the system is got where that is allowed; elsewhere a sentence says what will be skipped."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

SYSTEM = Path(__file__).parents[2] / "setup/system"
USED = ("sh", "dirname", "tail", "ls", "env", "true", "ln")
ASKED_WITH = "-o Acquire::Retries=1 -o Acquire::http::Timeout=20 -qq"
UPDATE = f"{ASKED_WITH} update"
CHROMIUM = f"{ASKED_WITH} -y install --no-install-recommends chromium"
POSTGRESQL = f"{ASKED_WITH} -y install --no-install-recommends postgresql"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that is the whole PATH of a machine with Python, without Chromium and without PostgreSQL."""
    for name in USED:
        (tmp_path / name).symlink_to(str(shutil.which(name)))
    put(tmp_path, "python3", "exit 0")
    put(tmp_path, "id", "echo 1000")
    return tmp_path


def put(folder: Path, name: str, does: str) -> None:
    command = folder / name
    command.parent.mkdir(exist_ok=True)
    command.write_text(f"#!{shutil.which('sh')}\n{does}\n", encoding="utf-8")
    command.chmod(0o755)


def put_apt_get(folder: Path, installs: bool = True) -> None:
    """An apt-get that writes down what it was asked, and puts a command where a package would."""
    put(folder / "package", "initdb", "exit 0")
    place = f'for name in "$@"; do :; done\ncase $name in chromium) ln -s "{folder}/ls" "{folder}/chromium";; '
    place += f'postgresql) ln -s "{folder}/package" "{folder}/programs";; esac' if installs else "esac"
    fails = "" if installs else '\ncase "$*" in *install*) echo "Could not resolve the host."; exit 100;; esac'
    put(folder, "apt-get", f'echo "$*" >> "{folder}/asked"\n{place}{fails}')


def looked(folder: Path, *arguments: str) -> tuple[int, list[str], list[str], list[str]]:
    """The exit code, what was said, what was said as an error, and what apt-get was asked."""
    finished = subprocess.run(
        [str(shutil.which("sh")), str(SYSTEM), *arguments],
        env={"PATH": str(folder), "BEDSIDE_POSTGRESQL": str(folder / "programs")},
        capture_output=True,
        text=True,
        check=False,
    )
    asked = folder / "asked"
    lines = asked.read_text(encoding="utf-8").splitlines() if asked.exists() else []
    return finished.returncode, finished.stdout.splitlines(), finished.stderr.splitlines(), lines


def test_bedside_itself_asks_for_nothing_more_than_python(folder: Path) -> None:
    put_apt_get(folder)
    put(folder, "id", "echo 0")
    assert looked(folder) == (0, [], [], [])


def test_what_the_tests_need_is_got_with_one_update_where_that_is_allowed(folder: Path) -> None:
    put_apt_get(folder)
    put(folder, "sudo", 'shift\nexec "$@"')
    code, said, wrong, asked = looked(folder, "--for-tests")
    assert (code, wrong, asked) == (0, [], [UPDATE, CHROMIUM, POSTGRESQL])
    assert said == [
        "Getting Chromium, which the tests of the pages need.",
        "Getting PostgreSQL, on which the tests of the app run a second time.",
    ]


def test_only_what_is_missing_is_got(folder: Path) -> None:
    put_apt_get(folder)
    put(folder, "sudo", 'shift\nexec "$@"')
    put(folder, "google-chrome", "exit 0")
    assert looked(folder, "--for-tests")[3] == [UPDATE, POSTGRESQL]


def test_where_all_is_there_nothing_is_said(folder: Path) -> None:
    put(folder, "chromium", "exit 0")
    put(folder / "programs", "initdb", "exit 0")
    assert looked(folder, "--for-tests") == (0, [], [], [])


def test_without_the_right_to_install_it_says_what_will_be_skipped_and_goes_on(folder: Path) -> None:
    put_apt_get(folder)
    put(folder, "sudo", "exit 1")
    code, _, wrong, asked = looked(folder, "--for-tests")
    assert (code, asked) == (0, [])
    assert wrong == [
        "There is no Chromium on this machine (package chromium; BEDSIDE_CHROMIUM names one in an unusual place).",
        "The tests in a browser will be skipped.",
        "There is no PostgreSQL on this machine (package postgresql).",
        "The tests on PostgreSQL will be skipped.",
    ]


def test_on_a_system_without_apt_get_it_says_the_same(folder: Path) -> None:
    assert looked(folder, "--for-tests")[2][1::2] == [
        "The tests in a browser will be skipped.",
        "The tests on PostgreSQL will be skipped.",
    ]


def test_what_apt_get_could_not_do_is_shown(folder: Path) -> None:
    put_apt_get(folder, installs=False)
    put(folder, "sudo", 'shift\nexec "$@"')
    code, _, wrong, asked = looked(folder, "--for-tests")
    assert (code, wrong[0], asked) == (0, "Could not resolve the host.", [UPDATE, CHROMIUM, POSTGRESQL])
