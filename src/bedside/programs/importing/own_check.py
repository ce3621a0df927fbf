"""One claim that the user checked and typed in, about one program."""

from __future__ import annotations

import re
from datetime import date

from bedside.evidence.library import Evidence
from bedside.programs.claim import Confidence, Stated
from bedside.programs.field import FIELDS, Field, Force, ValueKind
from bedside.programs.importing.own_table.as_people_write.words import is_missing
from bedside.programs.importing.own_table.cell_read import CellRead, Said
from bedside.programs.importing.own_table.layout.headings import Heading
from bedside.programs.importing.own_table.values.column import Column
from bedside.programs.importing.own_table.values.reading import read_cell
from bedside.programs.mention import Mention, Reading, Row
from bedside.programs.mistakes import ValueNotUnderstood
from bedside.programs.program import Listed

KIND = "own-check"
_ASKED = {
    ValueKind.YES_NO: "yes or no",
    ValueKind.RATE: "a share such as 12%",
    ValueKind.SHARE: "a share such as 45%",
    ValueKind.COUNT: "a whole number",
    ValueKind.MONTHS: "a number of months",
    ValueKind.YEARS: "a number of years",
    ValueKind.ATTEMPTS: "a number of attempts (1 = passed the first time)",
    ValueKind.SCORE: "a score of three digits",
    ValueKind.TEXT: "a few words",
    ValueKind.LINK: "an address that begins with https://",
}
_NO_NUMBERS = frozenset({ValueKind.YES_NO, ValueKind.CHOICE, ValueKind.TEXT, ValueKind.LINK})
_BELOW_NOTHING = re.compile(r"[-−–]\s*\d")


def own_check(
    listed: Listed, field: str, value_text: str, as_of: date, url: str, quote: str, evidence: Evidence
) -> Reading:
    """A claim about a program, checked by the user on a day; a later check of the same field supersedes it.

    Raises ValueNotUnderstood where the field is not known, or the text is no value of it.
    """
    if field not in FIELDS:
        raise ValueNotUnderstood(f"Bedside has no field “{field}” for programs.")
    value = _value(FIELDS[field], value_text.strip())
    stated = Stated(
        field,
        value.value,
        as_of,
        quote.strip() or value_text.strip(),
        url.strip(),
        Confidence.CHECKED,
        value.rounded_to,
    )
    return Reading(
        kind=KIND,
        title=f"Your check of {listed.name}: {FIELDS[field].title}",
        publisher="You",
        edition=as_of.isoformat(),
        said_on=as_of,
        url=url.strip(),
        licence="Yours; only you see it.",
        covers=f"{listed.key} {field}",
        rows=(Row(_mention(listed), f"your check of {as_of.isoformat()}", stated=(stated,)),),
    )


def _mention(listed: Listed) -> Mention:
    return Mention(
        listed.name, listed.institution, listed.city, listed.state, listed.specialty, listed.acgme_id, key=listed.key
    )


def _value(field: Field, text: str) -> Said:
    asked = _asked(field)
    if is_missing(text):
        raise ValueNotUnderstood(
            f"{field.title}: nothing is known by “{text}”. Write {asked}; to say that it is unknown, enter no check."
        )
    if field.kind not in _NO_NUMBERS and _BELOW_NOTHING.match(text):
        raise ValueNotUnderstood(f"{field.title}: “{text}” is below nothing. Write {asked}.")
    force = field.force if field.force is not Force.FACT else None
    read = read_cell(text, Column(Heading(field.title, field.key, force), counts_hundred=_counts_hundred(text)))
    said = next((one for one in read.said if one.field == field.key), None)
    if said is None:
        raise ValueNotUnderstood(f"{field.title}: “{text}” cannot be read. {_why(read)}Write {asked}.")
    if said.is_unsure:
        raise ValueNotUnderstood(
            f"{field.title}: “{text}” can be read in more than one way. Write {asked}, without a range or “about”."
        )
    return said


def _why(read: CellRead) -> str:
    return f"{read.why_not} " if read.why_not else ""


def _asked(field: Field) -> str:
    may_be_none = field.force is Force.LIMIT and field.kind in (ValueKind.YEARS, ValueKind.ATTEMPTS, ValueKind.SCORE)
    asked = f"one of: {', '.join(field.choices)}" if field.choices else _ASKED[field.kind]
    return f"{asked}, or “no limit”" if may_be_none else asked


def _counts_hundred(text: str) -> bool | None:
    """A number typed alone: 45 is a percent, 0.45 a part of one, and 1 is open."""
    try:
        number = float(text)
    except ValueError:
        return None
    return None if number in (0, 1) else number > 1
