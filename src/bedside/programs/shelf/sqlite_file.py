"""directory.sqlite: the imports, the answers and what was built from them, always whole, old or new."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bedside.programs.collection import Collection, Import
from bedside.programs.mistakes import ProgramsMistake
from bedside.programs.shelf.plain_data import as_plain, from_plain
from bedside.programs.shelf.stored_directory import Stored

SCHEMA_VERSION = 1
_BESIDE = ".directory-", ".partial"
_WITHIN = frozenset(("rows", "state_results", "hospitals", "unread", "notes", "columns"))
"""What stands in a reading; the rest of it says what the reading is."""

_APPLICATION = 0x42656473  # "Beds": tells the file from any other SQLite database
_TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE imports (position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, content BLOB NOT NULL);
CREATE TABLE answers (fingerprint TEXT PRIMARY KEY, program TEXT NOT NULL);
CREATE TABLE lists (name TEXT PRIMARY KEY, content BLOB NOT NULL);
CREATE TABLE programs (key TEXT PRIMARY KEY, content BLOB NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class DirectoryContent:
    """What stands in the file beside the imports. `made_with` is the version of Bedside that built it."""

    stored: Stored
    made_with: str


def read_built(path: Path) -> DirectoryContent:
    """What was built. Raises FileNotFoundError, and ProgramsMistake for a file that is damaged or newer."""
    with _opened(path) as connection:
        about = dict(connection.execute("SELECT name, value FROM about").fetchall())
        lists = dict(connection.execute("SELECT name, content FROM lists").fetchall())
        programs = dict(connection.execute("SELECT key, content FROM programs").fetchall())
    return DirectoryContent(Stored(lists, programs, about.get("is_sample") == "yes"), about.get("made_with", ""))


def read_collection(path: Path) -> Collection:
    """The imports and answers; none where there is no file. Raises ProgramsMistake as `read_built` does."""
    try:
        with _opened(path) as connection:
            packed = connection.execute("SELECT content FROM imports ORDER BY position").fetchall()
            answers = dict(connection.execute("SELECT fingerprint, program FROM answers").fetchall())
            return Collection(tuple(_unpacked(content) for (content,) in packed), answers)
    except FileNotFoundError:
        return Collection()


def read_titles(path: Path) -> tuple[tuple[Import, int], ...]:
    """The imports without what stands in them, each with its number of programs; raises as `read_collection` does.

    To say what was added takes the titles alone, and what stands in them is thousands of programs.
    """
    try:
        with _opened(path) as connection:
            packed = connection.execute("SELECT content FROM imports ORDER BY position").fetchall()
            return tuple(_title(_plain(content)) for (content,) in packed)
    except FileNotFoundError:
        return ()


def write_directory(path: Path, collection: Collection, stored: Stored, made_with: str) -> None:
    """Write a new file beside the old one and put it in its place in one step. Raises ProgramsMistake.

    Whoever reads the old file has all of it already. What killed writers left behind is cleared away.
    """
    for left in path.parent.glob(f"{_BESIDE[0]}*{_BESIDE[1]}*"):
        left.unlink(missing_ok=True)
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=_BESIDE[0], suffix=_BESIDE[1])
        os.close(handle)
        try:
            _fill(Path(name), collection, stored, made_with)
            os.replace(name, path)
        finally:
            Path(name).unlink(missing_ok=True)
    except (OSError, sqlite3.Error) as refusal:
        reason = (getattr(refusal, "strerror", None) or str(refusal)).lower()
        raise ProgramsMistake(
            f"The directory of programs was not written: {reason}. What was there before is unchanged ({path})."
        ) from None


def _fill(path: Path, collection: Collection, stored: Stored, made_with: str) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        # Nobody sees the file before it is whole, so that it needs no journal.
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        connection.executescript(f"PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {SCHEMA_VERSION};")
        connection.executescript(_TABLES)
        about = {"made_with": made_with, "is_sample": "yes" if stored.is_sample else "no"}
        packed = ((number, one.id, _packed(one)) for number, one in enumerate(collection.imports))
        connection.executemany("INSERT INTO about VALUES (?, ?)", about.items())
        connection.executemany("INSERT INTO imports VALUES (?, ?, ?)", packed)
        connection.executemany("INSERT INTO answers VALUES (?, ?)", collection.answers.items())
        connection.executemany("INSERT INTO lists VALUES (?, ?)", _rows(stored.lists))
        connection.executemany("INSERT INTO programs VALUES (?, ?)", _rows(stored.programs))
        connection.commit()
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _rows(contents: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    return iter(contents.items())


def _packed(one: Import) -> bytes:
    return zlib.compress(json.dumps(as_plain(one), ensure_ascii=False).encode("utf-8", "surrogatepass"), level=1)


def _unpacked(content: bytes) -> Import:
    read: Import = from_plain(Import, _plain(content), "import")
    return read


def _plain(content: bytes) -> Any:
    return json.loads(zlib.decompress(content).decode("utf-8", "surrogatepass"))


def _title(plain: Any) -> tuple[Import, int]:
    reading = plain.get("reading") if isinstance(plain, dict) else None
    programs = 0
    if isinstance(reading, dict):
        programs = len(reading.get("rows", ()))
        plain = {**plain, "reading": {name: value for name, value in reading.items() if name not in _WITHIN}}
    title: Import = from_plain(Import, plain, "import")
    return title, programs


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    if not path.exists():
        raise FileNotFoundError(path)
    try:
        # The file never changes once it has its name, so that no lock is needed to read it.
        with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)) as connection:
            _refuse_others(path, connection)
            yield connection
    except (sqlite3.Error, ValueError, zlib.error, ProgramsMistake) as damage:
        if isinstance(damage, NewerDirectory):
            raise
        raise damaged(path) from damage


def _refuse_others(path: Path, connection: sqlite3.Connection) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != _APPLICATION:
        raise ValueError("another kind of database")
    if version > SCHEMA_VERSION:
        raise NewerDirectory(
            f"{path} was written by a newer Bedside (version {version} of its format; this one reads up to "
            f"{SCHEMA_VERSION}). Bring this Bedside up to date, or move the file away to begin anew."
        )


class NewerDirectory(ProgramsMistake):
    """The directory was written by a newer Bedside."""


def damaged(path: Path) -> ProgramsMistake:
    """The sentence for a file that cannot be read."""
    return ProgramsMistake(
        f"{path} is damaged and cannot be read. Bring it back from a copy, or move it away and add your sources again."
    )
