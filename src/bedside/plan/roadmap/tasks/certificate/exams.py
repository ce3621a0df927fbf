"""Step 1 and Step 2 CK where they are not passed: a passed one is never taken again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bedside.applicant.measures import is_not_told
from bedside.applicant.parts.examinations import Exam, ExamName, ExamResult
from bedside.calendar.months import add_months
from bedside.plan.money.fees import fee
from bedside.plan.results import Period
from bedside.plan.roadmap.diary.draft import Draft, planned
from bedside.plan.roadmap.diary.working_days import ONE_DAY, WEEK
from bedside.plan.roadmap.tasks.booked_exams import booked_exam
from bedside.plan.roadmap.tasks.certificate.seven_years import SEVEN_YEARS
from bedside.plan.situation import Situation

KEYS = {ExamName.STEP_1: "exam.step-1", ExamName.STEP_2_CK: "exam.step-2-ck", ExamName.STEP_3: "step3"}
FEES = {ExamName.STEP_1: "fee.usmle.step1", ExamName.STEP_2_CK: "fee.usmle.step2ck"}
COUNTED = (ExamResult.PASSED, ExamResult.FAILED, ExamResult.INCOMPLETE)


def exams(situation: Situation) -> tuple[Draft, ...]:
    """Preparing for and sitting each exam that certification needs and that is not passed."""
    return tuple(draft for name in (ExamName.STEP_1, ExamName.STEP_2_CK) for draft in _exam(situation, name))


def is_open(situation: Situation, name: ExamName) -> bool:
    """Whether an exam may still be sat: not passed, no result awaited, and attempts left."""
    if situation.passed(name) is not None:
        return False
    results = [one.result for _, one in situation.attempts(name)]
    return ExamResult.WAITING not in results and attempts_left(situation, name) > 0


def attempts_left(situation: Situation, name: ExamName) -> int:
    """Attempts left; an incomplete one is used, and so is one whose result is unknown."""
    used = sum(1 for _, one in situation.attempts(name) if one.result in (*COUNTED, ExamResult.UNKNOWN))
    return max(0, int(situation.number("usmle.attempts-per-step")) - used)


def left_in_words(situation: Situation, name: ExamName) -> str:
    """How many attempts are left, as a sentence."""
    left, all_of_them = attempts_left(situation, name), int(situation.number("usmle.attempts-per-step"))
    if is_not_told(situation.dossier, name, situation.as_of):
        return f"Your file does not say whether you have sat it. If you have not, all {left} attempts are left."
    if left == all_of_them:
        return f"All {left} attempts are left."
    return f"{left} of {all_of_them} attempts {'is' if left == 1 else 'are'} left."


def earliest_attempt(situation: Situation, name: ExamName) -> date:
    """The first day on which the next attempt may be, under the limits on attempts in a year and on the last one."""
    days = sorted(_day(one) for _, one in situation.attempts(name) if one.result in COUNTED and one.date is not None)
    earliest = situation.as_of
    in_a_year = int(situation.number("usmle.attempts-in-twelve-months"))
    if len(days) >= in_a_year:
        earliest = max(earliest, add_months(days[-in_a_year], 12))
    if days and attempts_left(situation, name) == 1:
        after_first = add_months(days[0], int(situation.number("usmle.fourth-attempt-after-first")))
        after_latest = add_months(days[-1], int(situation.number("usmle.fourth-attempt-after-latest")))
        earliest = max(earliest, after_first, after_latest)
    return earliest


def _day(exam: Exam) -> date:
    assert exam.date is not None  # callers have looked
    return exam.date.latest


def _exam(situation: Situation, name: ExamName) -> tuple[Draft, ...]:
    if not is_open(situation, name):
        return ()
    key, again = KEYS[name], " again" if situation.attempts(name) else ""
    booked = booked_exam(situation, name, f"{key}.exam")
    study = planned(
        situation,
        key,
        key=f"{key}.study",
        title=f"Prepare for {name}{again}",
        why=_why(situation, name),
        period=Period.SET_UP,
        slips="Everything that needs certification moves with it.",
        because=situation.because("ecfmg.verified-by-rank-deadline"),
        depends_on=("exam.step-1.exam",) if name is ExamName.STEP_2_CK else (),
        due=booked.fixed[0] - ONE_DAY if booked and booked.fixed else None,
    )
    exam = replace(booked, depends_on=(study.key,)) if booked else _sit(situation, name, again)
    return (study, exam, _result(situation, name))


def _why(situation: Situation, name: ExamName) -> str:
    if is_not_told(situation.dossier, name, situation.as_of):
        first = f"Your file does not say how you stand at {name}, and certification and the Match need a pass."
        return f"{first} If you have passed it, write it down and this falls away."
    return f"{name} is not passed, and certification and the Match need it."


def _sit(situation: Situation, name: ExamName, again: str) -> Draft:
    price, key = fee(situation, FEES[name]), KEYS[name]
    return planned(
        situation,
        key,
        key=f"{key}.exam",
        title=f"Sit {name}{again}",
        why=left_in_words(situation, name),
        period=Period.SET_UP,
        slips="A later result can miss the day programs open files.",
        because=(*situation.because("usmle.attempts-per-step"), *price.because),
        days=1,
        hours=0.0,
        cost=price.cost,
        depends_on=(f"{key}.study", SEVEN_YEARS),
        not_before=earliest_attempt(situation, name),
        leave_days=situation.number("reading.exam-days.one-day"),
        needs_leave=True,
    )


def _result(situation: Situation, name: ExamName) -> Draft:
    key = KEYS[name]
    return planned(
        situation,
        key,
        key=f"{key}.result",
        title=f"The result of {name} comes",
        why="Nothing to do but wait; plan no second exam on top of it.",
        period=Period.SET_UP,
        slips="Programs that filter by result do not see it on the first day.",
        because=situation.because("reading.exam-result-weeks"),
        days=1,
        lead_time_days=int(situation.number("reading.exam-result-weeks")) * WEEK,
        hours=0.0,
        depends_on=(f"{key}.exam",),
        due=situation.next_deadline,
    )
