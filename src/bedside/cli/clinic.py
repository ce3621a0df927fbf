"""`bedside clinic`: places side by side, what to ask, messages, volunteering and letters."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import rich_click as click

from bedside.cli.options import FileEndingIn, as_of_option, dossier_argument, json_option, user_mistakes
from bedside.cli.outputs import not_over

FORMATS = (".pdf", ".docx", ".md")


@click.command()
@dossier_argument
@click.option(
    "-o",
    "--output",
    "outputs",
    type=FileEndingIn(FORMATS),
    multiple=True,
    metavar="FILE",
    help="A file to write instead: .pdf, .docx or .md. May be given several times.",
)
@as_of_option
@json_option
@user_mistakes()
def clinic(dossier: Path, outputs: tuple[Path, ...], as_of: date, as_json: bool) -> None:
    """Show places side by side with what to ask before paying, whom you asked, volunteering, and letters."""
    from bedside.applicant.file.atomic_file import write_atomically
    from bedside.applicant.file.reading import read_dossier
    from bedside.cli.terminal import print_document, print_json
    from bedside.clinical.clinic import clinic as all_of_it
    from bedside.documents.content.clinical.clinic import clinic_document
    from bedside.documents.files.document import written
    from bedside.evidence.library import load_evidence
    from bedside.plan.days.volunteering_hours import volunteering_hours
    from bedside.plan.plan import make_plan
    from bedside.standing.standing import stand

    not_over(dossier, outputs, "file")
    read, evidence = read_dossier(dossier, as_of).dossier, load_evidence()
    standing = stand(read, as_of, evidence)
    wanted = volunteering_hours(make_plan(read, standing, as_of, evidence))
    found = all_of_it(read, as_of, standing.files_opened, wanted, evidence)
    document = clinic_document(found, read.identity.name)
    for path in outputs:
        write_atomically(path, written(document, path.suffix.lower()), make_folders=True)
        click.echo(f"Written: {path}")
    if as_json:
        print_json(found)
    elif not outputs:
        print_document(document)
