"""`bedside whatif`: what each change would do to your chance of a match, and the next best move."""

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
    from bedside.plan.what_if.results import WhatIfs


@click.command()
@dossier_argument
@wish_options
@click.option(
    "--change", "changes", multiple=True, metavar="KEYS", help="Only these changes, with commas. Else every one."
)
@click.option(
    "--tie", "ties", multiple=True, metavar="STATE", help="A state you lived or studied in or have family in."
)
@click.option("--csv", "csv_file", type=click.Path(path_type=Path), metavar="FILE", help="Write the changes as CSV.")
@search_options
@folder_option
@as_of_option
@json_option
@user_mistakes()
def whatif(
    dossier: Path,
    changes: tuple[str, ...],
    ties: tuple[str, ...],
    csv_file: Path | None,
    folder: Path,
    as_of: date,
    as_json: bool,
    **asked: Any,
) -> None:
    """Show for each change your chance before and after, what it costs, and which move gains most for what it takes.

    Changes are signals, more-programs, interviews, specialty=NAME, us-clinical, letter, story, step-1, step-2-ck,
    step-3, wait and no-visa. Some take a number: more-programs=20, interviews=3, us-clinical=1, step-2-ck=245.
    """
    from bedside.cli.program_choice import opened, search_for
    from bedside.cli.target_wishes import wanted_of
    from bedside.plan.chances.your_list import specialties_wanted
    from bedside.plan.chances.your_odds import applicant_of, candidates_for
    from bedside.plan.what_if.asking import what_if
    from bedside.programs.places import states_in

    not_over(dossier, (csv_file,), "changes")
    shelf = opened(folder, dossier, as_of)
    read, directory, evidence = shelf.dossier, shelf.directory, shelf.evidence
    assert read is not None  # a dossier was given
    wanted = wanted_of({name: asked.pop(name) for name in WISHES}, directory, evidence)
    search = search_for((), evidence, True, **asked)
    search = replace(search, specialties=search.specialties or specialties_wanted(read, wanted, evidence))
    applicant = applicant_of(read, as_of, evidence, states_in(ties, evidence))
    candidates = candidates_for(directory, applicant, read, search, evidence)
    found = what_if(applicant, directory, candidates, wanted, read, evidence, as_of, changes or None, search)
    _show(found, shelf, csv_file, as_json)


def _show(found: WhatIfs, shelf: Opened, csv_file: Path | None, as_json: bool) -> None:
    """The changes as a file, as JSON or on the terminal."""
    from bedside.applicant.file.atomic_file import write_atomically
    from bedside.applicant.parts.applications import interviews_in_hand
    from bedside.cli.program_listing import print_plain_json
    from bedside.cli.terminal import print_document
    from bedside.documents.content.odds.in_hand import in_hand_in_words, with_in_hand
    from bedside.documents.content.what_if.as_json import what_if_as_json
    from bedside.documents.content.what_if.next_move import what_if_document
    from bedside.documents.content.what_if.sheet import what_if_sheet
    from bedside.documents.writers.csv_file import as_csv

    read = shelf.dossier
    interviews = interviews_in_hand(read.applications, found.match_year) if read else 0
    if csv_file:
        write_atomically(csv_file, as_csv(what_if_sheet(found)), make_folders=True)
        click.echo(f"Written: {csv_file}", err=as_json)
    if as_json:
        print_plain_json({"in_hand": in_hand_in_words(interviews), **what_if_as_json(found, shelf.directory)})
    elif not csv_file:
        document = what_if_document(found, shelf.directory, read.identity.name if read else "")
        print_document(with_in_hand(document, interviews))
