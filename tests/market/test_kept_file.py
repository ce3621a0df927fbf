"""Kept seasons as a file: what was written is what is read, and every mistake is a sentence."""

from __future__ import annotations

import io
import json
from dataclasses import fields, replace
from functools import cache

import numpy as np
import pytest

from bedside.market.keeping import keep
from bedside.market.kept import Kept, MadeFrom, Standings, digest_of_parameters
from bedside.market.kept_file import AGAIN, kept_as_bytes, kept_in, kept_in_files
from bedside.market.mistakes import MarketMistake
from bedside.market.policies.application_cap import ApplicationCap
from bedside.market.policies.policy import AsItIs
from bedside.market.recipe import Recipe
from bedside.market.replicates import run_replicates
from bedside.market.tracks import Tracks
from tests.market.small import small_recipe

CAP = ApplicationCap(30)
PARAMETERS = digest_of_parameters(small_recipe().parameters, small_recipe().tables.readings)
NO_WHOLE = f"“a.npz” holds no whole seasons: it is damaged, or no file of kept seasons. {AGAIN}"


def as_if_real(seed: int = 1) -> Recipe:
    """Tracks with keys, as those of the national list have."""
    recipe = small_recipe(seed)
    return replace(recipe, tracks=replace(recipe.tracks, keys=tuple(f"key of {code}" for code in recipe.tracks.codes)))


@cache
def seasons(seed: int = 1) -> Kept:
    recipe = as_if_real(seed)
    runs = [run_replicates(recipe.season(policy), 3) for policy in (AsItIs(), CAP)]
    return keep(recipe, [CAP], [one.cut_offs for one in runs], runs[0].digest)


def tracks() -> Tracks:
    return as_if_real().tracks


def refused(*files: tuple[str, bytes], wanted: tuple[str, ...] = (), known: Tracks | None = None) -> list[str]:
    with pytest.raises(MarketMistake) as mistake:
        kept_in_files(files, wanted, known or tracks(), PARAMETERS)
    return str(mistake.value).splitlines()


def changed(**about: object) -> bytes:
    """A file that says otherwise of itself."""
    with np.load(io.BytesIO(kept_as_bytes(seasons()))) as arrays:
        found = dict(arrays)
    said = {**json.loads(found["about"].tobytes()), **about}
    written = io.BytesIO()
    np.savez_compressed(written, **{**found, "about": np.frombuffer(json.dumps(said).encode(), dtype=np.uint8)})
    return written.getvalue()


def test_what_was_written_is_what_is_read() -> None:
    found = kept_in(kept_as_bytes(seasons()), "a.npz")
    for one in fields(Kept):
        before, after = getattr(seasons(), one.name), getattr(found, one.name)
        if isinstance(before, np.ndarray):
            assert (before.dtype, before.tolist()) == (after.dtype, after.tolist())
        elif one.name != "standings":
            assert before == after
    for one in fields(Standings):
        assert getattr(found.standings, one.name).tolist() == getattr(seasons().standings, one.name).tolist()


def test_a_file_says_what_it_was_made_from() -> None:
    made_from = kept_in(kept_as_bytes(seasons()), "a.npz").made_from
    assert (made_from.seed, made_from.season, made_from.is_made_up) == (1, 2025, False)
    assert made_from.digest == run_replicates(as_if_real().season(AsItIs()), 3).digest
    assert [rule.name for rule in seasons().rules] == ["as it is", "cap=30"]
    assert seasons().cut_offs.shape == (2, 3, len(tracks()))


def test_of_the_policies_in_a_file_those_asked_for_are_taken() -> None:
    file = ("a.npz", kept_as_bytes(seasons()))
    (every,) = kept_in_files([file], (), tracks(), PARAMETERS)
    (one,) = kept_in_files([file], ("cap=30",), tracks(), PARAMETERS)
    assert [rule.name for rule in every.rules] == [rule.name for rule in one.rules] == ["as it is", "cap=30"]
    assert refused(file, wanted=("cap=60",)) == [
        "“a.npz” holds no seasons under “cap=60”, only: as it is, cap=30.",
    ]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.npz", b"", f"“a.npz” is no file of kept seasons. {AGAIN}"),
        ("a.npz", b"schema_version: 1\n", f"“a.npz” is no file of kept seasons. {AGAIN}"),
        ("a.npz", b"PK\x03\x04 and nothing more", NO_WHOLE),
        (
            "a.parquet",
            b"PAR1....",
            "“a.parquet” is a table for other programs. Bedside reads what `bedside market --cut-offs` writes into a "
            "file that ends in .npz.",
        ),
    ],
)
def test_another_file_is_told_from_kept_seasons(name: str, content: bytes, says: str) -> None:
    assert refused((name, content)) == [says]


def test_a_file_that_was_cut_short_or_damaged_is_a_sentence() -> None:
    whole = kept_as_bytes(seasons())
    middle = len(whole) // 2
    for broken in (whole[:middle], whole[:-40], whole[:middle] + b"\x00" * 64 + whole[middle + 64 :]):
        assert refused(("a.npz", broken)) == [NO_WHOLE]


def test_arrays_that_do_not_fit_each_other_are_a_sentence() -> None:
    short = replace(seasons(), sought=seasons().sought[:-1])
    assert refused(("a.npz", kept_as_bytes(short))) == [NO_WHOLE]


def test_arrays_that_would_run_something_are_not_read() -> None:
    with np.load(io.BytesIO(kept_as_bytes(seasons()))) as arrays:
        found = {**arrays, "codes": np.array([object()], dtype=object)}
    written = io.BytesIO()
    np.savez_compressed(written, **found)
    assert refused(("a.npz", written.getvalue())) == [NO_WHOLE]


def test_an_older_version_is_told() -> None:
    assert refused(("a.npz", changed(format=0))) == [f"“a.npz” was written by another version of Bedside. {AGAIN}"]


def test_another_directory_and_another_market_are_told() -> None:
    fewer = replace(tracks(), positions=tracks().positions + 1)
    many = f"{len(tracks()):,}"
    assert refused(("a.npz", kept_as_bytes(seasons())), known=fewer) == [
        f"“a.npz” was played with another directory: it has {many} tracks, and not all are those that yours has "
        f"({many}). {AGAIN}"
    ]
    other = {**{one.name: getattr(seasons().made_from, one.name) for one in fields(MadeFrom)}, "parameters": "other"}
    assert refused(("a.npz", changed(made_from=other))) == [
        f"“a.npz” was played by another version of the market. {AGAIN}"
    ]


def test_seasons_on_made_up_tracks_are_told() -> None:
    recipe = small_recipe()
    runs = run_replicates(recipe.season(AsItIs()), 1)
    content = kept_as_bytes(keep(recipe, [], [runs.cut_offs], runs.digest))
    assert refused(("a.npz", content)) == [
        f"“a.npz” was played on tracks that are made up, without the national list. {AGAIN}"
    ]


def test_files_of_one_seed_and_under_other_rules_do_not_go_together() -> None:
    one, same = ("a.npz", kept_as_bytes(seasons())), ("b.npz", kept_as_bytes(seasons()))
    assert refused(one, same) == ["“b.npz” and “a.npz” hold the same seasons, of seed 1. Give each seed once."]
    assert refused(one, one) == ["“a.npz” is given 2 times. Give it once: its seasons would count again."]
    plain = replace(seasons(2), rules=seasons(2).rules[:1], cut_offs=seasons(2).cut_offs[:1])
    assert refused(one, ("c.npz", kept_as_bytes(plain))) == [
        "“c.npz” was played under other rules (as it is) than “a.npz”. Play all under the same."
    ]


def test_every_mistake_of_several_files_is_told_at_once() -> None:
    assert len(refused(("a.npz", b""), ("b.npz", b"PK"))) == 2
