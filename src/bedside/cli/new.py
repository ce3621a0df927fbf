"""`bedside new`: begins a dossier, by answering questions on a terminal or from a commented template."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import rich_click as click

from bedside.cli.options import as_of_option, user_mistakes


@click.command()
@click.argument("file", type=click.Path(path_type=Path), default="dossier.yaml")
@click.option("--template", is_flag=True, help="Write the commented template instead of asking questions.")
@as_of_option
@user_mistakes()
def new(file: Path, template: bool, as_of: date) -> None:
    """Begin a dossier in FILE (dossier.yaml where none is named).

    On a terminal Bedside asks about ten minutes of questions; every one but three may be left for later. Elsewhere,
    or with --template, it writes a template to fill in with an editor. A file that is there already is never touched.
    """
    from bedside.applicant.file.atomic_file import refuse_if_taken

    refuse_if_taken(file)
    if template or not (sys.stdin.isatty() and sys.stdout.isatty()):
        _from_template(file)
    else:
        _from_answers(file, as_of)


def _from_template(file: Path) -> None:
    from bedside.applicant.file.template import write_template

    write_template(file)
    click.echo(
        f"{file} is a template, and only you can open it. Fill in the name, the country and the year of graduation, "
        f"and as much else as you like.\nNext: bedside check {file}"
    )


def _from_answers(file: Path, as_of: date) -> None:
    from bedside.applicant.file.template import begin_dossier
    from bedside.cli.interview import Interview
    from bedside.cli.questioner import Questioner

    click.echo("About ten minutes. Enter leaves a question for later; Ctrl-C stops, and then nothing is saved.")
    try:
        read = Interview(Questioner(), as_of).hold()
    except (KeyboardInterrupt, EOFError):
        raise click.ClickException("Stopped. Nothing was saved.") from None
    begin_dossier(read.dossier, file)
    for warning in read.warnings:
        click.echo(f"To look at again: {warning.field}: {warning.what} {warning.how_to_fix}")
    click.echo(f"{file} is written, and only you can open it.\nNext: bedside check {file}")
