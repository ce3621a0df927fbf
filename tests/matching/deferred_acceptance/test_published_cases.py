"""Cases that others published, with the answers that several implementations agree on."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bedside.matching.deferred_acceptance import applicant_proposing, program_proposing
from bedside.matching.reading import from_arrays, from_mappings
from tests.matching.brute_force import Lists
from tests.matching.made_up import instance_of

pytestmark = pytest.mark.skipif(
    "BEDSIDE_REAL_DATA" not in os.environ, reason="BEDSIDE_REAL_DATA names no folder of published files"
)
SMALL = [
    "nrmp_run_a_match_5x3",
    "nrmp_arthur_sunny_5x3",
    "matching_issue_67",
    "resident_loses_all",
    "carms_8x4",
    "retained_assignment_cycle",
    "gusfield_irving_1.6.5",
    "roth_sotomayor_many_to_one",
    "roth_sotomayor_2.9",
    "roth_sotomayor_2.17",
    "gale_shapley_1962_ex1",
    "joss_readme_sm",
]


@cache
def published(name: str) -> Any:
    return json.loads(Path(os.environ["BEDSIDE_REAL_DATA"], "matching", name).read_text(encoding="utf-8"))


def test_every_small_case_has_a_test() -> None:
    assert [case["name"] for case in published("hr_small.json")] == SMALL


@pytest.mark.parametrize("name", SMALL)
def test_both_optima_of_a_small_case_are_the_published_ones(name: str) -> None:
    (case,) = [case for case in published("hr_small.json") if case["name"] == name]
    instance = from_mappings(case["applicants"], case["programs"], case["quota"], one_sided_allowed=True)
    assert applicant_proposing(instance).by_applicant() == case["expected"]
    assert program_proposing(instance).by_applicant() == case["expected_program_optimal"]


def test_a_thousand_applicants_match_as_six_implementations_agree() -> None:
    """The programs rank whoever ranks them by score, the higher the better."""
    case = published("hr_synthetic_1000x130.json")
    ranking: list[list[tuple[float, int]]] = [[] for _ in case["quota"]]
    for applicant, (programs, scores) in enumerate(zip(case["pref"], case["score"], strict=True)):
        for program, score in zip(programs, scores, strict=True):
            ranking[program].append((-score, applicant))
    lists = [[applicant for _, applicant in sorted(scored)] for scored in ranking]
    instance = from_arrays(case["quota"], rows(case["pref"]), rows(lists))
    assert applicant_proposing(instance).program_of.tolist() == case["match"]


def test_a_hundred_applicants_whose_rankings_are_often_one_sided_are_matched_stably() -> None:
    case = published("hr_matching_issue159_100x50.json")
    lists = Lists(
        {f"a{who}": [f"p{program}" for program in ranked] for who, ranked in case["residents"].items()},
        {f"p{program}": [f"a{who}" for who in ranked] for program, ranked in case["hospitals"].items()},
        {f"p{program}": 1 for program in case["hospitals"]},
    )
    for way in (applicant_proposing, program_proposing):
        assert lists.is_stable(way(instance_of(lists)).by_applicant())


def rows(lists: list[list[int]]) -> tuple[Any, Any]:
    starts = np.concatenate(([0], np.cumsum([len(ranked) for ranked in lists])))
    return starts, np.array([one for ranked in lists for one in ranked], dtype=np.intp)
