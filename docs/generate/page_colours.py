"""Writes the colours and sizes of pages from the same tokens as those of documents and charts."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from bedside.documents.tokens import DARK, FONT, LIGHT, SIZES, SPACE, Theme

STYLE = Path("src/bedside/web/static/tokens.css")
_OPENING = "/* Generated from bedside.documents.tokens: `make docs` writes this file anew. */\n"


def generate() -> dict[Path, str]:
    """The style sheet with nothing but custom properties, for light and for dark."""
    sizes = [f"  --size-{name}: {size / 16:g}rem;" for name, size in SIZES.items()]
    sizes += [f"  --space-{step}: {step * SPACE / 16:g}rem;" for step in (1, 2, 3, 4, 6, 8, 12, 16)]
    light = "\n".join((":root {", "  color-scheme: light dark;", f'  --font: "{FONT}";', *sizes, *_colours(LIGHT), "}"))
    dark = "\n".join(("  :root {", *(f"  {line}" for line in _colours(DARK)), "  }"))
    return {STYLE: f"{_OPENING}{light}\n\n@media screen and (prefers-color-scheme: dark) {{\n{dark}\n}}\n"}


def _colours(theme: Theme) -> list[str]:
    return [f"  --{name.replace('_', '-')}: {colour};" for name, colour in asdict(theme).items()]
