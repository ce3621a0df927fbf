"""A plain question or label for every field of the dossier, read from the file beside this one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bedside.applicant.mistakes import Path as PathInDossier

_QUESTIONS = Path(__file__).parent / "questions.yaml"


@dataclass(frozen=True, slots=True)
class Question:
    """One plain sentence about one key, and why it is asked.

    `when` names answers of the same part, one of which has to be given for the question to be asked. `words` say a
    word of the key's closed list more plainly.
    """

    key: str
    asks: str
    why: str = ""
    when: Mapping[str, list[str]] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)

    def applies(self, answers: Mapping[str, Any]) -> bool:
        """Whether the question is asked after these answers to the part."""
        return all(answers.get(key) in allowed for key, allowed in self.when.items())

    def in_words(self, word: str) -> str:
        """A word of the closed list as a person would say it."""
        return self.words.get(word, word[:1].upper() + word[1:])


@dataclass(frozen=True, slots=True)
class Part:
    """Questions about one part of the dossier; where `another` is given, they are asked once for each entry.

    `more` are the fields that only forms have, folded away. A part with `only_forms` is left out of the interview.
    """

    path: tuple[str, ...]
    title: str
    questions: tuple[Question, ...] = ()
    another: str | None = None
    more: tuple[Question, ...] = ()
    only_forms: bool = False


@cache
def all_parts() -> tuple[Part, ...]:
    """Every part that is asked about in an interview, in the order in which it is asked."""
    return tuple(part for part in _every_part().values() if part.questions and not part.only_forms)


def part_about(path: PathInDossier) -> Part:
    """The questions about the part at a path, whichever entry of a list it is; raises KeyError where there are none."""
    return _every_part()[tuple(step for step in path if isinstance(step, str))]


def question_about(path: PathInDossier) -> Question:
    """The question about the field at a path; raises KeyError where there is none."""
    steps = tuple(step for step in path if isinstance(step, str))
    part = _every_part()[steps[:-1]]
    found = next((one for one in (*part.questions, *part.more) if one.key == steps[-1]), None)
    if found is None:
        raise KeyError(".".join(steps))
    return found


@cache
def _every_part() -> dict[tuple[str, ...], Part]:
    written = yaml.load(_QUESTIONS.read_text(encoding="utf-8"), yaml.BaseLoader)
    parts = (
        Part(
            path=tuple(part["path"].split(".")) if part["path"] else (),
            title=part["title"],
            questions=tuple(Question(**question) for question in part.get("questions", ())),
            another=part.get("another"),
            more=tuple(Question(**question) for question in part.get("more", ())),
            only_forms=part.get("only_forms") == "true",
        )
        for part in written
    )
    return {part.path: part for part in parts}
