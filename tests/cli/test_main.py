"""The command line: what it lists, what it imports, how it leaves, and how it speaks of mistakes and faults."""

from __future__ import annotations

import subprocess
import sys

import pytest
import rich_click as click

from bedside import __version__
from bedside.cli.main import COMMANDS, bedside, load_command, run


@click.group()
def group_with_a_fault() -> None:
    """A group whose one command has a fault."""


@group_with_a_fault.command()
def broken() -> None:
    raise KeyError("Łukasz, failed Step 1 in 2017")


@group_with_a_fault.command()
def interrupted() -> None:
    raise KeyboardInterrupt


def modules_imported_by(*arguments: str) -> list[str]:
    """The modules of the package that are loaded after running one command."""
    script = (
        "import sys; from bedside.cli.main import run; run(sys.argv[1:]); "
        "print('\\n' + ' '.join(sorted(name for name in sys.modules if name.startswith('bedside'))))"
    )
    finished = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True)
    return finished.stdout.splitlines()[-1].split()


def test_help_lists_every_command_in_the_order_of_the_journey(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    listing = capsys.readouterr().out.partition("Commands:")[2]
    listed = [line.split(maxsplit=1)[0] for line in listing.splitlines() if line.startswith("  ") and line.strip()]
    assert listed == list(COMMANDS)


def test_every_line_of_the_help_fits_a_terminal_of_eighty_columns() -> None:
    widest = max(map(len, COMMANDS)) + len("  " * 2)
    assert [summary for summary in COMMANDS.values() if widest + len(summary) > 80] == []


def test_help_imports_no_command_and_no_room() -> None:
    assert modules_imported_by("--help") == ["bedside", "bedside.cli", "bedside.cli.main"]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_imports_no_room_and_no_other_command(name: str) -> None:
    rooms = [module for module in modules_imported_by(name, "--help") if not module.startswith("bedside.cli")]
    others = [module for module in modules_imported_by(name, "--help") if module.split(".")[-1] in {*COMMANDS} - {name}]
    assert (rooms, others) == (["bedside"], [])


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_named_after_its_module_and_explains_itself(name: str) -> None:
    command = load_command(name)
    assert (command.name, bool(command.help), isinstance(command, click.RichCommand)) == (name, True, True)


def test_a_command_that_is_not_in_the_table_is_not_loaded() -> None:
    with pytest.raises(KeyError):
        load_command("main")


def test_the_version_is_the_package_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"Bedside {__version__}\n"


def test_an_unknown_command_suggests_the_nearest_and_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["standign"]) == 2
    first_line, second_line = capsys.readouterr().err.splitlines()
    assert first_line == "No such command 'standign'. Did you mean 'standing'?"
    assert second_line == "How it is called: bedside --help"


def test_an_unknown_option_is_a_usage_error() -> None:
    assert run(["--loud"]) == 2


def test_a_fault_is_told_calmly_without_its_message_which_may_quote_the_dossier(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("BEDSIDE_TRACEBACK", raising=False)
    assert run(["broken"], group_with_a_fault) == 70
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines()[0] == "Bedside has a fault here (KeyError); it is not a mistake of yours."
    assert ["Traceback" in told.err, "Łukasz" in told.err] == [False, False]


def test_a_fault_names_the_place_in_the_package_where_it_arose(capsys: pytest.CaptureFixture[str]) -> None:
    @group_with_a_fault.command()
    def misnamed() -> None:
        load_command("no such command")

    assert run(["misnamed"], group_with_a_fault) == 70
    assert capsys.readouterr().err.startswith("Bedside has a fault here (KeyError in cli/main.py, line ")


def test_the_traceback_of_a_fault_is_shown_where_it_is_asked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BEDSIDE_TRACEBACK", "1")
    assert run(["broken"], group_with_a_fault) == 70
    assert capsys.readouterr().err.startswith("Traceback (most recent call last):")


def test_stopping_with_control_c_is_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["interrupted"], group_with_a_fault) == 1
    assert capsys.readouterr().err.splitlines()[-1] == "Stopped."


def test_the_package_can_be_run_as_a_module() -> None:
    finished = subprocess.run([sys.executable, "-m", "bedside", "--version"], capture_output=True, text=True)
    assert (finished.returncode, finished.stdout) == (0, f"Bedside {__version__}\n")


def test_the_group_itself_says_what_bedside_is_for() -> None:
    assert bedside.help == "From a non-clinical job in the United States back to the bedside, one dated step at a time."
