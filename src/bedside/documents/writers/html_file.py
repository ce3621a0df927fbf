"""A document as HTML: within a page of the app, or as one file that needs nothing beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from html import escape

from bedside.documents.blocks import (
    Block,
    Bullets,
    Card,
    Cell,
    Chart,
    Check,
    Checklist,
    Content,
    Contents,
    Document,
    Facts,
    Heading,
    Line,
    Mark,
    OneSheet,
    OwnPage,
    Paragraph,
    Signatures,
    Table,
    TablePlace,
    Tone,
    as_line,
    inside,
    lines_of,
    numbers_of,
    runs_of,
)
from bedside.documents.code_words import pieces
from bedside.documents.printable import printable
from bedside.documents.source_list import SourcedFigure, SourceGroup
from bedside.documents.tokens import LIGHT

FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may load for the file: nothing but the style within it."""

_TONES = {Tone.PLAIN: "card", Tone.NOTE: "note", Tone.CARE: "care"}
_STATES = {
    Mark.YES: "met",
    Mark.NO: "not-met",
    Mark.UNKNOWN: "unknown",
    Mark.HIGH: "applies",
    Mark.MODERATE: "applies",
}
_DEEPEST = 6
_FEW = 2
_COLOUR = re.compile(r'="(#[0-9a-f]{6})"')
_BY_COLOUR = {value: f"var(--{name.replace('_', '-')})" for name, value in reversed(asdict(LIGHT).items())}


def write_html(document: Document, style: str) -> bytes:
    """The document as one file; `style` is the text of a style sheet.

    The file loads nothing: the pictures are in it, and the browser is told to refuse anything else.
    """
    title = escape(printable(document.title)) or "–"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex, nofollow">\n<meta name="referrer" content="no-referrer">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(FILE_POLICY)}">\n'
        f"<title>{title}</title>\n<style>\n{_harmless(style)}\n</style>\n</head>\n"
        f'<body>\n<main class="paper">\n{opening(document)}\n{body(document)}\n'
        '<p class="quiet">Information, not advice.</p>\n</main>\n</body>\n</html>\n'
    ).encode()


def opening(document: Document) -> str:
    """The title with the lines above and below it."""
    above = f'<p class="quiet">{escape(printable(document.kicker))}</p>' if document.kicker else ""
    below = f'<p class="lead">{escape(printable(document.subtitle))}</p>' if document.subtitle else ""
    return f'<header class="opening">{above}<h1>{escape(printable(document.title)) or "–"}</h1>{below}</header>'


def body(document: Document) -> str:
    """The blocks and the sources, headings from the second level on; nothing in it loads or runs."""
    return _Page(document).html()


def worded(words: str) -> str:
    """Words as HTML, field names and commands as code; everything in them is escaped."""
    return "".join(f"<code>{escape(one)}</code>" if code else escape(one) for one, code in pieces(printable(words)))


@dataclass(slots=True)
class _Page:
    """Writes one document; the sections are numbered, so that the contents can lead to them."""

    document: Document
    level: int = 1
    section: int = 0

    def html(self) -> str:
        """Everything below the title."""
        parts = [*self._all(self.document.blocks)]
        if self.document.sources:
            parts += ['<h2 id="sources">Sources</h2>', *_sources(self.document.sources)]
        return "\n".join(parts)

    def _all(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph(words, quiet, sources):
                tone = ' class="quiet"' if quiet else ""
                yield f"<p{tone}>{self._line(Line(words, sources))}</p>"
            case Bullets(items):
                yield f"<ul>{''.join(f'<li>{self._line(one)}</li>' for one in items)}</ul>"
            case Facts(rows):
                yield f'<dl class="facts">{"".join(self._fact(label, cell) for label, cell in rows)}</dl>'
            case Checklist(items):
                yield f'<ul class="rows">{"".join(self._check(item) for item in items)}</ul>'
            case Table():
                yield self._table(block)
            case Card(title, blocks, tone):
                inner = "\n".join(self._all(blocks))
                yield f'<section class="{_TONES[tone]}"><p class="strong">{worded(title)}</p>{inner}</section>'
            case Chart():
                yield self._chart(block)
            case Signatures(lines):
                yield f'<dl class="facts">{"".join(_to_sign(label, known) for label, known in lines)}</dl>'
            case Contents():
                yield self._contents()
            case OneSheet(blocks):
                yield from self._all(blocks)
            case OwnPage():
                yield from self._all(inside(block))
            case _:
                return

    def _heading(self, heading: Heading) -> str:
        """A heading one level below the title; none skips a level."""
        self.level = min(heading.level + 1, self.level + 1, _DEEPEST)
        if heading.level > 1:
            return f"<h{self.level}>{worded(heading.text)}</h{self.level}>"
        self.section += 1
        return f'<h{self.level} id="section-{self.section}">{worded(heading.text)}</h{self.level}>'

    def _contents(self) -> str:
        titles = [worded(heading.text) for heading in _sections(self.document.blocks)]
        links = [f'<li><a href="#section-{place}">{title}</a></li>' for place, title in enumerate(titles, start=1)]
        if self.document.sources:
            links.append('<li><a href="#sources">Sources</a></li>')
        return f'<nav class="on-this-page no-print" aria-label="On this page"><ul>{"".join(links)}</ul></nav>'

    def _fact(self, label: str, cell: Cell) -> str:
        return f"<dt>{worded(label)}</dt><dd>{self._cell(cell)}</dd>"

    def _check(self, item: Check) -> str:
        mark = f'<span aria-hidden="true">{item.mark.value}</span>'
        state = f'<span class="state {_STATES.get(item.mark, "")}">{mark}{escape(item.state)}</span>'
        return f"<li>{state} {self._cell(item.lines)}</li>"

    def _table(self, table: Table) -> str:
        align = table.align or ("left",) * len(table.head)
        sides = [' class="number"' if side == "right" else "" for side in align]
        head = "".join(_head(words, side) for words, side in zip(table.head, sides, strict=True))
        rows = "".join(
            f"<tr>{''.join(f'<td{side}>{self._cell(cell)}</td>' for cell, side in zip(row, sides, strict=False))}</tr>"
            for row in table.rows
        )
        caption = f"<caption>{worded(table.caption)}</caption>" if table.caption else ""
        opened = (
            f'<table class="compared">{caption}{_columns(table)}' if len(table.head) > _FEW else f"<table>{caption}"
        )
        name = escape(printable(table.caption or " and ".join(table.head)))
        return (
            f'<div class="wide" tabindex="0" role="group" aria-label="Table: {name}">{opened}'
            f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
        )

    def _chart(self, chart: Chart) -> str:
        title = escape(printable(chart.title))
        table = "" if chart.table_place is TablePlace.IN_THE_TEXT else self._table(chart.table)
        behind = f'<details class="behind"><summary>The same as a table</summary>{table}</details>' if table else ""
        return (
            f'<figure class="chart"><figcaption>{title}</figcaption><div class="chart-picture" tabindex="0" '
            f'role="group" aria-label="{title}">{_in_the_colours_of_the_page(chart.svg)}</div>{behind}</figure>'
        )

    def _cell(self, cell: Cell) -> str:
        return "<br>".join(self._line(line) for line in lines_of(cell))

    def _line(self, content: Content) -> str:
        line = as_line(content)
        runs = runs_of(numbers_of(line.sources, self.document.source_numbers))
        links = ", ".join("–".join(map(_to_source, dict.fromkeys(run))) for run in runs)
        notes = f"<sup>{links}</sup>" if links else ""
        mark = f'<span aria-hidden="true">{line.mark.value}</span> ' if line.mark else ""
        words = worded(line.text)
        if line.strong or line.quiet:
            words = f'<span class="{"strong" if line.strong else "quiet"}">{words}</span>'
        return f"{mark}{words}{notes}"


def _to_source(number: int) -> str:
    return f'<a href="#source-{number}">{number}</a>'


def _sections(blocks: Iterable[Block]) -> Iterator[Heading]:
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            yield block
        yield from _sections(block.blocks if isinstance(block, OneSheet) else inside(block))


def _sources(groups: Iterable[SourceGroup]) -> Iterator[str]:
    yield "<p>The numbers in the text lead here: every figure and rule this rests on.</p>"
    for group in groups:
        title = f"<a{_leads_to(group.url)}>{escape(group.title)}</a>" if group.url else escape(group.title)
        figures = "".join(_figure(figure) for figure in group.figures)
        where = f'<p class="source">{title}, {escape(group.published_by)} {group.read_on}</p>'
        yield f'<section class="source-group">{where}<ul class="figures">{figures}</ul></section>'


def _figure(figure: SourcedFigure) -> str:
    value = f" <strong>{escape(figure.value)}</strong>" if figure.value else ""
    notes = f' <span class="quiet">{escape(" ".join(figure.notes))}</span>' if figure.notes else ""
    more = f" <a{_leads_to(figure.link)}>{escape(figure.link)}</a>" if figure.link else ""
    return f'<li id="source-{figure.number}">{figure.number}. {worded(figure.says)}{value}{notes}{more}</li>'


def _leads_to(address: str) -> str:
    return f' href="{escape(address)}" rel="noreferrer noopener" target="_blank"'


def _head(words: str, side: str) -> str:
    """The head of a column; one without words is no head."""
    return f'<th scope="col"{side}>{worded(words)}</th>' if words.strip() else f"<td{side}></td>"


def _columns(table: Table) -> str:
    """How wide the columns are, in shares of the table."""
    widths = [f'<col width="{share / sum(table.widths):.0%}">' for share in table.widths]
    return f"<colgroup>{''.join(widths)}</colgroup>" if widths else ""


def _to_sign(label: str, known: str) -> str:
    line = '<span class="to-sign"></span>'
    return f"<dt>{worded(label)}</dt><dd>{worded(known) or line}</dd>"


def _in_the_colours_of_the_page(svg: str) -> str:
    """The picture with names of colours in place of their light values, so that it is dark where the page is."""
    return _COLOUR.sub(lambda found: f'="{_BY_COLOUR.get(found[1], found[1])}"', svg)


def _harmless(style: str) -> str:
    """The style sheet without what would load a file, and without an early end."""
    return re.sub(r"@font-face\s*{[^}]*}|@import[^;]*;", "", style).replace("</", "<\\/")
