"""The options that commands share: days, files, JSON, and how a room's mistakes become sentences."""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
import rich_click as click
from click.testing import CliRunner

import bedside
from bedside.cli.options import MISTAKES, as_of_option, dossier_argument, json_option, user_mistakes

PACKAGE = Path(bedside.__file__).parent


@click.command()
@dossier_argument
@as_of_option
@json_option
def echo(dossier: Path, as_of: date, as_json: bool) -> None:
    """Say what was handed on."""
    click.echo(f"{dossier.name} {as_of.isoformat()} {as_json}")


def echoed(*arguments: str) -> tuple[int, str]:
    outcome = CliRunner().invoke(echo, arguments)
    return outcome.exit_code, outcome.stdout


def raised_by(action: Callable[[], object]) -> str:
    """The sentence that a mistake becomes."""
    with pytest.raises(click.ClickException) as caught, user_mistakes():
        action()
    assert caught.value.exit_code == 1
    return caught.value.message


def test_a_day_and_a_file_are_handed_on_as_a_date_and_a_path() -> None:
    assert echoed("me.yaml", "--as-of", "2026-11-22", "--json") == (0, "me.yaml 2026-11-22 True\n")


def test_the_day_is_today_where_none_is_given() -> None:
    before = date.today()
    _, said = echoed("me.yaml")
    assert date.fromisoformat(said.split()[1]) - before in (timedelta(0), timedelta(days=1))


@pytest.mark.parametrize("written", ["22/11/2026", "2026-02-30", "tomorrow", ""])
def test_something_that_is_no_day_is_a_usage_error(written: str) -> None:
    assert echoed("me.yaml", "--as-of", written)[0] == 2


def test_a_year_that_no_season_reaches_is_a_usage_error() -> None:
    assert [echoed("me.yaml", "--as-of", day)[0] for day in ("1989-12-31", "1990-01-01", "9999-12-31")] == [2, 0, 2]


def test_a_missing_file_is_told_with_its_name(tmp_path: Path) -> None:
    missing = tmp_path / "nobody.yaml"
    assert raised_by(missing.read_text).startswith(f"{missing}: no such file or directory.")


def test_a_fault_goes_through_untouched() -> None:
    with pytest.raises(ZeroDivisionError), user_mistakes():
        raise ZeroDivisionError


@pytest.mark.parametrize(("module", "name"), MISTAKES.items())
def test_the_mistakes_of_each_room_become_their_own_sentence(module: str, name: str) -> None:
    mistake = getattr(importlib.import_module(module), name)

    def make_it() -> None:
        takes_several = "sentences" in inspect.signature(mistake.__init__).parameters
        raise mistake(("Put the year first.",) if takes_several else "Put the year first.")

    assert raised_by(make_it) == "Put the year first."


def test_every_class_named_a_mistake_is_one_that_commands_turn_into_a_sentence() -> None:
    """A room that adds its own kind of mistake has to be named in MISTAKES."""
    roots = tuple(getattr(importlib.import_module(module), name) for module, name in MISTAKES.items())
    unknown = []
    for path in PACKAGE.rglob("*.py"):
        module = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and node.name.endswith(("Mistake", "Mistakes")):
                found = getattr(importlib.import_module(module), node.name)
                if issubclass(found, Exception) and not issubclass(found, roots):
                    unknown.append(f"{module}.{node.name}")
    assert unknown == []
