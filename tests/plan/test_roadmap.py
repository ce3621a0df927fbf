"""The roadmap: which tasks appear, when, and what does not fit."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bedside.evidence.money import exactly
from bedside.plan.results import Period, Plan, Task, TaskState
from tests.applicant.dossiers import a_dossier, an_experience
from tests.plan.plans import CERTIFIED, JOB, PASSED, example, keys, plan_of, plan_of_example, planned, task

LOW_SCORE = (PASSED[0], {**PASSED[1], "score": 215})
LEAVE = {"days_per_year": 12, "left_this_year": 2, "kept_for_interviews": 5}
RECENT = an_experience("2026-09-01", "2026-10-30", kind="rotation", contact="observer", structure="structured")


def with_leave(**parts: Any) -> Plan:
    constraints = {"paid_leave": LEAVE, "shift_pattern": "5x8", **parts}
    return plan_of(JOB, exams=PASSED, certificate=CERTIFIED, constraints=constraints)


def rotations(plan: Plan) -> list[Task]:
    chosen = [one for one in plan.roadmap.tasks if one.key.startswith("clinical.rotation")]
    return [one for one in chosen if one.state is not TaskState.DOES_NOT_FIT]


def misfit_text(plan: Plan) -> str:
    return " ".join(f"{one.title} {one.says} {' '.join(one.choices)}" for one in plan.roadmap.misfits)


def test_seven_days_of_leave_hold_one_week_of_rotation_and_no_more() -> None:
    found = rotations(with_leave())
    assert [(one.start, one.finish, one.paid_leave_days) for one in found] == [
        (date(2027, 4, 26), date(2027, 4, 30), 5)
    ]


@pytest.mark.parametrize(("pattern", "weeks", "days"), [("5x8", 1, 5), ("4x10", 1, 4), ("3x12", 2, 6)])
def test_the_shift_pattern_decides_what_a_week_costs(pattern: str, weeks: int, days: float) -> None:
    (one,) = rotations(with_leave(shift_pattern=pattern))
    assert ((one.finish - one.start).days, one.paid_leave_days) == (weeks * 7 - 3, days)


def test_what_does_not_fit_is_said_with_choices_counted_for_this_applicant() -> None:
    plan = with_leave(money={"available": 6000, "pay_per_day": 200})
    text = misfit_text(plan)
    assert "No room for 7 weeks of US clinical experience" in text
    assert "Take unpaid leave: one more week takes 3 days, about $600 less pay. All 7 would take 33." in text
    assert "Ask for four ten-hour days, and observe on the fifth: 16 days until 21 July 2027, about 0.8 months" in text


def test_unpaid_leave_is_not_offered_where_the_file_says_there_is_none() -> None:
    assert "unpaid leave" not in misfit_text(with_leave(unpaid_leave_days=0))
    assert "unpaid leave" not in misfit_text(plan_of_example("opt-research-coordinator"))


def test_more_unpaid_leave_than_the_file_allows_is_offered_with_what_the_file_says() -> None:
    assert "All 5 would take 25. Your file says 10 in a year." in misfit_text(with_leave(unpaid_leave_days=10))


def test_whoever_has_no_job_needs_no_leave() -> None:
    found = rotations(plan_of())
    assert [one.paid_leave_days for one in found] == [0, 0]
    assert sum((one.finish - one.start).days + 3 for one in found) == 56


def test_leave_that_is_not_known_is_said_and_only_one_block_is_planned() -> None:
    plan = plan_of(JOB)
    assert len(rotations(plan)) == 1
    assert "It is not known whether your leave holds a rotation" in misfit_text(plan)


def test_a_rotation_keeps_off_a_fixed_date_however_long() -> None:
    fixed = {"what": "No leave is granted", "from": "2027-04-01", "to": "2027-06-30"}
    (one,) = rotations(with_leave(fixed_dates=[fixed]))
    assert one.start == date(2027, 7, 12)


def test_recent_months_that_are_done_need_no_rotation() -> None:
    assert rotations(plan_of(JOB, RECENT)) == []
    assert "clinical.search" not in keys(plan_of(JOB, RECENT))


def test_a_letter_is_asked_on_the_last_day_of_the_rotation() -> None:
    plan = with_leave()
    (one,) = rotations(plan)
    letter = task(plan, "letters.from-clinical.rotation-1")
    assert (letter.start, letter.depends_on) == (one.finish, ("clinical.rotation-1",))


def test_no_letter_is_there_before_the_season_opens() -> None:
    assert task(with_leave(), "letters.from-clinical.rotation-1").finish >= date(2027, 6, 2)


def test_money_refuses_a_rotation_and_says_so() -> None:
    plan = plan_of(constraints={"money": {"available": 2400, "floor": 2000}})
    assert rotations(plan) == []
    assert (
        "None of the 8 weeks still wanted fits: a block of 4 weeks costs $450 to $2,250; once what has to be paid is "
        "paid, nothing is left for it above your floor of $2,000."
    ) in misfit_text(plan)


def test_money_below_the_floor_is_what_stops_a_rotation_even_where_leave_is_unknown() -> None:
    text = misfit_text(plan_of(JOB, constraints={"money": {"available": 900, "floor": 2000}}))
    assert (
        "None of the 8 weeks still wanted fits: a block of 4 weeks costs $450 to $2,250, and with $900 you are below "
        "the floor of $2,000 that you set. Nor does your file say how many days of paid leave you have."
    ) in text
    assert "0 weeks" not in text
    assert "unpaid leave" not in text


def test_a_rotation_that_fits_only_at_the_lower_price_is_planned_and_said() -> None:
    money = {"available": 2140, "floor": 1500}
    plan = plan_of(exams=PASSED, certificate=CERTIFIED, constraints={"money": money})
    (one,) = rotations(plan)
    assert one.cost is not None
    assert [misfit.title for misfit in plan.roadmap.misfits if misfit.task == one.key] == [
        "It fits only at the lower prices"
    ]


def test_step_3_is_not_planned_for_a_file_that_does_not_need_it() -> None:
    assert [key for key in keys(plan_of(exams=PASSED, certificate=CERTIFIED)) if key.startswith("step3")] == []


def test_a_low_score_brings_step_3_after_a_certificate_that_is_there() -> None:
    plan = plan_of(exams=LOW_SCORE, certificate=CERTIFIED)
    order = [task(plan, f"step3.{part}") for part in ("study", "registration", "exam", "result")]
    assert [one.start for one in order] == sorted(one.start for one in order)
    assert order[2].finish < date(2027, 9, 1)


def test_a_passed_step_3_is_shown_as_done() -> None:
    exams = [*LOW_SCORE, {"exam": "Step 3", "date": "2024-06-12", "result": "passed"}]
    done = task(plan_of(exams=exams, certificate=CERTIFIED), "step3.exam")
    assert (done.state, done.finish) == (TaskState.DONE, date(2024, 6, 12))


def test_step_3_is_never_sat_in_the_first_two_weeks_of_january() -> None:
    plan = plan_of(exams=LOW_SCORE, certificate=CERTIFIED, as_of=date(2026, 9, 22))
    exam = task(plan, "step3.exam")
    assert not date(2027, 1, 1) <= exam.start <= date(2027, 1, 14)


def test_step_3_waits_for_a_certificate_that_is_not_there() -> None:
    plan = plan_of(exams=LOW_SCORE, certificate={"state": "applied"})
    assert task(plan, "step3.registration").start > task(plan, "certification.certificate").finish


def test_a_step_3_seat_before_the_certificate_is_replaced_and_said() -> None:
    seat = {"title": "Step 3", "kind": "exam", "exam": "Step 3", "from": "2026-12-14", "to": "2026-12-15"}
    plan = plan_of(exams=LOW_SCORE, certificate={"state": "applied"}, bookings=[seat])
    assert task(plan, "step3.exam").start > date(2026, 12, 15)
    assert "Step 3 is on your calendar on 14 December 2026, not confirmed, and your certificate is planned for" in (
        misfit_text(plan)
    )


def test_an_unconfirmed_seat_waits_for_the_certificate_and_the_permit() -> None:
    plan = plan_of_example("opt-research-coordinator")
    certificate, permit, seat = (
        task(plan, key) for key in ("certification.certificate", "step3.registration", "step3.exam")
    )
    assert permit.depends_on == ("certification.certificate",)
    assert seat.depends_on == ("step3.study", "step3.registration", "certification.certificate")
    assert certificate.finish < permit.start <= permit.finish < seat.start == date(2027, 5, 17)
    assert certificate.latest_finish < permit.latest_finish < seat.start
    assert (permit.cost, seat.cost) == (exactly(955), None)


def test_a_seat_that_hangs_on_the_certificate_is_said_in_plain_words() -> None:
    (said,) = [one for one in plan_of_example("opt-research-coordinator").roadmap.misfits if one.task == "step3.exam"]
    assert said.says == (
        "Step 3 is on your calendar on 17 May 2027, not confirmed, and you have no certificate yet; it is planned for "
        "22 February 2027, which is no promise. Step 3 can be applied for only once you are certified, and the "
        "certificate has to be valid on both exam days."
    )


def test_a_confirmed_seat_needs_no_permit_any_more() -> None:
    seat = {"title": "Step 3", "kind": "exam", "exam": "Step 3", "from": "2027-05-17", "to": "2027-05-18"}
    plan = plan_of(exams=LOW_SCORE, certificate=CERTIFIED, bookings=[{**seat, "confirmed": "yes"}])
    assert "step3.registration" not in keys(plan)


def test_a_passed_step_2_ck_is_never_taken_again() -> None:
    assert "exam.step-2-ck.exam" not in keys(plan_of(exams=LOW_SCORE))


def test_a_failed_step_is_prepared_again_while_attempts_are_left() -> None:
    exams = [
        PASSED[0],
        *[{"exam": "Step 2 CK", "date": day, "result": "failed"} for day in ("2026-02-01", "2026-06-01", "2026-10-01")],
    ]
    assert task(plan_of(exams=exams), "exam.step-2-ck.exam-attempt-4").start >= date(2027, 4, 1)


def test_four_attempts_without_a_pass_leave_nothing_to_plan() -> None:
    days = ("2023-02-01", "2023-06-01", "2024-06-01", "2025-06-01")
    plan = plan_of(exams=[{"exam": "Step 1", "date": day, "result": "failed"} for day in days])
    assert "exam.step-1.exam" not in keys(plan)
    assert any(note.startswith("No attempt is left for Step 1.") for note in plan.roadmap.notes)


def test_step_3_is_not_sat_on_the_day_of_submission() -> None:
    exam = task(plan_of_example("h1b-quality-analyst"), "step3.exam")
    assert not exam.start <= date(2027, 9, 1) <= exam.finish


def test_study_for_a_booked_seat_comes_before_what_can_wait() -> None:
    study = task(plan_of_example("opt-research-coordinator"), "step3.study")
    assert (study.state, study.finish <= date(2027, 5, 14)) == (TaskState.PLANNED, True)


def test_unpaid_days_are_not_asked_for_where_the_file_says_there_are_none() -> None:
    assert task(plan_of_example("opt-research-coordinator"), "work.ask-for-time").title == (
        "Ask your manager for time: blocks of paid leave and other shifts"
    )


def test_a_block_shorter_than_most_places_give_says_so() -> None:
    (one,) = rotations(with_leave())
    assert one.why.endswith("Most places give 2 weeks or more: ask whether fewer are possible.")


def test_a_letter_writer_is_called_by_name_alone() -> None:
    plan = plan_of_example("h1b-quality-analyst")
    assert "Remind Dr. Karen Whitfield of the letter" in {one.title for one in plan.roadmap.tasks}


def test_where_a_rotation_is_booked_the_choice_is_to_stay_with_it() -> None:
    rotation = {"title": "Observership", "kind": "rotation", "from": "2027-06-07", "to": "2027-06-18"}
    plan = plan_of(JOB, bookings=[rotation], constraints={"paid_leave": {"days_per_year": 0, "left_this_year": 0}})
    assert "Stay with what is booked: one good letter" in misfit_text(plan)


def test_a_certificate_that_expires_before_training_is_renewed() -> None:
    plan = plan_of(exams=PASSED, certificate={"state": "issued", "issued": "2025-02-10", "expires": "2027-12-31"})
    assert task(plan, "certification.renew").finish <= date(2027, 1, 29)


def test_a_certificate_without_expiry_needs_nothing() -> None:
    assert "certification.renew" not in keys(plan_of(exams=PASSED, certificate=CERTIFIED))


def test_booked_dates_are_kept_and_shown_as_booked() -> None:
    booking = {
        "title": "Observership",
        "kind": "rotation",
        "from": "2027-03-01",
        "to": "2027-03-12",
        "confirmed": "yes",
        "paid_leave_days": 7,
    }
    plan = plan_of(JOB, bookings=[booking], constraints={"paid_leave": LEAVE, "shift_pattern": "5x8"})
    kept = task(plan, "booked.rotation-2027-03-01")
    assert (kept.state, kept.start, kept.finish) == (TaskState.BOOKED, date(2027, 3, 1), date(2027, 3, 12))
    assert rotations(plan) == []


def test_more_booked_leave_than_there_is_comes_first_among_the_misfits() -> None:
    assert plan_of_example("opt-research-coordinator").roadmap.misfits[0].says == (
        "From 22 November 2026 to 5 July 2027 you have 5 days. What is booked takes 10, which is 5 too many."
    )


def test_booked_work_on_the_application_is_due_by_submission() -> None:
    booked = task(plan_of_example("citizen-scribe"), "booked.application-work-2027-01-09")
    assert (booked.latest_finish, booked.finish) == (date(2027, 9, 1), date(2027, 8, 28))


def test_what_nothing_waits_for_is_due_on_its_own_last_day() -> None:
    booking = {"title": "Flight home", "kind": "other", "from": "2027-03-06", "to": "2027-03-07"}
    assert task(plan_of(bookings=[booking]), "booked.other-2027-03-06").latest_finish == date(2027, 3, 7)


def test_what_begins_today_sits_in_the_first_period() -> None:
    assert task(plan_of_example("opt-research-coordinator"), "volunteering.keep-going").period is Period.SET_UP
    assert task(plan_of_example("h1b-quality-analyst"), "certification.renew").period is Period.SET_UP


def test_booked_volunteering_takes_its_hours() -> None:
    booking = {"title": "Free clinic", "kind": "volunteering", "from": "2027-01-01", "to": "2027-01-31"}
    plan = plan_of(bookings=[{**booking, "hours_per_week": 7}])
    assert task(plan, "booked.volunteering-2027-01-01").hours == 30


def test_few_hours_are_said_and_not_hidden() -> None:
    plan = plan_of(JOB, exams=LOW_SCORE, certificate=CERTIFIED, constraints={"weekly_hours": 4})
    assert "The hours do not hold everything" in misfit_text(plan)


def test_ten_hours_a_week_are_not_overfilled() -> None:
    months = plan_of_example("h1b-quality-analyst").roadmap.hours_by_month
    assert [month for month in months if month.available is not None and month.planned > month.available] == []


def test_no_more_than_two_pieces_of_work_are_started_in_a_week_that_can_wait() -> None:
    tasks = plan_of_example("h1b-quality-analyst").roadmap.tasks
    first_week = [one for one in tasks if one.start == date(2026, 11, 23) and one.hours]
    assert len(first_week) == 2


def test_little_time_is_called_compressed_and_says_what_is_lost() -> None:
    notes = plan_of_example("after").roadmap.notes
    assert notes[0].startswith("There are 8 months until applications may be submitted, so this plan is compressed.")


def test_two_months_reach_only_moderate_and_that_is_said() -> None:
    assert any("That is Moderate in the table of risk factors" in note for note in plan_of().roadmap.notes)


def test_waiting_a_season_says_what_it_costs_this_applicant() -> None:
    says = plan_of_example("h1b-quality-analyst").roadmap.waiting.says
    assert says[0] == ("On the day programs open files, 11 years since graduation instead of 10; the level stays High.")
    assert "12 more months outside the clinic, if your job stays as it is." in says
    assert any("all 6 years are used" in one for one in says)
    assert any(one.startswith("Your contract ends with the Match of 2028.") for one in says)


def test_waiting_names_the_change_of_level() -> None:
    says = planned(a_dossier(graduated="2024-03-31", target={"match_year": 2028})).roadmap.waiting.says
    assert says[0].endswith("4 years since graduation instead of 3, and the level goes from Low to Moderate.")


def test_leave_and_volunteering_on_h1b_are_checked_first() -> None:
    plan = plan_of_example("h1b-quality-analyst")
    assert task(plan, "volunteering.weekly").check_status_first
    assert task(plan, "work.ask-for-time").check_status_first


def test_a_citizen_has_nothing_to_check_first() -> None:
    tasks = plan_of_example("citizen-scribe").roadmap.tasks
    assert [one.key for one in tasks if one.check_status_first] == []


def test_a_submitted_season_has_only_the_season_before_it() -> None:
    cycle = {"match_year": 2027, "submitted": "2026-09-02", "result": "waiting"}
    found = keys(plan_of(cycles=[cycle], target={"match_year": 2027}))
    assert "interviews.season" in found
    assert [key for key in found if key.startswith(("story.", "application.", "clinical."))] == []


def test_a_season_that_was_missed_asks_for_another_and_plans_no_interviews() -> None:
    found = keys(plan_of(JOB, target={"match_year": 2027}))
    assert "decide.season" in found
    assert [key for key in found if key.startswith(("story.", "application.", "interviews.", "nrmp.", "after."))] == []


def test_nothing_is_late_for_a_day_that_is_past_already() -> None:
    plan = plan_of(JOB, exams=LOW_SCORE, certificate=CERTIFIED, target={"match_year": 2027})
    assert [one.key for one in plan.roadmap.tasks if one.latest_finish < plan.as_of and one.state == "late"] == []


def test_a_contract_whose_stop_is_reached_plans_no_application() -> None:
    contract = {"cycles": 1, "year": 2026, "alternative": "Public health.", "signed": "2025-01-01"}
    assert keys(plan_of(stop_contract=contract)) == {"stop.tell", "stop.alternative", "stop.keep"}


def test_the_tasks_of_a_worked_applicant_stand_in_order_of_their_start() -> None:
    tasks = planned(*example("h1b-quality-analyst")).roadmap.tasks
    assert [one.start for one in tasks] == sorted(one.start for one in tasks)


@pytest.mark.parametrize(("confirmed", "says"), [("yes", "is confirmed"), ("no", "is booked and not confirmed")])
def test_a_booking_on_a_fixed_date_is_said_with_choices(confirmed: str, says: str) -> None:
    booking = {"title": "Observership", "kind": "rotation", "from": "2027-03-01", "to": "2027-03-26"}
    fixed = {"what": "My sister's wedding", "from": "2027-03-12", "to": "2027-03-20"}
    plan = plan_of(JOB, bookings=[{**booking, "confirmed": confirmed}], constraints={"fixed_dates": [fixed]})
    (said,) = [one for one in plan.roadmap.misfits if one.task == "booked.rotation-2027-03-01"]
    assert said.title == "Observership and My sister's wedding fall on the same days"
    assert said.says == (
        f"Observership, 1 March 2027 to 26 March 2027, {says}. Your file says that nothing can be planned on some of "
        "these days: My sister's wedding, 12 March 2027 to 20 March 2027."
    )
    assert len(said.choices) == 3


def test_a_booking_beside_a_fixed_date_is_no_misfit() -> None:
    booking = {"title": "Observership", "kind": "rotation", "from": "2027-03-01", "to": "2027-03-11"}
    fixed = {"what": "My sister's wedding", "from": "2027-03-12", "to": "2027-03-20"}
    plan = plan_of(bookings=[booking], constraints={"fixed_dates": [fixed]})
    assert "fall on the same days" not in misfit_text(plan)
