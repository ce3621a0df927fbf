"""Adding to the directory of programs from the command line: a look first, then all of it or nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import rich_click as click

if TYPE_CHECKING:
    from bedside.programs.collection import Collection, Import
    from bedside.programs.mention import Reading
    from bedside.programs.shelf.directory_file import KeptImport
    from bedside.programs.sources.catalogue import PublishedSource
    from bedside.programs.sources.fetching import Progress

Brought = list[tuple["Reading", str]]
DOWNLOADS = "downloads"
NEW = "new"


def add_to_directory(
    files: Sequence[str], paste: bool, specialty: str, dossier: Path | None, yes: bool, folder: Path, as_of: date
) -> None:
    """Read everything, show what was recognised, ask, and keep all of it or nothing."""
    if not files and not paste:
        raise click.UsageError("Name a file or a source, or give --paste and a table.")
    brought = [one for file in files for one in _brought(file, specialty, folder, yes)]
    if paste:
        brought.append(_pasted(specialty))
    _show(brought, as_of)
    _refuse_own_for_all(brought, dossier)
    if not yes and not _agreed("Keep this?"):
        click.echo("Nothing was kept.")
        return
    _keep(brought, dossier, folder, as_of)


def show_sources(folder: Path, as_of: date, as_json: bool) -> None:
    """The catalogue of sources and what was added."""
    from bedside.cli.terminal import print_document, print_json
    from bedside.documents.content.programs.importing import sources_document
    from bedside.programs.shelf.directory_file import imports_of
    from bedside.programs.sources.catalogue import all_sources

    if as_json:
        for source in all_sources():
            print_json(source)
        return
    print_document(sources_document(all_sources(), imports_of(folder), as_of))


def take_one_back(import_id: str | None, dossier: Path | None, folder: Path, as_of: date) -> None:
    """Take one import back, or list what can be."""
    from bedside.evidence.library import load_evidence
    from bedside.programs.shelf.directory_file import imports_of, take_back

    if import_id is None:
        _print_imports(imports_of(folder) if dossier is None else _private(dossier), as_of)
    elif dossier is not None:
        _change_private(dossier, lambda collection: collection.without(import_id))
        click.echo(f"Taken back: {import_id}.")
    else:
        taken = take_back(folder, import_id, load_evidence())
        click.echo(f"Taken back: {taken.reading.title} ({taken.file_name}).")


def show_questions(dossier: Path | None, folder: Path, as_of: date) -> None:
    """The names that are open."""
    from bedside.cli.program_choice import opened
    from bedside.cli.terminal import print_document
    from bedside.documents.blocks import Document
    from bedside.documents.content.programs.importing import questions_blocks

    directory = opened(folder, dossier, as_of).directory
    names = {one.key: f"{one.name}, {one.city}, {one.state}" for one in directory}
    blocks = tuple(questions_blocks(directory.questions, names))
    print_document(Document("Which program is it?", f"{len(directory.questions)} open", "", as_of, blocks))


def answer_question(question: str, program: str, dossier: Path | None, folder: Path, as_of: date) -> None:
    """Remember which program a name is."""
    from bedside.cli.program_choice import opened
    from bedside.programs.search import find_one
    from bedside.programs.shelf.directory_file import answer

    shelf = opened(folder, dossier, as_of)
    asked = next((one for one in shelf.directory.questions if one.fingerprint == question), None)
    if asked is None:
        raise click.ClickException(f"There is no open question “{question}”. `bedside programs questions` lists them.")
    key = "" if program == NEW else find_one(shelf.directory, program).key
    if asked.origin.is_private and dossier is not None:
        _change_private(dossier, lambda collection: collection.answering(question, key))
    else:
        answer(folder, question, key, shelf.evidence)
    click.echo("It is remembered: a program of its own." if not key else f"It is remembered: {key}.")


def keep_own_check(
    dossier: Path, program: str, field: str, value: str, url: str, quote: str, folder: Path, as_of: date
) -> None:
    """Keep what the applicant found out about one program, with their dossier."""
    from bedside.cli.program_choice import opened
    from bedside.programs.importing.own_check import own_check
    from bedside.programs.search import find_one
    from bedside.programs.shelf.digest import as_import

    shelf = opened(folder, dossier, as_of)
    listed = find_one(shelf.directory, program)
    reading = own_check(listed, field, value, as_of, url, quote, shelf.evidence)
    new = as_import(reading, "your own check", as_of)
    _change_private(dossier, lambda collection: collection.adding(new))
    click.echo(f"Kept with your dossier: {listed.name}.")
    click.echo(f"Take it back with: bedside programs undo {new.id} --private-to {dossier}")


def _brought(name: str, specialty: str, folder: Path, yes: bool) -> Brought:
    from bedside.evidence.library import load_evidence
    from bedside.programs.importing.content_kind import refuse_too_large
    from bedside.programs.importing.importer import SourceFile
    from bedside.programs.importing.recognising import read_file
    from bedside.programs.sources.catalogue import find_source

    path = Path(name)
    if path.exists() or path.suffix:
        refuse_too_large(path.name, path.stat().st_size)
        return [(read_file(SourceFile(path.name, path.read_bytes(), specialty), load_evidence()), path.name)]
    return _fetched(find_source(name), folder, yes)


def _pasted(specialty: str) -> tuple[Reading, str]:
    from bedside.evidence.library import load_evidence
    from bedside.programs.importing.own_table import read_pasted

    if sys.stdin.isatty():
        click.echo("Paste the table, and end it with a line that holds only the end-of-file key (Ctrl-D).", err=True)
    return read_pasted(sys.stdin.read(), load_evidence(), specialty), "pasted"


def _fetched(source: PublishedSource, folder: Path, yes: bool) -> Brought:
    """The terms first, then the files with word on how far they are, then what they were read as."""
    from bedside.evidence.library import load_evidence
    from bedside.programs.sources.fetching import fetch_source
    from bedside.programs.sources.reading_fetched import read_delivery

    _show_terms(source)
    if not yes and not _agreed(f"Fetch it from {source.page}?"):
        raise click.ClickException("Nothing was fetched.")
    delivery = fetch_source(source, folder / DOWNLOADS, _tell)
    click.echo("", err=True)
    for came in delivery.fetched:
        click.echo(came.says, err=True)
    preview = read_delivery(source, delivery, load_evidence())
    for mistake in preview.mistakes:
        click.echo(mistake, err=True)
    return list(preview.readings)


def _refuse_own_for_all(brought: Brought, dossier: Path | None) -> None:
    """What comes from the user alone is kept with a dossier, and asked for before anybody has said yes."""
    from bedside.programs.mistakes import TableOfOnesOwn
    from bedside.programs.shelf.directory_file import may_be_for_all

    own = [name for reading, name in brought if not may_be_for_all(reading)]
    if own and dossier is None:
        raise TableOfOnesOwn(own)


def _tell(progress: Progress) -> None:
    whole = f" of {progress.total / 1_000_000:.1f}" if progress.total else ""
    if sys.stderr.isatty():
        click.echo(f"\r{progress.file}: {progress.received / 1_000_000:.1f}{whole} MB ", nl=False, err=True)


def _show_terms(source: PublishedSource) -> None:
    from bedside.cli.terminal import print_document
    from bedside.documents.blocks import Bullets, Document, Facts
    from bedside.documents.content.programs.importing import source_facts

    blocks = (Facts(tuple(source_facts(source))), Bullets(source.terms))
    print_document(Document(source.title, source.gives, "", source.terms_read_on, blocks))


def _show(brought: Brought, as_of: date) -> None:
    from bedside.cli.terminal import print_document
    from bedside.documents.blocks import Document
    from bedside.documents.content.programs.importing import preview_blocks

    blocks = tuple(block for reading, name in brought for block in preview_blocks(reading, name))
    print_document(Document("What was read", "Nothing is kept yet", "", as_of, blocks))


def _agreed(question: str) -> bool:
    if not sys.stdin.isatty():
        click.echo("Nobody can be asked here: say it with --yes.", err=True)
        return False
    return click.confirm(question, default=False)


def _keep(brought: Brought, dossier: Path | None, folder: Path, as_of: date) -> None:
    from bedside.evidence.library import load_evidence
    from bedside.programs.shelf.digest import as_import
    from bedside.programs.shelf.directory_file import add_readings

    if dossier is not None:
        new = [as_import(reading, name, as_of) for reading, name in brought]
        _change_private(dossier, lambda collection: _adding_all(collection, new))
        click.echo(
            f"Kept with {dossier.name}, for you alone. Take it back: bedside programs undo --private-to {dossier}"
        )
        return
    added = add_readings(folder, brought, as_of, load_evidence())
    if not added.is_new:
        click.echo("It was there already: nothing changed.")
        return
    click.echo(f"The directory holds {added.programs:,} programs now; there were {added.programs_before:,}.")
    if added.questions:
        click.echo(f"{added.questions:,} names may be one of several programs: bedside programs questions")


def _adding_all(collection: Collection, new: Sequence[Import]) -> Collection:
    for one in new:
        collection = collection.adding(one)
    return collection


def _private(dossier: Path) -> list[KeptImport]:
    from bedside.programs.shelf.claims_file import claims_beside, read_claims
    from bedside.programs.shelf.directory_file import KeptImport

    return [KeptImport(one, len(one.reading.rows)) for one in read_claims(claims_beside(dossier)).imports]


def _change_private(dossier: Path, change: Callable[[Collection], Collection]) -> None:
    """Read the claims beside a dossier, change them, and write them; the dossier has to be there."""
    from bedside.programs.shelf.claims_file import claims_beside, read_claims, write_claims

    if not dossier.is_file():
        raise click.ClickException(f"{dossier}: there is no dossier of this name. Check the name of the file.")
    path = claims_beside(dossier)
    write_claims(path, change(read_claims(path)))


def _print_imports(added: Sequence[KeptImport], as_of: date) -> None:
    from bedside.cli.terminal import print_document
    from bedside.documents.blocks import Document
    from bedside.documents.content.programs.importing import added_blocks

    blocks = tuple(added_blocks(added))
    print_document(Document("What was added", "Each can be taken back", "", as_of, blocks))
