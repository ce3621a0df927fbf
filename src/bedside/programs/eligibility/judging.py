"""The verdict on a program for an applicant, one by one or for a whole directory at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from bedside.programs.eligibility.asker import Asker
from bedside.programs.eligibility.limits import (
    attempts,
    step_2_ck,
    takes_graduates_from_abroad,
    years_since_graduation,
)
from bedside.programs.eligibility.positions import kinds_offered, notes_on_positions, positions
from bedside.programs.eligibility.requirements_to_meet import (
    HANDS_ON,
    letters,
    note_on_step_3,
    step_3,
    us_clinical,
)
from bedside.programs.eligibility.results import Criterion, Note, State, Verdict
from bedside.programs.eligibility.settling import UNMET
from bedside.programs.eligibility.verdict import verdict_on
from bedside.programs.eligibility.visas import FIELDS_READ, note_on_h1b, visa
from bedside.programs.program import Listed

READ = (
    ("accepts-img", *FIELDS_READ),
    ("graduation.limit", "attempts.limit", "step-2-ck.minimum"),
    ("step-3.needed", "us-clinical.months", HANDS_ON, "letters.needed", "letters.from-us"),
    (
        "graduation.preferred",
        "attempts.preferred",
        "step-2-ck.preferred",
        "step-3.preferred",
        "us-clinical.preferred-months",
        HANDS_ON,
    ),
)
"""The fields a verdict rests on, in groups that are judged together; the last one holds preferences."""


def judge(listed: Listed, asker: Asker) -> Verdict:
    """What a program is for an applicant: see `verdict_on` for the order of precedence."""
    return _Judge(asker).verdict(listed)


def judge_all(listed: Iterable[Listed], asker: Asker) -> tuple[Verdict, ...]:
    """The verdicts on many programs, in their order.

    1. Limits are judged in groups, and each group of values once.
    2. Programs that agree in every group share one verdict.
    """
    judge_one = _Judge(asker).verdict
    return tuple([judge_one(one) for one in listed])


class _Judge:
    """Remembers what was judged for one applicant."""

    def __init__(self, asker: Asker) -> None:
        self._asker = asker
        self._groups: dict[Any, tuple[Any, ...]] = {}
        self._verdicts: dict[Any, Verdict] = {}

    def verdict(self, listed: Listed) -> Verdict:
        """The verdict on one program."""
        told = listed.values.get
        is_settled = not (listed.disagreeing or listed.unsure)
        groups = [self._group(0, kinds_offered(listed), listed)]
        for number, fields in enumerate(READ, start=1):
            key: Any = tuple([told(field) for field in fields])
            if not is_settled:
                key = (key, _doubts(listed, fields))
            groups.append(self._group(number, key, listed))
        same = tuple(map(id, groups))
        if same not in self._verdicts:
            *limits, preferences = groups
            self._verdicts[same] = verdict_on(
                tuple(criterion for found in limits for criterion in found[0]),
                preferences[0],
                tuple(note for found in limits for note in found[1]),
            )
        return self._verdicts[same]

    def _group(self, number: int, key: Any, listed: Listed) -> tuple[Any, ...]:
        found = self._groups.get((number, key))
        if found is None:
            found = self._groups[number, key] = _JUDGED_TOGETHER[number](listed, self._asker)
        return found


Judged = tuple[tuple[Criterion, ...], tuple[Note, ...]]


def _doubts(listed: Listed, fields: tuple[str, ...]) -> tuple[Any, ...]:
    """What stands beside the best values of some fields: rival values, disagreement, a mark of being unsure."""
    return tuple(
        (listed.rivals.get(field, ()), field in listed.disagreeing, field in listed.unsure) for field in fields
    )


def _reserved(listed: Listed, asker: Asker) -> Judged:
    reserved = positions(listed, asker)
    return ((reserved,) if reserved else ()), tuple(notes_on_positions(listed, asker))


def _who_may_come(listed: Listed, asker: Asker) -> Judged:
    found = visa(listed, asker)
    return (takes_graduates_from_abroad(listed, asker), found), note_on_h1b(found, listed, asker)


def _what_is_fixed(listed: Listed, asker: Asker) -> Judged:
    return (years_since_graduation(listed, asker), attempts(listed, asker), step_2_ck(listed, asker)), ()


def _what_can_be_done(listed: Listed, asker: Asker) -> Judged:
    found = step_3(listed, asker)
    return (found, us_clinical(listed, asker), letters(listed, asker)), note_on_step_3(found, asker)


def _preferences(listed: Listed, asker: Asker) -> Judged:
    found = (
        years_since_graduation(listed, asker, "graduation.preferred"),
        attempts(listed, asker, "attempts.preferred"),
        step_2_ck(listed, asker, "step-2-ck.preferred"),
        step_3(listed, asker, "step-3.preferred"),
        us_clinical(listed, asker, "us-clinical.preferred-months"),
    )
    return tuple(_as_preference(one) for one in found), ()


def _as_preference(criterion: Criterion) -> Criterion:
    """A preference excludes nobody: what is not met is only not what the program prefers."""
    return replace(criterion, state=State.NOT_PREFERRED, because=()) if criterion.state in UNMET else criterion


_JUDGED_TOGETHER = (_reserved, _who_may_come, _what_is_fixed, _what_can_be_done, _preferences)
