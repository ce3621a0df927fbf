"""The terminal: the same words at every width, and never a line that is too long."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from bedside.cli.terminal import print_document, print_json
from bedside.documents.blocks import Card, Document, Facts, Heading, Line, Mark, Paragraph, Table
from bedside.documents.content.report.full_report import plan_document, report_document
from bedside.documents.content.standing.standing import standing_document
from bedside.documents.printable import printable
from tests.documents import samples


def shown(document: Document, width: int) -> list[str]:
    file = io.StringIO()
    print_document(document, Console(file=file, width=width, highlight=False))
    return file.getvalue().splitlines()


def report() -> Document:
    return report_document(samples.dossier(), samples.standing(), samples.plan())


@pytest.mark.parametrize("width", [30, 40, 71, 72, 100])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert [line for line in shown(report(), width) if len(line) > width] == []


@pytest.mark.parametrize("width", [40, 100])
def test_sections_and_sources_are_shown_at_every_width(width: int) -> None:
    lines = [line.strip() for line in shown(report(), width)]
    wanted = ["Where you actually are", "The decision", "Stop contract", "The plan", "Money", "Sources"]
    assert [line for line in wanted if line not in lines] == []


def test_a_wide_table_has_columns_and_a_narrow_one_has_rows_below_each_other() -> None:
    table = Table(("Factor", "Today"), ((Line("Gaps", strong=True), Line("High", mark=Mark.HIGH)),))
    document = Document("T", "", "", samples.AS_OF, (table,))
    wide, narrow = ([line.rstrip() for line in shown(document, width) if line.strip()][1:] for width in (80, 40))
    assert [line.split() for line in wide] == [["Factor", "Today"], ["Gaps", "▲", "High"]]
    assert narrow == ["Gaps", "  Today: ▲ High"]


def test_markup_of_the_terminal_is_shown_as_it_was_written() -> None:
    document = Document("T", "", "", samples.AS_OF, (Heading("[bold]one[/bold]"), Paragraph("[red]two :smile:")))
    assert [line.strip() for line in shown(document, 60) if line.strip()][1:] == [
        "[bold]one[/bold]",
        "[red]two :smile:",
    ]


def test_several_lines_of_a_fact_stand_below_its_label_where_there_is_no_room() -> None:
    facts = Facts((("Needs attention", ("The certificate", "The letters")), ("Money", "It lasts")))
    document = Document("T", "", "", samples.AS_OF, (Card("In short", (facts,)),))
    assert [line.strip("│ ").rstrip() for line in shown(document, 40) if "│" in line] == [
        "Needs attention:",
        "The certificate",
        "The letters",
        "Money: It lasts",
    ]


def test_the_standing_and_the_plan_begin_with_what_matters_most_in_five_lines() -> None:
    documents = (
        standing_document(samples.standing()),
        plan_document(samples.dossier(), samples.standing(), samples.plan()),
    )
    cards = [document.blocks[0] for document in documents]
    facts = [card.blocks[0] for card in cards if isinstance(card, Card)]
    assert [[label for label, _ in one.rows] for one in facts if isinstance(one, Facts)] == [
        [
            "Needs attention",
            "High on 22 Sep 2027",
            "What can still move",
            "Warnings on 22 Sep 2027",
            "Next day that counts",
        ],
        ["Needs attention", "The plan", "Money", "Next step", "Next seven days"],
    ]


def test_field_names_are_shown_in_quotes_that_need_no_colour() -> None:
    document = Document("T", "", "", samples.AS_OF, (Paragraph("Write it under `explanations`."),))
    assert [line.strip() for line in shown(document, 60) if line.strip()][1:] == ["Write it under 'explanations'."]


@settings(max_examples=50, deadline=None)
@given(words=st.text(st.characters(max_codepoint=0x17F), min_size=1, max_size=20))
def test_any_words_can_be_shown(words: str) -> None:
    document = Document(words, words, "", samples.AS_OF, (Paragraph(f"→{words}←"),))
    text = "".join(shown(document, 100)).replace(" ", "").replace("\xa0", "")
    assert f"→{printable(words)}←".replace(" ", "").replace("\xa0", "") in text


def test_json_is_written_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    print_json(samples.plan())
    assert json.loads(capsys.readouterr().out)["as_of"] == "2026-11-22"
