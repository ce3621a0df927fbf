"""What the dossier tells of the examinations that programs set limits on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.measures import Attempt, attempts_at, is_not_told
from bedside.applicant.parts.examinations import ExamName, ExamResult
from bedside.applicant.parts.shape import Answer

STEPS = (ExamName.STEP_1, ExamName.STEP_2_CK, ExamName.STEP_2_CS, ExamName.STEP_3)
HAS_TO_BE_TOLD = (ExamName.STEP_1, ExamName.STEP_2_CK, ExamName.STEP_3)
"""Step 2 CS is over: who does not list it has not sat it, or has left out nothing that can be asked for."""


@dataclass(frozen=True, slots=True)
class Attempts:
    """The most attempts at any one Step: `surely` leaves out incomplete ones, `at_most` counts them.

    `not_told` are Steps of which the dossier says nothing, so that there may be more.
    """

    surely: int
    at_most: int
    not_told: tuple[ExamName, ...]
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """A Step 2 CK score that counts; `is_passed` is None where nothing is told or a result is awaited."""

    is_passed: bool | None
    score: int | None
    entries: tuple[str, ...]


def attempts_held(dossier: Dossier, as_of: date) -> Attempts:
    """The most attempts at one Step, with the entries of that Step; attempts after `as_of` do not count."""
    sat = {name: tuple(one for one in attempts_at(dossier, name) if _is_done(one, as_of)) for name in STEPS}
    most = max(STEPS, key=lambda name: len(sat[name]))
    whole = {name: [one for one in sat[name] if one.exam.result is not ExamResult.INCOMPLETE] for name in STEPS}
    return Attempts(
        surely=max(len(found) for found in whole.values()),
        at_most=len(sat[most]),
        not_told=tuple(name for name in HAS_TO_BE_TOLD if is_not_told(dossier, name, as_of)),
        entries=tuple(one.entry for one in sat[most]),
    )


def step_2_ck_held(dossier: Dossier, as_of: date) -> Score:
    """The score of the attempt that was passed; without one, whether it is surely not passed yet."""
    sat = attempts_at(dossier, ExamName.STEP_2_CK)
    passed = [one for one in sat if one.exam.result is ExamResult.PASSED]
    if passed:
        return Score(True, passed[-1].exam.score, (passed[-1].entry,))
    entries = tuple(one.entry for one in sat) or ("exams_not_taken",)
    if _is_open(sat) or is_not_told(dossier, ExamName.STEP_2_CK, as_of):
        return Score(None, None, entries if sat else ())
    return Score(False, None, entries)


def step_3_held(dossier: Dossier, as_of: date) -> tuple[Answer, tuple[str, ...]]:
    """Whether Step 3 is passed, with the entries that say so."""
    sat = attempts_at(dossier, ExamName.STEP_3)
    passed = [one.entry for one in sat if one.exam.result is ExamResult.PASSED]
    if passed:
        return Answer.YES, (passed[-1],)
    if _is_open(sat) or is_not_told(dossier, ExamName.STEP_3, as_of):
        return Answer.UNKNOWN, tuple(one.entry for one in sat)
    return Answer.NO, tuple(one.entry for one in sat) or ("exams_not_taken",)


def _is_open(sat: tuple[Attempt, ...]) -> bool:
    """Whether an attempt may have been passed: its result is awaited or not told."""
    return any(one.exam.result in (ExamResult.WAITING, ExamResult.UNKNOWN) for one in sat)


def _is_done(attempt: Attempt, as_of: date) -> bool:
    return attempt.exam.date is None or attempt.exam.date.earliest <= as_of
