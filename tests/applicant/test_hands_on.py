"""Hands-on work in the US by a graduate without a licence: warned of, done or booked."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml

from bedside.applicant.file.parsing import parse_content

AS_OF = date(2026, 11, 22)
TOP: dict[str, Any] = {
    "schema_version": 1,
    "identity": {"name": "A"},
    "medical_school": {"country": "Peru", "graduated": "2018-06"},
}
BOOKED = "{title: Externship, kind: rotation, contact: hands-on, from: 2027-03-01, to: 2027-03-26, confirmed: yes}"


def warned(written: str) -> list[tuple[str, str]]:
    """The field and the first words of every warning."""
    found = parse_content(TOP | yaml.load(written, yaml.BaseLoader), "me.yaml", AS_OF).warnings
    return [(one.field, " ".join(one.what.split()[:4])) for one in found]


def test_a_booked_hands_on_rotation_is_warned_of_although_it_is_confirmed() -> None:
    assert warned(f"bookings: [{BOOKED}]") == [("bookings[0].contact", "Hands-on work of a")]


@pytest.mark.parametrize("structure", ["", ", structure: informal", ", structure: structured"])
def test_a_past_hands_on_rotation_of_a_graduate_is_warned_of(structure: str) -> None:
    rotation = f"{{title: Externship, kind: rotation, contact: hands-on, from: 2024-01, to: 2024-03{structure}}}"
    assert warned(f"experiences: [{rotation}]") == [("experiences[0].contact", "This was hands-on in")]


def test_a_paid_job_as_an_aide_told_as_hands_on_is_asked_about() -> None:
    aide = "{title: Nurse aide, kind: job, contact: hands-on, from: 2020-04-01, to: present, paid: yes}"
    assert warned(f"experiences: [{aide}]") == [("experiences[0].contact", "A paid job of")]


@pytest.mark.parametrize(
    "written",
    [
        "bookings: [" + BOOKED.replace("hands-on", "observer") + "]",
        f"bookings: [{BOOKED}]\nlicences: [{{country: United States, from: 2026-01, to: present}}]",
        "experiences: [{title: A, kind: rotation, contact: hands-on, country: Peru, from: 2024-01, to: 2024-03}]",
        "experiences: [{title: A, kind: rotation, contact: hands-on, as: student, from: 2017-01, to: 2017-03}]",
        "experiences: [{title: A, kind: job, contact: clinical-adjacent, from: 2020-04, to: present, paid: yes}]",
    ],
    ids=["observing", "a US licence", "abroad", "as a student", "beside the clinic"],
)
def test_what_needs_no_licence_is_not_warned_of(written: str) -> None:
    assert warned(written) == []


def test_a_licence_that_has_ended_does_not_carry_a_booking() -> None:
    ended = f"bookings: [{BOOKED}]\nlicences: [{{country: USA, from: 2020-01, to: 2021-01}}]"
    assert warned(ended) == [("bookings[0].contact", "Hands-on work of a")]
