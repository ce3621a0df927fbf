"""What is booked is no word that it was done, and what has gone by, or may not be done, shows no direction."""

from __future__ import annotations

from typing import Any

import pytest

from bedside.clinical.results import Seen
from bedside.clinical.volunteering import volunteering
from bedside.clinical.way_back import way_back
from bedside.evidence.library import load_evidence
from tests.applicant.dossiers import AS_OF, a_dossier, an_experience

BOOKED = {"title": "Free clinic", "kind": "volunteering", "from": "2020-01-06", "to": "2040-01-06", "hours_per_week": 4}
HELPING = an_experience(
    "2020-01-01", "present", title="free clinic", kind="volunteering", contact="observer", hours_per_week=3
)
ALL_THREE = {"site": "yes", "state_law": "yes", "status": "yes"}


def weeks(*experiences: Any, **booked: object) -> list[tuple[float | None, bool]]:
    found = volunteering(a_dossier(*experiences, bookings=[BOOKED | booked]), AS_OF, 4, load_evidence())
    return [(run.hours, run.is_ahead) for run in found.runs]


def test_booked_hours_stand_ahead_and_are_not_told_as_done() -> None:
    assert weeks() == [(0, False), (4, True)]


def test_a_booking_without_patients_is_no_clinical_volunteering() -> None:
    assert weeks(contact="none") == [(0, False), (0, True)]


def test_what_goes_on_is_not_counted_a_second_time_from_its_booking() -> None:
    assert weeks(HELPING) == [(3, False), (3, True)]


def direction(places: list[dict[str, Any]] | None = None, **booked: object) -> tuple[Seen, str]:
    booking = {"title": "Weeks", "kind": "rotation", "from": "2039-01-03", "to": "2039-01-28"} | booked
    parts: dict[str, Any] = {"bookings": [booking], "opportunities": places or []}
    desk = an_experience("2020-01-01", "present", kind="job", contact="none")
    found = way_back(a_dossier(desk, **parts), AS_OF, load_evidence()).dimensions[2]
    return found.seen, found.says.partition(".")[0]


@pytest.mark.parametrize(
    ("confirmed", "says"),
    [("yes", "Booked: Weeks"), ("unknown", "Booked: Weeks"), ("no", "Asked for and not confirmed yet: Weeks")],
)
def test_what_is_ahead_shows_a_direction(confirmed: str, says: str) -> None:
    assert direction(confirmed=confirmed, contact="observer") == (Seen.SHOWN, says)


@pytest.mark.parametrize("booked", [{"from": "2020-01-03", "to": "2020-01-28"}, {"contact": "hands-on"}])
def test_what_has_gone_by_or_may_not_be_done_shows_none(booked: dict[str, str]) -> None:
    assert direction(**booked)[0] is Seen.NOT_SHOWN


def test_hands_on_work_that_all_three_confirmed_shows_one() -> None:
    place = {"title": "Weeks", "kind": "externship", "confirmations": ALL_THREE}
    assert direction([place], contact="hands-on")[0] is Seen.SHOWN
