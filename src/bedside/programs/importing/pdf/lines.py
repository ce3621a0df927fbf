"""Puts the words of a page back into the lines a reader sees."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bedside.programs.importing.pdf.text import Word

SAME_LINE = 0.35
"""Words whose middles differ by less than this part of their height stand on one line."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words side by side, from left to right."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with one blank between two."""
        return " ".join(word.text for word in self.words)

    @property
    def middle(self) -> float:
        """How high it stands on the page."""
        return self.words[0].middle

    @property
    def height(self) -> float:
        """The height of its type."""
        return max(word.height for word in self.words)

    def without(self, words: Iterable[Word]) -> Line | None:
        """The line without some of its words; None where nothing is left."""
        gone = set(words)
        kept = tuple(word for word in self.words if word not in gone)
        return Line(kept) if kept else None


def joined(parts: Iterable[str]) -> str:
    """A text that was broken over lines: after a hyphen or a slash it goes on without a blank."""
    whole = ""
    for part in parts:
        whole += part if not whole or whole.endswith(("-", "/")) else f" {part}"
    return whole


def lines_of(words: Iterable[Word]) -> tuple[Line, ...]:
    """The lines from top to bottom."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda one: -one.middle):
        if lines and abs(lines[-1][0].middle - word.middle) < SAME_LINE * max(word.height, lines[-1][0].height):
            lines[-1].append(word)
        else:
            lines.append([word])
    return tuple(Line(tuple(sorted(line, key=lambda one: one.left))) for line in lines)
