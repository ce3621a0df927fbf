"""Reads a cell in the way its column asks for."""

from __future__ import annotations

from collections.abc import Callable

from bedside.programs.field import FIELDS, ValueKind
from bedside.programs.importing.own_table.as_people_write.words import is_missing
from bedside.programs.importing.own_table.cell_read import NO_CLAIM, CellRead, cannot
from bedside.programs.importing.own_table.values.answers import (
    read_friendly,
    read_observing,
    read_step_3,
    read_yes_no,
)
from bedside.programs.importing.own_table.values.attempts import read_attempts
from bedside.programs.importing.own_table.values.column import Column
from bedside.programs.importing.own_table.values.experience import read_experience
from bedside.programs.importing.own_table.values.letters import read_letters, read_us_letters
from bedside.programs.importing.own_table.values.parts import read_part
from bedside.programs.importing.own_table.values.scores import read_score
from bedside.programs.importing.own_table.values.simple import (
    read_choice,
    read_count,
    read_eras,
    read_link,
    read_number,
    read_words,
)
from bedside.programs.importing.own_table.values.visas import read_visas
from bedside.programs.importing.own_table.values.years import read_years

Reader = Callable[[str, Column], CellRead]

_LONGEST = 1_000
_TOO_LONG = cannot("It is far longer than such a value, so it is kept as a note.", "Write the value in its own cell.")

_BY_MEANING: dict[str, Reader] = {
    "visa": read_visas,
    "graduation": read_years,
    "graduation.limit": read_years,
    "graduation.preferred": read_years,
    "attempts": read_attempts,
    "attempts.limit": read_attempts,
    "attempts.preferred": read_attempts,
    "step-2-ck": read_score,
    "step-2-ck.minimum": read_score,
    "step-2-ck.preferred": read_score,
    "step-3": read_step_3,
    "us-clinical": read_experience,
    "us-clinical.months": read_experience,
    "us-clinical.preferred-months": read_experience,
    "us-clinical.observing-counts": read_observing,
    "letters.needed": read_letters,
    "letters.from-us": read_us_letters,
    "img-friendly": read_friendly,
    "eras": read_eras,
}
_BY_KIND: dict[ValueKind, Reader] = {
    ValueKind.YES_NO: read_yes_no,
    ValueKind.RATE: read_part,
    ValueKind.SHARE: read_part,
    ValueKind.COUNT: read_count,
    ValueKind.CHOICE: read_choice,
    ValueKind.LINK: read_link,
    ValueKind.TEXT: read_words,
}


def reader_of(meaning: str) -> Reader | None:
    """How cells under this meaning are read; None for a note and for parts of who a program is."""
    if meaning in _BY_MEANING:
        return _BY_MEANING[meaning]
    return _BY_KIND.get(FIELDS[meaning].kind, read_number) if meaning in FIELDS else None


def read_cell(text: str, column: Column) -> CellRead:
    """What a cell says. A cell that stands for “not told” makes no claim."""
    reader = reader_of(column.heading.meaning)
    if reader is None or is_missing(text):
        return NO_CLAIM
    return _TOO_LONG if len(text) > _LONGEST and reader is not read_words else reader(text, column)
