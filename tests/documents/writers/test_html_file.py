"""HTML: words stay words, headings follow each other, sources are reached, and a file loads nothing."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from bedside.documents.blocks import (
    Bullets,
    Card,
    Chart,
    Check,
    Checklist,
    Document,
    Facts,
    Heading,
    Line,
    Mark,
    Paragraph,
    Signatures,
    Table,
    TablePlace,
    Tone,
)
from bedside.documents.code_words import without_code_marks
from bedside.documents.content.report.full_report import report_document
from bedside.documents.content.report.three_headers import summary_document
from bedside.documents.printable import printable
from bedside.documents.source_list import SourcedFigure, SourceGroup
from bedside.documents.tokens import LIGHT
from bedside.documents.writers.html_file import body, opening, worded, write_html
from tests.documents import samples

VOID = {"br", "col", "meta", "link", "input"}
SHAPES = {"rect", "line", "polygon", "polyline", "circle", "path"}


class Reader(HTMLParser):
    """Follows every tag, and complains where one is not closed by its own end."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.begun: list[tuple[str, dict[str, str | None]]] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.begun.append((tag, dict(attrs)))
        if tag not in VOID | SHAPES:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.begun.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID | SHAPES and (not self.open or self.open.pop() != tag):
            self.wrong.append(tag)


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


def written(*blocks: object, sources: tuple[SourceGroup, ...] = ()) -> str:
    return body(Document("Title", "Below", "", samples.AS_OF, blocks, sources))  # type: ignore[arg-type]


def shown(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


def report() -> Document:
    return report_document(samples.dossier(), samples.standing(), samples.plan())


@given(words=st.text(max_size=60))
def test_any_words_are_read_as_they_were_written(words: str) -> None:
    assert unescape(re.sub(r"<[^>]*>", "", worded(words))) == without_code_marks(printable(words))


@given(
    words=st.text(max_size=30) | st.sampled_from(["<script>alert(1)</script>", '"><img src=x onerror=y>', "</main>"])
)
@settings(max_examples=50)
def test_no_words_become_a_tag_anywhere(words: str) -> None:
    reader = read(written(*everywhere("a" + words.replace("`", ""))))
    assert [tag for tag, _ in reader.begun] == [tag for tag, _ in read(written(*everywhere("a"))).begun]
    assert reader.wrong == []


def everywhere(words: str) -> tuple[object, ...]:
    """A block of every kind that holds nothing but these words."""
    chart = Chart(words, "<svg></svg>", words, Table((words, "b"), ((words, words),)), TablePlace.BELOW)
    return (
        Heading(words),
        Paragraph(words),
        Bullets((words,)),
        Facts(((words, words),)),
        Checklist((Check(words, Mark.YES, words),)),
        Table((words, words, words), ((words, words, words),), caption=words, widths=(1, 2, 3)),
        Card(words, (Paragraph(words),), Tone.CARE),
        chart,
        Signatures(((words, words),)),
    )


def test_headings_begin_below_the_title_and_none_skips_a_level() -> None:
    tags = [tag for tag, _ in read(written(Heading("One"), Heading("Three", 3), Heading("Two", 2))).begun]
    assert tags == ["h2", "h3", "h3"]


def test_a_check_has_its_word_and_its_shape() -> None:
    html = written(Checklist((Check("not met", Mark.NO, (Line("Certificate", strong=True), "Missing.")),)))
    assert html == (
        '<ul class="rows"><li><span class="state not-met"><span aria-hidden="true">✗</span>not met</span> '
        '<span class="strong">Certificate</span><br>Missing.</li></ul>'
    )


def test_a_note_leads_to_its_source() -> None:
    figure = SourcedFigure(1, "fee", "A month costs money.", "$750", ("Marked: secondary.",))
    group = SourceGroup("Listings", "Publisher, 2026.", "https://example.org/?a=1&b=2", (figure,), samples.AS_OF)
    html = written(Paragraph("It costs.", sources=("fee",)), sources=(group,))
    assert html.startswith('<p>It costs.<sup><a href="#source-1">1</a></sup></p>')
    assert '<a href="https://example.org/?a=1&amp;b=2" rel="noreferrer noopener" target="_blank">Listings</a>' in html
    assert '<li id="source-1">1. A month costs money. <strong>$750</strong>' in html


def test_the_whole_report_is_well_formed_and_every_link_in_it_leads_somewhere() -> None:
    reader = read(opening(report()) + body(report()))
    ids = [attributes["id"] for _, attributes in reader.begun if "id" in attributes]
    links = {attributes["href"] for tag, attributes in reader.begun if tag == "a"}
    assert (reader.wrong, reader.open) == ([], [])
    assert len(ids) == len(set(ids))
    assert {link for link in links if link and link.startswith("#")} <= {f"#{id}" for id in ids}


def test_nothing_in_it_loads_runs_or_is_styled_where_it_stands() -> None:
    reader = read(body(report()))
    assert {tag for tag, _ in reader.begun} & {"script", "style", "link", "img", "iframe", "form", "input"} == set()
    assert [
        name for _, attributes in reader.begun for name in attributes if name.startswith("on") or name == "style"
    ] == []


def test_pictures_take_the_colours_of_the_page() -> None:
    colours = re.findall(r'="(#[0-9a-f]{6})"', body(report()))
    assert colours == []
    assert f'="{LIGHT.ink}"' not in body(report())
    assert 'fill="var(--ink)"' in body(report())


def test_a_file_holds_its_style_and_asks_for_nothing_else() -> None:
    style = '@font-face { font-family: "A"; src: url("a.ttf"); }\n@import "b.css";\nh1 { color: red; }\n</style><p>'
    html = write_html(report(), style).decode()
    reader = read(html)
    assert (reader.wrong, reader.open) == ([], [])
    assert [one for one in ("url(", "@import", "</style><p>") if one in html] == []
    assert "h1 { color: red; }" in html
    assert 'content="default-src &#x27;none&#x27;; style-src &#x27;unsafe-inline&#x27;"' in html
    assert {tag for tag, _ in reader.begun} & {"script", "link", "img", "form"} == set()


def test_the_same_report_gives_the_same_bytes() -> None:
    assert write_html(report(), "") == write_html(report(), "")


def test_the_one_page_has_its_three_headers() -> None:
    html = body(summary_document(samples.dossier(), samples.standing(), samples.plan()))
    heads = [shown(head) for head in re.findall(r"<h2.*?</h2>", html)]
    assert heads[0] == "Where I actually am"
    assert len(heads) == 3
