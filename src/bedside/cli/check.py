"""`bedside check`: every mistake in a dossier at once, and what it does not say yet."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import rich_click as click

from bedside.cli.main import USERS_MISTAKE
from bedside.cli.options import as_of_option, dossier_argument, json_option, user_mistakes


@click.command()
@dossier_argument
@as_of_option
@json_option
@click.pass_context
@user_mistakes()
def check(context: click.Context, dossier: Path, as_of: date, as_json: bool) -> None:
    """Check a dossier: every mistake at once with its line, and how to put it right.

    Beside the mistakes stand the places to look at again and what the dossier does not say yet; neither of them
    keeps it from being used. The exit code is 1 where there are mistakes.
    """
    from bedside.cli.checked import check_file

    checked = check_file(dossier, as_of)
    click.echo(checked.as_json() if as_json else checked.as_text())
    if checked.mistakes:
        context.exit(USERS_MISTAKE)
