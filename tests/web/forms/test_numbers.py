"""Numbers are read as people type them, and never guessed where a point may stand for thousands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bedside.applicant.parts.shape import Unreadable
from bedside.web.forms.numbers import number_as_shown, read_number, read_whole_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("$1,200", 1200),
        ("1,200", 1200),
        ("$ 6 000", 6000),
        ("3.5", 3.5),
        ("−300", -300),
        ("40 dollars", 40),
        (".5", 0.5),
    ],
)
def test_a_number_is_read_however_it_is_typed(typed: str, number: float) -> None:
    assert read_number(typed) == number


@pytest.mark.parametrize(
    ("typed", "what", "how"),
    [
        (
            "1.200,50",
            "1.200,50 uses a comma before the fraction",
            "Write 1,200.50: commas between thousands, a point before the fraction",
        ),
        ("1.200", "1.200 can be 1,200 or 1.2", "Write 1,200 or 1.2"),
        ("2.000", "2.000 can be 2,000 or 2", "Write 2,000 or 2"),
        ("about 40", "about 40 is not a number Bedside can read", "Write figures, such as 1,200"),
        ("12,34,567", "12,34,567 is not a number Bedside can read", "Write figures, such as 1,200"),
    ],
)
def test_what_is_no_number_or_two_is_refused_with_how_to_write_it(typed: str, what: str, how: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_number(typed)
    assert (refused.value.what, refused.value.how_to_fix) == (what, how)


def test_a_part_of_a_whole_thing_is_refused() -> None:
    with pytest.raises(Unreadable):
        read_whole_number("3.5")
    assert read_whole_number("3.0") == 3


@given(st.integers(-10_000_000, 10_000_000))
def test_a_whole_number_is_read_back_as_it_is_shown(number: int) -> None:
    assert read_number(number_as_shown(number)) == number
