"""Which program a row of a table is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from bedside.evidence.library import Evidence
from bedside.programs.importing.own_table.as_people_write.identifiers import Identified, identified
from bedside.programs.importing.own_table.as_people_write.places import place_at_the_end, place_of, state_of
from bedside.programs.importing.own_table.as_people_write.specialties import specialty_in_name
from bedside.programs.importing.own_table.as_people_write.words import is_missing
from bedside.programs.importing.own_table.values.column import Column
from bedside.programs.importing.specialties_named import specialty_by_code, specialty_spelled
from bedside.programs.mention import Mention

NO_SPECIALTY = "It is no specialty that Bedside knows."
NO_STATE = "It is no state of the United States."


@dataclass(frozen=True, slots=True)
class Context:
    """What the banners above a row, its sheet and its file say of all rows below."""

    specialty: str = ""
    state: str = ""


@dataclass(slots=True)
class Who:
    """A program as a row tells it, by parts; what does not fit is kept as a note, with why where it is not read."""

    name: str = ""
    institution: str = ""
    city: str = ""
    state: str = ""
    specialty: str = ""
    acgme_id: str = ""
    nrmp_codes: tuple[str, ...] = ()
    as_notes: list[int] = field(default_factory=list)
    unread: list[tuple[int, str, str]] = field(default_factory=list)
    remarks: list[tuple[int, str]] = field(default_factory=list)

    @property
    def is_somebody(self) -> bool:
        """Whether anything tells which program it is."""
        return bool(self.name or self.institution or self.acgme_id or self.nrmp_codes)


def who(cells: Sequence[str], columns: Sequence[tuple[int, Column]], evidence: Evidence) -> Who:
    """The program of a row, from its columns that tell who it is."""
    found = Who()
    for number, column in columns:
        text = cells[number] if number < len(cells) else ""
        if not is_missing(text):
            _take(found, number, column.heading.meaning, " ".join(text.split()), evidence)
    return found


def mention_of(found: Who, context: Context, evidence: Evidence) -> Mention:
    """The mention of a program; what its row does not say comes from its own name, its numbers, then the context."""
    name = found.name or found.institution
    at_the_end = place_at_the_end(name)
    city = found.city or ("" if found.state and found.state != at_the_end.state else at_the_end.city)
    return Mention(
        name=name,
        institution=found.institution,
        city=city,
        state=found.state or at_the_end.state or context.state,
        specialty=found.specialty
        or _from_numbers(found, evidence)
        or specialty_in_name(name, evidence)
        or context.specialty,
        acgme_id=found.acgme_id or None,
        nrmp_codes=found.nrmp_codes,
    )


def _take(found: Who, number: int, meaning: str, text: str, evidence: Evidence) -> None:
    if meaning in ("name", "institution"):
        _take_name(found, number, meaning, text)
    elif meaning in ("city", "place", "state"):
        _take_place(found, number, meaning, text)
    elif meaning == "specialty":
        _take_specialty(found, number, text, evidence)
    else:
        _take_identifier(found, number, meaning, text, evidence)


def _take_name(found: Who, number: int, meaning: str, text: str) -> None:
    given = getattr(found, meaning)
    if not given:
        setattr(found, meaning, text)
    elif given != text:
        found.as_notes.append(number)


def _take_place(found: Who, number: int, meaning: str, text: str) -> None:
    place = place_of(text)
    city, state, is_whole = place.city, place.state, place.is_whole
    if meaning == "state" and state_of(text):
        city, state, is_whole = "", state_of(text), True
    elif meaning == "state" and not state:
        found.unread.append((number, NO_STATE, "Write the state by its name or its two letters."))
        return
    elif meaning == "city" and not (city and state):
        city, state, is_whole = text, "", True
    if (found.city and city and found.city != city) or (found.state and state and found.state != state) or not is_whole:
        found.as_notes.append(number)
    found.city = found.city or city
    found.state = found.state or state


def _take_specialty(found: Who, number: int, text: str, evidence: Evidence) -> None:
    key = specialty_spelled(text, evidence) or specialty_in_name(text, evidence)
    if not key:
        found.unread.append(
            (number, NO_SPECIALTY, "Write its usual name, such as Internal Medicine or Family Medicine.")
        )
    elif found.specialty and found.specialty != key:
        found.as_notes.append(number)
    else:
        found.specialty = key
        if not specialty_spelled(text, evidence):
            found.as_notes.append(number)


def _take_identifier(found: Who, number: int, meaning: str, text: str, evidence: Evidence) -> None:
    read: Identified = identified(text, _codes(evidence))
    if meaning == "identifier" and read.why_not and not read.why_not.startswith("A spreadsheet"):
        found.as_notes.append(number)
    elif read.why_not:
        found.unread.append((number, read.why_not, read.how_to_fix))
    elif (read.acgme_id and found.acgme_id not in ("", read.acgme_id)) or (read.nrmp_codes and found.nrmp_codes):
        found.as_notes.append(number)
    found.acgme_id = found.acgme_id or read.acgme_id
    found.nrmp_codes = found.nrmp_codes or read.nrmp_codes
    if read.remark:
        found.remarks.append((number, read.remark))


def _from_numbers(found: Who, evidence: Evidence) -> str:
    codes = _specialty_codes(evidence)
    by_id = codes.get(found.acgme_id[:3], "")
    return by_id or next((codes[code[4:7]] for code in found.nrmp_codes if code[4:7] in codes), "")


@lru_cache(maxsize=4)
def _specialty_codes(evidence: Evidence) -> dict[str, str]:
    return specialty_by_code(evidence)


@lru_cache(maxsize=4)
def _codes(evidence: Evidence) -> frozenset[str]:
    return frozenset(_specialty_codes(evidence))
