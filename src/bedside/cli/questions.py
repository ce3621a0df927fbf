"""The questions of the interview, read from the file beside this one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_QUESTIONS = Path(__file__).parent / "questions.yaml"


@dataclass(frozen=True, slots=True)
class Question:
    """One plain sentence about one key, and why it is asked.

    `when` names answers of the same part, one of which has to be given for the question to be asked.
    """

    key: str
    asks: str
    why: str
    when: Mapping[str, list[str]] = field(default_factory=dict)

    def applies(self, answers: Mapping[str, Any]) -> bool:
        """Whether the question is asked after these answers to the part."""
        return all(answers.get(key) in allowed for key, allowed in self.when.items())


@dataclass(frozen=True, slots=True)
class Part:
    """Questions about one part of the dossier; where `another` is given, they are asked once for each entry."""

    path: tuple[str, ...]
    title: str
    questions: tuple[Question, ...]
    another: str | None = None


@cache
def all_parts() -> tuple[Part, ...]:
    """Every part, in the order in which it is asked."""
    written = yaml.load(_QUESTIONS.read_text(encoding="utf-8"), yaml.BaseLoader)
    return tuple(
        Part(
            path=tuple(part["path"].split(".")),
            title=part["title"],
            questions=tuple(Question(**question) for question in part["questions"]),
            another=part.get("another"),
        )
        for part in written
    )
