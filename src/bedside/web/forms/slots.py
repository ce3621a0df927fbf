"""What a form about one part of the dossier asks for: a slot for every key, in the order of the questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import compress
from typing import Any, Protocol

from bedside.applicant.fields import Entry, FieldShape, fields_of, part_at
from bedside.applicant.mistakes import Path
from bedside.applicant.questions import Question, part_about, question_about
from bedside.evidence.citing import value_in_words
from bedside.evidence.figure import Figure, Unit
from bedside.evidence.library import ADJUSTABLE_PREFIXES, load_evidence

MOST_ROWS = 100
READINGS = ("readings",)
_ABOUT_TASKS = "reading.task."


class Typed(Protocol):
    """What was typed into a form, by the names of its fields; Django's request.POST is one."""

    def getlist(self, key: str) -> list[Any]:
        """Everything that was sent under a name, in order."""

    def __iter__(self) -> Iterator[Any]:
        """Every name that was sent."""


@dataclass(frozen=True, slots=True)
class About:
    """What a form is about: the part at `path`, or only the `keys` of it.

    `inside` are parts within it that the same form asks for: `trusted_reader` of a contract, `progression` of an
    experience. A part within it that is not named here is left as it is.
    """

    path: Path
    keys: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """One value a form asks for: `steps` lead to it from the part, `question` says it plainly.

    `is_more` is whether it is folded away. A list of texts or of parts has a row for each entry; such a slot is one
    value of one row.
    """

    steps: Path
    shape: FieldShape
    question: Question
    is_more: bool

    @property
    def name(self) -> str:
        """The name of the field in what is sent."""
        return ".".join(str(step) for step in self.steps)


def slots_of(about: About, rows: Mapping[str, int]) -> Iterator[Slot]:
    """Every slot of a form; `rows` says how many rows each list has that is shown in rows."""
    part = part_at(about.path)
    if about.path == READINGS:
        yield from _readings()
        return
    if part is None:
        raise KeyError(about.path)
    shapes = fields_of(part)
    asked = part_about(about.path)
    for question in (*asked.questions, *asked.more):
        if not about.keys or question.key in about.keys:
            is_more = question in asked.more and bool(asked.questions)
            yield from _slots(about, shapes[question.key], question, is_more, rows)
    for key in about.inside:
        if not any(question.key == key for question in (*asked.questions, *asked.more)):
            yield from _slots(about, shapes[key], Question(key, part_about((*about.path, key)).title), False, rows)


@cache
def _readings() -> tuple[Slot, ...]:
    """Every number of Bedside's own that the applicant may replace, those about tasks of the plan folded away."""
    evidence = load_evidence()
    figures = [figure for prefix in ADJUSTABLE_PREFIXES for figure in evidence.starting_with(prefix)]
    is_number = (not isinstance(figure.value, str) and figure.unit is not Unit.STATEMENT for figure in figures)
    return tuple(_reading(figure) for figure in compress(figures, is_number))


def _reading(figure: Figure) -> Slot:
    own = value_in_words(figure) if figure.value is not None else ""
    beside = f"Bedside uses {own}." if own else "Bedside has no number of its own here."
    shape = FieldShape(figure.name, figure.says, "a number", False, False, entry=Entry.NUMBER)
    question = Question(figure.name, figure.says.rstrip("."), beside)
    return Slot((figure.name,), shape, question, figure.name.startswith(_ABOUT_TASKS))


def row_lists(about: About) -> tuple[FieldShape, ...]:
    """The lists of the part that the form shows in rows: texts, and parts it asks for too."""
    part = part_at(about.path)
    shapes = fields_of(part).values() if part is not None else ()
    return tuple(shape for shape in shapes if _is_in_rows(shape, about))


def value_at(content: Any, steps: Path) -> Any:
    """The value that `steps` lead to in the content of a part; None where there is none."""
    for step in steps:
        if isinstance(step, str):
            content = content.get(step) if isinstance(content, Mapping) else None
        else:
            content = content[step] if isinstance(content, list) and step < len(content) else None
    return content


def _is_in_rows(shape: FieldShape, about: About) -> bool:
    if not shape.is_list or (about.keys and shape.key not in about.keys):
        return False
    return shape.entry is Entry.TEXT or (shape.part is not None and shape.key in about.inside)


def _slots(
    about: About, shape: FieldShape, question: Question, is_more: bool, rows: Mapping[str, int]
) -> Iterator[Slot]:
    if not _is_in_rows(shape, about):
        places: Iterable[Path] = ((shape.key,),)
    else:
        places = ((shape.key, number) for number in range(min(rows.get(shape.key, 0), MOST_ROWS)))
    for steps in places:
        if shape.part is None:
            yield Slot(steps, shape, question, is_more)
        elif shape.key in about.inside:
            for key, within in fields_of(shape.part).items():
                if within.part is None:
                    yield Slot((*steps, key), within, question_about((*about.path, shape.key, key)), is_more)
