"""Interview rates by applicant group: one table for each specialty, each rate rounded to whole percents."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import PurePath

from bedside.evidence.library import Evidence
from bedside.evidence.specialties import Specialty, find_specialty, nearest_specialties
from bedside.programs.importing.importer import SourceFile
from bedside.programs.importing.known_tables.named_programs import dated_by_name, mention_of, on_its_date
from bedside.programs.importing.known_tables.statements import Statements, rate
from bedside.programs.importing.known_tables.table import (
    NOT_NEEDED,
    KnownTable,
    Record,
    has_table_with,
    plain,
    table_with,
)
from bedside.programs.mention import Reading, Row, Unread
from bedside.programs.mistakes import FileNotRead

_NEEDED = frozenset({"program", "md", "do", "usimg", "nonusimg", "city", "state"})
_RATES = {
    "Signal": "signal",
    "Gold Signal": "gold-signal",
    "Silver Signal": "silver-signal",
    "No Signal": "no-signal",
    "In-State School": "in-state",
    "Out-Of-State School": "out-of-state",
    "MD": "md",
    "DO": "do",
    "US IMG": "us-img",
    "Non US IMG": "non-us-img",
}
_MEANINGS = {plain(heading): f"interview rate ({group})" for heading, group in _RATES.items()}
_MEANINGS |= {"program": "the program", "city": "its city", "state": "its state", "specialty": "its specialty"}
_MEANINGS |= {"region": NOT_NEEDED}
_SAYS_NOTHING = re.compile(
    r"\d+|\b(?:interviews?|rates?|resid\w+|programs?|signals?|analysis|data|table|by|applicants?|groups?|copy|final|of"
    r"|the|for|match|csv|xlsx)\b",
    re.IGNORECASE,
)
_WHOLE_PERCENT = 2


@dataclass(frozen=True, slots=True)
class _About:
    specialty: Specialty
    how_known: str


class InterviewRates:
    """Reads a table of interview rates, whichever of the groups and signals it has columns for."""

    key = "interview-rates"
    title = "Interview rates by applicant group"

    def recognises(self, file: SourceFile) -> bool:
        """Whether a table has a program, its place, and columns for MDs, DOs, US IMGs and other IMGs."""
        return has_table_with(file, _NEEDED, _MEANINGS)

    def read(self, file: SourceFile, evidence: Evidence) -> Reading:
        """The rates of each program. Raises FileNotRead where nothing tells of which specialty they are."""
        table = table_with(file, _NEEDED, _MEANINGS)
        if table is None:
            raise FileNotRead(f"“{file.name}” holds no table of interview rates.")
        about = _about(file, table, evidence)
        edition, said_on = dated_by_name(file.name)
        read = [_row(record, about.specialty.key) for record in table.records]
        rows = tuple(row for row, _ in read if row is not None)
        without = sum(not row.stated for row in rows)
        silent = f"{without} of {len(rows)} programs report no rate; for them nothing is claimed." if without else ""
        return Reading(
            kind=self.key,
            title=f"{self.title}, {about.specialty.name}",
            publisher="not told in the file",
            edition=edition,
            said_on=said_on,
            url="",
            licence="not told in the file; probably from the AAMC: do not pass it on",
            covers=about.specialty.key,
            rows=rows,
            unread=tuple(unread for _, found in read for unread in found),
            notes=tuple(note for note in (about.how_known, on_its_date(edition), silent) if note),
            columns=table.columns(_MEANINGS),
        )


def _row(record: Record, specialty: str) -> tuple[Row | None, list[Unread]]:
    mention = mention_of(record, "program", "city", "state", "acgmeid", {})
    if isinstance(mention, Unread):
        return None, [mention]
    said = Statements(record)
    for heading, group in _RATES.items():
        said.take(f"interview-rate.{group}", heading, rate, rounded_to=_step(record[plain(heading)]))
    return Row(replace(mention, specialty=specialty), record.place, stated=tuple(said.stated)), said.unread


def _step(text: str) -> float:
    """The step a rate is rounded to: whole percents, unless the cell itself has more decimals."""
    decimals = len(text.strip("% ").partition(".")[2]) + (_WHOLE_PERCENT if "%" in text else 0)
    step: float = 10.0 ** -max(decimals, _WHOLE_PERCENT)
    return step


def _about(file: SourceFile, table: KnownTable, evidence: Evidence) -> _About:
    """The specialty of the table: by the user's word, else by a column of its own, else by the name of the file."""
    if file.specialty:
        found = find_specialty(file.specialty, evidence)
        if found is None:
            nearest = "”, “".join(one.name for one in nearest_specialties(file.specialty, evidence))
            raise FileNotRead(f"“{file.specialty}” is no specialty that Bedside knows. The nearest are “{nearest}”.")
        return _About(found, f"You said that these rates are of {found.name}.")
    told = {record["specialty"] for record in table.records} - {""}
    found = find_specialty(told.pop(), evidence) if len(told) == 1 else None
    if found is not None:
        return _About(found, "")
    named = PurePath(file.name.replace("\\", "/")).stem
    found = find_specialty(named, evidence) or find_specialty(_SAYS_NOTHING.sub(" ", named.replace("_", " ")), evidence)
    if found is None:
        raise FileNotRead(
            f"“{file.name}” is a table of interview rates, but neither the table nor its name says of which specialty. "
            f"Say the specialty when you add it, or name the file after it, as in “Internal Medicine.csv”."
        )
    return _About(
        found,
        f"The table does not say of which specialty it is. Its name is “{file.name}”, so it was taken for "
        f"{found.name}; if that is wrong, say the specialty when you add it.",
    )
