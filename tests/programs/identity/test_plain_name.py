"""Names of hospitals and schools are compared without what only spelling makes of them."""

from __future__ import annotations

import pytest

from bedside.programs.identity.plain_name import plain_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U Alabama Med Ctr-Birmingham", "University of Alabama Medical Center (Birmingham) Program"),
        ("St Josephs Univ Med Ctr-NJ", "St. Joseph's University Medical Center Program"),
        ("Charleston Area Med Ctr-WV", "Charleston Area Medical Center"),
        ("Indiana University SOM", "Indiana University School of Medicine Program"),
        ("HOSP EPISCOPAL SAN LUCAS-PR", "Hospital Episcopal San Lucas"),
        ("Mt Auburn Hospital-MA", "Mount Auburn Hospital Program"),
        ("Hôpital Général", "Hopital General"),
    ],
)
def test_two_spellings_are_one_plain_name(one: str, other: str) -> None:
    assert plain_name(one) == plain_name(other)


def test_different_campuses_stay_different() -> None:
    assert plain_name("University of Texas (Tyler)") != plain_name("University of Texas (Austin)")


def test_a_name_of_words_that_say_nothing_is_empty() -> None:
    assert plain_name("The Program of the Residency") == ""
