"""Calibration from nothing: nearer to what was published, and the same numbers every time."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from bedside.market.calibrating import averaged, calibrate
from bedside.market.fidelity import share_misplaced
from bedside.market.parameters import MarketParameters, as_plain, from_plain
from bedside.market.policies.policy import AsItIs
from bedside.market.recipe import Recipe
from bedside.market.replicates import run_replicates
from tests.market.small import small_recipe


def _from_nothing() -> Recipe:
    recipe = small_recipe()
    return replace(recipe, parameters=MarketParameters.beginning(recipe.tables.fields))


def _misplaced(recipe: Recipe) -> float:
    return share_misplaced(run_replicates(recipe.season(AsItIs()), 4), recipe)


def test_some_rounds_from_nothing_bring_the_season_nearer_and_their_mean_nearer_still() -> None:
    recipe = _from_nothing()
    last = list(calibrate(recipe, ((8, 1.0, 2), (12, 0.5, 4))))[-8:]
    before, alone, mean = (
        _misplaced(replace(recipe, parameters=one)) for one in (recipe.parameters, last[-1], averaged(last))
    )
    assert mean < alone < 0.7 * before


def test_calibration_gives_the_same_numbers_every_time() -> None:
    once, twice = ([as_plain(one) for one in calibrate(_from_nothing(), ((2, 1.0, 2),))] for _ in range(2))
    assert once == twice


def test_the_mean_of_the_last_rounds_is_that_of_each_parameter() -> None:
    some = list(calibrate(_from_nothing(), ((3, 1.0, 1),)))
    mean = averaged(some)
    assert np.allclose(mean.bar, np.mean([one.bar for one in some], axis=0))
    assert as_plain(from_plain(as_plain(mean))) == as_plain(mean)
