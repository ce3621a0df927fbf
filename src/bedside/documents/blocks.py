"""Content built once as blocks; each writer turns the same blocks into its own format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bedside.documents.source_list import SourceGroup
from bedside.evidence.reason import Reason


class Tone(StrEnum):
    """How a card is set apart: never by colour alone, each has a word or a shape."""

    PLAIN = "plain"
    NOTE = "note"
    CARE = "care"


class Mark(StrEnum):
    """The shape set before a word that says how something stands; each is a glyph of the document font."""

    LOW = "○"
    MODERATE = "◆"
    HIGH = "▲"
    YES = "✓"
    NO = "✗"
    UNKNOWN = "?"
    HOLDS = "●"
    NOT_NEEDED = "–"
    INFORMATION = "→"


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of text. `sources` names the figures it rests on; writers print their numbers.

    `mark` is the shape before it, `strong` sets it in weight, `quiet` in the colour of asides.
    """

    text: str
    sources: tuple[str, ...] = ()
    mark: Mark | None = None
    strong: bool = False
    quiet: bool = False


Content = str | Line
Cell = str | Line | tuple[str | Line, ...]


def as_line(content: Content) -> Line:
    """The content as a line."""
    return Line(content) if isinstance(content, str) else content


def lines_of(cell: Cell) -> tuple[Line, ...]:
    """The lines of a table cell, top to bottom; empty ones are left out."""
    parts = cell if isinstance(cell, tuple) else (cell,)
    return tuple(line for part in parts if (line := as_line(part)).text or line.mark)


def sources_of(because: Iterable[Reason]) -> tuple[str, ...]:
    """The names of the figures among reasons, each once, in order."""
    return tuple(dict.fromkeys(reason.figure.name for reason in because if reason.figure is not None))


def numbers_of(sources: Iterable[str], numbers: dict[str, int]) -> list[int]:
    """The numbers that sources have in the list of sources, each once, from the lowest."""
    return sorted({numbers[name] for name in sources if name in numbers})


def runs_of(numbers: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Numbers in rising order as runs (first, last); a run is three or more in a row, a number alone is its own."""
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return tuple(part for first, last in runs for part in _apart(first, last))


def _apart(first: int, last: int) -> tuple[tuple[int, int], ...]:
    return ((first, first), (last, last)) if last == first + 1 else ((first, last),)


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
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without numbers."""

    items: tuple[Content, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with what is known about each, such as the write-out."""

    rows: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True, slots=True)
class Check:
    """One item of a checklist: its state in a word, the shape of that state, and what it is about."""

    state: str
    mark: Mark
    lines: Cell


@dataclass(frozen=True, slots=True)
class Checklist:
    """Items with a state in a word ("met", "not met", "unknown"), set with a shape beside the word.

    `dense` is for a list of what needs no attention.
    """

    items: tuple[Check, ...]
    dense: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `widths` are relative, `align` holds "left" or "right" for each column.

    `key` is the column that names the row: where there is no room for columns, it becomes the row's title,
    with what stands in the columns before it. `dense` is for short rows of one kind.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...] = ()
    align: tuple[str, ...] = ()
    caption: str | None = None
    key: int = 0
    dense: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A box with a title, for one thing that must not be missed."""

    title: str
    blocks: tuple[Block, ...]
    tone: Tone = Tone.PLAIN


class TablePlace(StrEnum):
    """Where the table behind a picture stands, in a format that shows pictures.

    `IN_THE_TEXT` says that the blocks around the picture give all of the table already.
    """

    BELOW = "below"
    AT_THE_END = "at the end"
    IN_THE_TEXT = "in the text"


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture drawn by us: its finding as title, SVG, a text alternative, and the table behind it.

    `narrow` is the same as an SVG for telephones; empty where there is none.
    """

    title: str
    svg: str
    says: str
    table: Table
    table_place: TablePlace = TablePlace.AT_THE_END
    narrow: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on: what is signed, and what is already known about it."""

    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OneSheet:
    """A page of its own, set somewhat smaller until its blocks fit on it, where the format has pages.

    `shorter` says the same in fewer words, for where that is not enough.
    """

    blocks: tuple[Block, ...]
    shorter: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class OwnPage:
    """Blocks that stand whole on one page with nothing after them, where the format has pages.

    What leads to them joins that page where both fit on it, and flows with the text before it where they do not.
    """

    leading: tuple[Block, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Start a new page where the format has pages."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The sections with their pages, where the format has pages."""


Block = (
    Heading
    | Paragraph
    | Bullets
    | Facts
    | Checklist
    | Table
    | Card
    | Chart
    | Signatures
    | OneSheet
    | OwnPage
    | PageBreak
    | Contents
)


@dataclass(frozen=True, slots=True)
class Document:
    """A document: a title, a line below it, blocks, and the numbered sources they lead to.

    `kicker` is the short line above the title. `discreet_title` names neither purpose nor person. `one_sheet` is set
    smaller until it fits one page, or `shorter` takes the place of its blocks. One that is `handed_on` is the
    applicant's own paper: nothing of ours stands on it.
    """

    title: str
    subtitle: str
    author: str
    as_of: date
    blocks: tuple[Block, ...]
    sources: tuple[SourceGroup, ...] = ()
    discreet_title: str = "Plan"
    kicker: str = ""
    one_sheet: bool = False
    shorter: tuple[Block, ...] = ()
    handed_on: bool = False

    @property
    def source_numbers(self) -> dict[str, int]:
        """The number of each figure in the list of sources, by its name."""
        return {figure.name: figure.number for group in self.sources for figure in group.figures}


def charts_of(blocks: tuple[Block, ...]) -> Iterator[Chart]:
    """Every chart among the blocks, in order, also inside cards."""
    for block in blocks:
        if isinstance(block, Chart):
            yield block
        else:
            yield from charts_of(inside(block))


def inside(block: Block) -> tuple[Block, ...]:
    """The blocks within a card, a sheet or a page of its own, in order; none for any other block."""
    if isinstance(block, OwnPage):
        return (*block.leading, *block.blocks)
    return block.blocks if isinstance(block, Card | OneSheet) else ()
