"""Cells as applicants write them, and what they claim."""

from __future__ import annotations

from typing import Any

import pytest

from tests.programs.importing.own_table.reading_tables import cell_under, notes, read_csv, said

J1, H1B, OPT = "visa.j1", "visa.h1b", "visa.f1-opt"
LIMIT, PREFERRED = "graduation.limit", "graduation.preferred"
AT_MOST, RATHER = "attempts.limit", "attempts.preferred"
LEAST, BETTER = "step-2-ck.minimum", "step-2-ck.preferred"
MONTHS, HANDS_ON, COUNTS = "us-clinical.months", "us-clinical.hands-on-only", "us-clinical.definition"
LETTERS, FROM_US = "letters.needed", "letters.from-us"

CASES: list[tuple[str, str, dict[str, Any]]] = [
    ("Visa", "J1/H1b", {J1: True, H1B: True}),
    ("Visa", "J1 only", {J1: True, H1B: False}),
    ("Visa", "No visa", {J1: False, H1B: False}),
    ("Visa", "Sponsors J-1 through ECFMG", {J1: True}),
    ("Visa", "Sponsors J-1 through ECFMG only", {J1: True, H1B: (False, "?")}),
    ("Visa", "J-1, no H-1B", {J1: True, H1B: False}),
    ("Visa", "No J1 or H1B", {J1: False, H1B: False}),
    ("Visa", "J1/H1B: not sponsored", {J1: False, H1B: False}),
    ("Visa", "J1 (H1B not sponsored)", {J1: True, H1B: False}),
    ("Visa", "J1, H1B no", {J1: (True, "?"), H1B: False}),
    ("Visa", "H1B case by case, J1", {H1B: (True, "?"), J1: True}),
    ("visa_statuses_accepted", "J-1; H-1B; F-1 OPT", {J1: True, H1B: True, OPT: True}),
    ("Visa", "green card holders only", {J1: False, H1B: False}),
    ("J-1", "Yes", {J1: True}),
    ("Sponsors H-1B?", "doesn't sponsor", {H1B: False}),
    ("YOG", "5 yrs (flexible)", {PREFERRED: 5}),
    ("YOG", "5", {LIMIT: (5, "?")}),
    ("YOG", "strictly 5", {LIMIT: 5}),
    ("YOG cutoff", "5", {LIMIT: 5}),
    ("Preferred YOG", "5", {PREFERRED: 5}),
    ("YOG", "no cutoff", {LIMIT: False}),
    ("YOG", "within 3–5 years", {PREFERRED: (3, "?"), LIMIT: (5, "?")}),
    ("YOG", "5 preferred, max 10", {PREFERRED: 5, LIMIT: 10}),
    ("YOG", "five years required", {LIMIT: 5}),
    ("Attempts", "1st attempt pref", {RATHER: 1}),
    ("Attempts", "max 2", {AT_MOST: 2}),
    ("Attempts", "1 failure allowed", {AT_MOST: (2, "?")}),
    ("Attempts accepted", "No", {AT_MOST: 1}),
    ("Attempts", "no limit", {AT_MOST: False}),
    ("Minimum Step 2 Score for Interview Consideration", "230", {LEAST: 230}),
    ("Step 2 CK", "230", {LEAST: (230, "?")}),
    ("Step 2 CK", "≥ 225", {LEAST: 225}),
    ("Step 2 CK", "240 preferred", {BETTER: 240}),
    ("Step 2 CK", "no minimum", {LEAST: False}),
    ("Step 3", "Required", {"step-3.needed": True}),
    ("Step 3", "not required", {"step-3.needed": False}),
    ("Step 3", "recommended", {"step-3.preferred": True}),
    ("USCE", "3 mo hands on", {MONTHS: (3, "?"), HANDS_ON: (True, "?"), COUNTS: "3 mo hands on"}),
    ("USCE", "min 2 months, no observerships", {MONTHS: 2, HANDS_ON: True, COUNTS: "min 2 months, no observerships"}),
    ("USCE", "not required", {MONTHS: 0}),
    ("USCE (months) required", "3", {MONTHS: 3}),
    ("LORs", "2 LORs (1 US)", {LETTERS: 2, FROM_US: 1}),
    ("Letters", "3-4", {LETTERS: 3}),
    ("% IMG", "~45%", {"img-share": (0.45, "?")}),
    ("pct_img", "64.1", {"img-share": 0.641}),
    ("IMG %", "40–50%", {"img-share": (0.45, "?")}),
    ("Type", "Com/Univ", {"type": "university-affiliated"}),
    ("Type", "Comm", {"type": "community"}),
    ("Type", "Univ-aff", {"type": "university-affiliated"}),
    ("Program type", "University-based", {"type": "university"}),
    ("IMG friendly", "Yes", {"accepts-img": True}),
    ("Positions", "12 (8 categorical)", {"first-year-positions": 12}),
    ("Participates in ERAS", "True", {"application-service": "ERAS"}),
    ("Website", "www.example.org/im", {"website": "www.example.org/im"}),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "cell", "claims"), CASES, ids=[f"{heading}: {cell}" for heading, cell, _ in CASES])
def test_a_cell_claims_what_its_words_say(heading: str, cell: str, claims: dict[str, Any]) -> None:
    assert cell_under(heading, cell) == [claims]


@pytest.mark.parametrize("cell", ["", "–", "-", "?", "N/A", "not specified", "unknown", "no info", "TBD"])
@pytest.mark.parametrize("heading", ["Visa", "YOG", "J-1", "Attempts", "% IMG"])
def test_what_is_not_told_is_no_claim_and_never_a_no(heading: str, cell: str) -> None:
    assert cell_under(heading, cell)[0] == {}


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Visa", "Yes"),
        ("YOG", "4-Mar"),
        ("YOG", "2026-03-04"),
        ("YOG", "graduated 2019 or later"),
        ("Attempts", "4-Mar"),
        ("LORs", "4-Mar"),
        ("Step 2 CK", "mean 245"),
        ("Step 3", "required for H1B only"),
        ("% IMG", "<5%"),
        ("Accreditation ID", "1.20E+09"),
    ],
)
def test_what_cannot_be_told_is_never_guessed_but_kept_and_said(heading: str, cell: str) -> None:
    others = {
        "% IMG": "12%",
        "Visa": "J1",
        "YOG": "5",
        "Step 3": "Required",
        "Step 2 CK": "230",
        "Accreditation ID": "",
    }
    other = others.get(heading, "2")
    reading = read_csv(f"Program,State,{heading}\nFoo Hospital,TX,{cell}\nGoo Hospital,TX,{other}")
    assert said(reading.rows[0]) == {}
    assert notes(reading.rows[0]) == [f"{heading}: {cell}"]
    assert [(one.place, one.what) for one in reading.unread] == [(f"row 2, column C (“{heading}”)", cell)]


def test_where_a_day_was_made_of_a_range_it_is_said_why_and_how_to_mend_it() -> None:
    (unread,) = read_csv("Program,State,YOG\nFoo Hospital,TX,4-Mar\nGoo Hospital,TX,5").unread
    assert unread.why.startswith("A spreadsheet program has turned what was typed into a day")
    assert unread.how_to_fix.startswith("Format the column as text")


def test_a_column_that_goes_above_one_holds_percents_and_one_that_does_not_holds_parts() -> None:
    assert cell_under("% IMG", "45", "1") == [{"img-share": 0.45}, {"img-share": 0.01}]
    assert cell_under("% IMG", "0.45", "1") == [{"img-share": 0.45}, {"img-share": 1.0}]


def test_a_share_remembers_how_far_it_was_rounded() -> None:
    reading = read_csv("Program,State,% IMG\nFoo,TX,45%\nGoo,TX,45.5%\nHoo,TX,40-50%\nJoo,TX,0.4")
    assert [row.stated[0].rounded_to for row in reading.rows] == [0.01, 0.001, 0.1, 0.01]


def test_an_x_is_a_yes_alone_and_a_no_beside_ticks() -> None:
    assert cell_under("J-1", "x", "") == [{J1: (True, "?")}, {}]
    assert cell_under("J-1", "x", "✓") == [{J1: (False, "?")}, {J1: True}]


def test_not_friendly_to_imgs_is_not_the_same_as_taking_none() -> None:
    assert cell_under("IMG friendly", "No", "Yes") == [{}, {"accepts-img": True}]


def test_how_a_range_was_read_is_told_once_with_its_places() -> None:
    reading = read_csv("Program,State,YOG\nFoo,TX,3-4\nGoo,TX,3-5\nHoo,TX,5 strict")
    assert reading.notes == (
        "“YOG”, row 2; row 3: A range of years is read as two claims: preferred up to the smaller, not considered "
        "above the larger (unsure).",
    )


def test_the_day_of_a_row_dates_its_claims() -> None:
    reading = read_csv("Program,State,Visa,Last updated\nFoo,TX,J1,2025-03-28\nGoo,TX,J1,3/28/2025")
    assert [[str(one.said_on) for one in row.stated] for row in reading.rows] == [["2025-03-28"], ["2025-03-28"]]
