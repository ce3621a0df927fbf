"""Before a form, mistakes call fields by their questions, parts by their titles and entries by their names."""

from __future__ import annotations

import pytest

from bedside.applicant.mistakes import Mistake
from bedside.web.forms.plain_words import in_plain_words
from tests.web.kept import example


@pytest.mark.parametrize(
    ("field", "said", "plainly"),
    [
        (
            "experiences[0].to",
            "Check `from` and `to` of `experiences[0]`.",
            "Check “When did it begin?” and “When did it end?” of “House officer”.",
        ),
        (
            "experiences[1].as",
            "Write `as: student`, or check the dates.",
            "Write “As a medical student”, or check the dates.",
        ),
        (
            "experiences[0].to",
            "If it goes on, write `present`. If it is a plan, put it under `bookings`.",
            "If it goes on, write `present`. If it is a plan, put it under “What is already booked”.",
        ),
        (
            "certificate.state",
            "The certificate is issued, and `exams` has no pass.",
            "The certificate is issued, and “Exams” has no pass.",
        ),
        (
            "letters[0].asked",
            "Write the day it happened, or leave the line out.",
            "Write the day it happened, or leave it empty.",
        ),
        ("experiences[0].title", "This is the same as `experiences[99]`.", "This is the same as `experiences[99]`."),
        (
            "experiences[0].title",
            "Run `bedside check` or write `nothing_known`.",
            "Run `bedside check` or write `nothing_known`.",
        ),
    ],
)
def test_names_of_the_file_are_said_as_they_stand_on_the_page(field: str, said: str, plainly: str) -> None:
    mistake = Mistake("your dossier", 1, 1, field, said, said)
    told = in_plain_words([mistake], example("h1b-quality-analyst"))[0]
    assert (told.what, told.how_to_fix) == (plainly, plainly)
