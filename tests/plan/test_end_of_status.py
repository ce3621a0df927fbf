"""What comes after a card or a status ends, and what lies beyond its last day."""

from __future__ import annotations

from datetime import date
from typing import Any

from bedside.plan.results import Plan
from tests.plan.plans import CERTIFIED, JOB, PASSED, keys, plan_of, plan_of_example, task

ROTATION = {"title": "Observership", "kind": "rotation", "confirmed": "yes"}


def with_card(expires: str, kind: str = "other employment authorization (EAD)", **parts: Any) -> Plan:
    status = {"kind": kind, "ead_expires": expires}
    return plan_of(JOB, exams=PASSED, certificate=CERTIFIED, status=status, **parts)


def test_the_end_of_opt_is_asked_about_long_before_it_comes_and_without_an_invented_day() -> None:
    asked = task(plan_of_example("opt-research-coordinator"), "status.next")
    assert asked.title == (
        "Ask the school's international office and an immigration lawyer what comes after your employment card"
    )
    assert asked.why.startswith(
        "It ends on 5 July 2027, before training starts on 1 July 2028. Ask whether a STEM extension is possible"
    )
    assert asked.why.endswith("Bedside has no source on when these papers are taken, so it names no day.")
    assert asked.latest_finish == date(2027, 2, 22)


def test_a_card_that_outlasts_the_start_of_training_raises_no_question() -> None:
    assert "status.next" not in keys(with_card("2028-08-01"))


def test_a_card_that_ends_soon_is_asked_about_before_it_ends() -> None:
    assert task(with_card("2026-12-20"), "status.next").latest_finish < date(2026, 12, 20)


def test_a_rotation_after_the_card_ends_is_checked_first_with_that_reason() -> None:
    booking = {**ROTATION, "from": "2027-05-03", "to": "2027-05-14"}
    after = task(with_card("2027-04-30", bookings=[booking]), "booked.rotation-2027-05-03")
    assert after.check_status_first
    assert after.why.endswith("It begins after your employment card ends (30 April 2027).")
    assert after.because[-1].entry == "status.ead_expires"


def test_a_rotation_before_the_card_ends_needs_no_look_at_it() -> None:
    booking = {**ROTATION, "from": "2027-05-03", "to": "2027-05-14"}
    before = task(with_card("2027-05-14", bookings=[booking]), "booked.rotation-2027-05-03")
    assert (before.check_status_first, "card ends" in before.why) == (False, False)


def test_volunteering_that_runs_on_past_the_card_says_so() -> None:
    assert task(plan_of_example("opt-research-coordinator"), "volunteering.keep-going").why.endswith(
        "It runs on past the day on which your employment card ends (5 July 2027)."
    )


def test_leave_that_renews_after_the_card_ends_is_offered_with_that_warning() -> None:
    choices = plan_of_example("opt-research-coordinator").roadmap.misfits[0].choices
    assert choices[0] == (
        "Move the booking past 5 July 2027, when your leave renews. By then your employment card has ended: check "
        "your status first."
    )


def test_the_days_after_opt_are_counted_under_both_rules() -> None:
    notes = {note.title: note for note in plan_of_example("opt-research-coordinator").status_notes}
    assert notes["After OPT ends"].day == date(2027, 7, 5)
    assert notes["After OPT ends"].says.startswith(
        "If your OPT ends with your card on 5 July 2027, the days after it run to 3 September 2027, or to 4 August "
        "2027 if the shorter rule is in force by then."
    )


def test_waiting_says_that_a_card_which_ends_anyway_leaves_a_year_more_to_bridge() -> None:
    says = plan_of_example("opt-research-coordinator").roadmap.waiting.says
    assert "Your employment card ends on 5 July 2027: a year more to bridge. Ask an immigration lawyer." in says


def test_waiting_names_the_change_of_the_contract_that_is_already_asked_for() -> None:
    says = plan_of_example("citizen-scribe").roadmap.waiting.says
    assert [one for one in says if "contract" in one] == [
        "Your contract ends with the Match of 2028 today. The change you asked for on 15 November 2026 takes effect on "
        "29 November 2026; from then on the Match of 2029 lies within it."
    ]


def test_after_the_match_the_contract_is_read_as_it_stands_on_that_day() -> None:
    assert task(plan_of_example("citizen-scribe"), "after.unmatched").why.endswith(
        "On that day your contract names the Match of 2029 as the last."
    )
