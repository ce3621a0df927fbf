"""A list in simulated seasons, as if two programs of the sample were tracks: what names the keys of a second look."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from bedside.applicant.dossier import Dossier
from bedside.evidence.library import Evidence
from bedside.market.keeping import EACH, played_for_questions
from bedside.market.kept import Kept
from bedside.market.policies.application_cap import ApplicationCap
from bedside.market.recipe import Recipe, recipe_for
from bedside.programs.directory import Directory
from bedside.season.in_simulated_seasons import InSimulatedSeasons, in_simulated_seasons, list_in_a_season
from bedside.season.results import RankOrderList

SEEDS = 2


def in_sample_seasons(
    found: RankOrderList, dossier: Dossier, directory: Directory, evidence: Evidence
) -> InSimulatedSeasons:
    """The second look at a list whose first two programs get a made-up track each, and whose others have none."""
    keys = [one.entry.key or "" for one in found.places[:2]]
    fields = [one.entry.specialty or "" for one in found.places[:2]]
    recipe, kept = _seasons(directory, evidence, tuple(keys), tuple(fields))
    listed = list_in_a_season(found, dossier, directory, recipe.tracks, recipe.tables)
    return in_simulated_seasons(listed, kept, found, recipe.tracks, evidence)


@cache
def _seasons(
    directory: Directory, evidence: Evidence, keys: tuple[str, ...], fields: tuple[str, ...]
) -> tuple[Recipe, tuple[Kept, ...]]:
    recipe = recipe_for(directory, evidence, 1)
    of_tracks = list(recipe.tracks.keys)
    for key, field in zip(keys, fields, strict=True):
        row = next(at for at, code in enumerate(recipe.tracks.codes) if code.startswith(field) and not of_tracks[at])
        of_tracks[row] = key
    recipe = replace(recipe, tracks=replace(recipe.tracks, keys=tuple(of_tracks)))
    return recipe, played_for_questions(recipe, (ApplicationCap(60),), SEEDS * EACH, workers=1)
