"""Two drafts beside each other: what one tells otherwise than the other is found, and the draft itself is not."""

from __future__ import annotations

from typing import Any

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.drafts import DraftPlace
from bedside.evidence.library import load_evidence
from bedside.story.drafts.review import review
from bedside.story.told.consistency import Agreement, one_story
from tests.applicant.dossiers import AS_OF
from tests.story.test_pairs import APPLICANT


def with_drafts(*texts: str) -> Dossier:
    plain = APPLICANT.model_dump(by_alias=True, mode="json", exclude_none=True)
    del plain["exams"]
    drafts: list[dict[str, Any]] = [
        {"place": "personal statement" if not place else "experience entry", "text": text}
        for place, text in enumerate(texts)
    ]
    return Dossier.model_validate({**plain, "drafts": drafts})


def rules(text: str, dossier: Dossier, number: int | None = None) -> list[tuple[str, str]]:
    found = review(text, DraftPlace.ENTRY, dossier, AS_OF, load_evidence(), number).findings
    return [(one.rule, one.quoted) for one in found]


def test_a_score_that_the_file_does_not_know_is_held_against_the_other_text() -> None:
    dossier = with_drafts("My Step 2 CK score was 234.")
    assert rules("Step 2 CK: 243.", dossier) == [("disagrees-with-draft", "243")]
    assert rules("Step 2 CK: 234.", dossier) == []


def test_numbers_of_one_thing_that_differ_are_worth_a_thought() -> None:
    dossier = with_drafts("I read 4,000 charts a quarter.")
    assert rules("Read 5,000 charts a quarter.", dossier) == [("another-number", "5,000 charts a quarter")]
    assert rules("Read 4,000 charts a quarter, and 16,000 charts a year.", dossier) == []


def test_a_percentage_is_held_against_the_other_text() -> None:
    dossier = with_drafts("Late refills fell by 12%.")
    assert rules("Late refills fell by 21%.", dossier) == [("another-number", "refills fell by 21%")]


def test_a_draft_that_is_being_written_is_not_held_against_what_it_was() -> None:
    dossier = with_drafts("Step 2 CK: 234.")
    assert rules("Step 2 CK: 243.", dossier, number=0) == []


def test_the_table_puts_what_differs_first_and_names_what_only_the_texts_tell() -> None:
    dossier = with_drafts("I graduated in 2018. Step 2 CK: 234.", "I graduated in 2017.", "Step 2 CK: 234.")
    facts = one_story(dossier, AS_OF).facts
    assert [(one.fact, one.agreement) for one in facts] == [
        ("graduation", Agreement.DIFFERENT),
        ("Step 2 CK score", Agreement.NOT_IN_FILE),
    ]
