"""`bedside evidence`: list, search and show the figures and rules behind every answer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import rich_click as click

from bedside.cli.options import as_of_option, json_option, user_mistakes

if TYPE_CHECKING:
    from bedside.evidence.figure import Figure


@click.command()
@click.argument("words", nargs=-1)
@click.option("--show", metavar="NAME", help="Show one figure with everything about it.")
@click.option("--list", "prefix", metavar="PREFIX", help="List the figures whose names start so.")
@as_of_option
@json_option
@user_mistakes()
def evidence(words: tuple[str, ...], show: str | None, prefix: str | None, as_of: date, as_json: bool) -> None:
    """Look up the figures and rules behind every answer, each with its source and the day it was read.

    WORDS are searched for in names, sentences and sources. Without anything, the groups of names are listed.
    """
    if sum((bool(words), show is not None, prefix is not None)) > 1:
        raise click.UsageError("Give either words to search for, or --show NAME, or --list PREFIX.")
    from bedside.evidence.library import load_evidence
    from bedside.evidence.listing import look_up

    figures, text = look_up(" ".join(words), show, prefix, load_evidence(), as_of)
    click.echo(_as_json(figures, as_of) if as_json else text)


def _as_json(figures: tuple[Figure, ...], as_of: date) -> str:
    import json

    from bedside.evidence.listing import record

    return json.dumps([record(figure, as_of) for figure in figures], ensure_ascii=False, indent=2)
