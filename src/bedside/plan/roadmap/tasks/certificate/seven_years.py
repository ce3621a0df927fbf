"""The seven years from the first pass to certification, and what to ask ECFMG before anything is paid for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bedside.applicant.parts.examinations import ExamName, ExamResult
from bedside.calendar.months import add_years
from bedside.evidence.citing import day_in_words
from bedside.evidence.reason import Reason
from bedside.plan.results import Period
from bedside.plan.roadmap.diary.draft import Draft, days_of, planned
from bedside.plan.roadmap.diary.working_days import WEEK
from bedside.plan.situation import Situation

SEVEN_YEARS = "certification.seven-years"
RULE = "ecfmg.seven-years"
COUNTED = (ExamName.STEP_1, ExamName.STEP_2_CK, ExamName.STEP_2_CS)


@dataclass(frozen=True, slots=True)
class Clock:
    """When the years from the first pass end: on one day, or between two where the pass has no exact day."""

    soonest: date
    latest: date
    says: str
    because: tuple[Reason, ...]


def clock(situation: Situation) -> Clock | None:
    """The clock of an applicant; None for the certified, and where no pass has a day."""
    if situation.is_certified:
        return None
    passes = [
        (one.date, entry, name)
        for name in COUNTED
        for entry, one in situation.attempts(name)
        if one.result is ExamResult.PASSED and one.date is not None
    ]
    if not passes:
        return None
    years = int(situation.number(RULE))
    soonest = add_years(min(day.earliest for day, _, _ in passes), years)
    latest = add_years(min(day.latest for day, _, _ in passes), years)
    first, entry, name = min(passes, key=lambda one: (one[0].earliest, one[1]))
    verb = "ended" if latest < situation.as_of else "end"
    when = f"on {day_in_words(latest)}" if soonest == latest else f"by {day_in_words(latest)}"
    return Clock(
        soonest=soonest,
        latest=latest,
        says=f"The {years} years from your first pass {verb} {when}.",
        because=(*situation.because(RULE), *situation.entry(entry, f"{name} passed {first.on_or_in}.")),
    )


def ask_what_still_counts(situation: Situation, running: Clock) -> Draft:
    """The question that comes before every fee of certification."""
    days = days_of(situation, SEVEN_YEARS)
    return planned(
        situation,
        SEVEN_YEARS,
        title="Ask ECFMG what your first pass still counts for",
        why=f"{running.says} The certificate is planned for later. Ask in writing, and pay for nothing in "
        "certification before the answer: everything here that costs money hangs on it.",
        period=Period.SET_UP,
        slips="Money may go into a certification that an older pass no longer carries.",
        because=running.because,
        due=situation.as_of + timedelta(days=days + WEEK),
    )
