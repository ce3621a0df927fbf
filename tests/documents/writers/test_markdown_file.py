"""Markdown: tables that GitHub reads, notes that lead to sources, and words that stay words."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bedside.documents.blocks import (
    Bullets,
    Card,
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
)
from bedside.documents.code_words import without_code_marks
from bedside.documents.content.report.full_report import report_document
from bedside.documents.printable import printable
from bedside.documents.source_list import SourcedFigure, SourceGroup
from bedside.documents.writers.markdown_file import escaped, write_markdown
from tests.documents import samples

READER = MarkdownIt("commonmark").enable("table")


def shown(markdown: str) -> str:
    """What a reader of the rendered Markdown sees, every run of white space as one space."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", READER.render(markdown))).split())


def written(*blocks: object, sources: tuple[SourceGroup, ...] = ()) -> str:
    document = Document("Title", "Below", "", samples.AS_OF, blocks, sources)  # type: ignore[arg-type]
    return (
        write_markdown(document).removeprefix("# Title\n\nBelow\n\n").removesuffix("\n\n*Information, not advice.*\n")
    )


@given(words=st.text(max_size=60))
def test_any_words_are_read_as_they_were_written(words: str) -> None:
    assert shown(escaped(words)) == without_code_marks(" ".join(printable(words).split()))


@given(words=st.text(max_size=60))
def test_any_words_stay_in_their_cell(words: str) -> None:
    lines = written(Table(("Left", "Right"), ((words, "end"),))).split("\n")
    cells = re.findall(r"<td>(.*?)</td>", READER.render("\n".join(lines)), re.DOTALL)
    assert len(lines) == 3
    assert [unescape(cell).split() for cell in cells] == [printable(words).split(), ["end"]]


def test_field_names_and_commands_are_code_and_a_lone_backtick_is_none() -> None:
    assert escaped("Write it under `explanations` | see `bedside evidence reading.task`, *not* ` here") == (
        "Write it under `explanations` \\| see `bedside evidence reading.task`, \\*not\\* \\` here"
    )


def test_plain_words_are_left_alone() -> None:
    plain = "80.7 months, $450 to $2,250 (AT&T), medical_school.graduated: 2018-06, 5 + 6 > 3 #2"
    assert escaped(plain) == plain


def test_words_that_would_begin_a_list_or_a_heading_do_not() -> None:
    assert [escaped(words) for words in ("1. One", "- two", "# three", "+ four", "> five")] == [
        "1\\. One",
        "\\- two",
        "\\# three",
        "\\+ four",
        "\\> five",
    ]


def test_headings_begin_one_level_below_the_title() -> None:
    assert written(Heading("One"), Heading("Two", 2)) == "## One\n\n### Two"


def test_facts_and_checks_are_lists_with_a_strong_word() -> None:
    facts = Facts((("Year", (Line("2018"), Line("not complete", mark=Mark.UNKNOWN))),))
    checks = Checklist((Check("met", Mark.YES, (Line("Certificate", strong=True), Line("Valid."))),))
    assert written(facts, checks) == "- **Year:** 2018; ? not complete\n\n- ✓ **met**: **Certificate**: Valid."


def test_a_card_is_a_quotation() -> None:
    card = Card("Not complete", (Paragraph("First:"), Bullets(("one", "two"))))
    assert written(card) == "> **Not complete**\n>\n> First:\n>\n> - one\n> - two"


def test_a_table_says_which_columns_are_numbers() -> None:
    table = Table(("What", "Cost"), (("Step 3", ("$955", "a | b")),), align=("left", "right"), caption="Costs")
    assert written(table) == "**Costs**\n\n| What | Cost |\n| --- | ---: |\n| Step 3 | $955<br>a \\| b |"


def test_a_place_to_sign_is_a_line() -> None:
    assert written(Signatures((("Date", "1 May 2027"), ("Signed", "")))) == f"Date: 1 May 2027\n\nSigned: {'_' * 40}"


def test_a_source_is_a_note_that_the_text_leads_to() -> None:
    figure = SourcedFigure(1, "fee", "A month costs money.", "$750", ("Marked: secondary.",))
    group = SourceGroup("Listings", "Publisher, 2026.", "https://example.org/", (figure,), samples.AS_OF)
    text = written(Paragraph("It costs.", sources=("fee",)), sources=(group,))
    assert text.split("\n\n")[0] == "It costs.[^1]"
    assert text.split("\n\n")[-1] == (
        "[^1]: A month costs money. $750. Marked: secondary. Listings, Publisher, 2026. Read 22 November 2026. <https://example.org/>"
    )


def test_every_note_of_the_report_has_its_source_and_every_source_a_note() -> None:
    text = write_markdown(report_document(samples.dossier(), samples.standing(), samples.plan()))
    sources = re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE)
    noted = re.findall(r"\[\^(\d+)\](?!:)", text)
    assert sorted(set(noted)) == sorted(sources) == ["1", "2", "3", "4"]


def test_the_same_report_gives_the_same_text() -> None:
    texts = {write_markdown(report_document(samples.dossier(), samples.standing(), samples.plan())) for _ in range(2)}
    assert len(texts) == 1
