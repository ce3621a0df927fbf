"""How an exam went, in one answer, and the attempts that it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from bedside.applicant.parts.examinations import ExamName, ExamResult


class ExamAnswer(StrEnum):
    """How an exam went, in one answer."""

    NOT_TAKEN = "not taken"
    PASSED = "passed first time"
    PASSED_LATER = "passed after one failed attempt"
    PASSED_AFTER_MORE = "passed after two or more failed attempts"
    FAILED = "failed once"
    FAILED_MORE = "failed more than once"
    WAITING = "waiting"


_RESULTS: dict[str, tuple[ExamResult, ...]] = {
    ExamAnswer.PASSED: (ExamResult.PASSED,),
    ExamAnswer.PASSED_LATER: (ExamResult.FAILED, ExamResult.PASSED),
    ExamAnswer.PASSED_AFTER_MORE: (ExamResult.FAILED, ExamResult.FAILED, ExamResult.PASSED),
    ExamAnswer.FAILED: (ExamResult.FAILED,),
    ExamAnswer.FAILED_MORE: (ExamResult.FAILED, ExamResult.FAILED),
    ExamAnswer.WAITING: (ExamResult.WAITING,),
}
AT_LEAST_TWO = frozenset({ExamAnswer.PASSED_AFTER_MORE, ExamAnswer.FAILED_MORE})
_MORE = "Told as at least two failed attempts: if there were more, put in every one."


def attempts_of(exam: ExamName, answer: str) -> Iterator[dict[str, str]]:
    """The attempts at an exam as a dossier writes them, the earliest first; of two or more, two."""
    for number, result in enumerate(_RESULTS.get(answer, ()), start=1):
        attempt = {"exam": exam.value, "result": result.value}
        is_second = answer in AT_LEAST_TWO and number == 2
        yield attempt | {"note": _MORE} if is_second else attempt
