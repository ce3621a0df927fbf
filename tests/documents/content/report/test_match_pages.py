"""Odds, list and next move in the report: whole, sourced, the sample said once, and a sentence where there is none."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from bedside.applicant.dossier import Dossier
from bedside.applicant.file.reading import read_dossier
from bedside.applicant.parts.applications import Application, ApplicationState, SignalSent
from bedside.documents.blocks import Chart, Document, Heading, OwnPage, Paragraph, Table, lines_of
from bedside.documents.content.report.full_report import report_document
from bedside.documents.content.report.of_the_match import OfTheMatch, of_the_match
from bedside.documents.files.report import ReportFiles
from bedside.documents.writers.html_file import body
from bedside.documents.writers.markdown_file import write_markdown
from bedside.documents.writers.pdf_file import write_pdf
from bedside.documents.writers.word_file import write_docx
from bedside.evidence.library import load_evidence
from bedside.plan.your_match import FROM_YOUR_FILE
from bedside.programs.shelf.directory_file import open_directory
from tests.documents import samples
from tests.documents.docx_text import text_of as text_of_word
from tests.documents.pdf_text import text_of

ROOT = Path(__file__).parents[4]
SECTIONS = ("Your odds", "Your list", "Your next move")
NO_DIRECTORY = "The directory cannot be read. Import it again."


@cache
def analyst() -> Dossier:
    return example("h1b-quality-analyst")


def example(name: str) -> Dossier:
    return read_dossier(ROOT / f"examples/{name}.yaml", samples.AS_OF, load_evidence()).dossier


@cache
def found() -> OfTheMatch:
    return match_of(analyst())


def match_of(dossier: Dossier) -> OfTheMatch:
    evidence = load_evidence()
    return of_the_match(dossier, open_directory(ROOT / "no such folder", evidence), samples.AS_OF, evidence)


@cache
def document() -> Document:
    return report_document(samples.dossier(), samples.standing(), samples.plan(), found())


def in_the_report() -> list[object]:
    """The blocks from the odds on, up to the decision."""
    blocks = document().blocks
    first = blocks.index(Heading(SECTIONS[0]))
    last = next(place for place, block in enumerate(blocks) if isinstance(block, OwnPage) and place > first)
    return list(blocks[first:last])


def test_the_three_sections_stand_between_standing_and_decision() -> None:
    titles = [block.text for block in document().blocks if isinstance(block, Heading) and block.level == 1]
    assert titles[:4] == ["Where you actually are", *SECTIONS]


def test_that_the_programs_are_a_sample_is_said_once() -> None:
    said = [
        block for block in in_the_report() if isinstance(block, Paragraph) and "sample of 280 programs" in block.text
    ]
    assert len(said) == 1


def test_every_chart_of_the_odds_is_followed_by_the_numbers_of_its_sources() -> None:
    blocks = in_the_report()
    until_list = blocks[: blocks.index(Heading(SECTIONS[1]))]
    after = [until_list[place + 1] for place, block in enumerate(until_list) if isinstance(block, Chart)]
    assert [isinstance(block, Paragraph) and bool(block.sources) for block in after] == [True, True]


def test_every_specialty_and_every_move_leads_to_its_sources() -> None:
    tables = [block.table if isinstance(block, Chart) else block for block in in_the_report()]
    named = [
        any(line.sources for line in lines_of(row[0]))
        for table in tables
        if isinstance(table, Table) and table.head[0] in ("Specialty", "Change")
        for row in table.rows
    ]
    assert len(named) > 5
    assert named == [True] * len(named)


def test_every_number_in_the_page_leads_to_an_entry_of_the_sources() -> None:
    page = body(document())
    asked = {part.split('"')[0] for part in page.split('href="#source-')[1:]}
    there = {part.split('"')[0] for part in page.split('id="source-')[1:]}
    assert asked - there == set()
    assert len(asked) > 20


def test_each_format_has_each_section() -> None:
    written = (write_markdown(document()), text_of_word(write_docx(document())), text_of(write_pdf(document())))
    assert [[section in text for section in SECTIONS] for text in written] == [[True] * 3] * 3


def test_a_reason_that_most_programs_share_is_said_once() -> None:
    text = write_markdown(document())
    assert text.count("it adds more than what could stand in its place") == 1


def test_without_a_directory_that_can_be_read_the_report_says_so_and_is_whole_otherwise() -> None:
    without = report_document(samples.dossier(), samples.standing(), samples.plan(), NO_DIRECTORY)
    text = write_markdown(without)
    assert (text.count(NO_DIRECTORY), "The decision" in text) == (1, True)


@pytest.mark.parametrize("match", [found, lambda: NO_DIRECTORY], ids=["found", "not readable"])
def test_json_has_the_same_keys_whether_there_is_a_directory_or_not(match: Callable[[], OfTheMatch | str]) -> None:
    files = ReportFiles(samples.dossier(), samples.standing(), samples.plan(), match=match())
    assert list(json.loads(files.written_as(".json"))["match"]) == ["says", "odds", "target", "whatif", "rank"]


def test_a_summary_says_nothing_of_the_match() -> None:
    files = ReportFiles(samples.dossier(), samples.standing(), samples.plan(), summary=True, match=found())
    assert "match" not in json.loads(files.written_as(".json"))


def test_the_odds_are_those_of_the_applications_in_the_file_with_their_signals() -> None:
    keys = [one.listed.key for one in found().match.best.best.on_it[:3]]
    states = (ApplicationState.APPLIED, ApplicationState.PLANNED, ApplicationState.WITHDRAWN)
    applied = tuple(
        Application(program=key, state=state, signal=SignalSent.GOLD) for key, state in zip(keys, states, strict=True)
    )
    told = match_of(analyst().model_copy(update={"applications": applied}))
    assert [one.key for one in told.match.odds.chosen.listed] == keys[:2]
    assert told.match.odds.chosen.says == (FROM_YOUR_FILE,)


def test_with_interviews_in_hand_the_report_begins_from_them() -> None:
    invited = match_of(example("interviews-in-hand"))
    report = report_document(samples.dossier(), samples.standing(), samples.plan(), invited)
    titles = [block.text for block in report.blocks if isinstance(block, Heading) and block.level == 1]
    assert titles[:2] == ["Where you actually are", "Your rank order list"]
    assert set(titles) & set(SECTIONS) == set()
    assert invited.rank is not None
    assert [one.place for one in invited.rank.places] == [1, 2, 3, 4]
