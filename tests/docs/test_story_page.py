"""The page on the story explains every rule in the words of the rule, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from bedside.story.drafts.review import RULES

PAGE = (Path(__file__).parents[2] / "docs/explanation/story.md").read_text(encoding="utf-8")


def test_the_page_has_every_rule_in_order_with_its_weight_its_reason_and_its_question() -> None:
    explained = PAGE.partition("## Every rule\n")[2].strip()
    written = [
        f"### {rule.title}\n\n`{rule.name}` · {rule.weight.value}\n\n{rule.says}\n\nAsks: {rule.asks}" for rule in RULES
    ]
    assert re.split(r"\n\n(?=### )", explained) == written
