"""A list of programs on the terminal, as a file for a spreadsheet, or as JSON."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rich_click as click

from bedside.cli.outputs import not_over

if TYPE_CHECKING:
    from bedside.cli.program_choice import Opened
    from bedside.documents.content.programs.lists import ProgramList
    from bedside.programs.search import Search


def found_for(shelf: Opened, search: Search, most: int | None) -> ProgramList:
    """What answers to a search, with verdicts where there is an applicant; `most` are shown on a terminal."""
    from bedside.documents.content.programs.lists import ProgramList
    from bedside.programs.search import find, find_judged

    if shelf.asker is None:
        return ProgramList(shelf.directory, find(shelf.directory, search), (), most)
    judged = find_judged(shelf.directory, search, shelf.asker)
    listed, verdicts = tuple(one.listed for one in judged), tuple(one.verdict for one in judged)
    preferred = frozenset(shelf.dossier.target.preferred_states) if shelf.dossier else frozenset()
    return ProgramList(shelf.directory, listed, verdicts, most, shelf.asker.files_opened, preferred)


def print_list(shelf: Opened, found: ProgramList, as_of: date, waiting: bool) -> None:
    """The list on the terminal, and with `waiting` what another season changes."""
    from dataclasses import replace

    from bedside.cli.terminal import print_document
    from bedside.documents.content.programs.lists import list_document, waiting_blocks

    document = list_document(found, as_of, shelf.evidence, shelf.dossier.identity.name if shelf.dossier else "")
    if waiting:
        document = replace(document, blocks=(*document.blocks, *waiting_blocks(_waiting(shelf, found, as_of))))
    print_document(document)


def _waiting(shelf: Opened, found: ProgramList, as_of: date) -> Any:
    from bedside.plan.chances.as_programs_see_you import as_programs_see_you
    from bedside.programs.eligibility.waiting import if_you_wait

    if shelf.asker is None or shelf.dossier is None:
        raise click.UsageError("What waiting changes is about someone: give your dossier with --for.")
    later = as_programs_see_you(shelf.dossier, as_of, shelf.evidence, seasons_later=1)
    return if_you_wait(found.listed, shelf.asker, later)


def write_list(
    shelf: Opened, found: ProgramList, csv_file: Path | None, xlsx: Path | None, dossier: Path | None
) -> None:
    """The list as CSV, as a workbook, or both; never over a dossier."""
    not_over(dossier, (csv_file, xlsx), "list")
    from bedside.applicant.file.atomic_file import write_atomically
    from bedside.documents.content.programs.sheets import program_sheet, program_sheets
    from bedside.documents.writers.csv_file import as_csv
    from bedside.documents.writers.xlsx_file import as_xlsx

    if csv_file:
        write_atomically(
            csv_file, as_csv(program_sheet(found.listed, found.verdicts, shelf.evidence)), make_folders=True
        )
        click.echo(f"Written: {csv_file}")
    if xlsx:
        write_atomically(
            xlsx,
            as_xlsx(program_sheets(shelf.directory, found.listed, found.verdicts, shelf.evidence)),
            make_folders=True,
        )
        click.echo(f"Written: {xlsx}")
    if shelf.directory.is_sample:
        from bedside.documents.content.programs.lists import SAMPLE, in_the_sample
        from bedside.documents.wording import count

        click.echo(SAMPLE.format(programs=count(in_the_sample(shelf.directory), "program")).replace("`", "'"))


def list_in_json(shelf: Opened, found: ProgramList, as_of: date, waiting: bool) -> dict[str, Any]:
    """The list as JSON, and with `waiting` what another season changes."""
    from bedside.documents.content.programs.as_json import list_as_json, waiting_as_json

    content = list_as_json(shelf.directory, found.listed, found.verdicts)
    return {**content, "waiting": waiting_as_json(_waiting(shelf, found, as_of))} if waiting else content


def print_plain_json(content: dict[str, Any]) -> None:
    """JSON as it is, without colours and line breaks of a terminal."""
    click.echo(json.dumps(content, ensure_ascii=False, indent=2))
