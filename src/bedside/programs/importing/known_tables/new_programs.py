"""Programs accredited lately, which older lists do not know yet, with what was found of their visas."""

from __future__ import annotations

from functools import partial

from bedside.evidence.library import Evidence
from bedside.programs.claim import Confidence, Stated
from bedside.programs.importing.importer import SourceFile
from bedside.programs.importing.known_tables.named_programs import dated_by_name, mention_of
from bedside.programs.importing.known_tables.statements import MISSING, Statements, day
from bedside.programs.importing.known_tables.table import Record, has_table_with, plain, table_with
from bedside.programs.importing.specialties_named import specialty_by_code
from bedside.programs.mention import Reading, Row, Unread
from bedside.programs.mistakes import FileNotRead

_NEEDED = frozenset({"acgmecode", "name", "origaccreditationdate", "visalabel"})
_MEANINGS = {
    "acgmecode": "the ACGME ID",
    "name": "the program",
    "city": "its city",
    "state": "its state",
    "origaccreditationdate": "First accredited",
    "visalabel": "Sponsors J-1 and H-1B",
    "visaconfidence": "how sure the visa is",
    "evidencetype": "how near the visa's source is to the program",
    "evidenceurl": "the page the visa stands on",
    "checked": "the day the visa was looked up",
}
_SPONSORED = {"j1": {"visa.j1": True}, "j1h1b": {"visa.j1": True, "visa.h1b": True}, "h1b": {"visa.h1b": True}}
_NEITHER = {"visa.j1": False, "visa.h1b": False}


class NewPrograms:
    """Reads a table of newly accredited programs."""

    key = "new-programs"
    title = "Programs accredited lately"

    def recognises(self, file: SourceFile) -> bool:
        """Whether a table has ACGME codes, the day of first accreditation, and a label of visas."""
        return has_table_with(file, _NEEDED, _MEANINGS)

    def read(self, file: SourceFile, evidence: Evidence) -> Reading:
        """Each program with the day it was accredited; a visa only where the table names where it was found."""
        table = table_with(file, _NEEDED, _MEANINGS)
        if table is None:
            raise FileNotRead(f"“{file.name}” holds no table of newly accredited programs.")
        specialties = specialty_by_code(evidence)
        read = [_row(record, specialties) for record in table.records]
        rows = tuple(row for row, _ in read if row is not None)
        named, said_on = dated_by_name(file.name)
        checked = [found for record in table.records if (found := day(record["checked"]))]
        covered = {row.mention.specialty for row in rows}
        silent = sum(not any(stated.field.startswith("visa.") for stated in row.stated) for row in rows)
        return Reading(
            kind=self.key,
            title=self.title,
            publisher="not told in the file; the programs are those of the ACGME's public list",
            edition=named or (f"{max(checked):%Y-%m}" if checked else ""),
            said_on=said_on or max(checked, default=None),
            url="https://apps.acgme.org/ads/Public/Programs/Search",
            licence="not told in the file",
            covers=covered.pop() if len(covered) == 1 else "",
            rows=rows,
            unread=tuple(unread for _, found in read for unread in found),
            notes=(f"Of {silent} of {len(rows)} programs no visa is known; that is not a “no”.",) if silent else (),
            columns=table.columns(_MEANINGS),
        )


def _row(record: Record, specialties: dict[str, str]) -> tuple[Row | None, list[Unread]]:
    mention = mention_of(record, "name", "city", "state", "acgmecode", specialties)
    if isinstance(mention, Unread):
        return None, [mention]
    said = Statements(record)
    said.take("first-accredited", "orig_accreditation_date", _first_day)
    said.stated += _visas(record)
    return Row(mention, record.place, stated=tuple(said.stated)), said.unread


def _visas(record: Record) -> list[Stated]:
    label = record["visalabel"].strip()
    if label.casefold() != "none" and label.casefold() in MISSING:
        return []
    visas = _NEITHER if label.casefold() == "none" else _SPONSORED.get(plain(label), {})
    make = partial(
        Stated,
        said_on=day(record["checked"]),
        quote=f"visa_label: {label}",
        url=record["evidenceurl"],
        confidence=_confidence(record),
    )
    return [make(name, value) for name, value in visas.items()]


def _confidence(record: Record) -> Confidence:
    if record["visaconfidence"].casefold() == "low" or not record["evidenceurl"]:
        return Confidence.UNSURE
    return Confidence.PROGRAM if record["evidencetype"].casefold() == "official-site" else Confidence.COMPILED


def _first_day(text: str) -> str:
    found = day(text)
    if found is None:
        raise ValueError(f"“{text}” is no day")
    return found.isoformat()
