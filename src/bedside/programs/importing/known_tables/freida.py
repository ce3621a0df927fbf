"""FREIDA's internal-medicine programs as a table: type, visas, shares of graduates, positions and website."""

from __future__ import annotations

from functools import partial

from bedside.evidence.library import Evidence
from bedside.programs.claim import Confidence
from bedside.programs.importing.importer import SourceFile
from bedside.programs.importing.known_tables.named_programs import mention_of
from bedside.programs.importing.known_tables.statements import (
    Statements,
    count_if_any,
    day,
    link,
    percent,
    program_type,
    whole,
    yes_no,
)
from bedside.programs.importing.known_tables.table import Record, has_table_with, table_with
from bedside.programs.importing.specialties_named import specialty_by_code
from bedside.programs.mention import Reading, Row, Unread
from bedside.programs.mistakes import FileNotRead

_NEEDED = frozenset({"acgmecode", "freidaname", "freidacity", "freidastate", "freidalastupdated"})
_A_TENTH_OF_A_PERCENT = 0.001
_OLDEST_KNOWN = "2000 - 2001"
_URL = "https://freida.ama-assn.org/"
_MEANINGS = {
    "acgmecode": "the ACGME ID",
    "freidaname": "the program",
    "freidacity": "its city",
    "freidastate": "its state",
    "programtype": "Type of program",
    "firstyearpositions": "First-year positions",
    "interviewslastyear": "Interviews last year",
    "pctimg": "Share of IMGs",
    "pctusmd": "Share of US MDs",
    "pctdo": "Share of DOs",
    "visareported": "whether the three visa columns say anything",
    "j1": "Sponsors J-1",
    "h1b": "Sponsors H-1B",
    "f1": "Takes F-1 OPT",
    "website": "Website",
    "acgmefirstacademicyear": "First accredited",
    "freidalastupdated": "the date of the row",
    "participatesineras": "Application service",
}
_VISAS = {"j1": "visa.j1", "h1b": "visa.h1b", "f1": "visa.f1-opt"}
_SHARES = {"pct_img": "img-share", "pct_usmd": "us-md-share", "pct_do": "do-share"}


class Freida:
    """Reads the table of FREIDA's entries."""

    key = "freida"
    title = "FREIDA"

    def recognises(self, file: SourceFile) -> bool:
        """Whether a table has FREIDA's name, city and state of a program beside its ACGME ID."""
        return has_table_with(file, _NEEDED, _MEANINGS)

    def read(self, file: SourceFile, evidence: Evidence) -> Reading:
        """What each program tells FREIDA; a row that reports no visas claims none, neither yes nor no."""
        table = table_with(file, _NEEDED, _MEANINGS)
        if table is None:
            raise FileNotRead(f"“{file.name}” holds no table of FREIDA's.")
        specialties = specialty_by_code(evidence)
        read = [_row(record, specialties) for record in table.records]
        rows = tuple(row for row, _ in read if row is not None)
        days = [found for record in table.records if (found := day(record["freidalastupdated"]))]
        covered = {row.mention.specialty for row in rows}
        silent = sum(record["visareported"].casefold() == "false" for record in table.records)
        return Reading(
            kind=self.key,
            title=self.title,
            publisher="American Medical Association (AMA)",
            edition=f"{max(days):%Y-%m}" if days else "",
            said_on=max(days, default=None),
            url=_URL,
            licence="© AMA: for your own use",
            covers=covered.pop() if len(covered) == 1 else "",
            rows=rows,
            unread=tuple(unread for _, found in read for unread in found),
            notes=(f"{silent} of {len(table.records)} rows report no visas; that is not a “no”.",) if silent else (),
            columns=table.columns(_MEANINGS),
        )


def _row(record: Record, specialties: dict[str, str]) -> tuple[Row | None, list[Unread]]:
    mention = mention_of(record, "freidaname", "freidacity", "freidastate", "acgmecode", specialties)
    if isinstance(mention, Unread):
        return None, [mention]
    said = Statements(record)
    take = partial(said.take, said_on=day(record["freidalastupdated"]), url=_URL, confidence=Confidence.PROGRAM)
    take("type", "program_type", program_type)
    take("first-year-positions", "first_year_positions", whole)
    take("interviews-last-year", "interviews_last_year", count_if_any)
    for heading, name in _SHARES.items():
        take(name, heading, percent, rounded_to=_A_TENTH_OF_A_PERCENT)
    if record["visareported"].casefold() != "false":
        for heading, name in _VISAS.items():
            take(name, heading, yes_no)
    take("website", "website", link)
    take("first-accredited", "acgme_first_academic_year", _first_year)
    take("application-service", "participates_in_eras", _service)
    return Row(mention, record.place, stated=tuple(said.stated)), said.unread


def _first_year(text: str) -> str:
    """FREIDA knows no year before its oldest, which therefore stands for all earlier ones."""
    return f"{text} or earlier" if text == _OLDEST_KNOWN else text


def _service(text: str) -> str | None:
    return "ERAS" if yes_no(text) else None
