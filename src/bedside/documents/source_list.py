"""The list of sources at the end of a document: publications, and the figures used from each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SourcedFigure:
    """One figure in the list of sources: its number, what it says, and what has to be known about it.

    `value` holds what the sentence does not say already; `link` is an address to read on.
    """

    number: int
    name: str
    says: str
    value: str
    notes: tuple[str, ...]
    link: str | None = None


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """A publication with the figures used from it, and the day on which it was read."""

    title: str
    published_by: str
    url: str | None
    figures: tuple[SourcedFigure, ...]
    read: date

    @property
    def read_on(self) -> str:
        """A sentence with the day on which it was read."""
        return f"Read {self.read.day} {self.read:%B %Y}."
