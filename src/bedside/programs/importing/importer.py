"""What every importer takes and gives: a file as it came, and a reading to look at before anything is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from bedside.evidence.library import Evidence
from bedside.programs.mention import Reading


@dataclass(frozen=True, slots=True, weakref_slot=True)
class SourceFile:
    """A file as the user gave it.

    `specialty` is the user's word on what the file is about, for files that do not say so themselves; it may be any
    usual name of a specialty, or "" where the user said nothing.
    """

    name: str
    content: bytes
    specialty: str = ""


class Importer(Protocol):
    """One kind of file that Bedside can read; `key` becomes the kind of its readings."""

    key: str
    title: str

    def recognises(self, file: SourceFile) -> bool:
        """Whether the content, and never the name, is of this kind. Raises FileNotRead for a broken file."""
        ...

    def read(self, file: SourceFile, evidence: Evidence) -> Reading:
        """What the file says, with everything that could not be read. Raises FileNotRead where nothing can be."""
        ...
