"""The few SVG shapes the charts are made of; every word of the applicant is escaped here."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from bedside.documents.code_words import without_code_marks
from bedside.documents.printable import printable
from bedside.documents.tokens import FONT

WIDTH = 720
"""The width of every chart, in CSS pixels."""

PHONE = 288
"""The width of its second picture, for a telephone: the inside of a card in a window of 360."""

LABEL = 13
"""The type size of labels, in CSS pixels; see tokens.SIZES."""

_NARROW, _MIDDLE, _WIDE, _CAPITAL, _IDEOGRAPH = 0.31, 0.6, 0.9, 0.72, 1.0


def picture(height: float, title: str, says: str, shapes: Iterable[str], width: int = WIDTH) -> str:
    """An SVG, of the common width unless another is given; `title` and `says` are what a screen reader reads."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{_number(height)}" '
        f'viewBox="0 0 {width} {_number(height)}" role="img" font-family="{FONT}" font-size="{LABEL}">'
        f"<title>{escape(printable(title))}</title><desc>{escape(printable(says))}</desc>{''.join(shapes)}</svg>"
    )


def text(
    x: float,
    y: float,
    words: str,
    fill: str,
    size: float = LABEL,
    weight: int = 400,
    anchor: str = "start",
    halo: str | None = None,
) -> str:
    """Words with their baseline at `y`; `anchor` is start, middle or end. A halo keeps lines off the words."""
    words = without_code_marks(printable(words))
    behind = f' stroke="{halo}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"' if halo else ""
    return (
        f'<text x="{_number(x)}" y="{_number(y)}" fill="{fill}" font-size="{_number(size)}" '
        f'font-weight="{weight}" text-anchor="{anchor}"{behind}>{escape(words)}</text>'
    )


def box(
    x: float,
    y: float,
    width: float,
    height: float,
    fill: str,
    stroke: str | None = None,
    corner: float = 3,
    dashed: bool = False,
) -> str:
    """A rectangle with soft corners, filled, outlined or both."""
    outline = f" stroke={quoteattr(stroke)} stroke-width={quoteattr('1.2')}" if stroke else ""
    dashes = ' stroke-dasharray="3 2"' if dashed else ""
    return (
        f'<rect x="{_number(x)}" y="{_number(y)}" width="{_number(max(width, 0))}" height="{_number(max(height, 0))}" '
        f'rx="{_number(min(corner, max(width, 0) / 2))}" fill="{fill}"{outline}{dashes}/>'
    )


def rule(x1: float, y1: float, x2: float, y2: float, stroke: str, width: float = 1.0, dashed: bool = False) -> str:
    """A straight line."""
    dashes = ' stroke-dasharray="5 4"' if dashed else ""
    return (
        f'<line x1="{_number(x1)}" y1="{_number(y1)}" x2="{_number(x2)}" y2="{_number(y2)}" '
        f'stroke="{stroke}" stroke-width="{_number(width)}"{dashes}/>'
    )


def area(points: Iterable[tuple[float, float]], fill: str) -> str:
    """A filled polygon."""
    return f'<polygon points="{_points(points)}" fill="{fill}"/>'


def curve(points: Iterable[tuple[float, float]], stroke: str, width: float = 2.0) -> str:
    """A line through points."""
    return (
        f'<polyline points="{_points(points)}" fill="none" stroke="{stroke}" '
        f'stroke-width="{_number(width)}" stroke-linejoin="round"/>'
    )


def circle(x: float, y: float, radius: float, fill: str, stroke: str | None = None) -> str:
    """A disc, or a ring where `fill` is the colour of the paper and there is a stroke."""
    outline = f' stroke="{stroke}" stroke-width="1.8"' if stroke else ""
    return f'<circle cx="{_number(x)}" cy="{_number(y)}" r="{_number(radius)}" fill="{fill}"{outline}/>'


def outline(path: str, fill: str, stroke: str | None = None, width: float = 1.0, move: str = "") -> str:
    """A shape by its path, in the letters of SVG; `move` is a transform, such as "translate(0 24) scale(0.7)"."""
    edge = f' stroke="{stroke}" stroke-width="{_number(width)}" stroke-linejoin="round"' if stroke else ""
    moved = f' transform="{move}"' if move else ""
    return f'<path d="{path}" fill="{fill}"{edge}{moved}/>'


def width_of(words: str, size: float = LABEL) -> float:
    """About how wide words are set, in CSS pixels; on the generous side."""
    return sum(_share(letter) for letter in words) * size


def fitted(words: str, room: float, size: float = LABEL) -> str:
    """The words, cut with an ellipsis where they are wider than `room` CSS pixels."""
    words = " ".join(without_code_marks(printable(words)).split())
    if width_of(words, size) <= room:
        return words
    while words and width_of(words + "…", size) > room:
        words = words[:-1]
    return words.rstrip() + "…"


def wrapped(words: str, room: float, lines: int, size: float = LABEL) -> tuple[str, ...]:
    """The words on at most so many lines, each within `room` CSS pixels; the last one may end in an ellipsis."""
    rest = without_code_marks(printable(words)).split()
    done: list[str] = []
    while rest and len(done) < lines - 1:
        taken = 1
        while taken < len(rest) and width_of(" ".join(rest[: taken + 1]), size) <= room:
            taken += 1
        done.append(fitted(" ".join(rest[:taken]), room, size))
        rest = rest[taken:]
    if rest:
        done.append(fitted(" ".join(rest), room, size))
    return tuple(done)


def _share(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return _IDEOGRAPH
    base = unicodedata.normalize("NFD", letter)[0]
    if base in "iljtfrI.,:;'|! ()[]":
        return _NARROW
    if base in "mwMW@%—…":
        return _WIDE
    return _CAPITAL if base.isupper() else _MIDDLE


def _points(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _number(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
