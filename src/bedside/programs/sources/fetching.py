"""Fetching the files of a source when the user says so: gone on with where it was cut, and checked before it is kept.

Nothing else in Bedside opens a connection to anywhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bedside.programs.importing.content_kind import ContentKind, content_kind
from bedside.programs.mistakes import FileNotRead
from bedside.programs.shelf.writers_lock import writing_in
from bedside.programs.sources.addresses import FetchFailed, refuse_unsafe
from bedside.programs.sources.catalogue import Access, PublishedFile, PublishedSource
from bedside.programs.sources.download import Cut, Limits, Unreachable, download
from bedside.programs.sources.partial_file import PartialFile

_TRIES = 3
_PATIENCE = 0.2


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of a file has come: bytes, of how many (None where the server does not say)."""

    file: str
    received: int
    total: int | None


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file that has come whole, and where it lies.

    `sha256` is its digest; `as_known` says whether it is the very file that was known when Bedside was made. A newer
    edition under the same address has another digest, and is no mistake.
    """

    file: PublishedFile
    path: Path
    size: int
    sha256: str
    as_known: bool

    @property
    def says(self) -> str:
        """What came, in a sentence, with its digest to compare."""
        edition = "the file that Bedside was made with" if self.as_known else "not the file that Bedside was made with"
        return f"“{self.file.name}” came: {self.size:,} bytes, {edition} (SHA-256 {self.sha256})."


@dataclass(frozen=True, slots=True)
class Delivery:
    """What came of a source, and a sentence for each file that did not."""

    fetched: tuple[Fetched, ...]
    missing: tuple[str, ...] = ()

    @property
    def says(self) -> str:
        """What came, in a sentence: with its digest where it is one file."""
        if len(self.fetched) == 1:
            return self.fetched[0].says
        known = sum(one.as_known for one in self.fetched)
        return f"{len(self.fetched)} files came, {known} of them the files that Bedside was made with."


def _untold(_progress: Progress) -> None:
    """Nobody wants to know."""


def fetch_source(
    source: PublishedSource,
    folder: Path,
    on_progress: Callable[[Progress], None] = _untold,
    limits: Limits | None = None,
) -> Delivery:
    """Fetch every file of a source into `folder`; call this only after the user has read the terms and said yes.

    1. Where an earlier fetching broke off between files, those that came then, as they are known, are taken.
    2. One that came in part is gone on with, where the server still has the same version; else it begins anew.
    3. What came whole is kept only if it is what it has to be: a PDF, or text.
    4. Where there is no connection at all, the other files are not tried.

    Raises FetchFailed where nothing came, and ProgramsMistake where the folder is in use or not usable; what came in
    part stays for the next time. What `on_progress` raises ends the fetching and goes through to the caller, so that
    the user can stop it.
    """
    if source.access is not Access.FETCHED:
        raise FetchFailed(
            f"Bedside does not fetch “{source.title}”. Open {source.page}, save or copy what you may see there, and "
            f"add that."
        )
    with writing_in(folder, patience=_PATIENCE):
        return _fetch_all(source, folder, on_progress, limits or Limits())


def _fetch_all(
    source: PublishedSource, folder: Path, on_progress: Callable[[Progress], None], limits: Limits
) -> Delivery:
    fetched: list[Fetched] = []
    missing: list[str] = []
    all_there = all((folder / file.name).exists() for file in source.files)
    for file in source.files:
        try:
            there = None if all_there else _left_from_before(file, folder)
            fetched.append(there or _fetch_one(file, source.page, folder, on_progress, limits))
        except Unreachable as failure:
            missing.append(str(failure))
            break
        except FetchFailed as failure:
            missing.append(str(failure))
    if not fetched:
        raise FetchFailed(" ".join(missing))
    return Delivery(tuple(fetched), tuple(missing))


def _left_from_before(file: PublishedFile, folder: Path) -> Fetched | None:
    whole = folder / file.name
    if whole.is_file() and _digest(whole.read_bytes()) == file.sha256:
        return Fetched(file, whole, file.size, file.sha256, as_known=True)
    return None


def _fetch_one(
    file: PublishedFile, page: str, folder: Path, on_progress: Callable[[Progress], None], limits: Limits
) -> Fetched:
    refuse_unsafe(file.url)
    try:
        return _kept(file, page, PartialFile(folder, file.name), on_progress, limits)
    except OSError as refusal:
        raise FetchFailed(
            f"“{file.name}” could not be written to {folder}: {refusal.strerror or refusal}."
        ) from refusal


def _kept(
    file: PublishedFile, page: str, part: PartialFile, on_progress: Callable[[Progress], None], limits: Limits
) -> Fetched:
    _bring(file, page, part, lambda received, total: on_progress(Progress(file.name, received, total)), limits)
    content = part.content()
    try:
        _check(file, page, content)
    except FetchFailed:
        part.discard()
        raise
    digest = _digest(content)
    return Fetched(file, part.finish(), len(content), digest, as_known=digest == file.sha256)


def _bring(
    file: PublishedFile, page: str, part: PartialFile, tell: Callable[[int, int | None], None], limits: Limits
) -> None:
    reason = ""
    for _ in range(_TRIES):
        before = part.size
        try:
            return download(file.url, page, part, tell, limits)
        except Cut as cut:
            reason = str(cut)
        if part.size == before:
            break
    kept = "What came is kept: try again, and it goes on there." if part.size else "Try again later."
    raise FetchFailed(f"“{file.name}” has not come whole: {reason} {kept}")


def _check(file: PublishedFile, page: str, content: bytes) -> None:
    try:
        found = content_kind(content)
    except FileNotRead:
        found = ContentKind.UNKNOWN
    if found is not file.content:
        raise FetchFailed(
            f"What came from {file.url} is {found.value}, and not {file.content.value}: the publisher may have moved "
            f"it, or wants a browser. Nothing was kept. Look for it on {page}, download it there, and add the file."
        )


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
