"""A fact about one program that the user checked and typed in."""

from __future__ import annotations

from datetime import date

import pytest

from bedside.evidence.library import load_evidence
from bedside.programs.claim import Confidence
from bedside.programs.field import Value
from bedside.programs.importing.own_check import own_check
from bedside.programs.mention import Mention, Reading
from bedside.programs.mistakes import ValueNotUnderstood
from bedside.programs.program import Listed

DAY = date(2026, 11, 3)
LISTED = Listed("1401200004", "1401200004", "Foo", "Foo Health", "Elko", "NV", "internal-medicine", {}, {})


def check(field: str, text: str) -> Reading:
    return own_check(LISTED, field, text, DAY, "https://example.org/visa", "We sponsor J-1.", load_evidence())


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("visa.j1", "yes", True),
        ("visa.h1b", "No", False),
        ("graduation.limit", "5", 5),
        ("graduation.limit", "no limit", False),
        ("graduation.preferred", "3 years", 3),
        ("attempts.limit", "1", 1),
        ("step-2-ck.minimum", "230", 230),
        ("us-clinical.months", "none", 0),
        ("img-share", "45", 0.45),
        ("interview-rate.non-us-img", "0.03", 0.03),
        ("type", "Com/Univ", "university-affiliated"),
        ("notes", "kind on the phone", "kind on the phone"),
    ],
)
def test_a_value_is_read_as_its_field_asks(field: str, text: str, value: Value) -> None:
    assert check(field, text).rows[0].stated[0].value == value


def test_a_check_bears_its_day_its_page_and_its_words_and_is_believed_first() -> None:
    (row,) = check("visa.j1", "yes").rows
    (stated,) = row.stated
    assert row.mention == Mention("Foo", "Foo Health", "Elko", "NV", "internal-medicine", "1401200004", key=LISTED.key)
    assert (stated.said_on, stated.url, stated.quote) == (DAY, "https://example.org/visa", "We sponsor J-1.")
    assert stated.confidence is Confidence.CHECKED


def test_a_later_check_of_the_same_field_is_a_newer_edition_of_it() -> None:
    assert check("visa.j1", "yes").covers == check("visa.j1", "no").covers != check("visa.h1b", "no").covers
    assert check("visa.j1", "yes").edition == "2026-11-03"


@pytest.mark.parametrize(
    ("field", "text", "why"),
    [
        (
            "graduation.limit",
            "-3",
            "Years since graduation, at most: “-3” is below nothing. Write a number of years, or “no limit”.",
        ),
        ("img-share", "– 5%", "Share of IMGs: “– 5%” is below nothing. Write a share such as 45%."),
        (
            "visa.j1",
            "?",
            "Sponsors J-1: nothing is known by “?”. Write yes or no; to say that it is unknown, enter no check.",
        ),
        ("visa.j1", "blue", "Sponsors J-1: “blue” cannot be read. It says neither yes nor no. Write yes or no."),
        (
            "visa.h1b",
            "maybe",
            "Sponsors H-1B: “maybe” can be read in more than one way. Write yes or no, without a range or “about”.",
        ),
        ("shoe-size", "9", "Bedside has no field “shoe-size” for programs."),
    ],
)
def test_what_is_no_value_is_refused_with_what_to_write(field: str, text: str, why: str) -> None:
    with pytest.raises(ValueNotUnderstood) as refused:
        check(field, text)
    assert str(refused.value) == why
