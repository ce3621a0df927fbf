"""The styles of a Word document: the colours and sizes of every document, under the names that Word knows."""

from __future__ import annotations

from typing import Any

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from bedside.documents.tokens import FONT, LIGHT

FALLBACKS = "Segoe UI, Helvetica Neue, Arial"
"""What Word takes where Inter is not installed, in this order."""

COMPLEX = "Arial"
"""The typeface for scripts that Inter does not have, such as Arabic and Hebrew."""

QUIET, CARD_TITLE, CAPTION, KICKER, CELL = "Aside", "Card Title", "Caption", "Kicker", "Cell"
_HEADINGS = {"Heading 1": (15, 16, 5), "Heading 2": (12, 12, 4), "Heading 3": (10.5, 9, 3)}
_TEXT, _SMALL, _TITLE = 10, 9, 22


def set_styles(word: WordDocument) -> None:
    """Give every style that is used its type, size, colour and spacing, and take away the tables Word brings along."""
    _without_ready_made_tables(word)
    _styled(word, "Normal", _TEXT, after=5)
    _styled(word, "Title", _TITLE, weight=True, after=4)
    _styled(word, "Subtitle", 10.5, colour=LIGHT.quiet, after=12)
    for name, (size, before, after) in _HEADINGS.items():
        _styled(word, name, size, weight=True, before=before, after=after, keep=True)
    _styled(word, "List Bullet", _TEXT, after=3)
    _styled(word, CAPTION, _TEXT, weight=True, before=8, after=3, keep=True)
    _styled(word, "Footer", 8, colour=LIGHT.quiet)
    for name, size, colour, weight in (
        (QUIET, _SMALL, LIGHT.quiet, False),
        (CARD_TITLE, 10.5, LIGHT.ink, True),
        (KICKER, _TEXT, LIGHT.accent, True),
        (CELL, 9.5, LIGHT.ink, False),
    ):
        word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = word.styles["Normal"]
        _styled(word, name, size, colour=colour, weight=weight, after=2 if name == CELL else 4, keep=name == CARD_TITLE)
    _name_fallbacks(word)


def _styled(
    word: WordDocument,
    name: str,
    size: float,
    *,
    colour: str = LIGHT.ink,
    weight: bool = False,
    before: float = 0,
    after: float = 0,
    keep: bool = False,
) -> None:
    style: Any = word.styles[name]
    style.font.size, style.font.bold, style.font.italic = Pt(size), weight, False
    style.font.color.rgb = RGBColor.from_string(colour.removeprefix("#").upper())
    spacing = style.paragraph_format
    spacing.space_before, spacing.space_after, spacing.keep_with_next = Pt(before), Pt(after), keep
    spacing.line_spacing_rule, spacing.line_spacing = WD_LINE_SPACING.MULTIPLE, 1.15
    _set_in_our_type(style.element)
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)
    for spread in style.element.findall(f"./{qn('w:rPr')}/{qn('w:spacing')}"):
        spread.getparent().remove(spread)


def _set_in_our_type(element: Any) -> None:
    """Name our typeface in place of those of the theme, which would win over it."""
    properties = element.get_or_add_rPr()
    for named in properties.findall(qn("w:rFonts")):
        properties.remove(named)
    fonts = OxmlElement("w:rFonts")
    for script, name in (("ascii", FONT), ("hAnsi", FONT), ("eastAsia", FONT), ("cs", COMPLEX)):
        fonts.set(qn(f"w:{script}"), name)
    properties.insert(0, fonts)


def _without_ready_made_tables(word: WordDocument) -> None:
    for style in list(word.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in ("Normal Table", "Table Grid"):
            style.delete()


def _name_fallbacks(word: WordDocument) -> None:
    """Say in the table of fonts what may stand in for ours."""
    part = next(part for part in word.part.package.iter_parts() if part.partname == "/word/fontTable.xml")
    entry = (
        f'<w:font w:name="{FONT}"><w:altName w:val="{FALLBACKS}"/><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )
    part._blob = part.blob.replace(b"</w:fonts>", entry.encode())
