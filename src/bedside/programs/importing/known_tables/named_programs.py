"""Who a row of a known table is about, and what the name of a file tells of its date."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from bedside.programs.importing.known_tables.identifiers import NotAnIdentifier, acgme_id
from bedside.programs.importing.known_tables.table import Record
from bedside.programs.importing.states import state_named
from bedside.programs.mention import Mention, Unread

_DATE_IN_NAME = re.compile(r"(?<!\d)(20\d\d)(?:[-_. ](0[1-9]|1[0-2]))?(?!\d)")
_LEAVE_OUT = "Correct the row and add the file again, or leave it: all other rows were read."


def unread_row(record: Record, why: str) -> Unread:
    """A row that is left out, and why; the text goes on after “Not read:”."""
    return Unread(record.place, record.what, f"Not read: {why}.", _LEAVE_OUT)


def mention_of(
    record: Record, name: str, city: str, state: str, number: str, specialties: Mapping[str, str]
) -> Mention | Unread:
    """The program of a row, by the plain headings of its columns; its specialty is in the ACGME ID."""
    try:
        own_number = acgme_id(record[number], frozenset(specialties))
    except NotAnIdentifier as not_one:
        return Unread(record.place, record.what, not_one.why, not_one.how_to_fix)
    letters = state_named(record[state])
    if not record[name]:
        return unread_row(record, "no program is named")
    if record[state] and not letters:
        return unread_row(record, f"“{record[state]}” is no state")
    specialty = specialties.get(own_number[:3], "") if own_number else ""
    return Mention(record[name], city=record[city], state=letters, specialty=specialty, acgme_id=own_number)


def dated_by_name(file_name: str) -> tuple[str, date | None]:
    """The edition by the last year, or year and month, in the name of a file, and the first day of that month."""
    found = list(_DATE_IN_NAME.finditer(file_name))
    if not found:
        return "", None
    year, month = found[-1].group(1), found[-1].group(2)
    return (f"{year}-{month}", date(int(year), int(month), 1)) if month else (year, None)


def on_its_date(edition: str) -> str:
    """A note that says where the date of a file comes from."""
    return (
        f"The file does not say of when it is; its name says {edition}."
        if edition
        else "The file does not say of when it is."
    )
