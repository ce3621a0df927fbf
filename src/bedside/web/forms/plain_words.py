"""What is wrong, told to someone before a form: the questions and titles she sees instead of the names in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from bedside.applicant.mistakes import Mistake, Path
from bedside.applicant.questions import part_about, question_about
from bedside.web.forms.dates import date_as_shown
from bedside.web.forms.summaries import entry_in_words
from bedside.web.store.changes import part_of

_NAME = re.compile(r"`([a-z_]+(?:\[\d+\])?(?:\.[a-z_]+(?:\[\d+\])?)*)(?:: ([^`]+))?`")
_DATE = re.compile(r"\b(?:19|20)[0-9]{2}-[0-9]{2}(?:-[0-9]{2})?\b")
_SAID_OF_A_FILE = (
    ("leave the line out", "leave it empty"),
    ("Leave the line out", "Leave it empty"),
    ("take the line out", "empty the field"),
    ("Take the line out", "Empty the field"),
)


def in_plain_words(mistakes: Iterable[Mistake], content: Mapping[str, Any]) -> tuple[Mistake, ...]:
    """The same mistakes, with fields called by their questions, parts by their titles and entries by their names."""
    return tuple(
        replace(
            one, what=_plainly(one.what, one.field, content), how_to_fix=_plainly(one.how_to_fix, one.field, content)
        )
        for one in mistakes
    )


def _plainly(text: str, field: str, content: Mapping[str, Any]) -> str:
    around = path_of(field)[:-1]
    for said, instead in _SAID_OF_A_FILE:
        text = text.replace(said, instead)
    named = _NAME.sub(lambda found: _called(path_of(found[1]), found[2], around, content) or found[0], text)
    return dates_in_words(named)


def dates_in_words(text: str) -> str:
    """A text with its dates as the pages write them, not as a file does."""
    return _DATE.sub(lambda found: date_as_shown(found[0]), text)


def _called(path: Path, value: str | None, around: Path, content: Mapping[str, Any]) -> str | None:
    """What a name between backticks is called on a page; None where it is no name of the dossier."""
    try:
        if isinstance(path[-1], int):
            entry = part_of(content, path)
            return f"“{entry_in_words(path, entry)[0]}”" if isinstance(entry, Mapping) else None
        if value is not None:
            return f"“{question_about((*around, *path)).in_words(value)}”"
        if len(path) > 1:
            return f"“{question_about(path).asks}”"
        return _in_the_same_part(path, around) or f"“{part_about(path).title}”"
    except KeyError:
        return None


def _in_the_same_part(path: Path, around: Path) -> str | None:
    try:
        return f"“{question_about((*around, *path)).asks}”" if around else None
    except KeyError:
        return None


def path_of(field: str) -> Path:
    """The path of a field as the applicant reads it: `experiences[2].from`."""
    pieces = re.findall(r"[^.\[\]]+", field)
    return tuple(int(piece) if piece.isdecimal() else piece for piece in pieces)
