"""Places are compared in three orders that are never added up, and hands-on work waits for its confirmations."""

from __future__ import annotations

from datetime import date

import pytest

from bedside.clinical.comparing import compare
from bedside.clinical.results import Compared, Comparison, Sign
from bedside.evidence.library import load_evidence
from tests.applicant.dossiers import AS_OF, a_dossier, an_experience

FILES_OPENED = date(2027, 9, 22)
CONFIRMED = {"site": "yes", "state_law": "yes", "status": "yes"}


def compared(*places: dict[str, object], **parts: object) -> Comparison:
    return compare(a_dossier(opportunities=list(places), **parts), AS_OF, FILES_OPENED, load_evidence())


def place(**said: object) -> dict[str, object]:
    return {"title": "A place", "kind": "observership"} | said


def one(**said: object) -> Compared:
    return compared(place(**said)).places[0]


def test_without_places_there_is_nothing_to_order() -> None:
    assert compared() == Comparison((), ())


def test_three_preferences_are_three_orders() -> None:
    hospital = place(setting="hospital", structure="informal", contact="observer")
    clinic = place(setting="clinic", structure="structured", contact="hands-on", confirmations=CONFIRMED)
    orders = {one.name: [entries for _, entries in one.groups] for one in compared(hospital, clinic).preferences}
    first, second = ("opportunities[0]",), ("opportunities[1]",)
    assert orders == {"setting": [first, second], "structure": [second, first], "contact": [second, first]}


def test_hands_on_work_that_is_not_confirmed_does_not_stand_before_observing() -> None:
    orders = compared(place(contact="hands-on"), place(contact="observer")).preferences[2]
    assert orders.groups == (
        ("observer", ("opportunities[1]",)),
        ("hands-on, not confirmed yet", ("opportunities[0]",)),
    )


def test_what_is_not_known_comes_last_and_is_not_called_worse() -> None:
    orders = compared(place(), place(setting="clinic")).preferences[0]
    assert orders.groups == (("clinic", ("opportunities[1]",)), ("not known", ("opportunities[0]",)))


def test_the_cost_of_a_week_holds_fee_travel_and_lost_pay() -> None:
    money = {"constraints": {"money": {"available": 5000, "pay_per_day": 150}}}
    four_weeks = place(**{"from": "2027-03-01", "to": "2027-03-28"}, fee=700, travel=500, unpaid_leave_days=10)
    found = compared(four_weeks, **money).places[0]
    assert (found.weeks, found.cost_per_week and found.cost_per_week.low, found.not_priced) == (4.0, 675.0, ())


def test_lost_pay_without_a_day_rate_has_no_price() -> None:
    assert one(fee=700, travel=0, unpaid_leave_days=10).not_priced == ("lost pay",)


def test_nothing_priced_is_unknown_and_not_free() -> None:
    assert one().cost is None


@pytest.mark.parametrize(
    ("ends", "months", "recent"),
    [("2027-03-22", 6.0, True), ("2026-03-22", 18.0, True), ("2026-02-22", 19.0, False), ("2027-10-22", -1.0, False)],
)
def test_recency_is_counted_to_the_day_files_are_opened(ends: str, months: float, recent: bool) -> None:
    found = one(**{"from": "2026-01-05", "to": ends})
    assert (found.months_old_when_opened, found.is_recent_then) == (months, recent)


def test_the_last_day_to_ask_follows_the_lead_time_of_the_place() -> None:
    assert one(**{"from": "2027-03-01"}, lead_time_weeks=12).ask_by == date(2026, 12, 7)


@pytest.mark.parametrize(
    ("confirmations", "may"),
    [
        ({}, False),
        ({"site": "yes", "state_law": "yes"}, False),
        ({"site": "yes", "state_law": "yes", "status": "yes"}, True),
    ],
)
def test_hands_on_work_is_scheduled_only_with_all_three_confirmations(confirmations: dict[str, str], may: bool) -> None:
    assert one(contact="hands-on", confirmations=confirmations).may_be_scheduled is may


def test_observing_needs_no_confirmation_to_be_scheduled() -> None:
    assert one(contact="observer").may_be_scheduled


def test_a_sign_that_is_there_comes_first_and_one_nobody_asked_about_is_not_a_no() -> None:
    signs = one(warning_signs={"hides_the_physician": "yes", "guarantees_a_match": "no"}).signs
    assert signs[0].name == "hides_the_physician"
    assert [sign.sign for sign in signs].count(Sign.NOT_ASKED) == 6
    assert signs[-1].sign is Sign.NOT_THERE


def test_an_externship_that_says_nothing_of_contact_waits_for_it() -> None:
    found = one(kind="externship")
    assert (found.may_be_scheduled, found.why_not.startswith("What you would do there")) == (False, True)


@pytest.mark.parametrize("contact", ["observer", "none", "clinical-adjacent"])
def test_an_externship_that_is_not_hands_on_waits_for_nothing(contact: str) -> None:
    assert one(kind="externship", contact=contact).may_be_scheduled


MARCH = {"from": "2027-03-01", "to": "2027-03-26"}
JULY = {"from": "2027-07-05", "to": "2027-07-16"}


@pytest.mark.parametrize(
    ("booking", "needs"),
    [
        ({"title": "a place", **MARCH}, False),
        ({"title": "A place", "from": "2027-03-08", "to": "2027-03-19"}, False),
        ({"title": "A place", **JULY}, True),
        ({"title": "The same, renamed", **MARCH}, False),
        ({"title": "Another thing", **JULY}, True),
    ],
)
def test_a_booking_belongs_to_a_place_by_its_time_and_not_by_its_title_alone(
    booking: dict[str, str], needs: bool
) -> None:
    held = [{"kind": "rotation", **booking}]
    assert compared(place(state="booked", **MARCH), bookings=held).places[0].needs_a_booking is needs


def test_what_was_done_under_the_same_title_years_ago_is_not_the_place_that_is_booked_now() -> None:
    old = an_experience("2022-03-01", "2022-03-26", title="A place", kind="rotation", contact="observer")
    dossier = a_dossier(old, opportunities=[place(state="booked", **MARCH)])
    assert compare(dossier, AS_OF, FILES_OPENED, load_evidence()).places[0].needs_a_booking


@pytest.mark.parametrize(
    ("ends", "recent", "says"),
    [
        ("2026-03", None, "Between 17.7 and 18.7 months old when files are opened: its last day decides."),
        ("2027", None, "It may end before or after files are opened: its last day decides."),
        ("2027-03", True, "Between 5.7 and 6.7 months old when files are opened."),
        ("2025", False, "Between 20.7 and 32.7 months old when files are opened, which is more than 18."),
        ("2028", False, "It would end after files are opened."),
    ],
)
def test_a_month_or_a_year_is_recent_only_if_each_of_its_days_is(ends: str, recent: bool | None, says: str) -> None:
    found = one(**{"from": "2020", "to": ends})
    assert (found.is_recent_then, found.recency_says.startswith(says)) == (recent, True)


@pytest.mark.parametrize(
    ("days", "says"),
    [
        ({}, "not known"),
        ({"from": "2027-03-01"}, "from 1 March 2027, last day not known"),
        ({"to": "2027-03"}, "until March 2027, first day not known"),
        ({"from": "2027", "to": "2027"}, "2027, days not known"),
        ({"from": "2027-03-01", "to": "2027-04"}, "1 March 2027 to April 2027, days not known"),
        (MARCH, ""),
    ],
)
def test_days_are_told_as_far_as_they_are_known(days: dict[str, str], says: str) -> None:
    assert one(**days).days_in_words == says


def test_a_place_whose_days_have_gone_by_is_neither_asked_for_in_the_past_nor_booked() -> None:
    days = {"from": "2025-01-06", "to": "2025-02-01"}
    found, booked = one(**days), one(**days, state="booked")
    assert (found.is_over, found.ask_by_says) == (True, "Its first day has gone by. Ask for later weeks.")
    assert (booked.is_over, booked.needs_a_booking) == (True, False)


def test_places_of_the_same_title_are_told_apart() -> None:
    places = compared(place(organization="Lake Hospital", **MARCH), place(**JULY), place(title="Another")).places
    assert [one.label for one in places] == [
        "A place (Lake Hospital, from 1 March 2027)",
        "A place (from 5 July 2027)",
        "Another",
    ]


@pytest.mark.parametrize(
    ("ends", "weeks"), [("2027-03-26", 4.0), ("2027-03-28", 4.0), ("2027-03-29", 4.2), ("2027-03-01", 0.2)]
)
def test_a_week_has_five_weekdays_as_in_the_plan(ends: str, weeks: float) -> None:
    assert one(**{"from": "2027-03-01", "to": ends}).weeks == weeks


def test_a_weekend_is_counted_by_its_days() -> None:
    assert one(**{"from": "2027-03-06", "to": "2027-03-07"}).weeks == 0.3


@pytest.mark.parametrize("state", ["refused", "left aside"])
def test_what_was_refused_or_left_aside_stands_in_no_order(state: str) -> None:
    found = compared(place(title="Out", state=state, setting="hospital"), place(title="In", setting="clinic"))
    assert [one.is_out for one in found.places] == [True, False]
    assert found.preferences[0].groups == (("clinic", ("opportunities[1]",)),)


def test_where_all_were_refused_there_is_nothing_to_order() -> None:
    assert compared(place(state="refused")).preferences == ()


@pytest.mark.parametrize(
    ("leave", "says"),
    [
        ({}, ""),
        ({"paid_leave": {"days_per_year": 15}}, "of 15 a year"),
        (
            {"paid_leave": {"days_per_year": 12, "kept_for_interviews": 4}},
            "of 12 a year, 4 of them kept for interviews",
        ),
    ],
)
def test_paid_leave_is_set_beside_the_days_of_a_year(leave: dict[str, object], says: str) -> None:
    assert compared(place(paid_leave_days=10), constraints=leave).places[0].paid_leave_held == says
