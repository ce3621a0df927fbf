"""Every question of the bank, every answer written so far, and what programs may not ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bedside.applicant.dossier import Dossier
from bedside.evidence.library import Evidence
from bedside.story.interview.answer import SpokenAnswer, answer, texts_of
from bedside.story.interview.questions import Group, NotAsked, Question, draft_of, not_asked, question_bank


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with the answer written for it."""

    question: Question
    answer: SpokenAnswer


@dataclass(frozen=True, slots=True)
class Interviews:
    """The questions by group, the answers in the order of the questions, and what may not be asked."""

    groups: tuple[Group, ...]
    answered: tuple[Answered, ...]
    not_asked: tuple[NotAsked, ...]


def all_answers(dossier: Dossier, as_of: date, evidence: Evidence) -> Interviews:
    """Read every answer that is written; a draft about a question that is not in the bank is left to its own page."""
    groups = question_bank(evidence)
    found = [(one, draft_of(one, dossier)) for group in groups for one in group.questions]
    answered = tuple(
        Answered(one, answer(texts_of(draft[1].text, one), one, dossier, as_of, evidence))
        for one, draft in found
        if draft is not None
    )
    return Interviews(groups, answered, not_asked(evidence))
