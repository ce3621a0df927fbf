"""The length and the ease of a text: over the page, and hard to read."""

from __future__ import annotations

from bedside.applicant.parts.drafts import DraftPlace
from bedside.evidence.library import load_evidence
from bedside.story.drafts.review import review
from tests.applicant.dossiers import AS_OF
from tests.story.test_pairs import APPLICANT

HEAVY = (
    "Multidisciplinary collaboration regarding pharmacological interventions necessitates comprehensive "
    "communication between institutional administrators, participating specialists, epidemiological investigators "
    "and representatives of marginalized communities experiencing considerable difficulties. "
)


def rules(text: str) -> list[str]:
    return [one.rule for one in review(text, DraftPlace.STATEMENT, APPLICANT, AS_OF, load_evidence()).findings]


def test_a_statement_of_850_words_fills_the_page_and_one_word_more_is_too_much() -> None:
    """The reading of the evidence is 850 words."""
    most = int(load_evidence().number("reading.statement-words"))
    assert "more-than-a-page" not in rules("Charts. " * most)
    assert "more-than-a-page" in rules("Charts. " * (most + 1))


def test_a_paragraph_of_long_words_is_hard_to_read_and_the_same_length_in_short_ones_is_not() -> None:
    assert "hard-to-read" in rules(HEAVY * 2)
    assert "hard-to-read" not in rules("I read the chart and then I call the man who is in it. " * 5)
