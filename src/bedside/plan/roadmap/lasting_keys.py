"""Keys that mean the same task from run to run, also after an attempt, or after a rotation was written down."""

from __future__ import annotations

import re

from bedside.applicant.parts.examinations import ExamName
from bedside.applicant.parts.experience import BookingKind, Kind
from bedside.plan.situation import Situation

_ATTEMPTS = {
    "exam.step-1.": ExamName.STEP_1,
    "exam.step-2-ck.": ExamName.STEP_2_CK,
    "step3.": ExamName.STEP_3,
    "certification.oet": ExamName.OET,
}
_ROTATION = re.compile(r"((?:letters\.from-)?clinical\.rotation-)(\d+)")


def lasting_key(situation: Situation, key: str) -> str:
    """The key of a task as the reader knows it.

    1. What belongs to an exam carries the number of the attempt from the second on: the first one stays the first.
    2. Rotations that are looked for are counted on from those the file has, so that none takes the key of another
       when that one is booked or done.
    """
    for beginning, name in _ATTEMPTS.items():
        attempts = len(situation.attempts(name))
        if key.startswith(beginning) and attempts and situation.passed(name) is None:
            return f"{key}-attempt-{attempts + 1}"
    found = _ROTATION.fullmatch(key)
    return f"{found[1]}{int(found[2]) + _rotations(situation)}" if found else key


def _rotations(situation: Situation) -> int:
    """How many rotations in the United States the file has, done or booked."""
    dossier = situation.dossier
    done = sum(1 for one in dossier.experiences if one.kind is Kind.ROTATION and one.is_in_the_us)
    return done + sum(1 for one in dossier.bookings if one.kind is BookingKind.ROTATION)
