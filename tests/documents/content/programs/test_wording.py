"""Claims of programs are worded with their units, and a rate that was rounded to nothing is never said to be zero."""

from __future__ import annotations

from datetime import date

import pytest

from bedside.documents.content.programs.wording import in_words, positions_in_words, said_by, season_in_words
from bedside.programs.claim import Claim, Origin, Stated
from bedside.programs.field import Value
from bedside.programs.program import Listed, Season, TrackKind


@pytest.mark.parametrize(
    ("field", "value", "rounded_to", "words"),
    [
        ("visa.j1", True, None, "yes"),
        ("visa.h1b", False, None, "no"),
        ("graduation.limit", 1, None, "1 year"),
        ("graduation.limit", 5, None, "5 years"),
        ("us-clinical.months", 1.5, None, "1.5 months"),
        ("attempts.limit", 2, None, "2 attempts"),
        ("step-2-ck.minimum", 225, None, "225"),
        ("interviews-last-year", 1200, None, "1,200"),
        ("img-share", 0.641, None, "64.1 %"),
        ("img-share", 0.0, None, "0 %"),
        ("interview-rate.non-us-img", 0.0, 0.01, "under 0.5 %"),
        ("interview-rate.img", 0.0, None, "under 0.5 %"),
        ("interview-rate.non-us-img", 0.07, 0.01, "7 %"),
        ("notes", "ask by mail", None, "ask by mail"),
    ],
)
def test_a_value_is_worded_by_its_field(field: str, value: Value, rounded_to: float | None, words: str) -> None:
    assert in_words(field, value, rounded_to) == words


def test_a_claim_says_who_said_it_when_and_where() -> None:
    origin = Origin("a", "FREIDA", "AMA", "2025-05", date(2025, 5, 12), "", "", is_private=False)
    assert said_by(Claim(Stated("visa.j1", True), origin, "row 7")) == "FREIDA, 12 May 2025, row 7"


def test_a_claim_without_a_day_says_so() -> None:
    origin = Origin("a", "my list", "", "", None, "", "", is_private=True)
    assert said_by(Claim(Stated("visa.j1", True), origin, "")) == "my list, day not known"


def test_positions_are_told_by_kind_and_season() -> None:
    offered = {TrackKind.PRELIMINARY: 4, TrackKind.CATEGORICAL: 12}
    listed = Listed("1", None, "A", "A", "B", "OH", "internal-medicine", {}, offered, 2025)
    assert positions_in_words(listed) == "12 categorical, 4 preliminary in 2025"
    assert season_in_words(Season(2025, 14, 12)) == "12 of 14 filled"
    assert season_in_words(Season(2025, 14, None)) == "14 offered"
