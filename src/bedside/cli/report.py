"""`bedside report`: the plan as files, in the format that each file name asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

from bedside.cli.options import FileEndingIn, as_of_option, dossier_argument, user_mistakes
from bedside.cli.outputs import not_over
from bedside.cli.program_choice import folder_option

if TYPE_CHECKING:
    from bedside.documents.content.report.of_the_match import OfTheMatch
    from bedside.documents.files.report import ReportFiles

FORMATS = (".pdf", ".docx", ".md", ".json", ".ics")
PAPERS = ("letter", "a4")


@click.command()
@dossier_argument
@click.option(
    "-o",
    "--output",
    "outputs",
    type=FileEndingIn(FORMATS),
    multiple=True,
    required=True,
    metavar="FILE",
    help="The file to write; its ending says how: .pdf, .docx, .md, .json or .ics. May be given several times.",
)
@click.option("--summary", is_flag=True, help="Only the page with three headers, on one sheet.")
@click.option("--discreet", is_flag=True, help="Titles that say nothing private: in the calendar, and of the files.")
@click.option(
    "--paper",
    type=click.Choice(PAPERS),
    default="letter",
    show_default=True,
    help="The paper of .pdf and .docx.",
)
@folder_option
@as_of_option
@user_mistakes()
def report(
    dossier: Path, outputs: tuple[Path, ...], summary: bool, discreet: bool, paper: str, folder: Path, as_of: date
) -> None:
    """Write the plan to files: to read, to print, to keep on a calendar, or for other programs."""
    from bedside.applicant.file.atomic_file import write_atomically

    _refuse(dossier, outputs, summary)
    files = _report_files(dossier, as_of, summary, discreet, paper)
    if not summary and any(path.suffix.lower() != ".ics" for path in outputs):
        files = replace(files, match=_match(dossier, folder, as_of))
    for path in outputs:
        write_atomically(path, files.written_as(path.suffix.lower()), make_folders=True)
        click.echo(f"Written: {path}")


def _refuse(dossier: Path, outputs: tuple[Path, ...], summary: bool) -> None:
    not_over(dossier, outputs, "report")
    endings = {path.suffix.lower() for path in outputs} if summary else set()
    if ".ics" in endings:
        raise click.UsageError("The page with three headers is no calendar: leave out --summary for the .ics file.")
    if ".docx" in endings:
        raise click.UsageError("A Word file would not keep to one sheet: write the page with three headers as .pdf.")


def _report_files(dossier: Path, as_of: date, summary: bool, discreet: bool, paper: str) -> ReportFiles:
    from bedside.applicant.file.reading import read_dossier
    from bedside.documents.files.report import ReportFiles
    from bedside.evidence.library import load_evidence
    from bedside.plan.plan import make_plan
    from bedside.standing.standing import stand

    evidence = load_evidence()
    read = read_dossier(dossier, as_of, evidence).dossier
    standing = stand(read, as_of, evidence)
    plan = make_plan(read, standing, as_of, evidence)
    return ReportFiles(read, standing, plan, summary, discreet, paper)


def _match(dossier: Path, folder: Path, as_of: date) -> OfTheMatch | str | None:
    """What the report says of the Match; where the directory cannot be read, the sentence that says so."""
    from bedside.cli.program_choice import opened
    from bedside.documents.content.report.of_the_match import of_the_match
    from bedside.programs.mistakes import ProgramsMistake

    try:
        shelf = opened(folder, dossier, as_of)
        return of_the_match(shelf.dossier, shelf.directory, as_of, shelf.evidence) if shelf.dossier else None
    except ProgramsMistake as mistake:
        click.echo(str(mistake), err=True)
        return str(mistake)
