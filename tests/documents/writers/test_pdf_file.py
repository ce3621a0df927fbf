"""The PDF: one sheet where one is promised, one typeface, the same bytes, and every word as it was written."""

from __future__ import annotations

from dataclasses import replace

import pytest
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
)
from bedside.documents.content.report.full_report import report_document
from bedside.documents.content.report.three_headers import summary_document
from bedside.documents.content.standing.standing import standing_document
from bedside.documents.printable import printable
from bedside.documents.writers.paper import Paper
from bedside.documents.writers.pdf_file import write_pdf
from tests.documents import samples
from tests.documents.content.report.test_full_report import every
from tests.documents.pdf_text import fonts_of, pages_of, paper_of, properties_of, text_of

NAMES = ("Łukasz Wiśniewski", "Nguyễn Thị Minh Châu", "José Ñandú O’Brien-García")
PLANS = {"ordinary": samples.plan, "empty": samples.empty_plan, "crowded": samples.crowded_plan}


def report(plan: str = "ordinary", name: str = NAMES[0]) -> Document:
    standing = samples.empty_standing() if plan == "empty" else samples.standing()
    return report_document(samples.dossier(name), standing, PLANS[plan]())


def summary(plan: str = "ordinary", name: str = NAMES[0]) -> Document:
    return summary_document(samples.dossier(name), samples.standing(), PLANS[plan]())


def with_words(words: str) -> Document:
    """A document that has the same words in every place there is for words."""
    line = Line(words, mark=Mark.HIGH, strong=True)
    blocks = (
        Heading(words),
        Paragraph(words, quiet=True),
        Bullets((words, line)),
        Facts(((words, (words, line)),)),
        Checklist((Check(words, Mark.NO, (line, words)),)),
        Table((words, words), ((words, line),), caption=words),
        Card(words, (Paragraph(words),)),
        Signatures(((words, words),)),
    )
    return Document(words, words, words, samples.AS_OF, blocks, kicker=words)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("plan", list(PLANS))
def test_the_page_with_three_headers_is_exactly_one_sheet(plan: str, paper: Paper) -> None:
    assert len(pages_of(write_pdf(summary(plan), paper))) == 1


def test_the_page_with_three_headers_stays_one_sheet_under_a_very_long_name() -> None:
    assert len(pages_of(write_pdf(summary("crowded", "Wolfeschlegelsteinhausen " * 8)))) == 1


@pytest.mark.parametrize("plan", list(PLANS))
def test_the_report_is_set_in_inter_alone(plan: str) -> None:
    assert fonts_of(write_pdf(report(plan))) == {"Inter"}


@pytest.mark.parametrize("name", NAMES)
def test_an_accented_name_comes_out_as_it_was_written(name: str) -> None:
    pages = pages_of(write_pdf(report(name=name)))
    assert [name in page for page in pages] == [True] * len(pages)


def test_the_same_document_gives_the_same_bytes() -> None:
    assert write_pdf(report()) == write_pdf(report())


def test_another_day_gives_other_bytes() -> None:
    assert write_pdf(report()) != write_pdf(replace(report(), as_of=samples.FILES_OPENED))


def test_the_pdf_says_that_it_can_be_read_by_a_screen_reader() -> None:
    assert b"<pdfuaid:part>1</pdfuaid:part>" in write_pdf(report())


@pytest.mark.parametrize(("paper", "size"), [(Paper.LETTER, (612, 792)), (Paper.A4, (595, 842))])
def test_the_paper_is_the_one_asked_for(paper: Paper, size: tuple[int, int]) -> None:
    assert paper_of(write_pdf(summary(), paper)) == size


def test_the_properties_name_the_applicant_unless_discretion_is_asked() -> None:
    open_properties, discreet = (properties_of(write_pdf(report(), discreet=asked)) for asked in (False, True))
    assert (open_properties["Title"], open_properties["Author"]) == (NAMES[0], NAMES[0])
    assert (discreet["Title"], discreet.get("Author")) == ("Plan", None)


def test_every_page_says_whose_it_is_and_that_it_is_information() -> None:
    pages = pages_of(write_pdf(report()))
    footer = f"{NAMES[0]} · as of 22 November 2026 · information, not advice"
    assert [footer in page for page in pages] == [True] * len(pages)
    assert [f"{number} / {len(pages)}" in page for number, page in enumerate(pages, 1)] == [True] * len(pages)


def test_the_head_of_a_long_table_stands_on_each_of_its_pages() -> None:
    with_rows = [page for page in pages_of(write_pdf(report("crowded"))) if "10.5 days paid leave" in page]
    assert len(with_rows) > 3
    assert ["What it takes" in page for page in with_rows] == [True] * len(with_rows)


def test_the_timeline_of_forty_tasks_begins_on_the_page_that_opens_the_plan() -> None:
    page = next(page for page in pages_of(write_pdf(report("crowded"))) if "The plan From today" in page)
    assert "10 of 40 tasks do not fit yet" in page


def test_no_heading_is_left_alone_at_the_foot_of_a_page() -> None:
    headings = {block.text for block in every(report("crowded").blocks) if isinstance(block, Heading)}
    for page in pages_of(write_pdf(report("crowded"))):
        body = page.split(" · as of ")[0].removesuffix("Wiśniewski").removesuffix("Łukasz ").strip()
        assert [heading for heading in headings if body.endswith(heading)] == []


def test_the_contract_is_signed_on_the_page_of_its_decision_where_both_fit() -> None:
    page = next(page for page in pages_of(write_pdf(report())) if "Signed by Łukasz Wiśniewski" in page)
    assert "The decision" in page


def test_a_contract_that_does_not_fit_beside_its_decision_stands_whole_on_the_page_on_which_that_ends() -> None:
    plan = samples.plan()
    causes = tuple(f"{year} Match, unmatched." for year in range(1990, 2020))
    document = report_document(
        samples.dossier(), samples.standing(), replace(plan, decision=replace(plan.decision, causes=causes))
    )
    page = next(page for page in pages_of(write_pdf(document)) if "Read by Maria Nguyễn" in page)
    assert [words in page for words in ("2019 Match", "Stop contract", "Signed by")] == [True] * 3
    assert [words in page for words in ("The decision", "The plan", "Worth knowing")] == [False] * 3


@pytest.mark.parametrize(("paragraphs", "page"), [(1, 0), (24, 1)])
def test_the_sources_follow_on_a_page_that_is_less_than_half_full(paragraphs: int, page: int) -> None:
    text = tuple(Paragraph("A short line.") for _ in range(paragraphs))
    pages = pages_of(write_pdf(replace(report(), blocks=text)))
    assert [number for number, words in enumerate(pages) if "Every figure and rule this document" in words] == [page]
    assert [number for number, words in enumerate(pages) if "A short line." in words] == [0]


def test_a_standing_without_a_name_can_be_written() -> None:
    assert "Where you actually are" in text_of(write_pdf(standing_document(samples.standing())))


MARKUP = "#let x = 1; $a$ *b* _c_ @d <e> \\f [g] `h` -- // /* = - + ~ 'i' \"j\" &amp; %"


def test_markup_is_set_as_it_was_written() -> None:
    assert text_of(write_pdf(with_words(MARKUP))).count(MARKUP) == 22


def test_field_names_and_commands_are_set_without_their_backticks() -> None:
    text = text_of(write_pdf(with_words("Look at `explanations[0]` and `bedside check` ` there")))
    assert text.count("Look at explanations[0] and bedside check ` there") == 23


@settings(max_examples=60, deadline=None)
@given(words=st.text(min_size=1, max_size=40))
def test_any_text_in_any_place_can_be_set(words: str) -> None:
    assert write_pdf(with_words(words)).startswith(b"%PDF")


LATIN = st.characters(min_codepoint=0x21, max_codepoint=0x17F, exclude_characters="\xa0\xad\x7f")


@settings(max_examples=60, deadline=None)
@given(words=st.text(LATIN, min_size=1))
def test_latin_text_of_any_kind_comes_out_letter_by_letter(words: str) -> None:
    document = Document("Title", "", "", samples.AS_OF, (Paragraph(f"→{words}←"),))
    shown = text_of(write_pdf(document)).replace(" ", "")
    assert f"→{printable(words)}←".replace(" ", "") in shown


def test_a_script_that_inter_lacks_is_set_with_the_fonts_of_the_machine_or_as_boxes() -> None:
    assert write_pdf(with_words("王伟 محمد \ue000")).startswith(b"%PDF")


def test_a_picture_may_hold_a_script_that_inter_lacks() -> None:
    plan = samples.plan()
    tasks = tuple(replace(task, title="देवनागरी 王伟") for task in plan.roadmap.tasks)
    foreign = replace(plan, roadmap=replace(plan.roadmap, tasks=tasks))
    assert write_pdf(report_document(samples.dossier(), samples.standing(), foreign)).startswith(b"%PDF")


@pytest.mark.parametrize(("place", "times"), [(TablePlace.BELOW, 0), (TablePlace.AT_THE_END, 1)])
def test_a_chart_with_its_table_right_below_is_not_said_a_second_time_in_a_sentence(
    place: TablePlace, times: int
) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>'
    chart = Chart("Two of three", svg, "Two of three are done.", Table(("Step", "Done"), (("One", "yes"),)), place)
    written = text_of(write_pdf(replace(report("empty"), blocks=(chart,))))
    assert written.count("Two of three are done.") == times
