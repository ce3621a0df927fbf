"""What Word needs beyond its styles: runs in the right direction, hairlines, shades, links and the page number."""

from __future__ import annotations

import unicodedata
from io import BytesIO
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from bedside.documents.blocks import Line, Tone
from bedside.documents.code_words import pieces
from bedside.documents.printable import printable
from bedside.documents.tokens import LIGHT

TABLE = qn("w:tbl")
_RIGHT_TO_LEFT = ("R", "AL")
_STRONG = ("L", *_RIGHT_TO_LEFT)
_EDGES = {Tone.PLAIN: LIGHT.surface, Tone.NOTE: LIGHT.accent, Tone.CARE: LIGHT.amber}


def put(paragraph: Paragraph, words: str, *, is_strong: bool = False) -> None:
    """Write words into a paragraph; field names and commands lose their backticks and are set apart."""
    for piece, code in pieces(printable(words)):
        run = paragraph.add_run(piece)
        run.bold = True if is_strong else None
        if code:
            run.font.color.rgb = _colour(LIGHT.accent)
    _set_direction(paragraph)


def put_line(paragraph: Paragraph, line: Line, numbers: list[int]) -> None:
    """Write a line with its mark before it and the numbers of its sources, which lead there, behind it."""
    if line.mark:
        mark = paragraph.add_run(f"{line.mark.value}\u00a0")
        mark.bold, mark.font.color.rgb = True, _colour(LIGHT.accent)
    put(paragraph, line.text, is_strong=line.strong)
    if line.quiet:
        for run in paragraph.runs:
            run.font.color.rgb = _colour(LIGHT.quiet)
    for number in numbers:
        _put_number(paragraph, number)


def put_source(paragraph: Paragraph, number: int, words: str) -> None:
    """Write one source, where its number in the text leads to."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for element in (start, end):
        element.set(qn("w:id"), str(number))
    start.set(qn("w:name"), f"source-{number}")
    paragraph._p.append(start)
    put(paragraph, f"{number}. {words}")
    paragraph._p.append(end)


def put_picture(paragraph: Paragraph, png: bytes, width: int, says: str) -> None:
    """Set a picture with its sentence for those who cannot see it."""
    picture = paragraph.add_run().add_picture(BytesIO(png), width=Emu(width))
    picture._inline.docPr.set("descr", says)


def footer(paragraph: Paragraph, words: str, width: int) -> None:
    """The words at the left and the number of the page at the right, past the stops that the style of footers has."""
    stops = paragraph.paragraph_format.tab_stops
    for stop in paragraph.style.paragraph_format.tab_stops if paragraph.style else ():
        stops.add_tab_stop(stop.position, WD_TAB_ALIGNMENT.CLEAR)
    stops.add_tab_stop(Emu(width), WD_TAB_ALIGNMENT.RIGHT)
    put(paragraph, words)
    for before, field in (("\t", "PAGE"), (" / ", "NUMPAGES")):
        paragraph.add_run(before)
        _put_field(paragraph.add_run(), field)


def new_table(room: Any, rows: int, columns: int, width: int) -> Table:
    """An empty table as wide as it may be, whose columns keep their widths."""
    table: Table = (
        room.add_table(rows, columns)
        if isinstance(room, _Cell)
        else room.add_table(rows, columns, style="Normal Table")
    )
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.LEFT
    for row in table.rows:
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
    return table


def repeat_as_head(row: _Row) -> None:
    """Repeat the row on every page the table goes on to, and tell a screen reader that it is the head."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def hairline_below(cell: _Cell, *, is_strong: bool = False) -> None:
    """A line below a cell."""
    borders = OxmlElement("w:tcBorders")
    borders.append(_edge("bottom", LIGHT.quiet if is_strong else LIGHT.line, 6 if is_strong else 4))
    cell._tc.get_or_add_tcPr().append(borders)


def shade(cell: _Cell, tone: Tone) -> None:
    """The ground of a card, and the edge that says its tone."""
    properties = cell._tc.get_or_add_tcPr()
    borders, ground = OxmlElement("w:tcBorders"), OxmlElement("w:shd")
    borders.append(_edge("left", _EDGES[tone], 24))
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", LIGHT.surface.removeprefix("#"))):
        ground.set(qn(f"w:{name}"), value)
    properties.append(borders)
    properties.append(ground)


def without_first_paragraph(cell: _Cell) -> None:
    """Take away the empty paragraph a cell begins with, where another one is there."""
    first, *others = cell.paragraphs
    if others:
        first._p.getparent().remove(first._p)


def to_the_right(cell: _Cell) -> None:
    """Set the cell's paragraphs at its right edge."""
    for paragraph in cell.paragraphs:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def set_small(paragraph: Paragraph) -> None:
    """Make an empty paragraph as low as it can be."""
    spacing = paragraph.paragraph_format
    spacing.space_after, spacing.line_spacing = Pt(0), Pt(6)


def break_page_before_next(word: WordDocument) -> None:
    """Let what comes next begin a page."""
    paragraph = word.add_paragraph()
    set_small(paragraph)
    paragraph.paragraph_format.page_break_before = True


def drop_thumbnail(word: WordDocument) -> None:
    """Take away the picture of an empty page that comes with the template."""
    links = word.part.package.rels
    for name in [name for name, link in links.items() if link.reltype.endswith("/thumbnail")]:
        del links[name]


def _set_direction(paragraph: Paragraph) -> None:
    """Set a paragraph from right to left where its first letter with a direction is of such a script."""
    directions = (unicodedata.bidirectional(letter) for letter in paragraph.text)
    if next((one for one in directions if one in _STRONG), "L") not in _RIGHT_TO_LEFT:
        return
    properties = paragraph._p.get_or_add_pPr()
    if properties.find(qn("w:bidi")) is None:
        properties.insert_element_before(
            OxmlElement("w:bidi"), "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )
    for run in paragraph.runs:
        run.font.rtl = True


def _put_number(paragraph: Paragraph, number: int) -> None:
    link, run, text = OxmlElement("w:hyperlink"), OxmlElement("w:r"), OxmlElement("w:t")
    link.set(qn("w:anchor"), f"source-{number}")
    properties, raised = OxmlElement("w:rPr"), OxmlElement("w:vertAlign")
    raised.set(qn("w:val"), "superscript")
    properties.append(raised)
    text.text = f"\u00a0{number}"
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    for outer, inner in ((run, properties), (run, text), (link, run)):
        outer.append(inner)
    paragraph._p.append(link)


def _put_field(run: Run, name: str) -> None:
    for kind in ("begin", None, "separate", "text", "end"):
        if kind is None:
            element = OxmlElement("w:instrText")
            element.text = name
        elif kind == "text":
            element = OxmlElement("w:t")
            element.text = "1"
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)


def _edge(side: str, colour: str, eighths: int) -> Any:
    edge = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", str(eighths)), ("space", "0"), ("color", colour.removeprefix("#"))):
        edge.set(qn(f"w:{name}"), value)
    return edge


def _colour(written: str) -> RGBColor:
    return RGBColor.from_string(written.removeprefix("#").upper())
