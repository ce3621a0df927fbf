"""Booked hands-on work of a graduate is no part of the plan before site, state law and status have said yes."""

from __future__ import annotations

from typing import Any

import pytest

from bedside.applicant.file.parsing import parse_content
from bedside.evidence.library import load_evidence
from bedside.plan.plan import make_plan
from bedside.standing.standing import stand
from tests.applicant.dossiers import AS_OF

BOOKED = {
    "title": "Hands-on weeks",
    "kind": "rotation",
    "from": "2027-02-01",
    "to": "2027-02-26",
    "confirmed": "yes",
    "contact": "hands-on",
}
ALL_THREE = {"site": "yes", "state_law": "yes", "status": "yes"}


def content(**confirmations: str) -> dict[str, Any]:
    place = {"title": "Hands-on Weeks", "kind": "externship", "confirmations": confirmations}
    return {
        "schema_version": 1,
        "identity": {"name": "Hands on"},
        "medical_school": {"country": "Egypt", "graduated": 2016},
        "bookings": [BOOKED],
        "opportunities": [place],
    }


def misfits(written: dict[str, Any]) -> list[str]:
    read = parse_content(written, "hands-on", AS_OF)
    evidence = load_evidence()
    plan = make_plan(read.dossier, stand(read.dossier, AS_OF, evidence), AS_OF, evidence)
    return [one.task for one in plan.roadmap.misfits if one.task.startswith("booked.hands-on")]


@pytest.mark.parametrize("missing", sorted(ALL_THREE))
def test_one_that_is_missing_keeps_it_off_the_plan(missing: str) -> None:
    two = {name: answer for name, answer in ALL_THREE.items() if name != missing}
    assert misfits(content(**two)) == ["booked.hands-on-2027-02-01"]


def test_with_all_three_it_is_planned_and_not_cautioned_about() -> None:
    warned = [one.field for one in parse_content(content(**ALL_THREE), "hands-on", AS_OF).warnings]
    assert (misfits(content(**ALL_THREE)), [field for field in warned if field.startswith("bookings")]) == ([], [])


@pytest.mark.parametrize(
    "other",
    [
        {"from": "2027-06-07", "to": "2027-06-25", "confirmations": ALL_THREE},
        {"from": "2026-01-05", "to": "2026-01-30", "confirmations": ALL_THREE},
    ],
)
def test_a_place_of_the_same_name_at_another_time_confirms_nothing(other: dict[str, Any]) -> None:
    written = content() | {"opportunities": [{"title": "Hands-on weeks", "kind": "externship", **other}]}
    assert misfits(written) == ["booked.hands-on-2027-02-01"]


def test_where_it_may_be_of_two_places_one_that_is_confirmed_is_not_enough() -> None:
    two = [{"title": "Hands-on weeks", "kind": "externship", "confirmations": one} for one in (ALL_THREE, {})]
    assert misfits(content() | {"opportunities": two}) == ["booked.hands-on-2027-02-01"]
