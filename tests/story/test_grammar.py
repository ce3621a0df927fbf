"""Grammar is an extra: with Harper its marks are added and named, without it nothing is missing elsewhere."""

from __future__ import annotations

import importlib.util

import pytest

from bedside.applicant.parts.drafts import DraftPlace
from bedside.evidence.library import load_evidence
from bedside.story.drafts import grammar
from bedside.story.drafts.review import review
from tests.applicant.dossiers import AS_OF
from tests.story.test_pairs import APPLICANT

WRONG = "🙂 This are an test of the the checker with Okonkwo."
needs_harper = pytest.mark.skipif(importlib.util.find_spec("harper") is None, reason="the extra is not installed")


def marked(text: str) -> list[tuple[str, str]]:
    found = review(text, DraftPlace.OTHER_ANSWER, APPLICANT, AS_OF, load_evidence()).findings
    return [(one.quoted, one.says.partition(":")[0]) for one in found if one.rule == "grammar"]


def test_without_the_extra_a_text_is_read_by_the_other_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grammar, "_linter", lambda: None)
    assert marked(WRONG) == []


@needs_harper
def test_with_the_extra_its_marks_stand_in_their_places_and_names_are_left_alone() -> None:
    found = marked(WRONG)
    assert ("an", "Harper marks this as") in found
    assert [quoted for quoted, _ in found if "Okonkwo" in quoted] == []


@needs_harper
def test_it_proposes_no_words() -> None:
    found = review(WRONG, DraftPlace.OTHER_ANSWER, APPLICANT, AS_OF, load_evidence()).findings
    assert [one.says for one in found if "Did you mean" in one.says] == []
