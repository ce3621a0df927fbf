"""The public directory in the user's data folder: opened, added to, taken back from; the sample where there is none."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

import bedside
from bedside.evidence.library import Evidence
from bedside.programs.building.build import Built, build
from bedside.programs.building.live_imports import by_age
from bedside.programs.collection import Collection, Import
from bedside.programs.directory import Directory
from bedside.programs.importing.own_table.own_table import KIND as OWN_TABLE
from bedside.programs.mention import Reading
from bedside.programs.mistakes import ProgramsMistake, TableOfOnesOwn
from bedside.programs.sample.sample import sample_collection
from bedside.programs.shelf.digest import as_import
from bedside.programs.shelf.sqlite_file import (
    NewerDirectory,
    damaged,
    read_built,
    read_collection,
    read_titles,
    write_directory,
)
from bedside.programs.shelf.stored_directory import stored
from bedside.programs.shelf.writers_lock import writing_in

DIRECTORY_FILE = "directory.sqlite"
NATIONAL_LIST = "nrmp-program-results"
"""The kind of import that turns the sample into one source among others."""


@dataclass(frozen=True, slots=True)
class Added:
    """What adding came to: the ids of the imports, of them the new ones, and the directory before and after."""

    import_ids: tuple[str, ...]
    new_ids: tuple[str, ...]
    programs_before: int
    programs: int
    questions: int

    @property
    def import_id(self) -> str:
        """The id of the import; of the first where several were added."""
        return self.import_ids[0]

    @property
    def is_new(self) -> bool:
        """Whether anything was added that was not there before."""
        return bool(self.new_ids)


@dataclass(frozen=True, slots=True)
class KeptImport:
    """An import as it is listed for taking back: its title, which may come without the programs, and how many they are.

    `counts` says that no newer edition has taken its place.
    """

    one: Import
    programs: int
    counts: bool = True


def directory_file(folder: Path) -> Path:
    """Where the directory of a folder is kept; there is no file while nothing was added."""
    return folder / DIRECTORY_FILE


def open_directory(folder: Path, evidence: Evidence) -> Directory:
    """The directory in a folder; the sample directory where nothing was added there.

    Raises ProgramsMistake for a file that is damaged or that a newer Bedside wrote.
    """
    path = directory_file(folder)
    state = _state_of(path)
    return _opened(path, evidence, *state) if state else _sample(evidence)


def add_reading(folder: Path, reading: Reading, file_name: str, as_of: date, evidence: Evidence) -> Added:
    """Keep a reading in the folder's directory; the same content again changes nothing. Raises ProgramsMistake."""
    return add_readings(folder, [(reading, file_name)], as_of, evidence)


def add_readings(folder: Path, readings: Iterable[tuple[Reading, str]], as_of: date, evidence: Evidence) -> Added:
    """Keep several readings with their file names in one step: all of them, or none. Raises ProgramsMistake.

    Tables of one's own are private claims: they belong to a dossier, and raise TableOfOnesOwn here.
    """
    readings = tuple(readings)
    own = [file_name for reading, file_name in readings if not may_be_for_all(reading)]
    if own:
        raise TableOfOnesOwn(own)
    imports = [as_import(reading, file_name, as_of) for reading, file_name in readings]
    new: list[str] = []

    def with_them(before: Collection) -> Collection:
        for one in imports:
            if not before.holds(one.id):
                new.append(one.id)
            before = before.adding(one)
        return before

    before, after = _change(folder, evidence, with_them)
    ids = tuple(one.id for one in imports)
    return Added(ids, tuple(new), before, len(after), len(after.questions))


def may_be_for_all(reading: Reading) -> bool:
    """Whether a reading may stand in the directory that every dossier sees: a table of one's own may not."""
    return reading.kind != OWN_TABLE


def take_back(folder: Path, import_id: str, evidence: Evidence) -> Import:
    """Take back one import and return it; nothing of it is left. Raises NothingToUndo."""
    taken: list[Import] = []

    def without_it(before: Collection) -> Collection:
        taken.extend(one for one in before.imports if one.id == import_id)
        return before.without(import_id)

    _change(folder, evidence, without_it)
    return taken[0]


def answer(folder: Path, fingerprint: str, key: str, evidence: Evidence) -> Directory:
    """Remember which program a mention is; "" says that it is a program of its own. Returns the directory then."""
    return _change(folder, evidence, lambda before: before.answering(fingerprint, key))[1]


def imports_of(folder: Path) -> tuple[KeptImport, ...]:
    """What was added to the directory of a folder, in the order in which it was. Raises ProgramsMistake."""
    path = directory_file(folder)
    state = _state_of(path)
    return _listed(path, *state) if state else ()


def _change(folder: Path, evidence: Evidence, change: Callable[[Collection], Collection]) -> tuple[int, Directory]:
    """Change the collection of a folder while no one else does; returns how many programs there were, and what is."""
    path = directory_file(folder)
    with writing_in(folder):
        before = read_collection(path)
        after = change(before)
        programs_before = len(open_directory(folder, evidence))
        if after == before:
            return programs_before, open_directory(folder, evidence)
        built = _built(after, evidence)
        if after.imports or after.answers:
            write_directory(path, after, stored(built), bedside.__version__)
        else:
            path.unlink(missing_ok=True)
    return programs_before, built.directory


def _built(kept: Collection, evidence: Evidence) -> Built:
    """The sample lies beneath what was added; it is still a sample until a national list is there."""
    whole = Collection((*sample_collection(evidence).imports, *kept.imports), kept.answers)
    return build(whole, evidence, is_sample=all(one.reading.kind != NATIONAL_LIST for one in kept.imports))


def _state_of(path: Path) -> tuple[int, ...] | None:
    """What changes when another directory takes the place of this one; None where there is none."""
    try:
        state = os.stat(path)
    except FileNotFoundError:
        return None
    except OSError as refusal:
        raise ProgramsMistake(f"{path} cannot be read: {(refusal.strerror or 'no reason').lower()}.") from None
    return state.st_mtime_ns, state.st_size, state.st_ino


@lru_cache(maxsize=4)
def _listed(path: Path, *_state: int) -> tuple[KeptImport, ...]:
    titles = read_titles(path)
    counts = {one.id: not is_superseded for one, is_superseded in by_age([one for one, _ in titles])}
    return tuple(KeptImport(one, programs, counts[one.id]) for one, programs in titles)


@lru_cache(maxsize=2)
def _sample(evidence: Evidence) -> Directory:
    return build(sample_collection(evidence), evidence, is_sample=True).directory


@lru_cache(maxsize=4)
def _opened(path: Path, evidence: Evidence, *_state: int) -> Directory:
    content = read_built(path)
    try:
        if content.made_with == bedside.__version__:
            return content.stored.directory
        return _rebuilt(path, evidence)
    except NewerDirectory:
        raise
    except (ValueError, KeyError, TypeError, AttributeError, ProgramsMistake) as damage:
        raise damaged(path) from damage


def _rebuilt(path: Path, evidence: Evidence) -> Directory:
    """What another version of Bedside built is built anew from the same imports, in memory: the file is not touched."""
    return _built(read_collection(path), evidence).directory
