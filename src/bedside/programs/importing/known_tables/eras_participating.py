"""The programs that take applications through ERAS, with their ACGME IDs and websites."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

from bedside.evidence.library import Evidence
from bedside.programs.importing.importer import SourceFile
from bedside.programs.importing.known_tables.named_programs import dated_by_name, mention_of, on_its_date
from bedside.programs.importing.known_tables.statements import Statements, link
from bedside.programs.importing.known_tables.table import Record, has_table_with, table_with
from bedside.programs.importing.specialties_named import specialty_by_code, specialty_spelled
from bedside.programs.mention import Reading, Row, Unread
from bedside.programs.mistakes import FileNotRead

_NEEDED = frozenset({"specialty", "state", "city", "program", "accreditationid", "status"})
_TAKES_PART = "participating"
_MEANINGS = {
    "specialty": "the specialty",
    "state": "the program's state",
    "city": "its city",
    "program": "the program",
    "accreditationid": "the ACGME ID",
    "status": "Application service",
    "url": "Website",
}


class ErasParticipating:
    """Reads the list of programs that take part in ERAS."""

    key = "eras-participating"
    title = "Programs that take part in ERAS"

    def recognises(self, file: SourceFile) -> bool:
        """Whether a table has a specialty, an accreditation ID and a status in each row."""
        return has_table_with(file, _NEEDED, _MEANINGS)

    def read(self, file: SourceFile, evidence: Evidence) -> Reading:
        """Each program; one that takes part applies through ERAS, of the others nothing is claimed."""
        table = table_with(file, _NEEDED, _MEANINGS)
        if table is None:
            raise FileNotRead(f"“{file.name}” holds no list of programs in ERAS.")
        edition, said_on = dated_by_name(file.name)
        specialties = specialty_by_code(evidence)
        read = [_row(record, specialties, evidence, said_on) for record in table.records]
        statuses = Counter(record["status"] for record in table.records)
        return Reading(
            kind=self.key,
            title=self.title,
            publisher="Association of American Medical Colleges (AAMC)",
            edition=edition,
            said_on=said_on,
            url="https://systems.aamc.org/eras/erasstats/par/",
            licence="© AAMC: for your own use",
            rows=tuple(row for row, _ in read if row is not None),
            unread=tuple(unread for _, found in read for unread in found),
            notes=(_counts(statuses), on_its_date(edition)),
            columns=table.columns(_MEANINGS),
        )


def _row(
    record: Record, specialties: dict[str, str], evidence: Evidence, said_on: date | None
) -> tuple[Row | None, list[Unread]]:
    mention = mention_of(record, "program", "city", "state", "accreditationid", specialties)
    if isinstance(mention, Unread):
        return None, [mention]
    specialty = specialty_spelled(record["specialty"], evidence) or mention.specialty
    said = Statements(record)
    if f"specialty.service.{specialty}" not in evidence:
        said.take("application-service", "status", _service, said_on=said_on)
    said.take("website", "url", link, said_on=said_on)
    return Row(replace(mention, specialty=specialty), record.place, stated=tuple(said.stated)), said.unread


def _counts(statuses: Counter[str]) -> str:
    return "; ".join(f"{count:,} programs: {status or 'no status'}" for status, count in statuses.most_common()) + "."


def _service(text: str) -> str | None:
    return "ERAS" if text.strip().casefold() == _TAKES_PART else None
