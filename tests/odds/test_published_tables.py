"""The fitted model against every published table it was fitted to; what it misses is listed here and in the docs."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bedside.evidence.library import load_evidence
from bedside.odds.fitting.one_specialty import Shape, fit_specialty
from bedside.odds.fitting.published import Cohort, published_specialties
from bedside.odds.numbers import Numbers
from bedside.odds.rank_summary import summary
from bedside.odds.specialty_model import Lists, lists

EVIDENCE = load_evidence()
TABLES = {table.key: table for table in published_specialties(EVIDENCE)}
MODELS = {key: fit_specialty(table, Shape(0.6, 0.0)).model for key, table in TABLES.items()}
FITTED = {key: lists(model) for key, model in MODELS.items()}

LARGE = 100
COHORTS = [
    (key, name)
    for key, table in TABLES.items()
    for name in ("matched", "not_matched")
    if getattr(table, name).consenting >= LARGE
]


def both(key: str, name: str) -> tuple[Numbers, Cohort]:
    chances = FITTED[key].matched if name == "matched" else FITTED[key].unmatched
    return chances, getattr(TABLES[key], name)


def test_nine_cohorts_are_large_enough_to_be_held_against() -> None:
    assert [f"{key}, {name}" for key, name in COHORTS] == [
        "anesthesiology, not_matched",
        "family-medicine, matched",
        "family-medicine, not_matched",
        "general-surgery, matched",
        "general-surgery, not_matched",
        "internal-medicine, matched",
        "internal-medicine, not_matched",
        "pediatrics, matched",
        "pediatrics, not_matched",
    ]


@pytest.mark.parametrize(("key", "name"), COHORTS)
def test_a_mean_is_hit_within_three_tenths_of_a_rank(key: str, name: str) -> None:
    chances, cohort = both(key, name)
    assert summary(chances).mean == pytest.approx(cohort.ranks.mean, abs=0.3)


@pytest.mark.parametrize(("key", "name"), COHORTS)
def test_a_standard_deviation_is_hit_within_a_fifth(key: str, name: str) -> None:
    chances, cohort = both(key, name)
    assert summary(chances).sd == pytest.approx(cohort.ranks.sd, rel=0.2)


@pytest.mark.parametrize(("key", "name"), COHORTS)
def test_quartiles_are_hit_within_one_rank(key: str, name: str) -> None:
    chances, cohort = both(key, name)
    misses = np.abs(np.subtract(summary(chances).quartiles, cohort.ranks.quartiles))
    assert misses.max() <= 1


@pytest.mark.parametrize("key", [key for key, table in TABLES.items() if table.people >= LARGE])
def test_a_match_rate_is_hit_within_two_points(key: str) -> None:
    assert FITTED[key].match_rate == pytest.approx(TABLES[key].match_rate, abs=0.02)


IMPLIED_TOO_LOW = {"general-surgery", "obstetrics-and-gynecology"}
"""Their tables imply that fewer than 65 in 100 get a rank from 100 applications; said in the model card."""


@pytest.mark.parametrize("key", sorted(set(TABLES) - IMPLIED_TOO_LOW))
def test_the_implied_chance_of_any_rank_from_a_hundred_applications_is_sensible(key: str) -> None:
    assert 0.65 <= FITTED[key].any_rank <= (0.85 if key == "internal-medicine" else 0.92)


@pytest.mark.parametrize("key", sorted(IMPLIED_TOO_LOW))
def test_the_specialties_that_miss_this_are_near_six_in_ten(key: str) -> None:
    assert 0.6 <= FITTED[key].any_rank < 0.65


def spread_of_ranks_at_a_mean_of_five(spread: float) -> float:
    """The standard deviation of ranks of people alike in all that is known, whose lists average five."""
    level = -3.4
    for _ in range(40):
        found = lists(replace(MODELS["internal-medicine"], level=level, spread=spread))
        level += 0.5 * (5 - found.mean) / 5
    counts = np.arange(len(found.everyone))
    return float(np.sqrt(found.everyone @ (counts - found.mean) ** 2))


def test_counts_of_interviews_spread_as_they_do_between_people() -> None:
    figure = EVIDENCE.find("effects.file.spread")
    assert isinstance(figure.value, float)
    assert 4 <= spread_of_ranks_at_a_mean_of_five(figure.value) <= 7


def test_without_a_shared_file_effect_counts_spread_far_too_little() -> None:
    assert spread_of_ranks_at_a_mean_of_five(1e-6) < 2.5


def test_more_ranks_never_make_a_match_less_likely() -> None:
    def curve(found: Lists) -> list[float]:
        return [found.match_given(ranks) for ranks in range(1, 16)]

    assert all(np.all(np.diff(curve(found)) > 0) for found in FITTED.values())
