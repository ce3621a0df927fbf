"""The schema of the evidence holds for what ships, and bites on a broken copy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bedside.evidence.checks import problems
from bedside.evidence.library import DATA_FOLDER

SOUND = """
source: {title: A page, publisher: Someone, published: null, accessed: 2026-11-22, url: null, licence: facts}
reliability: secondary
"""


def entry(section: str = "figures", **changes: object) -> str:
    """One entry of a file, with some of its parts changed; a part set to ... is left out."""
    parts = {"name": "a.name", "says": "It says something.", "value": 3, "unit": "years"} | changes
    lines = [f"{key}: {part}" for key, part in parts.items() if part is not ...]
    return SOUND + f"{section}:\n  - " + "\n    ".join(lines) + "\n"


def problems_of(folder: Path, text: str) -> tuple[str, ...]:
    (folder / "someone_page_2026.yaml").write_text(text, encoding="utf-8")
    return problems(folder)


def test_what_ships_keeps_to_the_schema() -> None:
    assert problems(DATA_FOLDER) == ()


def test_a_sound_file_has_no_problems(tmp_path: Path) -> None:
    assert problems_of(tmp_path, entry()) == ()


def test_a_broken_copy_of_what_ships_is_noticed(tmp_path: Path) -> None:
    copy = tmp_path / "data"
    shutil.copytree(DATA_FOLDER, copy)
    file = copy / "usilaw_f1_grace_period_2026.yaml"
    file.write_text(file.read_text("utf-8").replace("disagrees_with: [status.f1.grace-days]", ""), encoding="utf-8")
    assert problems(copy) == (
        "status.f1.grace-days: disagrees with “status.f1.grace-days.proposed”, which does not name it back",
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (entry(unit="fortnights"), "someone_page_2026.yaml: a.name: ValueError(\"'fortnights' is not a valid Unit\")"),
        (entry(unit=...), "someone_page_2026.yaml: a.name: KeyError('unit')"),
        (entry(says="''"), "a.name: says nothing, or its sentence does not end"),
        (entry(name="A_Name"), "A_Name: the name is not made of small words, hyphens and dots"),
        (entry(value="many"), "a.name: the value 'many' does not fit the unit “years”"),
        (entry(value=120, unit="percent"), "a.name: 120 is not a share in percent"),
        (entry(value=2026, unit="date"), "a.name: the value 2026 does not fit the unit “date”"),
        (entry(value="here", unit="link"), "a.name: the link is not a web address"),
        (entry(sezon=2026), "someone_page_2026.yaml: a.name: there is no key “sezon”"),
        (entry(disagrees_with="[b.name]"), "a.name: disagrees with “b.name”, which does not exist"),
        (entry(interval="{low: 4, high: 5, says: range}"), "a.name: the value 3 lies outside its interval"),
        (entry("rules"), "a.name: has no review date"),
        (
            entry("rules", review_by="2026-11-22"),
            "a.name: the review date is not after the day the source was read",
        ),
        (
            entry("rules", review_by="2027-01-01", effective_from="2026-02-01", effective_to="2026-01-01"),
            "a.name: ends before it takes effect",
        ),
        (entry("rules", name="status.a", review_by="2027-01-01"), "status.a: does not say whom to ask"),
        (entry() + entry().partition("figures:\n")[2], "two figures are called “a.name”"),
        (SOUND, "the source “someone_page_2026” is not used"),
        (
            entry().replace("licence: facts", "licence: ''"),
            "the source “someone_page_2026” has an empty title, publisher or licence",
        ),
        (
            entry().replace("url: null", "url: here"),
            "the source “someone_page_2026” has a url that is not a web address",
        ),
        (entry().replace(", licence: facts", ""), "someone_page_2026.yaml: the source does not say its 'licence'"),
        (
            entry().replace("reliability: secondary", "reliability: rumour"),
            "someone_page_2026.yaml: a.name: ValueError(\"'rumour' is not a valid Reliability\")",
        ),
        ("just words", "someone_page_2026.yaml: is not a list of keys"),
    ],
)
def test_the_schema_bites(tmp_path: Path, text: str, problem: str) -> None:
    assert problems_of(tmp_path, text) == (problem,)


def test_a_file_that_is_no_yaml_is_named_with_line_and_column(tmp_path: Path) -> None:
    (found,) = problems_of(tmp_path, "figures: [")
    assert found.startswith("someone_page_2026.yaml: ")
    assert found.endswith("line 2, column 1")


def test_a_table_without_its_yaml_file_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "numbers.csv").write_text("a,b\n", encoding="utf-8")
    assert problems_of(tmp_path, entry()) == ("numbers.csv: has no YAML file beside it that states its source",)


def test_a_file_without_a_source_is_noticed(tmp_path: Path) -> None:
    text = entry().replace(SOUND.splitlines()[1], "")
    assert problems_of(tmp_path, text) == ("someone_page_2026.yaml: states no source",)
