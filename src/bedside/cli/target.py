"""`bedside target`: the list of programs and signals that makes the most of the odds, within what you set."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click

from bedside.cli.options import as_of_option, dossier_argument, json_option, user_mistakes
from bedside.cli.program_choice import folder_option, search_options

if TYPE_CHECKING:
    from bedside.cli.program_choice import Opened
    from bedside.evidence.library import Evidence
    from bedside.plan.your_list import YourList
    from bedside.programs.directory import Directory

ARTICLE = "article"


@click.command()
@dossier_argument
@click.option("--budget", type=click.FloatRange(min=0), metavar="DOLLARS", help="At most so much in fees.")
@click.option("--count", type=click.IntRange(min=1), metavar="N", help="At most so many programs; else as you plan.")
@click.option("--mix", metavar="SHARES", help="Shares of types, such as 55,30,10,5; or the word article.")
@click.option("--pin", "pins", multiple=True, metavar="KEYS", help="Programs that have to be on the list.")
@click.option("--leave-out", "outs", multiple=True, metavar="KEYS", help="Programs that must not be on it.")
@click.option(
    "--tie", "ties", multiple=True, metavar="STATE", help="A state you lived or studied in or have family in."
)
@click.option("--csv", "csv_file", type=click.Path(path_type=Path), metavar="FILE", help="Write the list as CSV.")
@search_options
@folder_option
@as_of_option
@json_option
@user_mistakes()
def target(
    dossier: Path,
    budget: float | None,
    count: int | None,
    mix: str | None,
    pins: tuple[str, ...],
    outs: tuple[str, ...],
    ties: tuple[str, ...],
    csv_file: Path | None,
    folder: Path,
    as_of: date,
    as_json: bool,
    **asked: Any,
) -> None:
    """Find the list that makes a match most likely, say how near the best it is, and why each program is on it or not.

    Shares of a mix are those of community, university-affiliated, university and best-known programs.
    """
    from bedside.cli.program_choice import opened, search_for
    from bedside.plan.your_list import your_list
    from bedside.plan.your_odds import applicant_of, planned_count, programs_searched
    from bedside.programs.places import states_in
    from bedside.targeting.program_problem import Wanted

    _not_over_the_dossier(dossier, csv_file)
    shelf = opened(folder, dossier, as_of)
    read = shelf.dossier
    assert read is not None  # a dossier was given
    if count is None and budget is None:
        count = planned_count(read, shelf.evidence)
    wanted = Wanted(
        budget, count, _shares(mix, shelf.evidence), _keys(pins, shelf.directory), _keys(outs, shelf.directory)
    )
    applicant = applicant_of(read, as_of, shelf.evidence, states_in(ties, shelf.evidence))
    search = search_for((), shelf.evidence, True, **asked)
    candidates = programs_searched(
        shelf.directory, applicant, read, search, max(1, len(shelf.directory)), shelf.evidence
    )
    found = your_list(applicant, shelf.directory, candidates, wanted, read, shelf.evidence)
    _show(found, shelf, csv_file, as_json)


def _show(found: YourList, shelf: Opened, csv_file: Path | None, as_json: bool) -> None:
    """The list as a file, as JSON or on the terminal."""
    from bedside.applicant.file.atomic_file import write_atomically
    from bedside.cli.program_listing import print_plain_json
    from bedside.cli.terminal import print_document
    from bedside.documents.content.target_page import list_sheet, target_document
    from bedside.documents.tables.csv_file import as_csv
    from bedside.documents.target_as_json import target_as_json

    if csv_file:
        write_atomically(csv_file, as_csv(list_sheet(found)), make_folders=True)
        click.echo(f"Written: {csv_file}", err=as_json)
    if as_json:
        print_plain_json(target_as_json(found, shelf.directory))
    elif not csv_file:
        name = shelf.dossier.identity.name if shelf.dossier else ""
        print_document(target_document(found, shelf.directory, shelf.evidence, name))


def _not_over_the_dossier(dossier: Path, csv_file: Path | None) -> None:
    if csv_file and csv_file.resolve() == dossier.resolve():
        raise click.UsageError(f"“{dossier}” is your dossier: choose another name for the list.")


def _shares(mix: str | None, evidence: Evidence) -> tuple[float, ...] | None:
    """The shares in parts of one."""
    if mix is None:
        return None
    if mix.casefold() == ARTICLE:
        from bedside.plan.your_list import article_mix

        return article_mix(evidence)
    try:
        shares = tuple(float(part) / 100 for part in mix.replace("/", ",").split(","))
    except ValueError:
        shares = ()
    if len(shares) != 4 or not all(share >= 0 for share in shares) or abs(sum(shares) - 1) > 1e-6:
        raise click.UsageError(f"“{mix}” is no mix. Write four shares that sum to 100, such as 55,30,10,5, or article.")
    return shares


def _keys(given: tuple[str, ...], directory: Directory) -> frozenset[str]:
    keys = frozenset(key.strip() for words in given for key in words.split(",") if key.strip())
    unknown = sorted(key for key in keys if key not in directory)
    if unknown:
        raise click.UsageError(f"Not in the directory: {', '.join(unknown)}. `bedside programs list` shows the keys.")
    return keys
