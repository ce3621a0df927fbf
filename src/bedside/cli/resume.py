"""`bedside resume`: a dossier as JSON Resume, and a JSON Resume as the beginning of a dossier."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import rich_click as click

from bedside.cli.options import as_of_option, user_mistakes
from bedside.cli.outputs import not_over

CONTACTS = ("hands-on", "clinical-adjacent", "observer", "none")


@click.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, metavar="FILE", help="The file to write."
)
@click.option("--import", "is_import", is_flag=True, help="SOURCE is a JSON Resume, and FILE a dossier to begin.")
@click.option(
    "--contact",
    type=click.Choice(CONTACTS),
    help="With --import: the contact with patients of every entry that does not say. Bedside never guesses it.",
)
@as_of_option
@user_mistakes()
def resume(source: Path, output: Path, is_import: bool, contact: str | None, as_of: date) -> None:
    """Write the dossier SOURCE as JSON Resume (v1.0.0), or with --import begin a dossier from one.

    Both say what the other cannot hold. An import is whole or not at all, and never writes over a file; what is written
    out never stands in the place of a dossier.
    """
    if source.resolve() == output.resolve():
        raise click.UsageError("Both names are the same file: choose another one to write.")
    if is_import:
        _read(source, output, contact, as_of)
    else:
        not_over(source, (output,), "résumé")
        _write(source, output, as_of)


def _write(source: Path, output: Path, as_of: date) -> None:
    from bedside.applicant.file.atomic_file import write_atomically
    from bedside.applicant.file.reading import read_dossier
    from bedside.applicant.json_resume.writing import as_resume

    made = as_resume(read_dossier(source, as_of).dossier)
    write_atomically(output, made.text.encode(), make_folders=True)
    click.echo(f"Written: {output}")
    if made.not_held:
        click.echo("JSON Resume cannot hold, or should not tell:")
    for part in made.not_held:
        click.echo(f"  {part.part}: {' '.join(part.says)}")


def _read(source: Path, output: Path, contact: str | None, as_of: date) -> None:
    from bedside.applicant.file.atomic_file import refuse_if_taken
    from bedside.applicant.file.template import begin_dossier
    from bedside.applicant.json_resume.reading import dossier_from_resume
    from bedside.applicant.parts.experience import Contact

    refuse_if_taken(output)
    read = dossier_from_resume(source.read_bytes(), str(source), as_of, Contact(contact) if contact else None)
    begin_dossier(read.dossier, output)
    for warning in read.warnings:
        click.echo(f"To look at again: {warning.field}: {warning.what} {warning.how_to_fix}")
    if read.not_understood:
        click.echo("Not understood, and not in the dossier:")
    for one in read.not_understood:
        click.echo(f"  {one}")
    click.echo(f"{output} is written, and only you can open it.\nNext: bedside check {output}")
