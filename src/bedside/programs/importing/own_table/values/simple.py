"""Counts, choices, addresses and words: cells that hold one thing as it is."""

from __future__ import annotations

import re

from bedside.programs.field import FIELDS, ValueKind
from bedside.programs.importing.own_table.as_people_write.numbers import (
    MADE_A_DAY,
    is_made_a_day,
    numbers_in,
    one_number,
)
from bedside.programs.importing.own_table.as_people_write.words import meant, plain
from bedside.programs.importing.own_table.cell_read import CellRead, Said, cannot
from bedside.programs.importing.own_table.values.answers import Answer, answer_in
from bedside.programs.importing.own_table.values.column import Column

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+(?:/\S*)?", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^)]*\)")


def read_count(text: str, column: Column) -> CellRead:
    """A whole number; what stands in brackets behind it explains it."""
    outside = _BRACKETS.sub(" ", text)
    number = one_number(outside if numbers_in(outside) is not None else text)
    if isinstance(number, CellRead):
        return number
    if number != int(number):
        return cannot("It is no whole number.", "Write a whole number in its own cell.")
    found = numbers_in(outside)
    return CellRead((Said(column.heading.meaning, int(number), is_unsure=found is not None and found.is_about),))


def read_choice(text: str, column: Column) -> CellRead:
    """One of the choices of a field, by any of its usual names."""
    field = FIELDS[column.heading.meaning]
    spelled = " ".join(plain(text).replace("program", " ").split())
    kind = "type" if field.key == "type" else "service"
    named = {plain(choice): choice for choice in field.choices} | meant(kind)
    found = named.get(plain(text)) or named.get(spelled) or named.get(plain(_BRACKETS.sub(" ", text)))
    if found is None:
        choices = ", ".join(field.choices)
        return cannot(f"It is none of: {choices}.", f"Write one of: {choices}.")
    return CellRead((Said(field.key, found),))


def read_eras(text: str, column: Column) -> CellRead:
    """Taking part in ERAS is applying there; not taking part says nothing of where else."""
    answer = answer_in(text)
    if answer is Answer.YES or plain(text).startswith("participat"):
        return CellRead((Said("application-service", "ERAS"),))
    if answer is Answer.NO or plain(text).startswith("not participat"):
        return cannot("It says that one does not apply through ERAS, and not where else.")
    return cannot("It does not say whether it takes part in ERAS.", "Write yes or no in its own cell.")


def read_link(text: str, column: Column) -> CellRead:
    """An address on the web."""
    if not _ADDRESS.fullmatch(text.strip()):
        return cannot("It is no address on the web.", "Write the whole address, beginning with https://.")
    return CellRead((Said(column.heading.meaning, text.strip()),))


def read_words(text: str, column: Column) -> CellRead:
    """The words themselves."""
    return CellRead((Said(column.heading.meaning, text),))


def read_number(text: str, column: Column) -> CellRead:
    """Any other number, as it is."""
    if is_made_a_day(text):
        return MADE_A_DAY
    number = one_number(text)
    if isinstance(number, CellRead):
        return number
    whole = FIELDS[column.heading.meaning].kind is not ValueKind.MONTHS
    return CellRead((Said(column.heading.meaning, int(number) if whole else number),))
