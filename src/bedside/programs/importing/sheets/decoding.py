"""The text of a file, whatever encoding it was saved in."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOOKED_AT = 4_096
_UNSEEN = dict.fromkeys(
    map(ord, "\0\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
)
"""Marks that nobody sees: NUL, zero-width blanks, and those that turn the direction of writing."""


def decoded(content: bytes) -> str:
    """The text of a file: by its mark, else UTF-16 where every other byte is zero, else UTF-8, else Windows-1252.

    Marks nobody sees, as NUL bytes and signs for the direction of writing, are left out; no other letter is.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return seen(content[len(mark) :].decode(encoding, errors="replace"))
    start = content[:_LOOKED_AT]
    pairs = max(1, len(start) // 2)
    for encoding, zeros in (("utf-16-le", start[1::2].count(0)), ("utf-16-be", start[0::2].count(0))):
        if zeros > pairs * 0.7:
            return seen(content.decode(encoding, errors="replace"))
    try:
        return seen(content.decode("utf-8"))
    except UnicodeDecodeError:
        return seen(content.decode("cp1252", errors="replace"))


def seen(text: str) -> str:
    """The text without marks that nobody sees."""
    return text.translate(_UNSEEN) if not text.isascii() or "\0" in text else text
