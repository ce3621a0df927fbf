"""The options of `bedside rank` that ask simulated seasons about a list, and how the seasons are played or read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from bedside.cli.options import Command
from bedside.cli.seasons_played import need_the_extra, seasons_bar

if TYPE_CHECKING:
    from bedside.cli.program_choice import Opened
    from bedside.evidence.library import Evidence
    from bedside.market.kept import Kept
    from bedside.market.published import Published
    from bedside.market.tracks import Tracks
    from bedside.programs.directory import Directory
    from bedside.season.in_simulated_seasons import InSimulatedSeasons
    from bedside.season.results import RankOrderList

NEEDED = ("numba",)
FEWEST, MOST = 50, 5_000
WORKERS = 2


@dataclass(frozen=True)
class SecondLook:
    """What is asked of simulated seasons: how many to play, under which policies besides, or files of kept ones."""

    seasons: int | None
    policies: tuple[str, ...]
    files: tuple[Path, ...]

    @property
    def is_asked_for(self) -> bool:
        """Whether anything is asked. Raises UsageError where the options do not go together."""
        if self.seasons is not None and self.files:
            raise click.UsageError("Give --seasons, to play them, or --cut-offs, to read those that were kept.")
        if self.seasons is not None and not FEWEST <= self.seasons <= MOST:
            raise click.UsageError(f"--seasons {self.seasons}: write a whole number from {FEWEST} to {MOST:,}.")
        if self.policies and self.seasons is None and not self.files:
            raise click.UsageError("A policy changes simulated seasons: add --seasons 200, or --cut-offs FILE.")
        return self.seasons is not None or bool(self.files)


def second_look_options(command: Command) -> Command:
    """The options --seasons, --policy and --cut-offs, handed on as `seasons`, `policies` and `cut_offs`."""
    options = (
        click.option(
            "--seasons", type=int, metavar="N", help="A second look: your list in N simulated seasons, such as 200."
        ),
        click.option(
            "--policy",
            "policies",
            multiple=True,
            metavar="POLICY",
            help="The same seasons under other rules, such as cap=60 or signals=+5; may be given again.",
        ),
        click.option(
            "--cut-offs",
            "cut_offs",
            multiple=True,
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="Seasons that `bedside market --cut-offs` kept, instead of playing them; may be given again.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def looked_again(
    asked: SecondLook, found: RankOrderList, shelf: Opened, public: Directory
) -> InSimulatedSeasons | None:
    """The list in simulated seasons, where that is asked for; `public` is the directory without private claims."""
    if not asked.is_asked_for:
        return None
    if asked.seasons is not None:
        need_the_extra(NEEDED)
    from bedside.market.published import SEASON, published
    from bedside.market.tracks import tracks_of
    from bedside.season.in_simulated_seasons import in_simulated_seasons, list_in_a_season

    assert shelf.dossier is not None  # a dossier was given
    tables = published(shelf.evidence)
    tracks = tracks_of(public, tables, SEASON)
    listed = list_in_a_season(found, shelf.dossier, shelf.directory, tracks, tables)
    kept: Sequence[Kept] = ()
    if asked.files and not tracks.are_made_up:
        kept = _read(asked, tracks, tables, shelf.evidence)
    elif listed.asked:
        kept = _played(asked, public, shelf)
    evidence = shelf.evidence.with_readings(shelf.dossier.readings)
    return in_simulated_seasons(listed, kept, found, tracks, evidence)


def _played(asked: SecondLook, public: Directory, shelf: Opened) -> Sequence[Kept]:
    from bedside.market.keeping import played_for_questions
    from bedside.market.policies.reading import policies_in
    from bedside.market.recipe import recipe_for

    recipe = recipe_for(public, shelf.evidence, seed=1)
    policies = policies_in(asked.policies, recipe.tables.fields, shelf.evidence, recipe.tracks)
    with seasons_bar(asked.seasons or 0) as told:
        return played_for_questions(recipe, policies, asked.seasons or 0, WORKERS, told())


def _read(asked: SecondLook, tracks: Tracks, tables: Published, evidence: Evidence) -> Sequence[Kept]:
    from bedside.market.kept import digest_of_parameters
    from bedside.market.kept_file import kept_in_files
    from bedside.market.parameters import load_market_parameters
    from bedside.market.policies.reading import name_of

    parameters = digest_of_parameters(load_market_parameters(), tables.readings)
    files = [(str(path), path.read_bytes()) for path in asked.files]
    wanted = [name_of(words, tables.fields, evidence) for words in asked.policies]
    return kept_in_files(files, wanted, tracks, parameters)
