"""The directory of programs as a page sees it: the public one, with the private claims of the dossier laid over it."""

from __future__ import annotations

from collections.abc import Hashable
from threading import Lock
from uuid import UUID

from django.conf import settings

from bedside.evidence.library import load_evidence
from bedside.programs.collection import Collection
from bedside.programs.directory import Directory
from bedside.programs.overlay import with_private
from bedside.programs.shelf.claims_document import from_document
from bedside.programs.shelf.directory_file import directory_file, open_directory
from bedside.web.memory.recent import Recent
from bedside.web.store.dossiers import Opened
from bedside.web.store.private_claims import claims_of, claims_version

_MOST_KEPT = 16


class OpenDirectories:
    """The directories looked at last, in memory only; those of a locked dossier are never kept."""

    def __init__(self) -> None:
        self._public: tuple[Hashable, Directory] | None = None
        self._private: Recent[Directory] = Recent(_MOST_KEPT)
        self._guard = Lock()

    def public(self) -> Directory:
        """The directory that everybody at this copy of Bedside sees; opened anew when its file has changed."""
        state = _state_of_the_file()
        with self._guard:
            if self._public is None or self._public[0] != state:
                self._public = (state, open_directory(settings.HOSTING.data_folder, load_evidence()))
            return self._public[1]

    def state_for(self, opened: Opened) -> tuple[Hashable, ...]:
        """What changes when the directory does, as this dossier sees it."""
        return claims_version(opened.id), _state_of_the_file()

    def of(self, opened: Opened) -> Directory:
        """The directory as this dossier sees it; raises what reading the private claims raises."""
        public = self.public()
        which = self.state_for(opened)
        kept = self._private.found(opened.id, which)
        if kept is not None:
            return kept
        private = private_collection(opened)
        if not private.imports:
            return public
        directory = with_private(public, private, load_evidence())
        return self._private.keep(opened.id, which, directory) if opened.key is None else directory

    def forget(self, id: UUID) -> None:
        """Keep nothing of one dossier any longer, as after it was locked or erased."""
        self._private.forget(id)


def private_collection(opened: Opened) -> Collection:
    """The private lists and checks of a dossier; raises ProgramsMistake where they cannot be used."""
    return from_document(claims_of(opened))


def _state_of_the_file() -> Hashable:
    """What changes when another directory takes the place of this one."""
    try:
        found = directory_file(settings.HOSTING.data_folder).stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


DIRECTORIES = OpenDirectories()
