"""A document as Markdown with GitHub's tables and footnotes, which also reads well as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bedside.documents.blocks import (
    Block,
    Bullets,
    Card,
    Cell,
    Chart,
    Checklist,
    Content,
    Document,
    Facts,
    Heading,
    Line,
    OneSheet,
    OwnPage,
    Paragraph,
    Signatures,
    Table,
    TablePlace,
    as_line,
    inside,
    lines_of,
    numbers_of,
)
from bedside.documents.code_words import pieces
from bedside.documents.printable import printable
from bedside.documents.source_list import SourceGroup

_MARKUP = re.compile(
    r"[\\`*\[\]<|~]"  # always taken for markup
    r"|(?<![^\W_])_|_(?![^\W_])"  # an underline inside a word is none
    r"|&(?=#?\w+;)"  # an entity
    r"|\$(?!\d)|(?<=\S)\$"  # a formula; an amount stands after a space and before a digit
)
_STARTS_A_BLOCK = re.compile(r"^(?:[-+=#>]|\d+(?=[.)](?:\s|$)))")
_BLANK_LINE = "_" * 40

Numbers = dict[str, int]


def write_markdown(document: Document) -> str:
    """The document as Markdown, ending in a line break. Pictures are given by their title, sentence and table."""
    numbers = document.source_numbers
    parts = [f"# {escaped(document.title)}", escaped(document.subtitle)]
    parts += _all(document.blocks, numbers)
    if document.sources:
        parts += ["## Sources", *_sources(document.sources)]
    if not document.handed_on:
        parts.append("*Information, not advice.*")
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(words: str) -> str:
    """The words on one line, with every character that Markdown or HTML would take for markup escaped.

    Only code keeps its backticks: see `code_words`.
    """
    one_line = " ".join(printable(words).split())
    words = "".join(f"`{piece}`" if code else _MARKUP.sub(r"\\\g<0>", piece) for piece, code in pieces(one_line))
    return _STARTS_A_BLOCK.sub(lambda start: _as_text(start.group()), words)


def _as_text(start: str) -> str:
    return f"{start}\\" if start.isdigit() else f"\\{start}"


def _all(blocks: Iterable[Block], numbers: Numbers) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, numbers)


def _block(block: Block, numbers: Numbers) -> Iterator[str]:
    match block:
        case Heading(words, level):
            yield f"{'#' * (level + 1)} {escaped(words)}"
        case Paragraph(words, quiet, sources):
            yield _line(Line(words, sources, quiet=quiet), numbers)
        case Bullets(items):
            yield "\n".join(f"- {_line(as_line(item), numbers)}" for item in items)
        case Facts(rows):
            yield "\n".join(f"- **{escaped(label)}:** {_running(cell, numbers, '; ')}" for label, cell in rows)
        case Checklist(items):
            yield "\n".join(
                f"- {item.mark} **{escaped(item.state)}**: {_running(item.lines, numbers, ': ')}" for item in items
            )
        case Table():
            yield from _table(block, numbers)
        case OneSheet() | OwnPage():
            yield from _all(inside(block), numbers)
        case Card(title, blocks):
            yield _quoted([f"**{escaped(title)}**", *_all(blocks, numbers)])
        case Chart(title, _, says, table, place):
            yield from (f"**{escaped(title)}**", escaped(says))
            yield from _table(table, numbers) if place is not TablePlace.IN_THE_TEXT else ()
        case Signatures(lines):
            yield "\n\n".join(f"{escaped(label)}: {escaped(known) or _BLANK_LINE}" for label, known in lines)
        case _:
            return


def _quoted(parts: Iterable[str]) -> str:
    lines = "\n\n".join(parts).split("\n")
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _table(table: Table, numbers: Numbers) -> Iterator[str]:
    if table.caption:
        yield f"**{escaped(table.caption)}**"
    align = table.align or ("left",) * len(table.head)
    rows = [
        [escaped(words) for words in table.head],
        ["---:" if side == "right" else "---" for side in align],
        *([_joined(cell, numbers, "<br>") for cell in row] for row in table.rows),
    ]
    yield "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _joined(cell: Cell, numbers: Numbers, between: str) -> str:
    return between.join(_line(line, numbers) for line in lines_of(cell))


def _running(cell: Cell, numbers: Numbers, between: str) -> str:
    """The lines of a cell as running text; `between` follows a line that does not end a sentence."""
    text = ""
    for line in lines_of(cell):
        ends = not text or text.rstrip("*]^0123456789[").endswith((".", "?", "…"))
        text += (" " if text else "") + _line(line, numbers) if ends else between + _line(line, numbers)
    return text


def _line(content: Content, numbers: Numbers) -> str:
    line = as_line(content)
    words = escaped(line.text)
    if line.strong and words:
        words = f"**{words}**"
    notes = "".join(f"[^{number}]" for number in numbers_of(line.sources, numbers))
    return f"{line.mark} {words}{notes}" if line.mark else f"{words}{notes}"


def _sources(groups: Iterable[SourceGroup]) -> Iterator[str]:
    yield "The numbers in the text lead to these notes: every figure and rule this document rests on."
    for group in groups:
        for figure in group.figures:
            value = f"{escaped(figure.value)}." if figure.value else ""
            notes = " ".join(escaped(note) for note in figure.notes)
            where = f"{escaped(group.title)}, {escaped(group.published_by)} {group.read_on}"
            link = f"<{group.url}>" if group.url else ""
            more = f"<{figure.link}>" if figure.link else ""
            parts = (escaped(figure.says), value, more, notes, where, link)
            yield f"[^{figure.number}]: {' '.join(part for part in parts if part)}"
