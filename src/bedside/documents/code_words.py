"""Field names and commands, which stand between backticks in every text: found once, set as code by each writer."""

from __future__ import annotations

import re
from collections.abc import Iterator

CODE = r"`[A-Za-z][A-Za-z0-9_.:/ \[\]-]*[A-Za-z0-9_\]]`"
"""What is taken for a field name or a command; other backticks are left as they are."""

_CODE = re.compile(f"({CODE})")


def pieces(words: str) -> Iterator[tuple[str, bool]]:
    """The words in order, each piece with whether it is code; code has lost its backticks."""
    for place, piece in enumerate(_CODE.split(words)):
        if piece:
            yield (piece[1:-1], True) if place % 2 else (piece, False)


def without_code_marks(words: str) -> str:
    """The words without the backticks around code, for where code cannot be set apart."""
    return "".join(piece for piece, _ in pieces(words))
