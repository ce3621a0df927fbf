"""Whatever is pasted is counted right and read without breaking: empty, huge, right to left, combining, emoji."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedside.applicant.parts.drafts import DraftPlace
from bedside.evidence.library import load_evidence
from bedside.story.drafts.results import Review
from bedside.story.drafts.review import review
from bedside.story.text.counting import characters, seen_characters, sentences, words
from bedside.story.text.pasted import in_plain_signs, without_unseen
from tests.applicant.dossiers import AS_OF
from tests.story.test_pairs import APPLICANT

FAMILY = "👨‍👩‍👧"
anything = st.text(max_size=400)


def read(text: str, place: DraftPlace = DraftPlace.STATEMENT) -> Review:
    return review(text, place, APPLICANT, AS_OF, load_evidence())


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "\u200b", "\ufeff"])
def test_an_empty_draft_has_counts_and_no_findings(text: str) -> None:
    assert (read(text).counts.words, read(text).findings) == (0, ())


@pytest.mark.parametrize(
    ("text", "counted", "seen"),
    [
        ("abc", 3, 3),
        ("a\nb", 4, 3),
        ("a\r\nb", 4, 4),
        ("naïve", 5, 5),
        ("nai\u0308ve", 6, 5),
        ("🙂", 2, 1),
        (FAMILY, 8, 3),
        ("שלום", 4, 4),
        ("नमस्ते", 6, 5),
    ],
)
def test_a_form_counts_code_units_and_breaks_twice(text: str, counted: int, seen: int) -> None:
    assert (characters(text), seen_characters(text)) == (counted, seen)


def test_marks_from_a_word_processor_are_taken_out_and_signs_can_be_made_plain() -> None:
    pasted = "\ufeff“Rounds”\u00a0began\u200b – at six…\u2028Then"
    assert without_unseen(pasted) == "“Rounds” began – at six…\nThen"
    assert in_plain_signs(pasted) == '"Rounds" began - at six...\nThen'


def test_abbreviations_do_not_end_a_sentence() -> None:
    text = "I worked with Dr. Chen in the U.S. for a year. Then I left."
    assert [text[start:end] for start, end in sentences(text)] == [
        "I worked with Dr. Chen in the U.S. for a year.",
        "Then I left.",
    ]


@given(anything, st.sampled_from(DraftPlace))
def test_any_text_is_read_and_every_finding_lies_in_it(text: str, place: DraftPlace) -> None:
    found = read(text, place)
    for finding in found.findings:
        assert found.clean[finding.start : finding.end] == finding.quoted
        assert 0 <= finding.start <= finding.end <= len(found.clean)


@given(anything)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert without_unseen(without_unseen(text)) == without_unseen(text)


@given(anything)
def test_sentences_hold_every_word(text: str) -> None:
    clean = without_unseen(text)
    assert [word for start, end in sentences(clean) for word in words(clean[start:end])] == words(clean)


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "a ",
        "I led ",
        "Step 2 ",
        "graduated ",
        "Mr. A",
        "various ",
        "\u0301",
        "(",
        "led 9",
        "for the last 2 ",
        "boring ",
        "for 2 years ",
        "Mrs. Ab. ",
        "1/1/20 patient ",
        "12 charts ",
        "since 2025 ",
        "first attempt ",
        "Mr. K ward ",
        "graduated 3 years ago ",
        "joined Meridian Valley Health Plan 2 years ago ",
        "I was stuck there ",
        '"boring job" ',
        "x, 34, ",
        "over the last ",
        "A. ",
        "\n",
        "👩‍⚕️",
        "ש",
    ],
)
def test_a_hundred_thousand_characters_are_read_to_their_end(piece: str) -> None:
    assert len(read((piece * 100_000)[:100_000]).clean) == 100_000
