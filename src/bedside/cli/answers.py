"""`bedside answers`: the questions of interviews, the answers written so far, and what may not be asked."""

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
def answers(dossier: Path, as_of: date, as_json: bool) -> None:
    """Show the questions of interviews, your answers by parts and seconds, and what programs may not ask."""
    from bedside.applicant.file.reading import read_dossier
    from bedside.cli.terminal import print_document, print_json
    from bedside.documents.content.story.interviews import interview_document
    from bedside.evidence.library import load_evidence
    from bedside.story.interview.all_answers import all_answers

    read = read_dossier(dossier, as_of).dossier
    found = all_answers(read, as_of, load_evidence())
    if as_json:
        print_json(found)
    else:
        print_document(interview_document(found, as_of, read.identity.name))
