"""The interview: asks the questions one by one, checks each answer at once, and lets every one wait."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from bedside.applicant.dossier import SCHEMA_VERSION, Dossier
from bedside.applicant.fields import FieldShape, shape_at
from bedside.applicant.file.editing import with_change
from bedside.applicant.file.parsing import ReadDossier, parse_content
from bedside.applicant.mistakes import DossierMistakes, Path, field_name
from bedside.applicant.parts.shape import Answer
from bedside.applicant.questions import Part, Question, all_parts

LATER = "Leave for later"
LEAVE_OUT = "Leave this entry out"
CheckAnswer = Callable[[str], str | None]
"""None where an answer can be used, else what is wrong with it and how to put it right."""


class Listener(Protocol):
    """Whoever answers: a person at a terminal, or a list of answers."""

    def hear(self, text: str) -> None:
        """Take in a sentence which needs no answer."""

    def write(self, asks: str, why: str, check: CheckAnswer) -> str:
        """Answer in words; empty means later."""

    def choose(self, asks: str, why: str, choices: Sequence[str]) -> str:
        """Answer with one of the choices."""

    def agree(self, asks: str) -> bool:
        """Answer yes or no; no is what Enter means."""


@dataclass(slots=True)
class Interview:
    """The answers so far, and the day they are seen from."""

    listener: Listener
    as_of: date
    content: Any = field(default_factory=lambda: {"schema_version": SCHEMA_VERSION})

    def hold(self) -> ReadDossier:
        """Ask everything, and return the dossier with what should be looked at again."""
        for part in all_parts():
            self.listener.hear(part.title)
            if part.another is None:
                self._ask_part(part, part.path)
            else:
                self._ask_entries(part, part.another)
        self._leave_the_timeline_open()
        return parse_content(self.content, "your answers", self.as_of)

    def _leave_the_timeline_open(self) -> None:
        """Where it was not said whether everything is told, it is unknown; without a word the list would pass for all.

        Whoever told nothing is left alone: an empty list is not taken for everything.
        """
        if self.content.get("experiences") and "complete" not in self.content.get("timeline", {}):
            self.content = with_change(self.content, ("timeline", "complete"), Answer.UNKNOWN.value)

    def _ask_entries(self, part: Part, another: str) -> None:
        number = 0
        while self.listener.agree(another):
            number += self._ask_part(part, (*part.path, number))

    def _ask_part(self, part: Part, path: Path) -> bool:
        """Ask one part; False where it was left out, because something it needs is missing or does not fit."""
        answers: dict[str, Any] = {}
        before = self.content
        for question in part.questions:
            if not question.applies(answers):
                continue
            inside = (*path, question.key)
            shape = _known_shape(inside)
            answer = self._ask(question, inside, shape)
            if answer is None and shape.is_required:
                self.content = before
                return False
            if answer is not None:
                answers[question.key] = answer
                self.content = with_change(self.content, inside, answer)
        return self._fits(before)

    def _fits(self, before: Any) -> bool:
        """Whether the last part made no new mistakes; else it is taken out again, and said why."""
        new = [told for told in self._mistakes(self.content) if told not in self._mistakes(before)]
        if not new:
            return True
        for _, wrong in new:
            self.listener.hear(wrong)
        self.listener.hear("This is left out for now. Add it again, or write it into the file later.")
        self.content = before
        return False

    def _ask(self, question: Question, path: Path, shape: FieldShape) -> Any:
        if not shape.allowed:
            written = self.listener.write(question.asks, question.why, lambda text: self._wrong(path, shape, text))
            return _value(shape, written)
        aside = LEAVE_OUT if shape.is_required and isinstance(path[-2], int) else LATER
        while (answer := self.listener.choose(question.asks, question.why, [*shape.allowed, aside])) != aside:
            wrong = self._wrong(path, shape, answer)
            if wrong is None:
                return answer
            self.listener.hear(wrong)
        return None

    def _wrong(self, path: Path, shape: FieldShape, written: str) -> str | None:
        value = _value(shape, written)
        if value is None:
            return "Bedside cannot begin without this." if _is_needed(path, shape) else None
        name = field_name(path)
        found = self._mistakes(with_change(self.content, path, value))
        return next((wrong for field, wrong in found if field == name or field.startswith(f"{name}[")), None)

    def _mistakes(self, content: Any) -> list[tuple[str, str]]:
        """The field of each mistake in the answers, and what is wrong with it and how to put it right."""
        try:
            parse_content(content, "your answers", self.as_of)
        except DossierMistakes as refused:
            return [(one.field, f"{one.what} {one.how_to_fix}") for one in refused.mistakes]
        return []


def _known_shape(path: Path) -> FieldShape:
    shape = shape_at(path)
    if shape is None:
        raise KeyError(f"the interview asks about {field_name(path)}, which no dossier has")
    return shape


def _value(shape: FieldShape, written: str) -> Any:
    if not written.strip():
        return None
    return [one.strip() for one in written.split(",") if one.strip()] if shape.is_list else written.strip()


def _is_needed(path: Path, shape: FieldShape) -> bool:
    return shape.is_required and Dossier.model_fields[str(path[0])].is_required()
