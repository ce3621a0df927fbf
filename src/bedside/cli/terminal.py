"""A document or a result on the terminal: columns where there is room, one below the other where there is not."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table as Columns
from rich.text import Text

from bedside.documents.blocks import (
    Block,
    Bullets,
    Card,
    Cell,
    Chart,
    Check,
    Checklist,
    Content,
    Document,
    Facts,
    Heading,
    Line,
    OneSheet,
    OwnPage,
    Paragraph,
    Signatures,
    Table,
    TablePlace,
    Tone,
    as_line,
    inside,
    lines_of,
    numbers_of,
    runs_of,
)
from bedside.documents.code_words import pieces
from bedside.documents.printable import printable
from bedside.documents.source_list import SourceGroup

if TYPE_CHECKING:
    from rich.box import Box

NARROW = 72
"""Below so many columns a table is written row by row, each cell below its heading."""

WIDEST = 100
"""Lines are no longer than this, however wide the terminal is."""

BLANK = "_" * 20
"""A place to fill in by hand."""

Numbers = dict[str, int]


def print_document(document: Document, console: Console | None = None) -> None:
    """Write a document to the terminal, with the list of its sources at the end."""
    console = console or terminal()
    numbers = document.source_numbers
    console.print(Text(printable(document.title), style="bold"))
    console.print(Text(printable(document.subtitle), style="dim"))
    for shown in _all(document.blocks, numbers, console.width):
        console.print(shown)
    if document.sources:
        console.print(_heading(Heading("Sources")))
        for group in document.sources:
            console.print(_source(group))


def print_json(result: object) -> None:
    """Write a result to the terminal as JSON with stable keys, as it is: no colours, no line breaks of a terminal."""
    from bedside.documents.as_json import as_json

    Console(soft_wrap=True).out(json.dumps(as_json(result), ensure_ascii=False, indent=2), highlight=False)


def terminal() -> Console:
    """The terminal, no wider than is good to read."""
    console = Console(highlight=False)
    console.width = min(console.width, WIDEST)
    return console


def _all(blocks: Iterable[Block], numbers: Numbers, width: int) -> Iterator[RenderableType]:
    for block in blocks:
        shown = _block(block, numbers, width)
        if shown is not None:
            yield shown


def _block(block: Block, numbers: Numbers, width: int) -> RenderableType | None:
    match block:
        case Heading():
            return _heading(block)
        case Paragraph(words, quiet, sources):
            return Padding(_line(Line(words, sources, quiet=quiet), numbers), (0, 0, 1, 0))
        case Bullets(items):
            return _hanging([("•", _line(item, numbers)) for item in items])
        case Facts(rows):
            return _facts(rows, numbers, width)
        case Checklist(items):
            return _hanging([(item.mark.value, _check(item, numbers)) for item in items])
        case Table():
            return _table(block, numbers, width)
        case OneSheet() | OwnPage():
            return Group(*_all(inside(block), numbers, width))
        case Card(title, blocks, tone):
            return _card(title, list(_all(blocks, numbers, width - 4)), tone)
        case Chart():
            return _chart(block, numbers, width)
        case Signatures(lines):
            return _hanging([("", Text(f"{printable(label)}: {printable(known) or BLANK}")) for label, known in lines])
        case _:
            return None


def _chart(chart: Chart, numbers: Numbers, width: int) -> RenderableType:
    """What the picture shows, in words, and its table where the text around it does not give all of it."""
    words = [Text(printable(chart.title), style="bold"), Text(printable(chart.says), style="dim")]
    if chart.table_place is TablePlace.IN_THE_TEXT:
        return Padding(Group(*words), (0, 0, 1, 0))
    return Group(*words, _table(chart.table, numbers, width))


def _card(title: str, shown: list[RenderableType], tone: Tone) -> RenderableType:
    if shown and isinstance(shown[-1], Padding):
        shown[-1].bottom = 0
    panel = Panel(Group(*shown), title=Text(printable(title)), title_align="left", box=_frame(tone), padding=(0, 1))
    return Padding(panel, (0, 0, 1, 0))


def _frame(tone: Tone) -> Box:
    from rich import box

    return box.HEAVY if tone is Tone.CARE else box.ROUNDED


def _heading(heading: Heading) -> RenderableType:
    style = "bold underline" if heading.level == 1 else "bold"
    above, below = (1, 1) if heading.level == 1 else (0, 0)
    return Padding(Text(printable(heading.text), style=style), (above, 0, below, 0))


def _hanging(items: list[tuple[str, Text]]) -> RenderableType:
    """Items with a mark before them, their lines indented behind it."""
    grid = Columns.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1)
    for mark, words in items:
        grid.add_row(Text(mark), words)
    return Padding(grid, (0, 0, 1, 0))


def _check(item: Check, numbers: Numbers) -> Text:
    return Text(f"{item.state}: ", style="bold").append_text(_lines(item.lines, numbers))


def _facts(rows: tuple[tuple[str, Cell], ...], numbers: Numbers, width: int) -> RenderableType:
    if width < NARROW:
        return Padding(Group(*(_labelled(label, cell, numbers) for label, cell in rows)), (0, 0, 1, 0))
    grid = Columns.grid(padding=(0, 2, 0, 0))
    grid.add_column(max_width=width // 3)
    grid.add_column(ratio=1)
    for label, cell in rows:
        grid.add_row(Text(printable(label), style="dim"), _lines(cell, numbers))
    return Padding(grid, (0, 0, 1, 0))


def _labelled(label: str, cell: Cell, numbers: Numbers) -> RenderableType:
    """A label and what stands at it; several lines stand below the label, a little to the right."""
    if len(lines_of(cell)) > 1:
        return Group(Text(f"{printable(label)}:", style="dim"), Padding(_lines(cell, numbers), (0, 0, 0, 2)))
    return Text.assemble((f"{printable(label)}: ", "dim"), _lines(cell, numbers))


def _table(table: Table, numbers: Numbers, width: int) -> RenderableType:
    caption = [Text(printable(table.caption), style="bold")] if table.caption else []
    if width < NARROW:
        return Padding(Group(*caption, *_rows_apart(table, numbers)), (0, 0, 1, 0))
    columns = Columns(box=None, padding=(0, 2, 0, 0), header_style="dim", expand=True)
    align = table.align or ("left",) * len(table.head)
    for words, share, side in zip(table.head, table.widths or (1,) * len(table.head), align, strict=True):
        columns.add_column(
            Text(printable(words)),
            justify="right" if side == "right" else "left",
            ratio=max(1, round(share * 10)),
            overflow="fold",
        )
    for row in table.rows:
        columns.add_row(*(_lines(cell, numbers) for cell in row))
    return Padding(Group(*caption, columns), (0, 0, 1, 0))


def _rows_apart(table: Table, numbers: Numbers) -> Iterator[RenderableType]:
    """Each row as its title, with what stands before it, and below it the other cells with their headings."""
    for row in table.rows:
        before = " ".join(line.text for cell in row[: table.key] for line in lines_of(cell))
        title = _lines(row[table.key], numbers)
        yield Text(f"{printable(before)} ").append_text(title) if before else title
        after = zip(table.head[table.key + 1 :], row[table.key + 1 :], strict=True)
        for words, cell in after:
            if lines_of(cell):
                yield Padding(_labelled(words, cell, numbers) if words else _lines(cell, numbers), (0, 0, 0, 2))


def _lines(cell: Cell, numbers: Numbers) -> Text:
    return Text("\n").join(_line(line, numbers) for line in lines_of(cell))


def _line(content: Content, numbers: Numbers) -> Text:
    line = as_line(content)
    style = "bold" if line.strong else "dim" if line.quiet else ""
    words = Text(f"{line.mark} " if line.mark else "")
    words.append_text(_words(line.text, style))
    runs = runs_of(numbers_of(line.sources, numbers))
    found = [str(first) if first == last else f"{first}–{last}" for first, last in runs]
    return words.append(f" [{', '.join(found)}]", style="dim") if found else words


def _words(text: str, style: str) -> Text:
    """Words in their style; field names and commands, between backticks until here, in quotes and in colour."""
    words = Text()
    for piece, code in pieces(printable(text)):
        words.append(f"'{piece}'" if code else piece, style=f"{style} cyan".strip() if code else style)
    return words


def _source(group: SourceGroup) -> RenderableType:
    title = Text(printable(group.title), style="bold")
    title.append(f"\n{printable(group.published_by)} {group.read_on} {group.url or ''}".rstrip(), style="dim")
    items = []
    for figure in group.figures:
        words = _words(" ".join(part for part in (figure.says, figure.value, figure.link) if part), "")
        words.append(f" {printable(' '.join(figure.notes))}".rstrip(), style="dim")
        items.append((str(figure.number), words))
    return Group(title, _hanging(items))
