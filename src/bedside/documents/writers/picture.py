"""A chart as a picture of points, for a format that cannot hold a drawing; the same chart gives the same bytes."""

from __future__ import annotations

import typst

from bedside.documents.blocks import Chart
from bedside.documents.mistakes import DocumentNotMade
from bedside.documents.writers.fonts import FONT_FOLDER

POINTS_WIDE, POINTS_AN_INCH = 500, 200
_PAGE = (
    f"#set page(width: {POINTS_WIDE}pt, height: auto, margin: 0pt)\n"
    '#image(bytes(sys.inputs.svg), format: "svg", width: 100%)'
)


def as_png(chart: Chart) -> bytes:
    """The drawing of a chart as PNG, sharp enough for paper; raises DocumentNotMade where it cannot be drawn."""
    try:
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONT_FOLDER])
        drawn: bytes = typst.compile(
            _PAGE.encode(), format="png", ppi=POINTS_AN_INCH, font_paths=fonts, sys_inputs={"svg": chart.svg}
        )
    except typst.TypstError as refusal:
        raise DocumentNotMade("A picture in this document cannot be drawn. Markdown holds what it shows.") from refusal
    return drawn
