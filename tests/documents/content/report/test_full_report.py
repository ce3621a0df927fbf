"""Content: every section is there, every number leads to a source, and an empty file says so in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from bedside.documents.blocks import (
    Block,
    Bullets,
    Card,
    Chart,
    Checklist,
    Document,
    Facts,
    Heading,
    Paragraph,
    Signatures,
    Table,
    as_line,
    inside,
    lines_of,
)
from bedside.documents.content.citations import OF_TASKS, Citations, entries_in_words
from bedside.documents.content.report.full_report import report_document
from bedside.documents.content.report.three_headers import summary_document
from bedside.documents.content.standing.standing import standing_document
from bedside.documents.writers.markdown_file import write_markdown
from bedside.documents.writers.pdf_file import write_pdf
from bedside.evidence.library import load_evidence
from bedside.evidence.reason import cited as cited_as_reason
from bedside.evidence.reason import from_dossier
from bedside.plan.results import Plan
from tests.documents import samples
from tests.documents.pdf_text import pages_of, text_of

SECTIONS = [
    "The page with three headers",
    "Where you actually are",
    "The decision",
    "Stop contract",
    "The plan",
    "Money",
    "Status",
    "Calendar audit",
    "Other ways to stay in medicine",
    "To look up again",
]


def ordinary() -> Document:
    return report_document(samples.dossier(), samples.standing(), samples.plan())


def empty() -> Document:
    return report_document(samples.dossier(), samples.empty_standing(), samples.empty_plan())


def sections(document: Document) -> list[str]:
    return [block.text for block in every(document.blocks) if isinstance(block, Heading) and block.level == 1]


def every(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block, also those within cards, sheets and pages of their own."""
    for block in blocks:
        yield block
        yield from every(inside(block))


def cited(blocks: Iterable[Block]) -> Iterator[str]:
    """The names of the figures that any block leads to."""
    for block in every(blocks):
        match block:
            case Paragraph(_, _, sources):
                yield from sources
            case Bullets(items):
                yield from (name for item in items for name in as_line(item).sources)
            case Facts(rows):
                yield from (name for _, cell in rows for line in lines_of(cell) for name in line.sources)
            case Checklist(items):
                yield from (name for item in items for line in lines_of(item.lines) for name in line.sources)
            case Table() | Chart():
                table = block if isinstance(block, Table) else block.table
                yield from (
                    name for row in table.rows for cell in row for line in lines_of(cell) for name in line.sources
                )
            case _:
                pass


def test_the_report_has_its_sections_in_the_order_of_reading() -> None:
    assert sections(ordinary()) == SECTIONS


def test_an_empty_file_keeps_its_sections_and_says_what_is_missing() -> None:
    assert sections(empty()) == SECTIONS[:-2]
    text = write_markdown(empty())
    said = (
        "Your file holds none of them yet.",
        "No factor could be measured from your file.",
        "No target specialty is in your file yet.",
        "Nothing is planned: no task follows from your file and your decision.",
        "Nothing is planned that costs money.",
        "Nothing in your file asks for a note on status.",
        "This page cannot be filled in honestly yet. First:",
    )
    assert [sentence for sentence in said if sentence not in text] == []


@pytest.mark.parametrize("document", [ordinary(), empty(), standing_document(samples.standing())])
def test_every_cited_figure_has_a_number_and_every_number_is_used_once(document: Document) -> None:
    numbers = document.source_numbers
    assert set(cited(document.blocks)) - set(numbers) == set()
    assert sorted(numbers.values()) == list(range(1, len(numbers) + 1))


def test_sources_are_grouped_by_publication_with_the_day_they_were_read() -> None:
    groups = {group.title: (group.published_by, group.read_on) for group in ordinary().sources}
    assert groups == {
        "Step 3 information": ("Federation of State Medical Boards.", "Read 22 November 2026."),
        "Back from a non-clinical job": ("Residency Advisor, 2026-01-05.", "Read 22 November 2026."),
    }


def test_the_day_of_reading_is_said_once_where_all_sources_were_read_on_it() -> None:
    document = ordinary()
    first, *others = document.sources
    later = replace(document, sources=(replace(first, read=date(2026, 12, 1)), *others))
    once, each = (text_of(write_pdf(one)) for one in (document, later))
    assert "All of it was read 22 November 2026." in once
    assert [once.count("Read 22 November 2026."), each.count("Read 22 November 2026.")] == [0, len(others)]


def test_a_weak_an_old_and_a_disputed_source_are_marked() -> None:
    notes = {figure.name: figure.notes for group in ordinary().sources for figure in group.figures}
    assert notes == {
        "usmle.step3.needs-certification": ("Not re-checked since 2026-11-22.", "Ask the state medical board."),
        "nrmp.rates.2026.non-us-img": ("Season 2026.",),
        "article.graduation.moderate-until": ("Marked: opinion.",),
        "fee.observership.month": ("Marked: secondary.", "Another source gives another value."),
    }


def test_a_value_is_not_said_twice() -> None:
    values = {figure.name: figure.value for group in ordinary().sources for figure in group.figures}
    assert values["nrmp.rates.2026.non-us-img"] == "11,000 active applicants"  # its sentence says 58.5 %
    assert values["fee.observership.month"] == "$750 (450 to 2,250, lowest to highest; 55 listings)"


def test_the_cover_line_says_how_the_day_is_known() -> None:
    assert ordinary().subtitle == (
        "As of 22 November 2026 · 2028 Match, ERAS · programs open files on 22 September 2027, predicted"
    )


def test_the_contract_can_be_signed_by_the_applicant_and_the_reader() -> None:
    (signatures,) = (block for block in every(ordinary().blocks) if isinstance(block, Signatures))
    assert signatures.lines == (
        ("Signed by Łukasz Wiśniewski", ""),
        ("Date", "1 November 2026"),
        ("Read by Maria Nguyễn", ""),
        ("Date", ""),
    )


def test_a_task_keeps_its_number_from_the_timeline_to_what_does_not_fit() -> None:
    titles = [block.title for block in ordinary().blocks if isinstance(block, Card)]
    assert "Item 5: Step 3" in titles


def test_the_page_alone_has_exactly_three_headers() -> None:
    document = summary_document(samples.dossier(), samples.standing(), samples.plan())
    assert sections(document) == [
        "Where I actually am",
        "What my profile must look like by 22 September 2027",
        "What I will change by 22 February 2027",
    ]
    assert document.one_sheet


LONG = " ".join(["Two letters from US physicians, dated 2027, that speak of knowledge and of how you learn."] * 4)


def with_a_long_row() -> Plan:
    plan = samples.plan()
    row = replace(plan.three_headers.what_my_profile_must_look_like[0], says=LONG)
    return replace(plan, three_headers=replace(plan.three_headers, what_my_profile_must_look_like=(row,)))


def test_a_row_of_the_page_with_three_headers_is_whole_where_there_is_room() -> None:
    document = summary_document(samples.dossier(), samples.standing(), with_a_long_row())
    assert LONG in write_markdown(document)
    assert LONG in text_of(write_pdf(document))


def test_a_row_is_cut_only_where_the_sheet_would_overflow() -> None:
    headers = with_a_long_row().three_headers
    crowded = replace(headers, what_my_profile_must_look_like=headers.what_my_profile_must_look_like * 12)
    document = summary_document(samples.dossier(), samples.standing(), replace(samples.plan(), three_headers=crowded))
    assert write_markdown(document).count(LONG) == 12
    assert LONG not in text_of(write_pdf(document))
    assert len(pages_of(write_pdf(document))) == 1


def test_the_stop_day_is_reached_or_not_reached() -> None:
    text = write_markdown(ordinary())
    assert "- **Stop day:** ○ 17 March 2028, Match Day: not reached" in text.splitlines()


def test_an_entry_of_the_file_is_named_by_its_title() -> None:
    observership = from_dossier("experiences[4]", "Internal medicine observership")
    assert entries_in_words((observership,)) == "From your file: Internal medicine observership (`experiences[4]`)."


def test_the_readings_of_single_tasks_are_one_source_that_says_where_they_are() -> None:
    evidence = load_evidence()
    readings = evidence.starting_with("reading.task.")[:5]
    cite = Citations(samples.AS_OF)
    names = {cite((cited_as_reason(reading),)) for reading in readings}
    (group,) = cite.sources()
    assert names == {(OF_TASKS,)}
    assert [figure.name for figure in group.figures] == [OF_TASKS]
    assert "`bedside evidence reading.task`" in group.figures[0].says


def test_the_report_says_each_task_has_hours_of_bedsides_own_reading() -> None:
    plan = samples.plan()
    reading = cited_as_reason(load_evidence().starting_with("reading.task.")[0])
    tasks = tuple(replace(task, because=(reading,)) for task in plan.roadmap.tasks)
    with_readings = replace(plan, roadmap=replace(plan.roadmap, tasks=tasks))
    document = report_document(samples.dossier(), samples.standing(), with_readings)
    assert list(cited(document.blocks)).count(OF_TASKS) == 1
    assert OF_TASKS in document.source_numbers
