"""A letter is called recent, or old, only where every day it may bear says so."""

from __future__ import annotations

from datetime import date

import pytest

from bedside.clinical.letter_results import Letters
from bedside.clinical.letters import letters
from bedside.evidence.library import load_evidence
from tests.applicant.dossiers import AS_OF, a_dossier

FILES_OPENED = date(2027, 9, 22)
LOOK = "Look up the day on it and write it down: whether it is recent depends on it."


def of(**said: object) -> Letters:
    written = {"writer": "Dr. Lee", "kind": "US attending", "speaks_to": ["knowledge", "work ethic", "teachability"]}
    return letters(a_dossier(letters=[written | said]), AS_OF, FILES_OPENED, load_evidence())


@pytest.mark.parametrize(
    ("written", "fewest", "recent", "says"),
    [
        ("2025", 20.7, None, "Between 20.7 and 32.7 months old when files are opened: the day on it decides"),
        ("2026", 8.7, True, "Between 8.7 and 20.7 months old when files are opened, within what is asked for."),
        ("2024", 32.7, False, "Between 32.7 and 44.7 months old when files are opened, older than what is asked for."),
        ("2025-09-22", 24.0, True, "24 months old when files are opened, within what is asked for."),
    ],
)
def test_a_year_alone_is_recent_only_if_each_of_its_days_is(
    written: str, fewest: float, recent: bool | None, says: str
) -> None:
    found = of(written=written, uploaded="2026-11-01", waived="yes").letters[0]
    assert (found.months_old_when_opened, found.is_recent_then, found.age_says.startswith(says)) == (
        fewest,
        recent,
        True,
    )


@pytest.mark.parametrize(
    ("uploaded", "recent", "step"),
    [("2020-05-01", False, "Ask the same writer for a new one, or another writer."), ("2026-05-01", None, LOOK)],
)
def test_an_uploaded_letter_without_a_date_is_never_taken_for_recent(
    uploaded: str, recent: bool | None, step: str
) -> None:
    found = of(uploaded=uploaded, waived="yes").letters[0]
    assert (found.is_recent_then, found.next_step) == (recent, step)


def test_a_letter_whose_age_is_not_known_is_neither_counted_nor_passed_over() -> None:
    assert of(uploaded="2026-05-01").says == (
        "No letter from the United States will surely be recent on 22 September 2027. Of one more it is not known, "
        "without the day on it."
    )


def test_a_letter_promised_for_after_files_are_opened_is_asked_for_earlier() -> None:
    assert of(promised="2027-10-10").letters[0].next_step == (
        "It was promised for 10 October 2027, after files are opened on 22 September 2027. Ask whether it can come "
        "before."
    )


def test_every_day_of_a_letter_is_told_in_its_order() -> None:
    found = of(asked="2026-01-05", promised="2026-02-01", written="2026-02", uploaded="2026-03-01").letters[0]
    assert found.dates_say == (
        "asked 5 January 2026, promised for 1 February 2026, written in February 2026, uploaded 1 March 2026"
    )


def test_a_letter_without_any_day_tells_none() -> None:
    assert of().letters[0].dates_say == ""
