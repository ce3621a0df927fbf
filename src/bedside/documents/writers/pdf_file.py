"""A document as a tagged PDF, set by Typst in Inter; the same document always gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime, time
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any

import typst

from bedside.documents.blocks import (
    Block,
    Bullets,
    Card,
    Cell,
    Chart,
    Check,
    Checklist,
    Contents,
    Document,
    Facts,
    Heading,
    Line,
    OneSheet,
    OwnPage,
    PageBreak,
    Paragraph,
    Signatures,
    Table,
    as_line,
    lines_of,
    numbers_of,
    runs_of,
)
from bedside.documents.code_words import CODE
from bedside.documents.mistakes import DocumentNotMade
from bedside.documents.printable import printable
from bedside.documents.source_list import SourceGroup
from bedside.documents.tokens import FONT, LIGHT
from bedside.documents.wording import lowered
from bedside.documents.writers.fonts import FONT_FOLDER
from bedside.documents.writers.paper import Paper, footer_of

TEMPLATE = Path(__file__).with_name("document.typ")
ACCESSIBLE = "ua-1"
"""The standard the PDF keeps: PDF/UA-1, readable by a screen reader."""

BREAKS_THE_STANDARD = "PDF/UA-1 error"
"""How Typst begins to say that a document cannot keep the standard, as where a glyph is missing."""

_NOT_SET = (
    "The PDF cannot be set with what is in this file. Markdown holds the same text; a very long entry, or one with "
    "unusual signs, is the most likely reason."
)
_LONG = 3


def write_pdf(document: Document, paper: Paper = Paper.LETTER, discreet: bool = False) -> bytes:
    """The document as PDF.

    All text is handed to Typst as data, so that no character of it is taken for markup. `discreet` keeps the
    name and the purpose out of the title and the author in the file's properties; the pages stay as they are.

    Where Inter lacks a glyph the fonts of this machine help out; where they do too, an empty box is set and the
    PDF is tagged but no longer claims the standard. Raises DocumentNotMade where it cannot be set at all.
    """
    data = json.dumps(_data(document, paper, discreet), ensure_ascii=True)
    for system_fonts, standards in ((False, [ACCESSIBLE]), (True, [ACCESSIBLE]), (True, [])):
        try:
            return _compile(data, document, system_fonts, standards)
        except typst.TypstError as error:
            refusal = error
            if not error.message.startswith(BREAKS_THE_STANDARD):
                break
    raise DocumentNotMade(_NOT_SET) from refusal


def _compile(data: str, document: Document, system_fonts: bool, standards: list[Any]) -> bytes:
    return typst.compile(
        TEMPLATE.read_bytes(),
        font_paths=_fonts(system_fonts),
        ignore_system_fonts=not system_fonts,
        sys_inputs={"document": data},
        pdf_standards=standards,
        timestamp=datetime.combine(document.as_of, time(), UTC),
    )


@cache
def _fonts(system_fonts: bool) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=system_fonts, include_embedded_fonts=False, font_paths=[FONT_FOLDER])


def _data(document: Document, paper: Paper, discreet: bool) -> dict[str, Any]:
    numbers = document.source_numbers
    return {
        "font": FONT,
        "code": CODE,
        "theme": asdict(LIGHT),
        "paper": paper.value,
        "metadata": {
            "title": _not_empty(document.discreet_title if discreet else document.title),
            "author": "" if discreet else printable(document.author),
        },
        "title": printable(document.title),
        "subtitle": printable(document.subtitle),
        "kicker": printable(document.kicker),
        "footer": footer_of(document),
        "handed_on": document.handed_on,
        "one_sheet": document.one_sheet,
        **_in_parts(numbers, blocks=document.blocks, shorter=document.shorter),
        **_sources(document.sources),
    }


def _sources(groups: Sequence[SourceGroup]) -> dict[str, Any]:
    """The groups; the day on which they were read is said once where it is the same for all."""
    days = {group.read_on for group in groups}
    once = f"All of it was {lowered(days.pop())}" if len(days) == 1 else ""
    of_groups = [
        {
            "title": group.title,
            "published_by": group.published_by if once else f"{group.published_by} {group.read_on}",
            "url": group.url,
            "figures": [asdict(figure) for figure in group.figures],
        }
        for group in groups
    ]
    return {"sources": of_groups, "read": once}


def _not_empty(words: str) -> str:
    """The words, or a dash where none is left: a tagged PDF may have no empty title."""
    return printable(words).strip() or "–"


def _in_order(blocks: Iterable[Block], numbers: dict[str, int]) -> Iterator[dict[str, Any]]:
    """The blocks as data: no heading skips a level, and no paragraph is left alone above what it leads to."""
    level, blocks = 0, tuple(blocks)
    for block, after in zip_longest(blocks, blocks[1:]):
        data = _block(block, numbers)
        data["leads"] = _leads(block, after)
        if isinstance(block, Heading):
            level = data["level"] = min(block.level, level + 1)
        yield data


def _leads(block: Block, after: Block | None) -> bool:
    """Whether a block has to stand on the page on which the next one begins."""
    aside = isinstance(after, Paragraph) and after.quiet
    if isinstance(block, Facts):
        return len(block.rows) < _LONG and isinstance(after, Paragraph)
    return isinstance(block, Paragraph) and (aside or isinstance(after, Bullets | Checklist | Facts | Table | Chart))


def _block(block: Block, numbers: dict[str, int]) -> dict[str, Any]:
    match block:
        case Heading(words, level):
            return {"kind": "heading", "text": _not_empty(words), "level": level}
        case Paragraph(words, quiet, sources):
            return {"kind": "paragraph", **_line(Line(words, sources, quiet=quiet), numbers)}
        case Bullets(items):
            return {"kind": "bullets", "items": [_line(as_line(item), numbers) for item in items]}
        case Facts(rows):
            return {"kind": "facts", "rows": [[printable(label), _cell(cell, numbers)] for label, cell in rows]}
        case Checklist(items, dense):
            return {"kind": "checklist", "items": [_check(item, numbers) for item in items], "dense": dense}
        case Table():
            return _table(block, numbers)
        case Card(title, inside, tone):
            inner = [_block(one, numbers) for one in inside]
            return {"kind": "card", "title": printable(title), "tone": tone.value, "blocks": inner}
        case Chart(title, svg, says, table, place):
            picture = {"title": printable(title), "svg": svg, "says": printable(says)}
            return {"kind": "chart", **picture, "table": _table(table, numbers), "table_place": place.value}
        case Signatures(lines):
            return {"kind": "signatures", "lines": [[printable(label), printable(known)] for label, known in lines]}
        case OneSheet(blocks, shorter):
            return {"kind": "sheet", **_in_parts(numbers, blocks=blocks, shorter=shorter)}
        case OwnPage(leading, blocks):
            return {"kind": "own page", **_in_parts(numbers, leading=leading, blocks=blocks)}
        case PageBreak():
            return {"kind": "pagebreak"}
        case Contents():
            return {"kind": "contents"}


def _in_parts(numbers: dict[str, int], **parts: tuple[Block, ...]) -> dict[str, list[dict[str, Any]]]:
    return {name: list(_in_order(blocks, numbers)) for name, blocks in parts.items()}


def _check(item: Check, numbers: dict[str, int]) -> dict[str, Any]:
    return {"state": item.state, "mark": item.mark.value, "lines": _cell(item.lines, numbers)}


def _table(table: Table, numbers: dict[str, int]) -> dict[str, Any]:
    columns = len(table.head)
    return {
        "kind": "table",
        "head": [printable(words) for words in table.head],
        "rows": [[_cell(cell, numbers) for cell in row] for row in table.rows],
        "widths": list(table.widths or (1,) * columns),
        "align": list(table.align or ("left",) * columns),
        "caption": printable(table.caption or ""),
        "dense": table.dense,
    }


def _cell(cell: Cell, numbers: dict[str, int]) -> list[dict[str, Any]]:
    return [_line(line, numbers) for line in lines_of(cell)]


def _line(line: Line, numbers: dict[str, int]) -> dict[str, Any]:
    return {
        "text": printable(line.text),
        "mark": line.mark.value if line.mark else "",
        "strong": line.strong,
        "quiet": line.quiet,
        "sources": [list(dict.fromkeys(run)) for run in runs_of(numbers_of(line.sources, numbers))],
    }
