"""`bedside file`: the papers of an application as files to print, to send and to type from."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from bedside.cli.options import FileEndingIn, as_of_option, dossier_argument, user_mistakes
from bedside.cli.outputs import not_over

if TYPE_CHECKING:
    from bedside.applicant.dossier import Dossier

FACTS = "facts"
PAPERS = ("profile", "cv", "worksheet", "statement", "interview", FACTS)
FORMATS = (".pdf", ".docx", ".md")


@click.command()
@click.argument("what", type=click.Choice(PAPERS))
@dossier_argument
@click.option(
    "-o",
    "--output",
    "outputs",
    type=FileEndingIn(FORMATS),
    multiple=True,
    required=True,
    metavar="FILE",
    help="The file to write; its ending says how: .pdf, .docx or .md. May be given several times.",
)
@click.option("--writer", metavar="NAME", help="With facts: whose letter it is for.")
@click.option("--discreet", is_flag=True, help="Leave name and purpose out of the properties of the file.")
@click.option("--paper", type=click.Choice(("letter", "a4")), default="letter", show_default=True, help="The paper.")
@as_of_option
@user_mistakes()
def file(
    what: str, dossier: Path, outputs: tuple[Path, ...], writer: str | None, discreet: bool, paper: str, as_of: date
) -> None:
    """Write a paper of the application: profile (one page), cv, worksheet (for MyERAS), statement or interview.

    Or facts: the sheet for the writer of a letter, which is never a draft of the letter. Everything in a paper comes
    from the dossier, in your words.
    """
    from bedside.applicant.file.atomic_file import write_atomically
    from bedside.applicant.file.reading import read_dossier
    from bedside.documents.files.papers import ApplicationFile
    from bedside.evidence.library import load_evidence

    not_over(dossier, outputs, "file")
    evidence = load_evidence()
    read = read_dossier(dossier, as_of, evidence).dossier
    letter = _letter(read, writer) if what == FACTS else 0
    made = ApplicationFile(what, read, as_of, evidence, discreet, paper, letter)
    for path in outputs:
        write_atomically(path, made.written_as(path.suffix.lower()), make_folders=True)
        click.echo(f"Written: {path}")


def _letter(dossier: Dossier, writer: str | None) -> int:
    """The number of the writer's letter; the only one there is where nobody is named."""
    writers = [one.writer for one in dossier.letters]
    found = [number for number, one in enumerate(writers) if writer is None or one.casefold() == writer.casefold()]
    if len(writers) == 0:
        raise click.UsageError("No letter is in this dossier: add it under `letters`, also before you ask for it.")
    if not found or (writer is None and len(found) > 1):
        raise click.UsageError(f"Say whose letter it is for: --writer with one of {'; '.join(writers)}.")
    return found[0]
