"""What is shown to someone else: a note that says what it is, and no hidden word in page, file or PDF."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from bedside.applicant.dossier import Dossier
from bedside.applicant.file.reading import read_dossier
from bedside.applicant.hidden_words import folded
from bedside.applicant.redaction import names_in
from bedside.documents.blocks import Document
from bedside.documents.content.report.shown_to_others import Showing, shared_document
from bedside.documents.writers.html_file import body, opening, write_html
from bedside.documents.writers.markdown_file import write_markdown
from bedside.documents.writers.pdf_file import write_pdf
from bedside.evidence.library import load_evidence
from bedside.plan.plan import make_plan
from bedside.standing.standing import stand
from tests.applicant.dossiers import AS_OF
from tests.applicant.named_dossiers import named_dossiers
from tests.documents.pdf_text import properties_of, text_of

EXAMPLES = Path(__file__).parents[4] / "examples"
HIDING = Showing("José Ángel Peña-Rodríguez", "Dr. Okafor", until=date(2026, 12, 22))
OPEN = Showing("José Ángel Peña-Rodríguez", "Dr. Okafor", hides_names=False, hides_scores=False)

every_example = pytest.mark.parametrize("name", sorted(path.stem for path in EXAMPLES.glob("*.yaml")))


@cache
def example(name: str) -> Dossier:
    return read_dossier(EXAMPLES / f"{name}.yaml", AS_OF).dossier


def document(dossier: Dossier, showing: Showing = HIDING, summary: bool = False) -> Document:
    shown, evidence = showing.dossier_for(dossier), load_evidence()
    standing = stand(shown, AS_OF, evidence)
    return shared_document(showing, shown, standing, make_plan(shown, standing, AS_OF, evidence), summary)


def hidden_in(text: str, dossier: Dossier) -> list[str]:
    """The names of a dossier, and the scores said as a result, that stand in a text."""
    text = folded(text)
    scores = [f"{exam.result} {exam.score}" for exam in dossier.exams if exam.score]
    scores += [f"{exam.exam} {exam.score}" for exam in dossier.exams if exam.score]
    return [word for word in (*(name.written for name in names_in(dossier)), *scores) if folded(word) in text]


@every_example
def test_no_hidden_word_is_in_the_page_the_file_or_the_text(name: str) -> None:
    whole = document(example(name))
    page = opening(whole) + body(whole) + write_html(whole, "").decode() + write_markdown(whole)
    assert hidden_in(page, example(name)) == []
    assert hidden_in(write_markdown(document(example(name), OPEN)), example(name)) != []


@every_example
def test_no_hidden_word_is_in_the_pdf_or_its_properties(name: str) -> None:
    whole, page = write_pdf(document(example(name))), write_pdf(document(example(name), summary=True))
    text = text_of(whole) + text_of(page) + str(properties_of(whole)) + str(properties_of(page))
    assert hidden_in(text, example(name)) == []


@given(named=named_dossiers())
@settings(max_examples=15, phases=[Phase.generate])
def test_no_word_of_a_name_is_in_what_is_computed(named: tuple[Dossier, frozenset[str]]) -> None:
    dossier, words = named
    text = folded(body(document(dossier.model_copy(update={"readings": {}}))))
    assert [word for word in words if folded(word) in text] == []


def test_the_note_says_what_is_hidden_and_until_when_it_can_be_read() -> None:
    text = write_markdown(document(example("citizen-scribe"))).split("## The page")[0]
    assert "It is as it stands today, 22 November 2026, and can be read until 22 December 2026." in text
    assert "Names of people and places are hidden." in text
    assert "Exam scores are hidden." in text
    assert "Okafor" not in text


def test_where_names_are_shown_it_says_who_shows_it_to_whom() -> None:
    text = write_markdown(document(example("citizen-scribe"), OPEN)).split("## The page")[0]
    assert "Shown by José Ángel Peña-Rodríguez to Dr. Okafor." in text
    assert "This is how it was on 22 November 2026." in text
    assert "hidden" not in text


def test_a_hidden_score_is_not_known_and_never_said_to_be_missing_from_the_file() -> None:
    text = write_markdown(document(example("citizen-scribe")))
    assert "No failed attempt; no Step 2 CK score to compare." in text
    assert "no Step 2 CK score is in your file" not in text
