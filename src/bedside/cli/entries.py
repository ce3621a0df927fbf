"""`bedside entries`: the experiences of the application in an order, with what each field takes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import rich_click as click

from bedside.cli.options import as_of_option, dossier_argument, json_option, user_mistakes


@click.command()
@dossier_argument
@as_of_option
@json_option
@user_mistakes()
def entries(dossier: Path, as_of: date, as_json: bool) -> None:
    """Show which experiences go into the application, in which order and why, and how much of each field is used."""
    from bedside.applicant.file.reading import read_dossier
    from bedside.cli.terminal import print_document, print_json
    from bedside.documents.content.story.entries import entries_document
    from bedside.evidence.library import load_evidence
    from bedside.story.entries.experiences import entries as entries_of

    read = read_dossier(dossier, as_of).dossier
    found = entries_of(read, as_of, load_evidence())
    if as_json:
        print_json(found)
    else:
        print_document(entries_document(found, as_of, read.identity.name))
