"""`bedside compare`: two dossiers side by side, on the terminal or as a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import rich_click as click

from bedside.cli.options import FileEndingIn, as_of_option, user_mistakes
from bedside.cli.outputs import not_over

FORMATS = (".pdf", ".docx", ".md", ".json")


@click.command()
@click.argument("before", type=click.Path(path_type=Path))
@click.argument("after", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    "outputs",
    type=FileEndingIn(FORMATS),
    multiple=True,
    metavar="FILE",
    help="The file to write: .pdf, .docx, .md or .json. Without one, the comparison is printed.",
)
@click.option("--paper", type=click.Choice(("letter", "a4")), default="letter", show_default=True, help="The paper.")
@as_of_option
@user_mistakes()
def compare(before: Path, after: Path, outputs: tuple[Path, ...], paper: str, as_of: date) -> None:
    """Lay the dossiers BEFORE and AFTER side by side: what changed, what cannot, and how each is read."""
    from bedside.applicant.file.atomic_file import write_atomically
    from bedside.applicant.file.reading import read_dossier
    from bedside.cli.terminal import print_document
    from bedside.documents.content.standing.comparison import comparison_document
    from bedside.documents.files.comparison import comparison_written_as
    from bedside.evidence.library import load_evidence

    for dossier in (before, after):
        not_over(dossier, outputs, "comparison")
    evidence = load_evidence()
    one, other = (read_dossier(path, as_of, evidence).dossier for path in (before, after))
    for path in outputs:
        content = comparison_written_as(one, other, as_of, evidence, path.suffix.lower(), paper)
        write_atomically(path, content, make_folders=True)
        click.echo(f"Written: {path}")
    if not outputs:
        print_document(comparison_document(one, other, as_of, evidence))
