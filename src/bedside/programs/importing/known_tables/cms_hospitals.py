"""Teaching hospitals from the cost reports that Medicare publishes: their numbers, places and beds."""

from __future__ import annotations

import re

from bedside.evidence.library import Evidence
from bedside.programs.importing.importer import SourceFile
from bedside.programs.importing.known_tables.named_programs import unread_row
from bedside.programs.importing.known_tables.statements import MISSING, whole
from bedside.programs.importing.known_tables.table import NOT_NEEDED, Record, has_table_with, table_with
from bedside.programs.importing.states import state_named
from bedside.programs.mention import Hospital, Reading, Unread
from bedside.programs.mistakes import FileNotRead

_NEEDED = frozenset({"ccn", "name", "city", "state", "beds"})
_MEANINGS = {
    "ccn": "the hospital's Medicare number",
    "name": "the hospital",
    "city": "its city",
    "state": "its state",
    "beds": "its beds",
    "reportyear": "the year of its report",
}
_MEANINGS |= dict.fromkeys(
    (
        *("fiscalyearbegin", "fiscalyearend", "reportstatus", "settled", "capfte", "actualfte", "headroomfte"),
        *("dgmepayment", "imepayment", "praprimarycare", "pranonprimary"),
    ),
    NOT_NEEDED,
)
_NUMBER = re.compile(r"\d{2}[0-9A-Z]\d{3}")


class CmsHospitals:
    """Reads a table of hospitals by their CMS certification numbers."""

    key = "cms-hospitals"
    title = "Teaching hospitals"

    def recognises(self, file: SourceFile) -> bool:
        """Whether a table has a CMS certification number, a place and beds in each row."""
        return has_table_with(file, _NEEDED, _MEANINGS)

    def read(self, file: SourceFile, evidence: Evidence) -> Reading:
        """Each hospital; the edition is the newest year of a report in the table."""
        table = table_with(file, _NEEDED, _MEANINGS)
        if table is None:
            raise FileNotRead(f"“{file.name}” holds no table of hospitals.")
        read = [_hospital(record) for record in table.records]
        hospitals = tuple(one for one in read if isinstance(one, Hospital))
        without = sum(one.beds is None for one in hospitals)
        return Reading(
            kind=self.key,
            title=self.title,
            publisher="Centers for Medicare & Medicaid Services (CMS)",
            edition=max((record["reportyear"] for record in table.records), default=""),
            said_on=None,
            url="https://data.cms.gov/provider-compliance/cost-report/hospital-provider-cost-report",
            licence="public domain, a work of the US government",
            hospitals=hospitals,
            unread=tuple(one for one in read if isinstance(one, Unread)),
            notes=(f"{without} of {len(hospitals)} hospitals do not tell their beds.",) if without else (),
            columns=table.columns(_MEANINGS),
        )


def _hospital(record: Record) -> Hospital | Unread:
    number = record["ccn"].removesuffix(".0").upper().zfill(6)
    state = state_named(record["state"])
    if not _NUMBER.fullmatch(number):
        return unread_row(record, f"“{record['ccn']}” is no Medicare number: that has six characters")
    if not record["name"]:
        return unread_row(record, "the hospital has no name")
    if record["state"] and not state:
        return unread_row(record, f"“{record['state']}” is no state")
    try:
        beds = None if record["beds"].casefold() in MISSING else whole(record["beds"])
    except ValueError as why:
        return unread_row(record, str(why))
    return Hospital(number, record["name"], record["city"], state, beds)
