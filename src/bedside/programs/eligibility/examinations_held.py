"""What the dossier tells of the examinations that programs set limits on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.applicant.measures import Attempt, attempts_at, is_not_told
from bedside.applicant.parts.examinations import ExamName, ExamResult
from bedside.applicant.parts.shape import Answer

STEPS = (ExamName.STEP_1, ExamName.STEP_2_CK, ExamName.STEP_2_CS, ExamName.STEP_3)
HAS_TO_BE_TOLD = (ExamName.STEP_1, ExamName.STEP_2_CK, ExamName.STEP_3)
"""Step 2 CS is over: who does not list it has not sat it, or has left out nothing that can be asked for."""


@dataclass(frozen=True, slots=True)
class AtOneStep:
    """The attempts at one Step: `surely` leaves out incomplete ones, `at_most` counts them.

    `is_failed` says that one of them was told as failed.
    """

    name: ExamName
    surely: int
    at_most: int
    is_failed: bool
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attempts:
    """The most attempts at any one Step: `surely` leaves out incomplete ones, `at_most` counts them.

    `not_told` are Steps of which the dossier says nothing, so that there may be more. `by_step` holds the Steps that
    were sat.
    """

    surely: int
    at_most: int
    not_told: tuple[ExamName, ...]
    entries: tuple[str, ...]
    by_step: tuple[AtOneStep, ...] = ()

    def with_at_least(self, name: ExamName, sat: int) -> Attempts:
        """The same with at least so many attempts at one Step."""
        here = next((one for one in self.by_step if one.name is name), AtOneStep(name, 0, 0, False, ()))
        here = replace(here, surely=max(here.surely, sat), at_most=max(here.at_most, sat))
        others = tuple(one for one in self.by_step if one.name is not name)
        most, whole = max(self.at_most, sat), max(self.surely, sat)
        return replace(self, surely=whole, at_most=most, by_step=tuple(sorted((*others, here), key=_in_order)))


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
    by_step = tuple(_at_one_step(name, found) for name, found in sat.items() if found)
    return Attempts(
        surely=max((one.surely for one in by_step), default=0),
        at_most=len(sat[most]),
        not_told=tuple(name for name in HAS_TO_BE_TOLD if is_not_told(dossier, name, as_of)),
        entries=tuple(one.entry for one in sat[most]),
        by_step=by_step,
    )


def _at_one_step(name: ExamName, sat: tuple[Attempt, ...]) -> AtOneStep:
    whole = sum(one.exam.result is not ExamResult.INCOMPLETE for one in sat)
    is_failed = any(one.exam.result is ExamResult.FAILED for one in sat)
    return AtOneStep(name, whole, len(sat), is_failed, tuple(one.entry for one in sat))


def _in_order(at: AtOneStep) -> int:
    return STEPS.index(at.name)


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
