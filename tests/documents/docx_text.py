"""What a Word file holds, read back: its paragraphs with their styles, its tables and its parts."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import docx
from docx.oxml.ns import qn


def paragraphs_of(content: bytes) -> list[tuple[str, str]]:
    """Every paragraph with words outside tables, as its style and its text."""
    word = docx.Document(BytesIO(content))
    return [(str(one.style and one.style.name), one.text) for one in word.paragraphs if one.text]


def text_of(content: bytes) -> str:
    """All words of the page in their order, also those in tables, one space between paragraphs."""
    body = docx.Document(BytesIO(content)).element.body
    texts = ("".join(text.text or "" for text in one.iter(qn("w:t"))) for one in body.iter(qn("w:p")))
    return " ".join(" ".join(text for text in texts if text).split())


def part_of(content: bytes, name: str) -> str:
    """The text of one part of the file, such as `word/document.xml`."""
    with ZipFile(BytesIO(content)) as archive:
        return archive.read(name).decode()
