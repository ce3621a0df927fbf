"""`bedside standing`: where you actually are, today and on the day programs open files."""

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
def standing(dossier: Path, as_of: date, as_json: bool) -> None:
    """Show where you actually are: gates, risk factors, red flags, and what can still move.

    Everything is read on two days, today and the day programs open files, because that is the day that counts.
    """
    from bedside.applicant.file.reading import read_dossier
    from bedside.cli.terminal import print_document, print_json
    from bedside.documents.content.standing.standing import standing_document
    from bedside.evidence.library import load_evidence
    from bedside.standing.standing import stand

    found = stand(read_dossier(dossier, as_of).dossier, as_of, load_evidence())
    if as_json:
        print_json(found)
    else:
        print_document(standing_document(found))
