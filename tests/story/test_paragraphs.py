"""Whole paragraphs: good ones hold nothing but what is worth a thought, and bad ones exactly what is said of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bedside.applicant.parts.drafts import DraftPlace
from bedside.evidence.library import load_evidence
from bedside.story.drafts.results import Weight
from bedside.story.drafts.review import RULES, review
from tests.applicant.dossiers import AS_OF
from tests.story.test_pairs import APPLICANT, FOLDER, PAIRS


def paragraphs(name: str) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = yaml.safe_load((Path(FOLDER) / name).read_text(encoding="utf-8"))
    return read


GOOD, BAD = paragraphs("good.yaml"), paragraphs("bad.yaml")
AT_LEAST_GOOD, AT_LEAST_BAD = 20, 6
_ABOUT_OTHER_DRAFTS = {"disagrees-with-draft", "another-number"}  # read with other drafts, in test_between_drafts
_LONG = {"more-than-a-page", "hard-to-read"}  # read in test_length
_EXTRA = {"grammar", "transcript-shows-more"}  # read in test_grammar and test_interview


def read(paragraph: dict[str, Any]) -> list[Any]:
    place = DraftPlace(paragraph.get("place", "personal statement"))
    return list(review(paragraph["text"], place, APPLICANT, AS_OF, load_evidence()).findings)


@pytest.mark.parametrize("paragraph", GOOD, ids=lambda one: one["text"][:30])
def test_a_good_paragraph_holds_nothing_but_what_is_worth_a_thought(paragraph: dict[str, Any]) -> None:
    assert [(one.rule, one.quoted) for one in read(paragraph) if one.weight is not Weight.THINK] == []


@pytest.mark.parametrize("paragraph", BAD, ids=lambda one: one["text"][:30])
def test_a_bad_paragraph_has_exactly_its_findings(paragraph: dict[str, Any]) -> None:
    assert [[one.rule, one.quoted] for one in read(paragraph)] == paragraph["found"]


def test_there_are_enough_of_both_kinds() -> None:
    assert (len(GOOD) >= AT_LEAST_GOOD, len(BAD) >= AT_LEAST_BAD) == (True, True)


def test_every_rule_has_a_pair_and_every_finding_a_rule() -> None:
    known = {rule.name for rule in RULES}
    assert {pair["rule"] for pair in PAIRS} == known - _ABOUT_OTHER_DRAFTS - _LONG - _EXTRA
    assert {rule for paragraph in BAD for rule, _ in paragraph["found"]} - known == set()


def test_every_rule_says_why_and_ends_in_a_question_that_puts_no_words_into_the_text() -> None:
    for rule in RULES:
        assert rule.says.endswith(".")
        assert rule.asks.endswith("?") or rule.name in ("unseen-marks", "disagrees-with-file", "disagrees-with-draft")
