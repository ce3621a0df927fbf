"""One thing said in many words: each rule finds it however it is said, and leaves alone what only sounds like it."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from bedside.applicant.parts.drafts import DraftPlace
from bedside.evidence.library import load_evidence
from bedside.story.drafts.results import Weight
from bedside.story.drafts.review import review
from tests.applicant.dossiers import AS_OF
from tests.story.test_pairs import APPLICANT, FOLDER

WORDINGS: dict[str, list[str]] = yaml.safe_load((FOLDER / "wordings.yaml").read_text(encoding="utf-8"))
LEFT_ALONE = WORDINGS.pop("left alone")


def findings(text: str) -> tuple[Any, ...]:
    return review(text, DraftPlace.OTHER_ANSWER, APPLICANT, AS_OF, load_evidence()).findings


@pytest.mark.parametrize("rule", WORDINGS)
def test_a_rule_finds_its_thing_in_every_wording(rule: str) -> None:
    missed = [text for text in WORDINGS[rule] if rule not in {one.rule for one in findings(text)}]
    assert missed == []


@pytest.mark.parametrize("text", LEFT_ALONE, ids=lambda text: text[:40])
def test_what_only_sounds_like_it_is_left_alone(text: str) -> None:
    assert [(one.rule, one.quoted) for one in findings(text) if one.weight is not Weight.THINK] == []
