"""Content built once as blocks; each writer turns the same blocks into its own format."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """How a note is set apart: never by colour alone, each has a word and a shape."""

    PLAIN = "plain"
    NOTE = "note"
    CARE = "care"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of a section, 2 and 3 lie below it."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. `quiet` is for sources and asides."""

    text: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without numbers."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """Items with a state in a word ("met", "not met", "unknown"), set with a shape beside the word."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `widths` are relative, `align` holds "left" or "right" for each column."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()
    align: tuple[str, ...] = ()
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A box with a title, for one thing that must not be missed."""

    title: str
    blocks: tuple[Block, ...]
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture drawn by us: its finding as title, SVG, a text alternative, and the table behind it."""

    title: str
    svg: str
    says: str
    table: Table


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Start a new page where the format has pages."""


Block = Heading | Paragraph | Bullets | Checklist | Table | Card | Chart | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """A document: a title, a line below it, and blocks. `discreet_title` names neither purpose nor person."""

    title: str
    subtitle: str
    author: str
    blocks: tuple[Block, ...]
    discreet_title: str = "Plan"
