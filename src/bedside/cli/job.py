"""`bedside job`: the job as a program director reads it."""

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
def job(dossier: Path, as_of: date, as_json: bool) -> None:
    """Show how your job reads: four questions, what to ask for at work, and what each entry still lacks."""
    from bedside.applicant.file.reading import read_dossier
    from bedside.cli.terminal import print_document, print_json
    from bedside.documents.content.story.job import job_document
    from bedside.evidence.library import load_evidence
    from bedside.story.entries.job_on_file import job_on_file

    read = read_dossier(dossier, as_of).dossier
    found = job_on_file(read, as_of, load_evidence())
    if as_json:
        print_json(found)
    else:
        print_document(job_document(found, as_of, read.identity.name))
