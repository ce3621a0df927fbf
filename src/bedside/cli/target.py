"""`bedside target`: the list of programs and signals that makes the most of the odds, within what you set."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click

from bedside.cli.options import as_of_option, dossier_argument, json_option, user_mistakes
from bedside.cli.outputs import not_over
from bedside.cli.program_choice import folder_option, search_options
from bedside.cli.target_wishes import WISHES, wish_options

if TYPE_CHECKING:
    from bedside.cli.program_choice import Opened
    from bedside.plan.chances.your_list import YourList
    from bedside.targeting.program_list.curves import Curves


@click.command()
@dossier_argument
@wish_options
@click.option(
    "--tie", "ties", multiple=True, metavar="STATE", help="A state you lived or studied in or have family in."
)
@click.option("--curves", "with_curves", is_flag=True, help="Also show what more programs or more money would bring.")
@click.option("--csv", "csv_file", type=click.Path(path_type=Path), metavar="FILE", help="Write the list as CSV.")
@search_options
@folder_option
@as_of_option
@json_option
@user_mistakes()
def target(
    dossier: Path,
    ties: tuple[str, ...],
    with_curves: bool,
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
    from bedside.cli.target_wishes import wanted_of
    from bedside.plan.chances.your_list import answer, as_planned, curves, prepared, specialties_wanted
    from bedside.plan.chances.your_odds import applicant_of, candidates_for
    from bedside.programs.places import states_in
    from bedside.targeting.program_list.best import FULL

    not_over(dossier, (csv_file,), "list")
    shelf = opened(folder, dossier, as_of)
    read, evidence = shelf.dossier, shelf.evidence
    assert read is not None  # a dossier was given
    wanted = wanted_of({name: asked.pop(name) for name in WISHES}, shelf.directory, evidence)
    wanted = as_planned(wanted, read, evidence)
    search = search_for((), evidence, True, **asked)
    search = replace(search, specialties=search.specialties or specialties_wanted(read, wanted, evidence))
    applicant = applicant_of(read, as_of, evidence, states_in(ties, evidence))
    candidates = candidates_for(shelf.directory, applicant, read, search, evidence)
    ready = prepared(applicant, shelf.directory, candidates, read, evidence)
    found = answer(ready, wanted, FULL)
    _show(found, curves(ready, wanted) if with_curves else None, shelf, csv_file, as_json)


def _show(found: YourList, curves: Curves | None, shelf: Opened, csv_file: Path | None, as_json: bool) -> None:
    """The list as a file, as JSON or on the terminal."""
    from bedside.applicant.file.atomic_file import write_atomically
    from bedside.applicant.parts.applications import interviews_in_hand
    from bedside.cli.program_listing import print_plain_json
    from bedside.cli.terminal import print_document
    from bedside.documents.content.odds.in_hand import in_hand_in_words, with_in_hand
    from bedside.documents.content.targeting.as_json import target_as_json
    from bedside.documents.content.targeting.best_list import target_document
    from bedside.documents.content.targeting.sheet import list_sheet
    from bedside.documents.writers.csv_file import as_csv

    read = shelf.dossier
    interviews = interviews_in_hand(read.applications, found.match_year) if read else 0
    if csv_file:
        write_atomically(csv_file, as_csv(list_sheet(found, shelf.evidence)), make_folders=True)
        click.echo(f"Written: {csv_file}", err=as_json)
    if as_json:
        print_plain_json({"in_hand": in_hand_in_words(interviews), **target_as_json(found, shelf.directory, curves)})
    elif not csv_file:
        name = read.identity.name if read else ""
        document = target_document(found, shelf.directory, shelf.evidence, name, curves)
        print_document(with_in_hand(document, interviews))
