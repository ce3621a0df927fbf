"""`bedside market`: the whole Match simulated many times, against what was published, with and without policies."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from bedside.cli.options import FileEndingIn, as_of_option, json_option, user_mistakes
from bedside.cli.outputs import not_over
from bedside.cli.program_choice import folder_option
from bedside.cli.seasons_played import need_the_extra, seasons_bar

if TYPE_CHECKING:
    from bedside.evidence.library import Evidence
    from bedside.market.policies.policy import Policy
    from bedside.market.recipe import Recipe
    from bedside.market.results import Market, Runner

NEEDED = ("numba", "distributed", "pyarrow")
LIMITS = {"replicates": (1, 100_000), "seed": (0, 1_000_000), "workers": (1, 512)}


@click.command()
@click.option(
    "--replicates",
    type=int,
    default=200,
    show_default=True,
    metavar="N",
    help="How many seasons are played.",
)
@click.option(
    "--seed",
    type=int,
    default=1,
    show_default=True,
    metavar="S",
    help="Who applies and everybody's luck; the same seed gives the same numbers.",
)
@click.option(
    "--policy",
    "policies",
    multiple=True,
    metavar="POLICY",
    help="A change of rules: cap=60, signals=+5 or positions=neurology:+100; may be given again.",
)
@click.option(
    "--workers",
    type=int,
    default=2,
    show_default=True,
    metavar="N",
    help="How many work side by side on this machine.",
)
@click.option(
    "--cluster",
    "address",
    metavar="ADDRESS",
    help="The address of a Dask scheduler; or the word local, for processes started here.",
)
@click.option(
    "--csv",
    "csv_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write every replicate as CSV.",
)
@click.option(
    "--parquet",
    "parquet_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write every replicate as Parquet.",
)
@click.option(
    "--cut-offs",
    "cut_offs",
    type=FileEndingIn((".parquet", ".csv", ".npz")),
    metavar="FILE",
    help="Write every track's cut-offs in every replicate: as a table (.parquet, .csv), or for `bedside rank` (.npz).",
)
@folder_option
@as_of_option
@json_option
@user_mistakes()
def market(
    replicates: int,
    seed: int,
    policies: tuple[str, ...],
    workers: int,
    address: str | None,
    csv_file: Path | None,
    parquet_file: Path | None,
    cut_offs: Path | None,
    folder: Path,
    as_of: date,
    as_json: bool,
) -> None:
    """Simulate the whole Match: who matches, what a rule would change, and how far to believe it.

    With the national list of programs it takes their real positions, otherwise the published ones by specialty.
    """
    need_the_extra(NEEDED)
    from bedside.cli.program_choice import opened
    from bedside.market.recipe import recipe_for
    from bedside.market.results import simulate

    not_over(None, (csv_file, parquet_file, cut_offs), "table")
    shelf = opened(folder, None, as_of)
    recipe = recipe_for(shelf.directory, shelf.evidence, seed)
    chosen, wrong = _policies(policies, recipe, shelf.evidence)
    wrong = [*_outside(replicates=replicates, seed=seed, workers=workers), *_address(address), *wrong]
    wrong += [*_misnamed(csv_file, parquet_file), *_not_to_be_written(csv_file, parquet_file, cut_offs)]
    if wrong:
        raise click.ClickException("\n".join(wrong))
    with _runner(recipe, replicates, workers, address, 1 + len(chosen)) as run:
        found = simulate(recipe, shelf.evidence, replicates, chosen, run)
    _write(found, csv_file, parquet_file, cut_offs, as_json)
    _show(found, shelf.evidence, as_of, as_json)


def _outside(**numbers: int) -> Iterator[str]:
    """A sentence for each number that is too small or too large."""
    for name, number in numbers.items():
        least, most = LIMITS[name]
        if not least <= number <= most:
            yield f"--{name} {number}: write a whole number from {least:,} to {most:,}."


def _policies(words: tuple[str, ...], recipe: Recipe, evidence: Evidence) -> tuple[tuple[Policy, ...], list[str]]:
    """The policies, or a sentence for each that cannot be."""
    from bedside.market.mistakes import MarketMistake
    from bedside.market.policies.reading import policies_in

    try:
        return policies_in(words, recipe.tables.fields, evidence, recipe.tracks), []
    except MarketMistake as mistake:
        return (), str(mistake).splitlines()


def _address(address: str | None) -> list[str]:
    from bedside.market.cluster import check_address
    from bedside.market.mistakes import MarketMistake

    try:
        check_address("local" if address is None else address)
    except MarketMistake as mistake:
        return [str(mistake)]
    return []


def _misnamed(csv_file: Path | None, parquet_file: Path | None) -> Iterator[str]:
    """A sentence for each file whose ending says something else than what would be in it."""
    for option, path, kind, other in (
        ("--csv", csv_file, "CSV", ".parquet"),
        ("--parquet", parquet_file, "Parquet", ".csv"),
    ):
        if path and path.suffix.lower() == other:
            yield f"{option} “{path}”: {kind} would be written into a file that ends in {other}. Name it otherwise."


def _not_to_be_written(*files: Path | None) -> Iterator[str]:
    """A sentence for each file that could not be written in the end, before anything is played."""
    given = [path for path in files if path]
    for at, path in enumerate(given):
        there = next((folder for folder in path.absolute().parents if folder.exists()), None)
        if path.is_dir():
            yield f"“{path}” is a folder. Name a file in it."
        elif path.resolve() in [other.resolve() for other in given[:at]]:
            yield f"“{path}” is named twice. Give each table a file of its own."
        elif there is None or not there.is_dir():
            yield f"“{path}” cannot be written, as {there} is no folder. Choose another place."
        elif not os.access(there, os.W_OK | os.X_OK):
            yield f"“{path}” cannot be written, as you may not write in {there}. Choose another place."


@contextmanager
def _runner(recipe: Recipe, number: int, workers: int, address: str | None, seasons: int) -> Iterator[Runner]:
    """What runs the replicates of one policy, with progress told on the terminal where one looks at it."""
    from bedside.market.replicates import Replicates, run_replicates

    with seasons_bar(number * seasons) as told:
        if address is None:

            def here(policy: Policy) -> Replicates:
                return run_replicates(recipe.season(policy), number, workers, told())

            yield here
        else:
            from bedside.market.cluster import cluster, run_on

            with cluster(address, workers) as client:

                def there(policy: Policy) -> Replicates:
                    return run_on(client, recipe, policy, number, told())

                yield there


def _write(
    found: Market, csv_file: Path | None, parquet_file: Path | None, cut_offs: Path | None, as_json: bool
) -> None:
    from bedside.applicant.file.atomic_file import write_atomically
    from bedside.documents.content.market.tables import (
        about,
        cut_off_columns,
        cut_off_sheet,
        replicate_columns,
        replicate_sheet,
    )
    from bedside.documents.writers.csv_file import as_csv
    from bedside.documents.writers.parquet_file import as_parquet

    wanted: list[tuple[Path, Callable[[], bytes]]] = []
    if csv_file:
        wanted.append((csv_file, lambda: as_csv(replicate_sheet(found))))
    if parquet_file:
        wanted.append((parquet_file, lambda: as_parquet(replicate_columns(found), about(found))))
    if cut_offs and cut_offs.suffix.lower() == ".csv":
        wanted.append((cut_offs, lambda: as_csv(cut_off_sheet(found))))
    elif cut_offs and cut_offs.suffix.lower() == ".npz":
        wanted.append((cut_offs, lambda: _kept(found)))
    elif cut_offs:
        wanted.append((cut_offs, lambda: as_parquet(cut_off_columns(found), about(found))))
    for path, content in wanted:
        write_atomically(path, content(), make_folders=True)
        click.echo(f"Written: {path}", err=as_json)


def _kept(found: Market) -> bytes:
    """What a question about one list needs of these seasons."""
    from bedside.market.keeping import keep
    from bedside.market.kept_file import kept_as_bytes

    runs = [found.base, *(one.replicates for one in found.policies)]
    policies = [one.policy for one in found.policies]
    return kept_as_bytes(keep(found.recipe, policies, [one.cut_offs for one in runs], found.base.digest))


def _show(found: Market, evidence: Evidence, as_of: date, as_json: bool) -> None:
    from bedside.cli.program_listing import print_plain_json
    from bedside.cli.terminal import print_document
    from bedside.documents.content.market.as_json import market_as_json
    from bedside.documents.content.market.whole_match import market_document

    if as_json:
        print_plain_json(market_as_json(found))
    else:
        print_document(market_document(found, evidence, as_of))
