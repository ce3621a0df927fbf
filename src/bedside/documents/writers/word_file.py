"""A document as a Word file with real styles, headings and tables; the same document always gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordDocument
from docx.shared import Inches, Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell

from bedside.documents.blocks import (
    Block,
    Bullets,
    Card,
    Cell,
    Chart,
    Checklist,
    Content,
    Document,
    Facts,
    Heading,
    Line,
    OneSheet,
    OwnPage,
    PageBreak,
    Paragraph,
    Signatures,
    Table,
    TablePlace,
    as_line,
    inside,
    lines_of,
    numbers_of,
)
from bedside.documents.printable import printable
from bedside.documents.source_list import SourceGroup
from bedside.documents.writers import word_marks as marks
from bedside.documents.writers.paper import Paper, footer_of
from bedside.documents.writers.picture import as_png
from bedside.documents.writers.word_styles import CAPTION, CARD_TITLE, CELL, KICKER, QUIET, set_styles

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_SIZES = {Paper.LETTER: (Inches(8.5), Inches(11)), Paper.A4: (Mm(210), Mm(297))}
_MARGIN = Inches(0.85)
_FACTS, _CHECKS, _SIGNED = (0.26, 0.74), (0.2, 0.8), (0.6, 0.4)
_DEEPEST = 3

Room = WordDocument | WordCell


def write_docx(document: Document, paper: Paper = Paper.LETTER, discreet: bool = False) -> bytes:
    """The document as a Word file.

    Pictures are set as images with their sentence as a text alternative, and the table behind each follows it.
    `discreet` keeps the name and the purpose out of the properties of the file; the pages stay as they are.
    Raises DocumentNotMade where a picture cannot be drawn.
    """
    word = docx.Document()
    set_styles(word)
    _set_page(word, paper, footer_of(document))
    _set_properties(word, document, discreet)
    _Writer(document, word).write()
    return _packed(word)


def _set_page(word: WordDocument, paper: Paper, footer: str) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = _SIZES[paper]
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    marks.footer(section.footer.paragraphs[0], footer, section.page_width - 2 * _MARGIN)


def _set_properties(word: WordDocument, document: Document, discreet: bool) -> None:
    properties = word.core_properties
    properties.title = printable(document.discreet_title if discreet else document.title)[:255] or "–"
    properties.author = properties.last_modified_by = "" if discreet else printable(document.author)[:255]
    properties.comments, properties.language = "", "en-US"
    properties.created = properties.modified = datetime.combine(document.as_of, time())


def _packed(word: WordDocument) -> bytes:
    """The file with its members on one date, so that nothing in it tells when it was written."""
    marks.drop_thumbnail(word)
    written, again = BytesIO(), BytesIO()
    word.save(written)
    with ZipFile(written) as source, ZipFile(again, "w") as target:
        for name in source.namelist():
            member = ZipInfo(name, _EARLIEST)
            member.compress_type, member.external_attr = ZIP_DEFLATED, 0o600 << 16
            target.writestr(member, source.read(name))
    return again.getvalue()


@dataclass(slots=True)
class _Writer:
    """Writes one document, block by block; `level` is that of the last heading, so that none is skipped."""

    document: Document
    word: WordDocument
    numbers: dict[str, int] = field(init=False)
    level: int = 0

    def __post_init__(self) -> None:
        self.numbers = self.document.source_numbers

    def write(self) -> None:
        """The title, the blocks and the sources."""
        document, word = self.document, self.word
        for words, style in ((document.kicker, KICKER), (document.title, "Title"), (document.subtitle, "Subtitle")):
            if words:
                marks.put(word.add_paragraph(style=style), words)
        self._all(document.blocks, word)
        if document.sources:
            self._heading(Heading("Sources"), word)
            marks.put(word.add_paragraph(style=QUIET), "Every figure and rule this document rests on.")
            for group in document.sources:
                self._source(group)

    def _all(self, blocks: Iterable[Block], room: Room) -> None:
        for block in blocks:
            self._block(block, room)

    def _block(self, block: Block, room: Room) -> None:
        match block:
            case Heading():
                self._heading(block, room)
            case Paragraph(words, quiet, sources):
                self._line(Line(words, sources, quiet=quiet), room, QUIET if quiet else None)
            case Bullets(items):
                for item in items:
                    self._line(item, room, "List Bullet")
            case Facts(rows):
                self._rows([(Line(label, quiet=True), cell) for label, cell in rows], _FACTS, room)
            case Checklist(items):
                self._rows([(Line(item.state, mark=item.mark), item.lines) for item in items], _CHECKS, room)
            case Table():
                self._table(block, room)
            case Card():
                self._card(block, room)
            case Chart():
                self._chart(block, room)
            case Signatures(lines):
                self._rows([(Line(label, quiet=True), known) for label, known in lines], _SIGNED, room, lined=True)
            case OneSheet() | OwnPage():
                self._page_break()
                self._all(inside(block), room)
            case PageBreak():
                self._page_break()
            case _:
                return

    def _heading(self, heading: Heading, room: Room) -> None:
        self.level = min(heading.level, self.level + 1, _DEEPEST)
        marks.put(room.add_paragraph(style=f"Heading {self.level}"), heading.text)

    def _page_break(self) -> None:
        """A new page, where something stands on this one already."""
        if self.word.element.body.findall(marks.TABLE) or len(self.word.paragraphs) > _DEEPEST:
            marks.break_page_before_next(self.word)

    def _line(self, content: Content, room: Room, style: str | None = None) -> None:
        line = as_line(content)
        marks.put_line(
            room.add_paragraph(style=style or (CELL if isinstance(room, WordCell) else None)),
            line,
            numbers_of(line.sources, self.numbers),
        )

    def _cell(self, cell: Cell, room: WordCell, *, is_right: bool = False, is_head: bool = False) -> None:
        """The lines of a cell; a cell always keeps one paragraph."""
        for line in lines_of(cell):
            shown = Line(line.text, line.sources, line.mark, line.strong or is_head, line.quiet)
            self._line(shown, room)
        marks.without_first_paragraph(room)
        if is_right:
            marks.to_the_right(room)

    def _rows(
        self, rows: list[tuple[Cell, Cell]], shares: tuple[float, ...], room: Room, *, lined: bool = False
    ) -> None:
        """Rows of a label and what belongs to it, without a head."""
        if not rows:
            return
        table = self._grid(len(rows), shares, room)
        for row, cells in zip(table.rows, rows, strict=True):
            for place, (target, cell) in enumerate(zip(row.cells, cells, strict=True)):
                self._cell(cell, target)
                marks.hairline_below(target, is_strong=lined and place == 1)
        self._after_table(room)

    def _table(self, table: Table, room: Room) -> None:
        if table.caption:
            marks.put(room.add_paragraph(style=CAPTION), table.caption)
        widths = table.widths or (1.0,) * len(table.head)
        shares = tuple(width / sum(widths) for width in widths)
        sides = table.align or ("left",) * len(table.head)
        grid = self._grid(len(table.rows) + 1, shares, room)
        for number, (row, cells) in enumerate(zip(grid.rows, (table.head, *table.rows), strict=True)):
            for target, cell, side in zip(row.cells, cells, sides, strict=False):
                self._cell(cell, target, is_right=side == "right", is_head=number == 0)
                marks.hairline_below(target, is_strong=number == 0)
        marks.repeat_as_head(grid.rows[0])
        self._after_table(room)

    def _grid(self, rows: int, shares: tuple[float, ...], room: Room) -> WordTable:
        width = self._width(room)
        table = marks.new_table(room, rows, len(shares), width)
        for column, share in zip(table.columns, shares, strict=True):
            column.width = round(width * share)
            for cell in column.cells:
                cell.width = round(width * share)
        return table

    def _width(self, room: Room) -> int:
        section = self.word.sections[0]
        whole = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
        return whole if not isinstance(room, WordCell) else whole - Pt(24)

    def _after_table(self, room: Room) -> None:
        """The small paragraph that Word needs between two tables."""
        marks.set_small(room.add_paragraph(style=CELL))

    def _card(self, card: Card, room: Room) -> None:
        box = self._grid(1, (1.0,), room).rows[0].cells[0]
        marks.shade(box, card.tone)
        marks.put(box.add_paragraph(style=CARD_TITLE), card.title)
        marks.without_first_paragraph(box)
        self._all(card.blocks, box)
        self._after_table(room)

    def _chart(self, chart: Chart, room: Room) -> None:
        marks.put(room.add_paragraph(style=CAPTION), chart.title)
        marks.put_picture(room.add_paragraph(), as_png(chart), self._width(room), printable(chart.says))
        marks.put(room.add_paragraph(style=QUIET), chart.says)
        if chart.table_place is not TablePlace.IN_THE_TEXT:
            self._table(chart.table, room)

    def _source(self, group: SourceGroup) -> None:
        where = self.word.add_paragraph(style=CELL)
        marks.put(where, f"{group.title}. {group.published_by} {group.read_on}", is_strong=True)
        if group.url:
            marks.put(self.word.add_paragraph(style=QUIET), group.url)
        for figure in group.figures:
            says = self.word.add_paragraph(style=CELL)
            marks.put_source(says, figure.number, " ".join(_parts_of(figure.says, figure.value, figure.notes)))


def _parts_of(says: str, value: str, notes: tuple[str, ...]) -> Iterator[str]:
    yield says
    if value:
        yield f"{value}."
    yield from notes
