"""OET Medicine, where no pass that is recent enough is in the dossier."""

from __future__ import annotations

from datetime import date

from bedside.applicant.parts.examinations import ExamName, ExamResult
from bedside.evidence.figure import Figure
from bedside.plan.results import Period
from bedside.plan.roadmap.diary.draft import Draft, planned
from bedside.plan.roadmap.diary.working_days import WEEK
from bedside.plan.situation import Situation

BUSINESS_DAYS = 5


def oet(situation: Situation) -> tuple[Draft, ...]:
    """Preparing for and taking OET Medicine, or waiting for its result; nothing where a pass still counts."""
    since = oldest_accepted(situation)
    for _, exam in situation.attempts(ExamName.OET):
        day = exam.date.latest if exam.date else None
        recent = day is not None and (not isinstance(since.value, date) or day >= since.value)
        if exam.result is ExamResult.PASSED and recent:
            return ()
        if exam.result is ExamResult.WAITING:
            return (_result(situation),)
    wait = _result_days(situation)
    draft = planned(
        situation,
        "certification.oet",
        title="Prepare for and take OET Medicine",
        why="Every Pathway asks for it. Its price is set in Australian dollars and is not in the sums here.",
        period=Period.SET_UP,
        slips="The certificate waits for it.",
        because=situation.because("ecfmg.pathway.oet-required", since.name, "fee.oet", "reading.oet-study-hours"),
        hours=situation.number("reading.oet-study-hours"),
        lead_time_days=wait,
        depends_on=("certification.look-up", "certification.open-parts"),
    )
    return (draft,)


def oldest_accepted(situation: Situation) -> Figure:
    """The newest rule on how old an OET result may be."""
    return max(situation.evidence.starting_with("oet.taken-on-or-after."), key=lambda figure: figure.name)


def _result(situation: Situation) -> Draft:
    return Draft(
        key="certification.oet",
        title="The result of OET Medicine comes",
        why="You have taken it. Write the result down when it is there.",
        period=Period.SET_UP,
        slips="The certificate waits for it.",
        because=(
            *situation.because("oet.result-days"),
            *situation.entry("exams", "OET Medicine: the result is awaited."),
        ),
        days=1,
        lead_time_days=_result_days(situation),
    )


def _result_days(situation: Situation) -> int:
    return int(situation.number("oet.result-days")) * WEEK // BUSINESS_DAYS
