"""`bedside programs`: the directory of programs, held against a dossier where there is one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import rich_click as click

from bedside.cli.options import as_of_option, dossier_argument, json_option, user_mistakes
from bedside.cli.program_choice import folder_option, for_option, search_options

SHOWN = 25


class InOrder(click.RichGroup):
    """A group that lists its commands in the order in which one comes to them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of this file."""
        return list(self.commands)


@click.group(cls=InOrder)
def programs() -> None:
    """Find programs, see which would take someone like you and why, and add what you can see of them.

    Everything shown is a claim with a source and a day. What no source says is not reported, which is not a no.
    """


@programs.command("list", short_help="List programs, with a verdict on each for your dossier.")
@click.argument("words", nargs=-1)
@for_option
@search_options
@click.option("--all", "everything", is_flag=True, help=f"Show all that answer, not only the first {SHOWN}.")
@click.option("--waiting", is_flag=True, help="Show what another season of waiting loses and may gain.")
@click.option("--csv", "csv_file", type=click.Path(path_type=Path), metavar="FILE", help="Write the list as CSV.")
@click.option(
    "--xlsx", type=click.Path(path_type=Path), metavar="FILE", help="Write it as a workbook, with its sources."
)
@folder_option
@as_of_option
@json_option
@user_mistakes()
def list_programs(
    words: tuple[str, ...],
    dossier: Path | None,
    everything: bool,
    waiting: bool,
    csv_file: Path | None,
    xlsx: Path | None,
    folder: Path,
    as_of: date,
    as_json: bool,
    **asked: Any,
) -> None:
    """List programs; WORDS are looked for in names, towns and numbers.

    With --for, each program says whether it would take you, what is missing, and what to find out.
    """
    from bedside.cli.program_choice import opened, search_for
    from bedside.cli.program_listing import found_for, list_in_json, print_list, print_plain_json, write_list

    shelf = opened(folder, dossier, as_of)
    search = search_for(words, shelf.evidence, shelf.asker is not None, **asked)
    found = found_for(shelf, search, None if everything else SHOWN)
    if csv_file or xlsx:
        write_list(shelf, found, csv_file, xlsx, dossier)
    elif as_json:
        print_plain_json(list_in_json(shelf, found, as_of, waiting))
    else:
        print_list(shelf, found, as_of, waiting)


@programs.command(short_help="Show all that is claimed of one program.")
@click.argument("program")
@for_option
@folder_option
@as_of_option
@json_option
@user_mistakes()
def show(program: str, dossier: Path | None, folder: Path, as_of: date, as_json: bool) -> None:
    """Show everything claimed of one PROGRAM: its key, its ACGME ID, or words that only it answers to."""
    from bedside.cli.program_choice import opened
    from bedside.cli.program_listing import print_plain_json
    from bedside.cli.terminal import print_document
    from bedside.documents.content.programs.as_json import program_as_json
    from bedside.documents.content.programs.program import program_document
    from bedside.programs.eligibility.judging import judge
    from bedside.programs.search import find_one
    from bedside.programs.targeting_facts import state_shares, targeting_facts

    shelf = opened(folder, dossier, as_of)
    listed = find_one(shelf.directory, program)
    verdict = judge(listed, shelf.asker) if shelf.asker else None
    shares = state_shares(shelf.directory.state_results)
    facts = targeting_facts(listed, shelf.evidence, shelf.asker, shares)
    whole = shelf.directory.whole(listed.key)
    if as_json:
        print_plain_json(program_as_json(shelf.directory, whole, verdict, facts))
    else:
        print_document(program_document(shelf.directory, whole, as_of, shelf.evidence, verdict, facts))


@programs.command(short_help="Lay two to six programs side by side.")
@click.argument("keys", nargs=-1, required=True, metavar="PROGRAM...")
@for_option
@folder_option
@as_of_option
@json_option
@user_mistakes()
def compare(keys: tuple[str, ...], dossier: Path | None, folder: Path, as_of: date, as_json: bool) -> None:
    """Lay two to six programs side by side, each named by its key or by words only it answers to."""
    from bedside.cli.program_choice import opened
    from bedside.cli.program_listing import print_plain_json
    from bedside.cli.terminal import print_document
    from bedside.documents.content.programs.as_json import comparison_as_json
    from bedside.documents.content.programs.program import comparison_of_programs
    from bedside.programs.comparing import compare as side_by_side
    from bedside.programs.search import find_one

    shelf = opened(folder, dossier, as_of)
    found = [find_one(shelf.directory, words).key for words in keys]
    compared = side_by_side(shelf.directory, found, shelf.asker)
    if as_json:
        print_plain_json(comparison_as_json(compared))
    else:
        print_document(comparison_of_programs(shelf.directory, compared, as_of, shelf.evidence))


@programs.command(short_help="Add files, a pasted table, or a published source.")
@click.argument("files", nargs=-1, metavar="FILE_OR_SOURCE...")
@click.option("--paste", is_flag=True, help="Read a table that is typed or piped in.")
@click.option("--specialty", default="", metavar="NAME", help="What the files are about, where they do not say so.")
@click.option(
    "--private-to", "dossier", type=click.Path(path_type=Path), metavar="DOSSIER", help="Keep it with this dossier."
)
@click.option("--yes", is_flag=True, help="Keep it without asking.")
@folder_option
@as_of_option
@user_mistakes()
def add(
    files: tuple[str, ...], paste: bool, specialty: str, dossier: Path | None, yes: bool, folder: Path, as_of: date
) -> None:
    """Add files, or a source by its name, to the directory.

    What was recognised is shown first, with what could not be read and why; nothing is kept until you say so.
    A source such as nrmp is fetched from where it is published, after its terms were shown.
    """
    from bedside.cli.program_adding import add_to_directory

    add_to_directory(files, paste, specialty, dossier, yes, folder, as_of)


@programs.command(short_help="List what is published, and what you have added.")
@folder_option
@as_of_option
@json_option
@user_mistakes()
def sources(folder: Path, as_of: date, as_json: bool) -> None:
    """List what is published about programs, on what terms, and what you have added."""
    from bedside.cli.program_adding import show_sources

    show_sources(folder, as_of, as_json)


@programs.command(short_help="Take back exactly one import.")
@click.argument("import_id", required=False, metavar="[IMPORT]")
@click.option(
    "--private-to", "dossier", type=click.Path(path_type=Path), metavar="DOSSIER", help="One of this dossier's own."
)
@folder_option
@as_of_option
@user_mistakes()
def undo(import_id: str | None, dossier: Path | None, folder: Path, as_of: date) -> None:
    """Take back exactly one import; without IMPORT, list what can be taken back."""
    from bedside.cli.program_adding import take_one_back

    take_one_back(import_id, dossier, folder, as_of)


@programs.command(short_help="Say which program a name is, where it is open.")
@click.argument("question", required=False)
@click.argument("program", required=False)
@click.option(
    "--private-to",
    "dossier",
    type=click.Path(path_type=Path),
    metavar="DOSSIER",
    help="Those of this dossier's own claims.",
)
@folder_option
@as_of_option
@user_mistakes()
def questions(question: str | None, program: str | None, dossier: Path | None, folder: Path, as_of: date) -> None:
    """List names that may be one of several programs; with QUESTION and PROGRAM, say which.

    PROGRAM is the key of a program, or new where it is a program of its own. The answer is remembered.
    """
    from bedside.cli.program_adding import answer_question, show_questions

    if question and program:
        answer_question(question, program, dossier, folder, as_of)
    elif question:
        raise click.UsageError("Say which program it is: its key, or new where it is a program of its own.")
    else:
        show_questions(dossier, folder, as_of)


@programs.command(short_help="Keep what you found out yourself.")
@dossier_argument
@click.argument("program")
@click.argument("field")
@click.argument("value")
@click.option("--url", default="", help="Where you read it.")
@click.option("--quote", default="", help="The words you read.")
@folder_option
@as_of_option
@user_mistakes()
def check(dossier: Path, program: str, field: str, value: str, url: str, quote: str, folder: Path, as_of: date) -> None:
    """Keep what you found out about a PROGRAM yourself: a FIELD such as visa.j1, and its VALUE.

    It is kept with your dossier, and goes before what others compiled.
    """
    from bedside.cli.program_adding import keep_own_check

    keep_own_check(dossier, program, field, value, url, quote, folder, as_of)
