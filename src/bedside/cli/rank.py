"""`bedside rank`: a rank order list with the chance of each place, of no match, and what its order does."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from bedside.cli.options import as_of_option, dossier_argument, json_option, user_mistakes
from bedside.cli.outputs import not_over
from bedside.cli.program_choice import folder_option
from bedside.cli.second_look import SecondLook, looked_again, second_look_options

if TYPE_CHECKING:
    from bedside.cli.program_choice import Opened
    from bedside.season.in_simulated_seasons import InSimulatedSeasons
    from bedside.season.results import RankOrderList


NO_ORDER = "The order names no program: write keys, names or places with commas, such as --order 2,1."


@click.command()
@dossier_argument
@click.option("--order", multiple=True, metavar="PROGRAMS", help="Another order: keys, names or places, with commas.")
@click.option("--without", multiple=True, metavar="PROGRAM", help="Leave a program out; may be given again.")
@click.option("--with", "having", multiple=True, metavar="PROGRAM", help="Put an interview without a place at the end.")
@click.option("--csv", "csv_file", type=click.Path(path_type=Path), metavar="FILE", help="Write the list as CSV.")
@second_look_options
@folder_option
@as_of_option
@json_option
@user_mistakes()
def rank(
    dossier: Path,
    order: tuple[str, ...],
    without: tuple[str, ...],
    having: tuple[str, ...],
    csv_file: Path | None,
    seasons: int | None,
    policies: tuple[str, ...],
    cut_offs: tuple[Path, ...],
    folder: Path,
    as_of: date,
    as_json: bool,
) -> None:
    """Show the chance of each place of your rank order list, and of none.

    The list is what stands under `applications` in your dossier: programs with a `rank`, or without any rank those
    that invited you. Your file is not changed.

    With --seasons your list is looked at a second time, in simulated seasons with the real programs: it takes the
    national list of programs and some time.
    """
    from bedside.cli.program_choice import opened
    from bedside.documents.content.report.of_the_match import ranks_of
    from bedside.season.asked import Asked

    second = SecondLook(seasons, policies, cut_offs)
    is_second = second.is_asked_for
    not_over(dossier, (csv_file,), "list")
    shelf = opened(folder, dossier, as_of)
    read = shelf.dossier
    assert read is not None  # a dossier was given
    asked = Asked(_words(order), without, having)
    if order and not asked.order:
        raise click.UsageError(NO_ORDER)
    found = ranks_of(read, shelf.directory, as_of, shelf.evidence, asked)
    public = opened(folder, None, as_of).directory if is_second else shelf.directory
    _show(found, looked_again(second, found, shelf, public), shelf, csv_file, as_json)


def _words(given: tuple[str, ...]) -> tuple[str, ...]:
    """Programs parted by commas; one whose name has a comma is called by its key or its place."""
    return tuple(word.strip() for words in given for word in words.split(",") if word.strip())


def _show(
    found: RankOrderList,
    simulated: InSimulatedSeasons | None,
    shelf: Opened,
    csv_file: Path | None,
    as_json: bool,
) -> None:
    """The list as a file, as JSON or on the terminal."""
    from bedside.applicant.file.atomic_file import write_atomically
    from bedside.cli.program_listing import print_plain_json
    from bedside.cli.terminal import print_document
    from bedside.documents.content.season.as_json import rank_as_json
    from bedside.documents.content.season.rank_order_list import rank_document
    from bedside.documents.content.season.sheet import rank_sheet
    from bedside.documents.content.season.simulated_as_json import simulated_as_json
    from bedside.documents.writers.csv_file import as_csv

    if csv_file:
        write_atomically(csv_file, as_csv(rank_sheet(found, shelf.evidence, simulated)), make_folders=True)
        click.echo(f"Written: {csv_file}", err=as_json)
    if as_json:
        seasons = {} if simulated is None else {"simulated_seasons": simulated_as_json(simulated)}
        print_plain_json({**rank_as_json(found, shelf.directory), **seasons})
    elif not csv_file:
        name = shelf.dossier.identity.name if shelf.dossier else ""
        print_document(rank_document(found, shelf.directory, shelf.evidence, name, simulated))
