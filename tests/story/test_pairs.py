"""Each rule finds the first sentence of its pairs, and leaves the second alone."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from bedside.applicant.file.reading import read_dossier
from bedside.applicant.parts.drafts import DraftPlace
from bedside.evidence.library import load_evidence
from bedside.story.drafts.review import review
from tests.applicant.dossiers import AS_OF

FOLDER = Path(__file__).parent
PAIRS: list[dict[str, Any]] = yaml.safe_load((FOLDER / "pairs.yaml").read_text(encoding="utf-8"))
APPLICANT = read_dossier(FOLDER / "applicant.yaml", AS_OF).dossier
HOW_MANY = 40


def rules_found(text: str, place: str) -> set[str]:
    found = review(text, DraftPlace(place), APPLICANT, AS_OF, load_evidence()).findings
    return {finding.rule for finding in found} - {"grammar"}  # of Harper, where it is installed


def names() -> list[str]:
    return [f"{place}-{pair['rule']}" for place, pair in enumerate(PAIRS)]


@pytest.mark.parametrize("pair", PAIRS, ids=names())
def test_the_first_is_found_and_the_second_is_not(pair: dict[str, Any]) -> None:
    place, times = pair.get("place", "personal statement"), pair.get("repeat", 1)
    assert pair["rule"] in rules_found(pair["bad"] * times, place)
    assert pair["rule"] not in rules_found(pair["good"] * times, place)


def test_the_second_sentences_of_one_line_are_left_alone_by_every_rule() -> None:
    found = {pair["good"]: rules_found(pair["good"], "personal statement") for pair in PAIRS if "repeat" not in pair}
    assert {good: rules for good, rules in found.items() if rules} == {}


def test_there_are_at_least_forty_pairs_and_no_sentence_stands_twice() -> None:
    sentences = Counter(pair[which] for pair in PAIRS for which in ("bad", "good"))
    assert len(PAIRS) >= HOW_MANY
    assert [sentence for sentence, times in sentences.items() if times > 1] == []
