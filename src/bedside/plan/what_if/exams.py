"""Exams that can still be taken: each can be failed, and a failure that stays in the file is counted in."""

from __future__ import annotations

from bedside.applicant.measures import attempts_at
from bedside.applicant.parts.examinations import ExamName, ExamResult
from bedside.applicant.parts.shape import Answer as Told
from bedside.evidence.figure import Figure
from bedside.evidence.reason import Reason, cited
from bedside.plan.what_if.ground import Ground
from bedside.programs.eligibility.examinations_held import Attempts

STEPS = {ExamName.STEP_1: "step1", ExamName.STEP_2_CK: "step2ck", ExamName.STEP_3: "step3"}
_USED = (ExamResult.PASSED, ExamResult.FAILED, ExamResult.INCOMPLETE, ExamResult.UNKNOWN)


def pass_rate(ground: Ground, name: ExamName) -> tuple[float, Reason]:
    """The newest published share of graduates of schools abroad who pass: for the first time, or again."""
    kind = "repeat" if used(ground, name) else "first"
    start = f"usmle.pass-rate.{STEPS[name]}."
    figures = [one for one in ground.evidence.starting_with(start) if one.name.endswith(f".{kind}")]
    newest = max(figures, key=lambda one: one.name)
    return _share(newest), cited(newest)


def used(ground: Ground, name: ExamName) -> int:
    """Attempts that are used, an incomplete one and one whose result is unknown among them."""
    return sum(one.exam.result in _USED for one in attempts_at(ground.dossier, name))


def is_passed(ground: Ground, name: ExamName) -> bool:
    """Whether an attempt was passed."""
    return any(one.exam.result is ExamResult.PASSED for one in attempts_at(ground.dossier, name))


def why_closed(ground: Ground, name: ExamName) -> str:
    """Why an exam cannot be taken now: its result is awaited, or every attempt is used; or nothing."""
    if any(one.exam.result is ExamResult.WAITING for one in attempts_at(ground.dossier, name)):
        return f"The result of your {name} is awaited."
    most = int(ground.evidence.number("usmle.attempts-per-step"))
    if used(ground, name) >= most:
        return f"All {most} attempts at {name} are used."
    return ""


def after_a_failure(ground: Ground, name: ExamName) -> Attempts:
    """The attempts if the next one is failed: it can at best be passed one attempt later."""
    return ground.asker.attempts.with_at_least(name, used(ground, name) + 2)


def after_a_pass(ground: Ground, name: ExamName) -> Attempts:
    """The attempts if the next one is passed."""
    return ground.asker.attempts.with_at_least(name, used(ground, name) + 1)


def certificate_first(ground: Ground) -> tuple[str, ...]:
    """That Step 3 waits for the certificate, for whom it is not known to be issued."""
    if ground.asker.certified is Told.YES:
        return ()
    return ("Step 3 can be sat only after ECFMG certification, which comes on top of these months.",)


def _share(figure: Figure) -> float:
    return float(figure.value) / 100 if isinstance(figure.value, int | float) else 0.0
