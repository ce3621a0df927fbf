"""`bedside file`: the papers of an application as files to print, to send and to type from."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import rich_click as click

from bedside.cli.options import as_of_option, dossier_argument, user_mistakes

PAPERS = ("profile", "cv", "worksheet", "statement", "interview")
FORMATS = (".pdf", ".docx", ".md")


class PaperFile(click.ParamType[Path]):
    """A file to write, whose suffix names one of the three formats."""

    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path, or a usage error that lists the three suffixes."""
        path = Path(value)
        if path.suffix.lower() not in FORMATS:
            self.fail(f"“{value}” does not say which format: end it in {', '.join(FORMATS)}.", param, ctx)
        return path


@click.command()
@click.argument("what", type=click.Choice(PAPERS))
@dossier_argument
@click.option(
    "-o",
    "--output",
    "outputs",
    type=PaperFile(),
    multiple=True,
    required=True,
    metavar="FILE",
    help="The file to write; its ending says how: .pdf, .docx or .md. May be given several times.",
)
@click.option("--discreet", is_flag=True, help="Leave name and purpose out of the properties of the file.")
@click.option("--paper", type=click.Choice(("letter", "a4")), default="letter", show_default=True, help="The paper.")
@as_of_option
@user_mistakes()
def file(what: str, dossier: Path, outputs: tuple[Path, ...], discreet: bool, paper: str, as_of: date) -> None:
    """Write a paper of the application: profile (one page), cv, worksheet (for MyERAS), statement or interview.

    Everything in it comes from the dossier, in your words.
    """
    from bedside.applicant.file.reading import read_dossier
    from bedside.documents.application_files import ApplicationFile
    from bedside.documents.writing import write_privately
    from bedside.evidence.library import load_evidence

    if any(path.resolve() == dossier.resolve() for path in outputs):
        raise click.UsageError(f"“{dossier}” is your dossier: choose another name for the file.")
    evidence = load_evidence()
    made = ApplicationFile(what, read_dossier(dossier, as_of, evidence).dossier, as_of, evidence, discreet, paper)
    for path in outputs:
        write_privately(path, made.written_as(path.suffix.lower()))
        click.echo(f"Written: {path}")
