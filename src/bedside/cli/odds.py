"""`bedside odds`: three chances for one dossier and one list of programs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click

from bedside.cli.options import as_of_option, dossier_argument, json_option, user_mistakes
from bedside.cli.outputs import not_over
from bedside.cli.program_choice import folder_option, search_options

if TYPE_CHECKING:
    from bedside.cli.program_choice import Opened
    from bedside.odds.chances import Applicant
    from bedside.odds.signals import Signal
    from bedside.plan.chances.your_odds import ChosenPrograms, YourOdds
    from bedside.programs.directory import Directory

KINDS = {"gold": "GOLD", "silver": "SILVER", "": "SILVER", "none": "NONE"}
"""How a signal is written; a key alone is a signal of the only kind, or a silver one."""


@click.command()
@dossier_argument
@click.option("--keys", multiple=True, metavar="KEYS", help="The programs, by key, with commas; may be given again.")
@click.option("--count", type=click.IntRange(min=1), metavar="N", help="At most so many programs; else as you plan.")
@click.option(
    "--tie", "ties", multiple=True, metavar="STATE", help="A state you lived or studied in or have family in."
)
@click.option(
    "--signal",
    "signals",
    multiple=True,
    metavar="KEY=KIND",
    help="A signal you send: gold, silver, or a key alone where there is one kind; with commas or again.",
)
@click.option("--applications", is_flag=True, help="The open applications of your dossier, with their signals.")
@click.option("--csv", "csv_file", type=click.Path(path_type=Path), metavar="FILE", help="Write the chances as CSV.")
@search_options
@folder_option
@as_of_option
@json_option
@user_mistakes()
def odds(
    dossier: Path,
    keys: tuple[str, ...],
    count: int | None,
    ties: tuple[str, ...],
    signals: tuple[str, ...],
    applications: bool,
    csv_file: Path | None,
    folder: Path,
    as_of: date,
    as_json: bool,
    **asked: Any,
) -> None:
    """Show the chance of an interview and of a match, always together and each with its range.

    They are for the programs you name by --keys or narrow down to, or those your dossier lists. Without any of these,
    for those of the specialties you aim at that have no limit in your way, as many as you plan to apply to.
    """
    if (keys or applications) and (count or any(asked.values())):
        raise click.UsageError("Name programs by --keys, or narrow the list by the other options, not both.")
    if keys and applications:
        raise click.UsageError("Name programs by --keys, or take those of your dossier by --applications, not both.")
    not_over(dossier, (csv_file,), "chances")
    from bedside.cli.program_choice import opened, search_for
    from bedside.plan.chances.your_odds import applicant_of, programs_named, programs_searched, your_odds
    from bedside.programs.places import states_in

    shelf = opened(folder, dossier, as_of)
    read = shelf.dossier
    assert read is not None  # a dossier was given
    applicant = applicant_of(read, as_of, shelf.evidence, states_in(ties, shelf.evidence))
    sent = _signals(signals, shelf.directory)
    if applications:
        chosen, own = _of_the_file(shelf, applicant)
        sent = {**own, **sent}
    elif keys:
        named = [key.strip() for words in keys for key in words.split(",") if key.strip()]
        chosen = programs_named(shelf.directory, named)
    else:
        search = search_for((), shelf.evidence, True, **asked)
        chosen = programs_searched(shelf.directory, applicant, read, search, count, shelf.evidence)
    found = your_odds(applicant, shelf.directory, chosen, read, shelf.evidence, sent)
    _show(found, shelf, csv_file, as_json)


def _show(found: YourOdds, shelf: Opened, csv_file: Path | None, as_json: bool) -> None:
    """The odds as a file, as JSON or on the terminal."""
    from bedside.applicant.file.atomic_file import write_atomically
    from bedside.applicant.parts.applications import interviews_in_hand
    from bedside.cli.program_listing import print_plain_json
    from bedside.cli.terminal import print_document
    from bedside.documents.content.odds.as_json import odds_as_json
    from bedside.documents.content.odds.chances import odds_document
    from bedside.documents.content.odds.in_hand import in_hand_in_words, with_in_hand
    from bedside.documents.content.odds.sheet import odds_sheet
    from bedside.documents.writers.csv_file import as_csv

    read = shelf.dossier
    assert read is not None  # a dossier was given
    interviews = interviews_in_hand(read.applications, found.match_year)
    if csv_file:
        write_atomically(csv_file, as_csv(odds_sheet(found, shelf.evidence)), make_folders=True)
        click.echo(f"Written: {csv_file}", err=as_json)
    if as_json:
        print_plain_json({"in_hand": in_hand_in_words(interviews), **odds_as_json(found, shelf.directory)})
    elif not csv_file:
        document = odds_document(found, shelf.directory, shelf.evidence, read.identity.name)
        print_document(with_in_hand(document, interviews))


def _of_the_file(shelf: Opened, applicant: Applicant) -> tuple[ChosenPrograms, Mapping[str, Signal]]:
    """The programs of the dossier's applications that are still open, and the signal of each."""
    from bedside.odds.signals import signal_sent
    from bedside.plan.chances.your_odds import ChosenPrograms, programs_named
    from bedside.season.entries import entries_of

    assert shelf.dossier is not None  # a dossier was given
    as_of = applicant.asker.as_of
    listed = entries_of(shelf.dossier, applicant.season, as_of, shelf.directory, shelf.evidence)
    still = {one.key or one.program: one for one in listed if one.state.is_open}
    named = programs_named(shelf.directory, still)
    says = f"The {len(still)} open applications of your file for the {applicant.season} Match."
    if not listed:
        says = f"Your file lists no application for the {applicant.season} Match, under `applications`."
    elif not still:
        says = f"Nothing can come any more of the applications your file lists for the {applicant.season} Match."
    elif any(one.is_invited is not None for one in still.values()):
        says += " What came of them so far is not counted; `bedside rank` counts it."
    signals = {key: signal_sent(one.signal) for key, one in still.items()}
    return ChosenPrograms(named.listed, named.applied, (says,)), signals


def _signals(given: tuple[str, ...], directory: Directory) -> Mapping[str, Signal]:
    """The signal by key; raises one mistake for everything that cannot be read."""
    from bedside.odds.signals import Signal

    found, mistakes = {}, []
    for words in (part.strip() for one in given for part in one.split(",") if part.strip()):
        key, _, kind = (part.strip() for part in words.partition("="))
        if key not in directory:
            mistakes.append(f"“{key}” is not in the directory; `bedside programs list` shows the keys.")
        elif kind.casefold() not in KINDS:
            mistakes.append(f"“{kind}” is no kind of signal; write {key}=gold or {key}=silver, or {key} alone.")
        elif key in found:
            mistakes.append(f"“{key}” is given a signal twice.")
        else:
            found[key] = Signal[KINDS[kind.casefold()]]
    if mistakes:
        raise click.UsageError(" ".join(mistakes))
    return found
