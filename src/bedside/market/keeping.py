"""Seasons played for the questions of one applicant: of many seeds, or those of one seed that were played already."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from bedside import __version__
from bedside.market.applicant_types import ABROAD
from bedside.market.kept import Kept, MadeFrom, Rule, digest_of_parameters, digest_of_tracks
from bedside.market.policies.policy import AsItIs, Policy
from bedside.market.published import SEASON
from bedside.market.recipe import Recipe
from bedside.market.replicate import Player
from bedside.market.replicates import Progress
from bedside.market.season import ReadySeason
from bedside.market.standings import interviewing

EACH = 10
"""How many seasons are played of one seed: the luck of a season weighs less than who applies, and what all wish for."""
_LOOKED_AT = 4  # replicates of a seed from which who is interviewed where is counted
_ENOUGH = 20  # replicates of all seeds together whose standings are kept


def played_for_questions(
    recipe: Recipe, policies: Sequence[Policy], seasons: int, workers: int, progress: Progress | None = None
) -> tuple[Kept, ...]:
    """About so many seasons, `EACH` of every seed from 1 on, as they are and under each policy."""
    seeds = range(1, max(1, seasons // EACH) + 1)
    keeping = max(1, _ENOUGH // len(seeds))
    found: dict[int, Kept] = {}
    with ThreadPoolExecutor(max_workers=max(1, workers)) as pool:
        waiting = {pool.submit(_of_a_seed, replace(recipe, seed=seed), policies, keeping): seed for seed in seeds}
        for done in as_completed(waiting):
            found[waiting[done]] = done.result()
            if progress:
                progress(EACH * len(found), EACH * len(seeds))
    return tuple(found[seed] for seed in seeds)


def keep(recipe: Recipe, policies: Sequence[Policy], cut_offs: Sequence[NDArray[np.float32]], digest: str) -> Kept:
    """What is kept of the replicates of one seed; `cut_offs` by replicate and track, first those of the season as it
    is, then those of each policy."""
    return _kept(recipe, policies, np.stack(cut_offs), recipe.season(AsItIs()), _LOOKED_AT, digest)


def _of_a_seed(recipe: Recipe, policies: Sequence[Policy], keeping: int) -> Kept:
    base = recipe.season(AsItIs())
    cut_offs = [_cut_offs(base), *(_cut_offs(recipe.season(policy)) for policy in policies)]
    return _kept(recipe, policies, np.stack(cut_offs), base, keeping, "")


def _cut_offs(ready: ReadySeason) -> NDArray[np.float32]:
    player = Player(ready)
    return np.stack([player.play(replicate).cut_offs for replicate in range(EACH)])


def _kept(
    recipe: Recipe,
    policies: Sequence[Policy],
    cut_offs: NDArray[np.float32],
    ready: ReadySeason,
    keeping: int,
    digest: str,
) -> Kept:
    seen = interviewing(Player(ready), range(min(_LOOKED_AT, cut_offs.shape[1])), keeping)
    tracks = recipe.tracks
    return Kept(
        made_from=MadeFrom(
            bedside=__version__,
            season=SEASON,
            seed=recipe.seed,
            origin=tracks.origin,
            is_made_up=tracks.are_made_up,
            tracks=digest_of_tracks(tracks),
            parameters=digest_of_parameters(recipe.parameters, recipe.tables.readings),
            digest=digest,
        ),
        rules=tuple(Rule(one.name, one.says) for one in (AsItIs(), *policies)),
        codes=tracks.codes,
        keys=tracks.keys,
        field=tracks.field.astype(np.int16),
        cut_offs=cut_offs,
        sought=seen.sought.astype(np.float32),
        interviewed=seen.interviewed.astype(np.float32),
        level=ready.level[list(ABROAD)],
        ease=np.log(ready.odds[list(ABROAD)]),
        standings=seen.standings,
    )
