"""The one place for colours and sizes: the same system for page, document and chart."""

from __future__ import annotations

from dataclasses import dataclass

FONT = "Inter"
"""The only typeface; its files come with the package fontpkg-inter."""

SIZES = {"small": 13, "text": 15, "lead": 18, "heading": 24, "title": 32}
"""Type sizes in CSS pixels; a document sets them at three quarters as many points, or smaller."""

SPACE = 4
"""Every distance is a multiple of this many CSS pixels."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours of one theme, as #rrggbb.

    `ink` and `quiet` are for text on `paper` and `surface`; `line` is a hairline and carries no meaning.
    `tint` and `tint_strong` are the two bands of the accent; the series colours are for marks.
    """

    paper: str
    surface: str
    ink: str
    quiet: str
    line: str
    accent: str
    tint: str
    tint_strong: str
    blue: str
    amber: str
    green: str
    brick: str
    violet: str

    @property
    def series(self) -> tuple[str, ...]:
        """The colours of series, in the order in which they are taken."""
        return (self.blue, self.amber, self.green, self.brick, self.violet)


LIGHT = Theme(
    paper="#ffffff",
    surface="#f3f6fa",
    ink="#1d2733",
    quiet="#5b6877",
    line="#d9e0e8",
    accent="#1f5f8b",
    tint="#e4eef6",
    tint_strong="#b9d3e6",
    blue="#1f5f8b",
    amber="#c4711f",
    green="#37845f",
    brick="#b5524a",
    violet="#7a6aad",
)

DARK = Theme(
    paper="#11181f",
    surface="#18222c",
    ink="#e6edf3",
    quiet="#9fb0c0",
    line="#2b3844",
    accent="#6fb1dd",
    tint="#1c2f3e",
    tint_strong="#2a4a63",
    blue="#6fb1dd",
    amber="#e0a15c",
    green="#6fbf98",
    brick="#e08a82",
    violet="#a99bd6",
)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2: relative luminance of sRGB)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
