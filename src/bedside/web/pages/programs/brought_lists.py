"""Lists of programs that somebody brings: looked at, kept for them alone or for everybody here, and taken back."""

from __future__ import annotations

import json
from collections.abc import Callable

from django.conf import settings

from bedside.evidence.library import load_evidence
from bedside.programs.collection import Collection, Import
from bedside.programs.mention import Reading
from bedside.programs.mistakes import ProgramsMistake
from bedside.programs.shelf.claims_document import as_document, from_document
from bedside.programs.shelf.digest import as_import
from bedside.programs.shelf.directory_file import add_reading, answer, imports_of, take_back
from bedside.web.clock import this_moment, today
from bedside.web.memory.directories import private_collection
from bedside.web.store.dossiers import Opened
from bedside.web.store.private_claims import Claims, change_claims
from bedside.web.store.waiting_lists import forget_waiting_list, let_wait, waiting_list


def let_read_list_wait(opened: Opened, reading: Reading, file_name: str) -> None:
    """Let what was read wait until the applicant has looked at it."""
    only = Collection((as_import(reading, file_name, today()),))
    let_wait(opened, as_document(only), this_moment())


def list_that_waits(opened: Opened) -> Import | None:
    """What was read and is not kept yet; None where nothing waits."""
    content = waiting_list(opened, this_moment())
    return from_document(content).imports[0] if content else None


def would_be_superseded(opened: Opened, new: Import, for_all: bool) -> tuple[Import, ...]:
    """The lists in whose place this one would count: those of the same name, or older editions of the same report."""
    if for_all:
        return Collection(tuple(kept.one for kept in imports_of(settings.HOSTING.data_folder))).superseded_by(new)
    return private_collection(opened).superseded_by(new)


def keep_privately(opened: Opened, new: Import) -> None:
    """Keep a list for this dossier alone. Raises ProgramsMistake where there is too much of it, and keeps nothing."""
    change_private(opened, lambda collection: collection.adding(new))
    forget_waiting_list(opened)


def keep_for_all(opened: Opened, new: Import) -> None:
    """Put a list into the directory that every dossier on this machine sees. Raises ProgramsMistake."""
    add_reading(settings.HOSTING.data_folder, new.reading, new.file_name, today(), load_evidence())
    forget_waiting_list(opened)


def take_back_privately(opened: Opened, import_id: str) -> None:
    """Take one private list or check back. Raises NothingToUndo."""
    change_private(opened, lambda collection: collection.without(import_id))


def take_back_for_all(import_id: str) -> None:
    """Take one list out of the directory that every dossier on this machine sees. Raises NothingToUndo."""
    take_back(settings.HOSTING.data_folder, import_id, load_evidence())


def change_private(opened: Opened, change: Callable[[Collection], Collection]) -> None:
    """Change the private lists, checks and answers of a dossier; raises ProgramsMistake, and nothing is changed."""

    def changed(claims: Claims) -> Claims:
        document = as_document(change(from_document(claims)))
        if len(json.dumps(document, ensure_ascii=False).encode()) > settings.LARGEST_CLAIMS:
            raise ProgramsMistake(
                "With this list your own lists would be larger than a dossier can carry, "
                f"{settings.LARGEST_CLAIMS // 1_000_000} MB. Nothing was kept. Take another list back first, or bring "
                "only the rows you need."
            )
        return document

    change_claims(opened, changed)


def remember_answer(opened: Opened, fingerprint: str, key: str, is_private: bool) -> None:
    """Remember which program a mention of a list is; an empty key says that it is one of its own."""
    if is_private:
        change_private(opened, lambda collection: collection.answering(fingerprint, key))
    else:
        answer(settings.HOSTING.data_folder, fingerprint, key, load_evidence())
