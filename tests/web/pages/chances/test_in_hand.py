"""Once interviews are in hand, the pages that begin before any answer say so first and lead to the rank list."""

from __future__ import annotations

import re

import pytest

from bedside.documents.content.odds.in_hand import in_hand_in_words
from tests.web.kept import browser_for, example, kept
from tests.web.reading import words

pytestmark = pytest.mark.same_on_any_database

PAGES = ("odds", "list", "next-move")


def notes_of(name: str, page: str) -> list[str]:
    opened = kept(example(name))
    answer = browser_for(opened).get(f"/dossier/{opened.id}/{page}/").content.decode()
    return re.findall(r'<div class="note">.*?</div>', answer, re.DOTALL)


@pytest.mark.parametrize("page", PAGES)
def test_the_first_notice_says_that_nothing_answered_is_counted_and_leads_to_the_rank_list(page: str) -> None:
    first = notes_of("interviews-in-hand", page)[0]
    assert words(first) == in_hand_in_words(6, "your rank list")
    assert re.findall(r'href="/dossier/[^/]+/([^"]+)"', first) == ["rank/"]


@pytest.mark.parametrize("page", PAGES)
def test_without_an_interview_nothing_is_said_of_any(page: str) -> None:
    assert [one for one in notes_of("opt-research-coordinator", page) if "in hand" in one] == []
