"""Money by month, status as information, and the page with three headers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from bedside.evidence.money import Dollars, exactly
from bedside.plan.results import Plan
from tests.applicant.dossiers import an_experience
from tests.plan.plans import CERTIFIED, JOB, PASSED, plan_of, plan_of_example, task

RECENT = an_experience("2026-09-01", "2026-10-26", kind="rotation", contact="observer", structure="structured")


def simple(**parts: Any) -> Plan:
    """A plan whose only costs are those of applying."""
    target = {"match_year": 2028, "specialties": ["IM", "FM"], "programs_planned": 61}
    return plan_of(RECENT, exams=PASSED, certificate=CERTIFIED, **{"target": target, **parts})


def spent(plan: Plan) -> dict[str, Dollars]:
    return {month.month.isoformat()[:7]: month.spent for month in plan.budget.months if month.spent.high}


def titles(plan: Plan) -> list[str]:
    return [note.title for note in plan.status_notes]


def test_each_fee_falls_into_the_month_in_which_it_is_paid() -> None:
    # 31 programs in one specialty (30 at $11 and one at $30) and 30 in the other.
    assert spent(simple()) == {
        "2027-06": exactly(185),
        "2027-07": exactly(70),
        "2027-09": exactly(30 * 11 + 30 + 30 * 11 + 85),
    }


def test_the_months_run_from_this_one_to_the_start_of_training() -> None:
    months = simple().budget.months
    assert (months[0].month, months[-1].month, len(months)) == (date(2026, 11, 1), date(2028, 7, 1), 21)


def test_savings_come_in_from_the_next_month_on() -> None:
    months = simple(constraints={"money": {"available": 1000, "saved_per_month": 100}}).budget.months
    assert [month.left for month in months[:3]] == [exactly(1000), exactly(1100), exactly(1200)]


def test_without_a_word_on_money_nothing_is_left_unknown_as_zero() -> None:
    budget = simple().budget
    assert (budget.months[0].left, budget.floor, budget.first_month_below_floor) == (None, None, None)


@pytest.mark.parametrize(
    ("available", "month"), [(1100, None), (999, date(2027, 9, 1)), (200, date(2027, 7, 1)), (100, date(2027, 6, 1))]
)
def test_the_first_month_below_the_floor_is_named(available: int, month: date | None) -> None:
    assert simple(constraints={"money": {"available": available}}).budget.first_month_below_floor == month


def test_programs_that_are_not_counted_are_not_priced_and_that_is_said() -> None:
    plan = simple(target={"match_year": 2028, "specialties": ["IM"]})
    assert task(plan, "application.submit").cost is None
    assert "Applications are not priced: your file does not say how many programs you plan to apply to." in (
        plan.budget.not_priced
    )


def test_australian_dollars_are_named_and_never_added() -> None:
    plan = plan_of(RECENT, exams=PASSED, certificate={"state": "not started"})
    assert task(plan, "certification.oet").cost is None
    assert plan.budget.not_priced[0] == "OET Medicine: 587 Australian dollars, not converted."


def test_unpaid_leave_costs_the_pay_of_its_days() -> None:
    june = next(one for one in plan_of_example("h1b-quality-analyst").budget.months if one.month == date(2027, 6, 1))
    assert [(one.title, one.cost) for one in june.spending] == [
        ("Get the token and register with MyERAS", exactly(185)),
        ("Internal medicine observership", exactly(900)),
        ("3 days without pay: Internal medicine observership", exactly(765)),
    ]


def test_a_citizen_reads_one_line_about_status_and_no_visa_table() -> None:
    plan = plan_of_example("citizen-scribe")
    assert (titles(plan), plan.visa_comparison) == (["Permission to work"], ())


def test_a_status_that_is_not_told_shows_nothing_but_that() -> None:
    assert titles(plan_of()) == ["Your status", "Changing status, and travel"]


@pytest.mark.parametrize("status", [{}, {"status": {"kind": "H-1B"}}, {"status": {"kind": "F-1 OPT"}}])
def test_no_figure_of_status_is_told_in_the_notes_and_beside_j1_again_when_it_is_about_travel(
    status: dict[str, Any],
) -> None:
    plan = plan_of(**status)
    about_travel = {"status.h1b.proclamation-fee", "status.h1b.change-of-status"}

    def told(those: Iterable[Any]) -> list[str]:
        names = (reason.figure.name for one in those for reason in one.because if reason.figure)
        return sorted(name for name in names if name in about_travel)

    assert (told(plan.status_notes), told(plan.visa_comparison)) == (sorted(about_travel), [])


def test_h1b_shows_its_clock_and_its_limits() -> None:
    notes = plan_of_example("h1b-quality-analyst").status_notes
    assert [note.title for note in notes] == [
        "H-1B years",
        "Your present status",
        "Work beside the sponsored job",
        "Unpaid leave, fewer hours, other shifts",
        "Changing status, and travel",
        "Applications on hold",
    ]
    assert (notes[0].day, notes[0].ask) == (date(2028, 10, 22), "an immigration lawyer")


def test_opt_sets_the_card_against_the_start_of_training() -> None:
    notes = {note.title: note for note in plan_of_example("opt-research-coordinator").status_notes}
    assert notes["Employment card"].says.startswith(
        "Your card expires on 5 July 2027, before training starts on 1 July 2028."
    )
    assert notes["Days without employment"].says.startswith("By your count 0 of 90 days")
    assert {reason.figure.name for reason in notes["After OPT ends"].because if reason.figure} == {
        "status.f1.grace-days",
        "status.f1.grace-days.proposed",
    }


def test_every_note_on_status_says_whom_to_ask_and_what_it_rests_on() -> None:
    for name in ("h1b-quality-analyst", "opt-research-coordinator", "citizen-scribe", "after"):
        plan = plan_of_example(name)
        notes = (*plan.status_notes, *plan.alternatives)
        assert [note.title for note in notes if not note.ask or not note.because] == []


def test_the_page_lists_what_to_fill_in_before_it_is_complete() -> None:
    page = plan_of_example("before").three_headers
    assert (page.complete, bool(page.missing)) == (False, True)
    assert plan_of_example("h1b-quality-analyst").three_headers.complete


def test_the_second_header_gives_dates_and_numbers() -> None:
    rows = {
        row.name: row.says
        for row in plan_of_example("h1b-quality-analyst").three_headers.what_my_profile_must_look_like
    }
    assert rows["us-clinical-experience"].startswith(
        "2 months of US clinical experience that end after March 2026, best after September 2026"
    )
    assert rows["list"].startswith("80 programs in Internal Medicine and Family Medicine")
    assert "certificate" not in rows


def test_the_third_header_holds_at_most_seven_tasks_of_the_next_three_months() -> None:
    for name in ("h1b-quality-analyst", "opt-research-coordinator", "citizen-scribe", "after", "before"):
        page = plan_of_example(name).three_headers
        tasks = page.what_i_will_change
        assert 0 < len(tasks) <= 7
        assert [one.key for one in tasks if one.start >= page.until] == []


def test_what_was_named_in_the_contract_comes_first_among_the_other_ways() -> None:
    first = plan_of_example("opt-research-coordinator").alternatives[0]
    assert (first.title, first.says) == (
        "What you named yourself",
        "A doctorate in epidemiology, here or in Edinburgh.",
    )


def test_rules_that_are_past_their_review_are_listed() -> None:
    late = plan_of(JOB, as_of=date(2027, 12, 1), target={"match_year": 2029})
    assert {reason.figure.name for reason in late.not_rechecked if reason.figure} >= {"lead.letter-weeks"}
    assert plan_of_example("h1b-quality-analyst").not_rechecked == ()


def test_whoever_is_below_the_floor_today_is_told_so() -> None:
    plan = simple(constraints={"money": {"available": 1800, "floor": 2000}})
    assert plan.budget.says == "You are below the floor you set: $1,800 today, and the floor is $2,000."
    (said,) = [one for one in plan.roadmap.misfits if one.task == "money"]
    assert (said.title, said.says) == (
        "You are below the floor you set",
        "You have $1,800 today, and your floor is $2,000. What can wait is planned for when you are above it again, or "
        "left out. With what has to be paid it would go down to about $770 at upper prices.",
    )


def test_a_floor_that_is_reached_later_is_told_with_its_month() -> None:
    money = {"available": 1100, "floor": 200}
    assert simple(constraints={"money": money}).budget.says == (
        "Your money falls below your floor of $200 in September 2027."
    )
    assert simple(constraints={"money": {"available": 999}}).budget.says == "Your money runs out in September 2027."


def test_a_total_beside_which_something_has_no_price_says_at_least() -> None:
    assert simple().budget.says_total == ("At least $1,030: some things in this plan have no price, and come on top.")


def test_application_fees_of_which_a_part_has_no_price_say_at_least() -> None:
    plan = simple(target={"match_year": 2028, "specialties": ["IM", "Basket weaving"], "programs_planned": 20})
    assert "At least $110. 10 programs in Internal Medicine" in task(plan, "application.submit").why
    assert any(one.startswith("Application fees (at least $110) are paid once") for one in plan.roadmap.waiting.says)


def test_what_holds_for_both_specialties_is_said_once() -> None:
    why = task(plan_of_example("h1b-quality-analyst"), "application.submit").why
    assert why.count("The fees of the 2028 season are not known yet") == 1
    assert why.endswith(
        "40 programs in Internal Medicine through ERAS: $630. 40 programs in Family Medicine through ERAS: $630. The "
        "fees of the 2028 season are not known yet; these are those of 2026."
    )
