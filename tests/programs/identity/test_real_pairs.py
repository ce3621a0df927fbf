"""Identity on the published lists: how often it finds the right program, and how often what it finds is right."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bedside.evidence.library import load_evidence
from bedside.programs.mention import Reading
from benchmarks.identity import half_of, scores
from benchmarks.national import read_everything

pytestmark = pytest.mark.skipif(
    "BEDSIDE_REAL_DATA" not in os.environ, reason="BEDSIDE_REAL_DATA names no folder of published files"
)


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    everything = read_everything(Path(os.environ["BEDSIDE_REAL_DATA"]), load_evidence())
    wanted = {"crosswalk", "nrmp-program-results", "freida", "eras-participating", "new-programs"}
    return [one for one, _ in everything if one.kind in wanted]


def test_the_pairs_held_out_are_found_with_the_recall_and_precision_that_are_claimed(readings: list[Reading]) -> None:
    set_on, held_out = scores(readings, load_evidence())
    assert [one.recall >= 0.88 and one.precision >= 0.98 for one in (set_on, held_out)] == [True, True]
    assert set_on.pairs + held_out.pairs > 700


def test_an_institution_is_wholly_in_one_half() -> None:
    assert half_of("1234140C0") == half_of("1234700P1")
    assert {half_of(str(number)) for number in range(1000, 1020)} == {0, 1}
