"""The list of requirements: all 110 in order, each with a state, and nothing named that does not exist."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
LIST = (ROOT / "docs/explanation/requirements.md").read_text(encoding="utf-8")
HOW_MANY = 110


class Requirement(NamedTuple):
    """One row of the list."""

    number: int
    asks: str
    places: tuple[str, ...]
    tests: tuple[str, ...]
    state: str


def read(text: str) -> list[Requirement]:
    rows = (line.strip("|").split("|") for line in text.splitlines() if line.startswith("| R"))
    return [
        Requirement(int(number.strip()[1:]), asks.strip(), named_in(places), named_in(tests), state.strip())
        for number, asks, places, tests, state in rows
    ]


def named_in(cell: str) -> tuple[str, ...]:
    return tuple(re.findall(r"`([^`]+)`", cell))


def faults_of(requirement: Requirement) -> list[str]:
    """What is wrong with one row."""
    faults = [f"no such place: {place}" for place in requirement.places if not exists(place, "src/bedside", ".")]
    faults += [f"no such test: {test}" for test in requirement.tests if not exists(test, "tests")]
    if requirement.state not in ("done", "open"):
        faults.append(f"no such state: {requirement.state}")
    if requirement.state == "done" and not (requirement.places and requirement.tests):
        faults.append("done, and without a place or a test")
    if not requirement.asks:
        faults.append("asks nothing")
    return faults


def exists(name: str, *folders: str) -> bool:
    return any((ROOT / folder / name).exists() for folder in folders)


def test_all_of_them_are_there_in_order() -> None:
    assert [requirement.number for requirement in read(LIST)] == list(range(1, HOW_MANY + 1))


@pytest.mark.parametrize("requirement", read(LIST), ids=lambda requirement: f"R{requirement.number}")
def test_what_a_row_names_exists(requirement: Requirement) -> None:
    assert faults_of(requirement) == []


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("| R1 | asks | `nowhere.py` | `cli/test_main.py` | done |", "no such place: nowhere.py"),
        ("| R1 | asks | `cli/main.py` | `cli/test_nothing.py` | done |", "no such test: cli/test_nothing.py"),
        ("| R1 | asks | `cli/main.py` | – | done |", "done, and without a place or a test"),
        ("| R1 | asks | – | – | nearly |", "no such state: nearly"),
        ("| R1 |  | – | – | open |", "asks nothing"),
    ],
)
def test_the_check_of_rows_bites(row: str, fault: str) -> None:
    (requirement,) = read(row)
    assert faults_of(requirement) == [fault]
