"""`bedside odds`: three chances for one dossier and one list of programs."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import rich_click as click

from bedside.cli.options import as_of_option, dossier_argument, json_option, user_mistakes
from bedside.cli.program_choice import folder_option, search_options


@click.command()
@dossier_argument
@click.option("--keys", multiple=True, metavar="KEYS", help="The programs, by key, with commas; may be given again.")
@click.option("--count", type=click.IntRange(min=1), metavar="N", help="At most so many programs; else as you plan.")
@click.option(
    "--tie", "ties", multiple=True, metavar="STATE", help="A state you lived or studied in or have family in."
)
@search_options
@folder_option
@as_of_option
@json_option
@user_mistakes()
def odds(
    dossier: Path,
    keys: tuple[str, ...],
    count: int | None,
    ties: tuple[str, ...],
    folder: Path,
    as_of: date,
    as_json: bool,
    **asked: Any,
) -> None:
    """Show the chance of an interview and of a match, always together and each with its range.

    They are for the programs you name by --keys or narrow down to. Without either, for those of the specialties you
    aim at that have no limit in your way, as many as you plan to apply to.
    """
    if keys and (count or any(asked.values())):
        raise click.UsageError("Name programs by --keys, or narrow the list by the other options, not both.")
    from bedside.cli.program_choice import opened, search_for
    from bedside.cli.program_listing import print_plain_json
    from bedside.cli.terminal import print_document
    from bedside.documents.content.odds_page import odds_document
    from bedside.documents.odds_as_json import odds_as_json
    from bedside.plan.your_odds import applicant_of, programs_named, programs_searched, your_odds
    from bedside.programs.places import states_in

    shelf = opened(folder, dossier, as_of)
    read = shelf.dossier
    assert read is not None  # a dossier was given
    applicant = applicant_of(read, as_of, shelf.evidence, states_in(ties, shelf.evidence))
    if keys:
        named = [key.strip() for words in keys for key in words.split(",") if key.strip()]
        chosen = programs_named(shelf.directory, named)
    else:
        search = search_for((), shelf.evidence, True, **asked)
        chosen = programs_searched(shelf.directory, applicant, read, search, count, shelf.evidence)
    found = your_odds(applicant, shelf.directory, chosen, read, shelf.evidence)
    if as_json:
        print_plain_json(odds_as_json(found, shelf.directory))
    else:
        print_document(odds_document(found, shelf.directory, shelf.evidence, read.identity.name))
