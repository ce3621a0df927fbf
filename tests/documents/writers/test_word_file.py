"""The Word file: the same bytes, real styles, every word as it was written, and pictures that say what they show."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.enum.text import WD_TAB_ALIGNMENT
from hypothesis import given, settings
from hypothesis import strategies as st

from bedside.documents.blocks import Document, Heading, Paragraph, Table
from bedside.documents.content.report.full_report import report_document
from bedside.documents.printable import printable
from bedside.documents.writers.paper import Paper
from bedside.documents.writers.word_file import write_docx
from tests.documents import samples
from tests.documents.docx_text import paragraphs_of, part_of, text_of
from tests.documents.writers.test_pdf_file import with_words


def report() -> Document:
    return report_document(samples.dossier(), samples.standing(), samples.plan())


def one(*blocks: object) -> bytes:
    return write_docx(Document("Title", "Below", "Me", samples.AS_OF, blocks))  # type: ignore[arg-type]


def test_the_same_document_gives_the_same_bytes_which_tell_no_hour() -> None:
    assert write_docx(report()) == write_docx(report())
    with ZipFile(BytesIO(write_docx(report()))) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "docProps/thumbnail.jpeg" not in archive.namelist()


def test_titles_and_headings_are_styles_and_no_level_is_skipped() -> None:
    written = one(Heading("One"), Heading("Deep", 3), Paragraph("Words.", quiet=True))
    assert paragraphs_of(written) == [
        ("Title", "Title"),
        ("Subtitle", "Below"),
        ("Heading 1", "One"),
        ("Heading 2", "Deep"),
        ("Aside", "Words."),
    ]


@settings(max_examples=25, deadline=None)
@given(words=st.text(max_size=80))
def test_any_words_can_be_set(words: str) -> None:
    expected = " ".join(printable(words).replace("`", "").split())
    assert expected in text_of(write_docx(with_words(words))).replace("`", "")


@pytest.mark.parametrize(("words", "is_set_so"), [("مرحبا Ward", True), ("שלום", True), ("Ward مرحبا", False)])
def test_a_text_runs_in_the_direction_of_its_first_letter(words: str, is_set_so: bool) -> None:
    assert ("<w:bidi/>" in part_of(one(Paragraph(words)), "word/document.xml")) is is_set_so


def test_control_characters_and_emoji_do_not_break_the_file() -> None:
    assert "a b 👩🏽‍⚕️ é" in text_of(one(Paragraph("a\x00\x0b b\ud800 👩🏽‍⚕️ é\uffff")))


def test_the_typeface_is_named_with_what_may_stand_in_for_it() -> None:
    table = part_of(one(), "word/fontTable.xml")
    assert '<w:font w:name="Inter"><w:altName w:val="Segoe UI, Helvetica Neue, Arial"/>' in table
    styles = docx.Document(BytesIO(one())).styles
    assert [styles[name].font.name for name in ("Normal", "Title", "Heading 1", "List Bullet")] == ["Inter"] * 4
    assert "Theme=" not in styles["Heading 1"].element.xml.split("<w:color")[0]


def test_the_head_of_a_table_is_repeated_and_its_caption_stays_with_it() -> None:
    written = one(Table(("What", "Cost"), (("Step 3", "$955"),), caption="Costs"))
    assert ("Caption", "Costs") in paragraphs_of(written)
    assert part_of(written, "word/document.xml").count("<w:tblHeader/>") == 1


def test_every_picture_says_what_it_shows() -> None:
    shown = docx.Document(BytesIO(write_docx(report()))).inline_shapes
    assert len(shown) > 0
    assert all(picture._inline.docPr.get("descr") for picture in shown)


def test_every_number_of_a_source_leads_to_one() -> None:
    text = part_of(write_docx(report()), "word/document.xml")
    named = {piece.split('"')[0] for piece in text.split('<w:bookmarkStart w:id="')[1:]}
    led_to = {piece.split('"')[0] for piece in text.split('w:anchor="source-')[1:]}
    assert led_to == named == {"1", "2", "3", "4"}


def test_a_discreet_file_names_nobody_in_its_properties() -> None:
    properties = docx.Document(BytesIO(write_docx(report(), discreet=True))).core_properties
    assert (properties.title, properties.author) == ("Plan", "")


@pytest.mark.parametrize(("paper", "width"), [(Paper.LETTER, 8.5), (Paper.A4, 8.27)])
def test_the_paper_is_the_one_asked_for(paper: Paper, width: float) -> None:
    section = docx.Document(BytesIO(write_docx(report(), paper))).sections[0]
    assert round((section.page_width or 0) / 914400, 2) == width


def test_the_number_of_the_page_stands_at_the_right_past_the_stops_of_the_style() -> None:
    foot = docx.Document(BytesIO(write_docx(report()))).sections[0].footer.paragraphs[0]
    assert foot.style is not None
    inherited = [stop.position for stop in foot.style.paragraph_format.tab_stops]
    stops = {stop.position: stop.alignment for stop in foot.paragraph_format.tab_stops}
    assert {stops.pop(position) for position in inherited} == {WD_TAB_ALIGNMENT.CLEAR}
    assert list(stops.values()) == [WD_TAB_ALIGNMENT.RIGHT]


def test_what_is_handed_on_carries_nothing_of_ours() -> None:
    document = replace(report(), handed_on=True)
    foot = part_of(write_docx(document), "word/footer1.xml")
    assert ("information, not advice" in foot, document.author in foot) == (False, True)
