"""`bedside rank`: a list on the terminal, as JSON and as CSV, and sentences for what cannot be."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bedside.cli.main import run

EXAMPLES = Path(__file__).parents[2] / "examples"
DOSSIER = """
schema_version: 1
identity: {name: José Nguyễn}
medical_school: {country: Peru, graduated: 2019-06}
exams: [{exam: Step 2 CK, date: 2022-05-01, result: passed, score: 241}]
target: {specialties: [Family Medicine], match_year: 2027, programs_planned: 80}
applications:
  - {program: "1200221596", state: interviewed, rank: 2}
  - {program: "1200111023", state: invited, interview: 2026-12-04, rank: 1}
  - {program: Lakeview Hospital, specialty: Internal Medicine, state: interviewed, rank: 3}
  - {program: Riverside, specialty: Family Medicine, state: interviewed}
"""
NAMES = ["University of Alabama Medical Center (Huntsville)", "Providence Hospital/Alaska Family Medicine"]


@pytest.fixture
def me(tmp_path: Path) -> str:
    path = tmp_path / "me.yaml"
    path.write_text(DOSSIER, encoding="utf-8")
    return str(path)


@pytest.fixture
def day(tmp_path: Path) -> list[str]:
    return ["--data-folder", str(tmp_path / "data"), "--as-of", "2026-11-22"]


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert run(["rank", *arguments, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_the_list_stands_in_its_order_with_a_chance_for_each_place(
    me: str, day: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    found = as_json(capsys, me, *day)
    assert [one["title"] for one in found["places"]] == [*NAMES, "Lakeview Hospital"]
    assert (found["match_year"], found["interviews"], found["applied"]) == (2027, 4, 80)
    whole = sum(one["here"]["middle"] for one in found["places"]) + found["no_match"]["middle"]
    assert whole == pytest.approx(1, abs=1e-6)
    assert [one["title"] for one in found["off_the_list"]] == ["Riverside"]


def test_another_order_has_the_same_chance_and_leaves_the_file_alone(
    me: str, day: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    found = as_json(capsys, me, *day, "--order", "3,1200221596")
    assert [one["title"] for one in found["places"]] == ["Lakeview Hospital", NAMES[1], NAMES[0]]
    assert len({json.dumps(one["match"]) for one in found["orders"]}) == 1
    assert Path(me).read_text(encoding="utf-8") == DOSSIER


def test_a_program_more_and_one_less_are_held_against_the_list(
    me: str, day: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    found = as_json(capsys, me, *day, "--without", "Lakeview Hospital", "--with", "Riverside")
    signs = {one["says"]: one["difference"]["middle"] > 0 for one in found["changes"]}
    assert signs == {"Without Lakeview Hospital": False, "With Riverside": True}


def test_the_page_shows_places_orders_days_and_rules(
    me: str, day: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["rank", me, *day]) == 0
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    wanted = ("Your rank order list", "Each place", "What the order does", "If there is no match", "The days")
    assert [line for line in lines if line in wanted] == list(wanted)


def test_csv_holds_every_place(me: str, day: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written = tmp_path / "rank.csv"
    assert run(["rank", me, *day, "--csv", str(written)]) == 0
    rows = list(csv.DictReader(io.StringIO(written.read_text("utf-8-sig"))))
    assert [(row["Place"], row["Program"]) for row in rows] == [
        (str(place), title) for place, title in enumerate([*NAMES, "Lakeview Hospital"], 1)
    ]
    assert capsys.readouterr().out == f"Written: {written}\n"


def test_a_table_tells_chances_in_points_of_100_as_the_page_does(
    me: str, day: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = tmp_path / "rank.csv"
    assert run(["rank", me, *day, "--csv", str(written)]) == 0
    capsys.readouterr()
    row = next(csv.DictReader(io.StringIO(written.read_text("utf-8-sig"))))
    here = as_json(capsys, me, *day)["places"][0]["here"]
    ends = [float(row[f"Chance here, {end}"]) for end in ("from", "to")]
    assert ends == [round(100 * here["low"], 2), round(100 * here["high"], 2)]


def test_a_list_is_never_written_over_the_dossier(me: str, day: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rank", me, *day, "--csv", me]) == 2
    assert Path(me).read_text(encoding="utf-8") == DOSSIER
    capsys.readouterr()


def test_what_is_not_on_the_list_is_a_sentence_with_what_is(
    me: str, day: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["rank", me, *day, "--order", "Nowhere"]) == 1
    assert capsys.readouterr().err.splitlines()[0] == "“Nowhere” is not on your list."


@pytest.mark.parametrize("order", ["", " , "])
def test_an_order_of_no_program_is_a_sentence_and_not_passed_over(
    order: str, me: str, day: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["rank", me, *day, "--order", order]) == 2
    assert "The order names no program" in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("name", ["before", "after", "citizen-scribe", "h1b-quality-analyst"])
def test_a_file_without_interviews_is_told_what_there_is(
    name: str, day: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    found = as_json(capsys, str(EXAMPLES / f"{name}.yaml"), *day)
    assert (found["places"], found["match"], found["headline"], len(found["says"])) == ([], None, None, 1)


def test_a_second_look_without_the_national_list_says_so_and_makes_nothing_up(
    me: str, day: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    found = as_json(capsys, me, *day, "--seasons", "50")
    (says,) = found["simulated_seasons"]["says"]
    assert says.startswith("The national list of programs is not in your directory")
    assert found["simulated_seasons"]["answers"] == []


def test_without_a_second_look_there_is_nothing_of_it(
    me: str, day: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert "simulated_seasons" not in as_json(capsys, me, *day)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--seasons", "49"], "--seasons 49: write a whole number from 50 to 5,000."),
        (["--seasons", "5001"], "--seasons 5001: write a whole number from 50 to 5,000."),
        (["--policy", "cap=60"], "A policy changes simulated seasons: add --seasons 200, or --cut-offs FILE."),
        (
            ["--seasons", "50", "--cut-offs", "a.npz"],
            "Give --seasons, to play them, or --cut-offs, to read those that were kept.",
        ),
    ],
)
def test_options_that_do_not_go_together_are_a_sentence(
    options: list[str], says: str, me: str, day: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["rank", me, *day, *options]) == 2
    # the frame around the sentence is the terminal's own
    assert says in " ".join(capsys.readouterr().err.replace("│", " ").split())


def test_a_second_look_without_what_it_needs_says_how_to_install_it(
    me: str, day: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("bedside.cli.second_look.NEEDED", ("numba_that_is_not_there",))
    assert run(["rank", me, *day, "--seasons", "50"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "The market needs what Bedside is installed without here: numba_that_is_not_there. Install it anew with the "
        "extra `market`, as in `pip install bedside[market]`."
    ]


@pytest.mark.parametrize(("options", "loaded"), [((), []), (("--cut-offs", "missing.npz"), ["bedside.market.tracks"])])
def test_the_market_is_loaded_only_for_a_second_look_and_its_compiler_only_to_play(
    options: tuple[str, ...], loaded: list[str], me: str, day: list[str], tmp_path: Path
) -> None:
    told = (
        "import sys; from bedside.cli.main import run; "
        f"run({['rank', me, *day, *options]!r}); "
        "print('numba' in sys.modules, [n for n in sys.modules if n == 'bedside.market.tracks'])"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout.splitlines()[-1] == f"False {loaded}"
