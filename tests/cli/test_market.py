"""`bedside market`: without a national list, as a page, JSON, CSV and Parquet, and sentences for what cannot be."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from pyarrow import parquet

from bedside.cli.main import run
from bedside.market.kept_file import kept_in


@pytest.fixture
def asked(tmp_path: Path) -> list[str]:
    folder = ["--data-folder", str(tmp_path / "data"), "--as-of", "2026-11-22"]
    return ["market", *folder, "--replicates", "2", "--workers", "1"]


def test_without_a_national_list_it_says_what_it_was_made_from(
    asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*asked, "--policy", "signals=+5", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["made_from"] == "positions as published by specialty, with tracks that are made up"
    assert (found["replicates"], found["seed"], found["season"]) == (2, 1, 2025)
    assert [one["type"] for one in found["match_rates"]][-2:] == ["us-img", "non-us-img"]
    assert [one["policy"] for one in found["policies"]] == ["signals=+5"]
    assert {row["missed"] for row in found["against_published"]} == {True, False}


def test_the_page_says_what_it_misses_and_what_it_leaves_out(
    asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(asked) == 0
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    headings = ("Who matches to a first-year position", "Where it misses what was published", "What is left out")
    assert [line for line in lines if line in headings] == list(headings)


def test_without_a_national_list_the_page_says_what_is_drawn_and_how_much_is_missed(
    asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(asked) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert told.count("The national list of programs is not in your directory.") == 1
    said = re.search(r"are drawn: (\d+) of the 244 published numbers are missed", told)
    assert said is not None
    assert 0 < int(said.group(1)) < 60


def test_preparatory_years_fill_without_a_national_list_too(
    asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*asked, "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["against_published"]
    years = {row["of"]: row for row in rows if row["group"] == "positions filled"}
    for year in ("internal medicine preliminary", "transitional year"):
        assert abs(years[year]["simulated"] - years[year]["published"]) < 0.05


def test_one_season_has_no_range(asked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*asked, "--replicates", "1"]) == 0
    rates = capsys.readouterr().out.split("Where it misses")[0].split("Who matches")[1]
    assert (rates.count("one season"), rates.count("% to ")) == (6, 0)


def test_a_file_whose_ending_says_something_else_is_told(asked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*asked, "--csv", "a.parquet", "--parquet", "b.csv"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "--csv “a.parquet”: CSV would be written into a file that ends in .parquet. Name it otherwise.",
        "--parquet “b.csv”: Parquet would be written into a file that ends in .csv. Name it otherwise.",
    ]


def test_replicates_and_cut_offs_are_written_as_they_were_asked_for(
    asked: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [tmp_path / name for name in ("seasons.csv", "seasons.parquet", "cut-offs.parquet")]
    options = zip(("--csv", "--parquet", "--cut-offs"), map(str, files), strict=True)
    assert run([*asked, *(part for pair in options for part in pair)]) == 0
    rows = list(csv.DictReader(io.StringIO(files[0].read_text("utf-8-sig"))))
    table = parquet.read_table(files[1])
    assert table.num_rows == len(rows)
    assert table.column_names == list(rows[0])
    cut_offs = parquet.read_table(files[2])
    assert sorted(set(cut_offs["replicate"].to_pylist())) == [0, 1]
    assert cut_offs.schema.metadata[b"seed"] == b"1"


def test_every_mistake_in_a_policy_is_told_at_once(asked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*asked, "--policy", "cap=0", "--policy", "luck=5"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "“cap=0”: a cap leaves at least one application.",
        "“luck=5” is no policy Bedside knows. Write one such as cap=60, signals=+5, positions=family-medicine:+500.",
    ]


def test_a_file_for_cut_offs_says_by_its_ending_how_it_is_written(
    asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*asked, "--cut-offs", "cut-offs.txt"]) == 2
    assert "end it in .parquet, .csv" in capsys.readouterr().err


def test_files_that_cannot_be_written_are_told_before_anything_is_played(
    asked: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = str(tmp_path / "table.csv")
    assert run([*asked, "--csv", table, "--cut-offs", table, "--parquet", str(tmp_path)]) == 1
    assert capsys.readouterr().err.splitlines() == [
        f"“{tmp_path}” is a folder. Name a file in it.",
        f"“{table}” is named twice. Give each table a file of its own.",
    ]
    assert not Path(table).exists()


def test_every_mistake_in_what_is_asked_is_told_at_once(
    asked: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file"
    file.touch()
    numbers = ["--replicates", "0", "--seed", "-1", "--workers", "-2", "--policy", "lottery"]
    assert run([*asked, *numbers, "--cluster", "http://somewhere", "--csv", str(file / "seasons.csv")]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "--replicates 0: write a whole number from 1 to 100,000.",
        "--seed -1: write a whole number from 0 to 1,000,000.",
        "--workers -2: write a whole number from 1 to 512.",
        "“http://somewhere” is not the address of a Dask scheduler. Write one such as tcp://scheduler:8786, or local.",
        "“lottery” is no policy Bedside knows. Write one such as cap=60, signals=+5, positions=family-medicine:+500.",
        f"“{file / 'seasons.csv'}” cannot be written, as {file} is no folder. Choose another place.",
    ]


def test_a_scheduler_that_does_not_answer_is_a_sentence(
    asked: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("bedside.market.cluster._SECONDS_TO_ANSWER", 0.2)
    assert run([*asked, "--cluster", "tcp://127.0.0.1:9"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "No Dask scheduler answers at “tcp://127.0.0.1:9”. Start one with `dask scheduler`, and give the address it "
        "prints."
    ]


def test_without_what_it_needs_it_says_how_to_install_it(
    asked: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("bedside.cli.market.NEEDED", ("numba_that_is_not_there", "pyarrow"))
    assert run(asked) == 1
    assert capsys.readouterr().err.splitlines() == [
        "The market needs what Bedside is installed without here: numba_that_is_not_there. Install it anew with the "
        "extra `market`, as in `pip install bedside[market]`."
    ]


def test_cut_offs_are_kept_for_a_question_about_one_list(
    asked: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "kept" / "seasons.npz"
    assert run([*asked, "--policy", "cap=60", "--cut-offs", str(file)]) == 0
    kept = kept_in(file.read_bytes(), file.name)
    assert ([one.name for one in kept.rules], kept.cut_offs.shape[:2]) == (["as it is", "cap=60"], (2, 2))
    assert (kept.made_from.seed, kept.made_from.is_made_up) == (1, True)
    assert f"Written: {file}" in capsys.readouterr().out
