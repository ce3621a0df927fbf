"""The questions of interviews by groups, the three that are sure to come first, and what programs may not ask."""

from __future__ import annotations

from dataclasses import dataclass

from bedside.applicant.dossier import Dossier
from bedside.applicant.parts.drafts import DraftPlace, DraftText
from bedside.evidence.figure import Figure, Rule
from bedside.evidence.library import Evidence
from bedside.evidence.reason import Reason, cited

GROUPS = {
    "sure": "The three that are sure to come",
    "path": "Your path",
    "gap": "Years that are open",
    "job": "Your job",
    "scores": "Exams and grades",
    "now": "Why now",
    "specialty": "The specialty",
    "program": "The program",
    "behaviour": "How you work with others",
    "practical": "Practical things",
}
"""The groups in the order in which they are shown, by the word that their figures carry."""

_SURE = {
    "sure-journey": DraftPlace.PATH,
    "sure-job": DraftPlace.WHY_THE_JOB,
    "sure-now": DraftPlace.WHY_NOW,
}
_IN_FOUR_PARTS = frozenset({*_SURE, "gap-the-gap", "gap-years-since", "gap-not-matched", "job-leaving"})


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its name in addresses, its group, what is asked, and where its answer is kept.

    `about` is the name under which the answer's draft is kept; None for the three that have a place of their own.
    `in_four_parts` is whether the answer tells a path, and so has the four parts.
    """

    name: str
    group: str
    asks: str
    place: DraftPlace
    about: str | None
    in_four_parts: bool
    because: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Questions about one thing."""

    name: str
    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class NotAsked:
    """Something programs may not ask, or may: information with its source and whom to ask."""

    says: str
    ask: str | None
    because: tuple[Reason, ...]


def question_bank(evidence: Evidence) -> tuple[Group, ...]:
    """All questions by group, the sure ones first; within a group in the order of their names."""
    return tuple(
        Group(group, title, tuple(_question(group, figure) for figure in evidence.starting_with(f"question.{group}.")))
        for group, title in GROUPS.items()
    )


def find_question(name: str, evidence: Evidence) -> Question | None:
    """The question of a name such as `sure-now`; None where there is none."""
    return next((one for group in question_bank(evidence) for one in group.questions if one.name == name), None)


def not_asked(evidence: Evidence) -> tuple[NotAsked, ...]:
    """What programs may not ask, each with whom to ask about it."""
    return tuple(
        NotAsked(figure.says, figure.ask if isinstance(figure, Rule) else None, (cited(figure),))
        for figure in evidence.starting_with("not-asked.")
    )


def draft_of(question: Question, dossier: Dossier) -> tuple[int, DraftText] | None:
    """The draft that answers a question, with its number; None where nothing is written."""
    return next(
        (
            (number, draft)
            for number, draft in enumerate(dossier.drafts)
            if draft.place is question.place and (question.about is None or draft.about == question.about)
        ),
        None,
    )


def _question(group: str, figure: Figure) -> Question:
    key = figure.name.removeprefix(f"question.{group}.").lstrip("0123456789").removeprefix("-")
    name, asks = f"{group}-{key}", str(figure.value)
    place = _SURE.get(name, DraftPlace.OTHER_ANSWER)
    about = asks if place is DraftPlace.OTHER_ANSWER else None
    return Question(name, group, asks, place, about, name in _IN_FOUR_PARTS, (cited(figure),))
