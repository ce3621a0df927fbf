"""The catalogue of sources: what each gives, on what terms, and whether Bedside can fetch it or only the user can."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Any

from bedside.programs.importing.content_kind import ContentKind
from bedside.programs.mistakes import ProgramsMistake

_FOLDER = files("bedside.programs.sources")


class Access(Enum):
    """How a source gets onto the user's machine."""

    FETCHED = "fetched"
    BY_HAND = "by hand"
    SIGN_IN = "sign-in"


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file of a source as it was known when Bedside was made; a newer one may have another size and digest.

    `content` is what it has to be, whatever the server calls it; `specialty` is the key of the one it is about, where
    the file does not say so itself. `size` is in bytes, `sha256` in hexadecimal.
    """

    name: str
    url: str
    content: ContentKind
    specialty: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class PublishedSource:
    """One publication with facts about programs.

    `terms` are its terms in Bedside's words, one sentence or two in each, to be shown before anything is fetched;
    `kind` is the key of the importer that reads it ("" for any table). `address_seen` says how its addresses are
    known. `files` is empty where Bedside fetches nothing.
    """

    key: str
    title: str
    publisher: str
    edition: str
    access: Access
    kind: str
    page: str
    gives: str
    licence: str
    terms: tuple[str, ...]
    terms_read_on: date
    address_seen: str
    aliases: tuple[str, ...]
    files: tuple[PublishedFile, ...]

    @property
    def size(self) -> int:
        """Bytes of all its files together."""
        return sum(file.size for file in self.files)

    @property
    def is_private(self) -> bool:
        """Whether what comes from it is the user's alone: it lies behind their own sign-in."""
        return self.access is Access.SIGN_IN


class SourceNotKnown(ProgramsMistake):
    """No source of the catalogue has this name."""

    def __init__(self, words: str) -> None:
        keys = ", ".join(source.key for source in all_sources())
        super().__init__(f"There is no source called “{words}”. Bedside knows these: {keys}.")


@cache
def all_sources() -> tuple[PublishedSource, ...]:
    """Every source, those that Bedside can fetch first."""
    catalogue = tomllib.loads(_text("catalogue.toml"))
    return tuple(_source(entry) for entry in catalogue["source"])


def find_source(words: str) -> PublishedSource:
    """The source with this key, title or alias, whatever its capitals. Raises SourceNotKnown."""
    wanted = words.strip().casefold()
    for source in all_sources():
        if wanted in {name.casefold() for name in (source.key, source.title, *source.aliases)}:
            return source
    raise SourceNotKnown(words)


def _source(entry: dict[str, Any]) -> PublishedSource:
    return PublishedSource(
        **{
            **entry,
            "access": Access(entry["access"]),
            "terms": tuple(entry["terms"]),
            "aliases": tuple(entry["aliases"]),
            "files": tuple(file for key, file in _files() if key == entry["key"]),
        }
    )


@cache
def _files() -> tuple[tuple[str, PublishedFile], ...]:
    return tuple((row["source"], _file(row)) for row in csv.DictReader(_text("files.csv").splitlines()))


def _file(row: dict[str, str]) -> PublishedFile:
    kind = ContentKind[row["content"]]
    return PublishedFile(row["name"], row["url"], kind, row["specialty"], int(row["bytes"]), row["sha256"])


def _text(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
