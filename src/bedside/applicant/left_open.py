"""What six answers leave open, and what each would add."""

from __future__ import annotations

from dataclasses import dataclass

from bedside.applicant.exam_answers import ExamAnswer
from bedside.applicant.six_answers import ExperienceAnswer, JobAnswer, SixAnswers

_NOT_PASSED = frozenset({ExamAnswer.FAILED, ExamAnswer.FAILED_MORE})
_PASSED_LATER = frozenset({ExamAnswer.PASSED_LATER, ExamAnswer.PASSED_AFTER_MORE})


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """Something that is unknown, and what could be said if it were answered. `answer` names its question."""

    answer: str
    what: str
    adds: str


def left_open(answers: SixAnswers) -> tuple[LeftOpen, ...]:
    """Everything the answers leave unknown, in the order of the questions; the timeline, never asked here, is last."""
    found = [LeftOpen(answer, what, adds) for answer, what, is_open, adds in _rows(answers) if is_open]
    return (*found, LeftOpen("", "What you did between school and now", _TIMELINE))


def not_known(answers: SixAnswers) -> frozenset[str]:
    """The names of the risk factors and gates about which the answers cannot say anything."""
    steps = (answers.step_1, answers.step_2_ck)
    failed = (_NOT_PASSED | _PASSED_LATER) & {*steps, answers.step_3}
    names = {
        "gaps": True,
        "failures": not all(steps) and not failed,
        "exams-passed": not all(steps) and _NOT_PASSED.isdisjoint(steps),
        "us-clinical-experience": answers.experience == "" or (_some(answers) and not _is_placed(answers)),
        "non-clinical-time": answers.job == "" or (_has_job(answers) and not answers.job_since),
        "graduation": not answers.graduated,
    }
    return frozenset(name for name, is_unknown in names.items() if is_unknown)


def answered_by(factor: str) -> str:
    """What would answer a risk factor that is not known yet, by its name."""
    return _ANSWERED_BY.get(factor, "Your timeline answers it, once you keep going.")


def _some(answers: SixAnswers) -> bool:
    return answers.experience in (ExperienceAnswer.HANDS_ON, ExperienceAnswer.OBSERVER)


def _is_placed(answers: SixAnswers) -> bool:
    return bool(answers.experience_weeks and (answers.experience_ended or answers.contact_when))


def _has_job(answers: SixAnswers) -> bool:
    return answers.job not in ("", JobAnswer.NONE)


def _rows(answers: SixAnswers) -> tuple[tuple[str, str, bool, str], ...]:
    has_job, some = _has_job(answers), _some(answers)
    exams = not (answers.step_1 and answers.step_2_ck)
    contact = not (answers.contact and answers.contact_when and answers.contact_where)
    return (
        ("graduated", "Your year of graduation", not answers.graduated, "Nearly everything is counted from it."),
        (
            "step_1",
            "Step 1 or Step 2 CK",
            exams,
            "They say which gates are open, and whether there is a failed attempt.",
        ),
        ("certificate", "Your ECFMG certificate", not answers.certificate, "It says whether Step 3 can come first."),
        ("status", "Your status", not answers.status, "It says which clocks run, and what to ask a lawyer first."),
        ("job", "Your job", not answers.job, "It says how long you have been outside the clinic."),
        ("job_since", "Since when you have your job", has_job and not answers.job_since, "It starts that count."),
        (
            "job_hours",
            "The hours of your job",
            has_job and bool(answers.job_since) and not answers.job_hours,
            "They turn the range of months outside the clinic into a number.",
        ),
        ("contact_when", "Your last contact with patients", contact, "It says how recent your file reads."),
        ("experience", "US clinical experience", not answers.experience, "It is the factor that moves most."),
        (
            "experience_weeks",
            "How long your US clinical experience was, or when it ended",
            some and not _is_placed(answers),
            "They place it, so that it can be counted.",
        ),
        (
            "experience_hours",
            "The hours a week of your US clinical experience",
            some and _is_placed(answers) and not answers.experience_hours,
            "They turn the range of months into a number.",
        ),
    )


_TIMELINE = "It was not asked here. It shows whether there are gaps, and everything you can count for yourself."
_ANSWERED_BY = {
    "us-clinical-experience": "Your answer to the sixth question says how much there is.",
}
