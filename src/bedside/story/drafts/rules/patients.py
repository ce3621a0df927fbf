"""What could tell who a patient was: names, initials, days, record numbers, rooms, high ages, a rare illness."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bedside.story.drafts.draft import Draft, Rule
from bedside.story.drafts.results import Finding, Weight
from bedside.story.drafts.rules import patient_marks as marks

IDENTIFIES = Rule(
    "patient-identifier",
    "It may tell who a patient was",
    Weight.MEND,
    "Privacy rules for patients hold in statements and interviews too, in every country. A reader stops at it at once.",
    "Can the story be told without it: an age in decades, a season instead of a day, no name and no place?",
)
A_NAME = Rule(
    "a-name",
    "A person is named",
    Weight.THINK,
    "Rules cannot tell who this is. Where it is a patient, privacy rules hold; anyone else may like to be asked first.",
    "Who is it, and would the story be the same without the name?",
)
RULES = (IDENTIFIES, A_NAME)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of mark: what it looks like, what its sentence must hold, and what its sentence must not hold."""

    pattern: re.Pattern[str]
    near: re.Pattern[str] | None = None
    not_near: re.Pattern[str] | None = None


_KINDS = (
    _Kind(marks.RECORD),
    _Kind(marks.ROOM, not_near=marks.NO_WARD),
    _Kind(marks.OF_NINETY, not_near=marks.OWN_FAMILY),
    _Kind(marks.CALLED),
    _Kind(marks.INITIALS, marks.ABOUT_AN_ILLNESS, marks.WORKED_WITH),
    _Kind(marks.NAMED_BY_AGE, marks.HIS_OR_HER_STATE, marks.WORKED_WITH),
    _Kind(marks.ITS_NAME, marks.CARE, marks.AT_WORK_OR_HOME),
    _Kind(marks.FIRST_NAME, marks.ILLNESS, marks.AT_WORK_OR_HOME),
    _Kind(marks.DAY, marks.ABOUT_A_PATIENT, marks.OWN_FAMILY),
    _Kind(marks.TO_REACH, marks.ABOUT_A_PATIENT_OR_THEIRS),
    _Kind(marks.RARE_IN_A_PLACE, marks.ABOUT_AN_ILLNESS),
    _Kind(marks.KNOWN_IN_A_PLACE, marks.ABOUT_A_PATIENT),
)


def patients(draft: Draft) -> Iterator[Finding]:
    """Every place that could identify a patient.

    What stands on a record counts always; an exact day, initials, an address, a rare illness or an office held in a
    town counts where its sentence is about a patient. A title with a name counts where its sentence or one beside it
    is about care, is only asked about where nothing tells who it is, and is left alone where the sentence says that
    the applicant worked or lived with that person.
    """
    for kind in _KINDS:
        for found in kind.pattern.finditer(draft.text):
            if _fits(kind, draft, *draft.sentence_at(found.start())):
                yield draft.finding(IDENTIFIES, *found.span())
    yield from _named(draft)


def _fits(kind: _Kind, draft: Draft, start: int, end: int) -> bool:
    near = kind.near is None or draft.holds(kind.near, start, end)
    return near and (kind.not_near is None or not draft.holds(kind.not_near, start, end))


def _named(draft: Draft) -> Iterator[Finding]:
    for found in marks.TITLE_AND_NAME.finditer(draft.text):
        start, end = draft.sentence_at(found.start())
        if not draft.holds(marks.A_PATIENT, start, end) and draft.holds(marks.AT_WORK_OR_HOME, start, end):
            continue
        is_cared_for = draft.holds(marks.CARE, *draft.with_neighbours(start))
        yield draft.finding(IDENTIFIES if is_cared_for else A_NAME, *found.span())
