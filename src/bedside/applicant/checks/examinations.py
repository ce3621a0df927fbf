"""Attempts, scores and the certificate that do not fit each other; limits and passing scores come from evidence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bedside.applicant.checks.known import Known, caution, mistake
from bedside.applicant.dossier import Dossier
from bedside.applicant.mistakes import Finding, Path, field_name
from bedside.applicant.parts.examinations import Certificate, CertificateState, Exam, ExamName, ExamResult
from bedside.applicant.parts.partial_date import PartialDate
from bedside.evidence.figure import Rule

_STEPS = (ExamName.STEP_1, ExamName.STEP_2_CK, ExamName.STEP_2_CS, ExamName.STEP_3)
_TAKEN = (ExamResult.PASSED, ExamResult.FAILED, ExamResult.INCOMPLETE)
_NEEDED_FOR_THE_CERTIFICATE = (ExamName.STEP_1, ExamName.STEP_2_CK)
_PASSING_SCORE = {
    ExamName.STEP_1: "usmle.step1.passing-score",
    ExamName.STEP_2_CK: "usmle.step2ck.passing-score",
    ExamName.STEP_3: "usmle.step3.passing-score",
}


def attempts_that_cannot_be(known: Known) -> Iterator[Finding]:
    """The same attempt twice; and, as cautions, an attempt after a pass, too many of them, or one said not to be."""
    yield from _not_taken_and_taken(known)
    for step in _STEPS:
        attempts = [(path, exam) for path, exam in known.all(Exam) if exam.exam is step]
        yield from _listed_twice(attempts)
        yield from _after_a_pass(known, attempts)
        yield from _too_many(known, attempts)


def _not_taken_and_taken(known: Known) -> Iterator[Finding]:
    dossier = known.one(Dossier)
    for number, name in enumerate(dossier.exams_not_taken if dossier else ()):
        if any(exam.exam is name for _, exam in known.all(Exam)):
            what = f"{name} is said not to be taken, and `exams` has an attempt at it."
            yield caution(("exams_not_taken", number), what, "Take out the one that is not so.")


def scores_that_do_not_fit(known: Known) -> Iterator[Finding]:
    """Cautions for a score without a result, on a pass/fail exam, too high for any, or on the wrong side of passing."""
    for path, exam in known.all(Exam):
        if exam.score is None:
            continue
        at = (*path, "score")
        if exam.result in (ExamResult.WAITING, ExamResult.UNKNOWN):
            yield caution(at, f"There is a score, and the result is {exam.result}.", "Write passed or failed.")
        if _after_pass_or_fail(known, exam):
            yield caution(
                at,
                "Step 1 was reported as pass or fail only on this date; a score is not expected.",
                "Check the date, or take the score out.",
            )
        yield from _beyond_the_highest(known, at, exam, exam.score)
        yield from _against_the_passing_score(known, at, exam)


def certificate_that_does_not_fit(known: Known) -> Iterator[Finding]:
    """A certificate issued before the exams behind it were passed, or with dates its state contradicts."""
    for path, certificate in known.all(Certificate):
        if certificate.state is not CertificateState.ISSUED and certificate.issued is not None:
            what = f"There is a date of issue, and the state is {certificate.state}."
            yield mistake((*path, "state"), what, "Write `state: issued`, or take the date out.")
        if certificate.state is CertificateState.ISSUED:
            yield from _without_the_exams(known, path)
        if certificate.issued is not None:
            yield from _issued_too_early(known, (*path, "issued"), certificate.issued)


def _listed_twice(attempts: list[tuple[Path, Exam]]) -> Iterator[Finding]:
    seen: dict[PartialDate, Path] = {}
    for path, exam in attempts:
        if exam.date is None or not exam.date.is_exact:
            continue
        if exam.date in seen:
            what = f"{exam.exam} on {exam.date} is already `{field_name(seen[exam.date])}`."
            yield mistake((*path, "date"), what, "Keep one of the two, or correct the date.")
        seen.setdefault(exam.date, path)


def _after_a_pass(known: Known, attempts: list[tuple[Path, Exam]]) -> Iterator[Finding]:
    passes = [exam.date for _, exam in attempts if exam.result is ExamResult.PASSED and exam.date is not None]
    first_pass = min((day.latest for day in passes), default=None)
    if first_pass is None:
        return
    rule = known.evidence.find("usmle.passed-step-cannot-be-retaken")
    for path, exam in attempts:
        if exam.date is not None and exam.date.earliest > first_pass:
            what = f"This attempt at {exam.exam} comes after a pass. {rule.says}"
            yield caution((*path, "date"), what, "If that was your case, nothing is wrong; else check both entries.")


def _too_many(known: Known, attempts: list[tuple[Path, Exam]]) -> Iterator[Finding]:
    taken = [(path, exam) for path, exam in attempts if exam.result in _TAKEN]
    limit = known.evidence.find("usmle.attempts-per-step")
    if len(taken) <= known.evidence.number(limit.name):
        return
    path, exam = taken[-1]
    what = f"These are {len(taken)} attempts at {exam.exam}. {limit.says}"
    yield caution(path, what, "Older attempts fell under another limit; if the list is right, leave it as it is.")


def _after_pass_or_fail(known: Known, exam: Exam) -> bool:
    since = known.evidence.rule("usmle.step1.pass-or-fail").effective_from
    is_dated_step_1 = exam.exam is ExamName.STEP_1 and exam.date is not None
    return is_dated_step_1 and since is not None and exam.date is not None and exam.date.earliest >= since


def _beyond_the_highest(known: Known, at: Path, exam: Exam, score: int) -> Iterator[Finding]:
    """A score that no USMLE examination gives; the OET has a scale of its own."""
    highest = known.evidence.number("reading.usmle-score-highest")
    if exam.exam is not ExamName.OET and score > highest:
        yield caution(at, f"No USMLE score above {highest:g} is known.", "Check the score.")


def _against_the_passing_score(known: Known, at: Path, exam: Exam) -> Iterator[Finding]:
    rule = _passing_rule(known, exam)
    if rule is None or exam.score is None:
        return
    passing = known.evidence.number(rule.name)
    if exam.result is ExamResult.PASSED and exam.score < passing:
        what = f"{exam.score} is below the passing score on that date, and the result is passed. {rule.says}"
        yield caution(at, what, "Check the score, the date and the result.")
    if exam.result is ExamResult.FAILED and exam.score >= passing:
        what = f"{exam.score} is not below the passing score on that date, and the result is failed. {rule.says}"
        yield caution(at, what, "Check the score, the date and the result.")


def _passing_rule(known: Known, exam: Exam) -> Rule | None:
    """The passing score in force all through the exam's date; None where the evidence does not say since when."""
    if exam.date is None or exam.exam not in _PASSING_SCORE:
        return None
    days = (exam.date.earliest, exam.date.latest)
    rules = (figure for figure in known.evidence.starting_with(_PASSING_SCORE[exam.exam]) if isinstance(figure, Rule))
    dated = (rule for rule in rules if rule.effective_from is not None)
    return next((rule for rule in dated if all(rule.is_in_force_on(day) for day in days)), None)


def _without_the_exams(known: Known, path: Path) -> Iterator[Finding]:
    passed = {exam.exam for _, exam in known.all(Exam) if exam.result is ExamResult.PASSED}
    missing = [step for step in _NEEDED_FOR_THE_CERTIFICATE if step not in passed]
    if missing:
        what = f"The certificate is issued, and `exams` has no pass of {' or '.join(missing)}."
        yield caution((*path, "state"), what, "Add every attempt to `exams`; the transcript shows them all.")


def _issued_too_early(known: Known, at: Path, issued: PartialDate) -> Iterator[Finding]:
    for step in _NEEDED_FOR_THE_CERTIFICATE:
        first_pass = min(_passes_of(known, step), default=None)
        if first_pass is not None and issued.latest < first_pass:
            what = f"The certificate is dated {issued}, before {step} was passed ({first_pass})."
            yield mistake(at, what, "Check both dates.")


def _passes_of(known: Known, step: ExamName) -> Iterator[date]:
    for _, exam in known.all(Exam):
        if exam.exam is step and exam.result is ExamResult.PASSED and exam.date is not None:
            yield exam.date.earliest
