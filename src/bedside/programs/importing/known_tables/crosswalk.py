"""A crosswalk from NRMP codes to ACGME IDs: which tracks belong to which program."""

from __future__ import annotations

from collections import Counter

from bedside.evidence.library import Evidence
from bedside.programs.importing.importer import SourceFile
from bedside.programs.importing.known_tables.identifiers import NotAnIdentifier, nrmp_code
from bedside.programs.importing.known_tables.named_programs import dated_by_name, mention_of, on_its_date, unread_row
from bedside.programs.importing.known_tables.table import Record, has_table_with, table_with
from bedside.programs.importing.specialties_named import specialty_by_code
from bedside.programs.mention import Mention, Reading, Row, Unread
from bedside.programs.mistakes import FileNotRead

_NEEDED = frozenset({"nrmpcode", "acgmecode", "institutionname", "city", "state"})
_MEANINGS = {
    "programname": "the label of the track",
    "city": "the program's city",
    "state": "its state",
    "institutionname": "its institution",
    "nrmpcode": "the NRMP code of a track",
    "acgmecode": "the ACGME ID of the program",
}


class Crosswalk:
    """Reads a table of NRMP codes and ACGME IDs side by side."""

    key = "crosswalk"
    title = "NRMP codes and ACGME IDs"

    def recognises(self, file: SourceFile) -> bool:
        """Whether a table has an NRMP code, an ACGME code and an institution in each row."""
        return has_table_with(file, _NEEDED, _MEANINGS)

    def read(self, file: SourceFile, evidence: Evidence) -> Reading:
        """One row for each ACGME ID at one institution, with the codes of all its tracks."""
        table = table_with(file, _NEEDED, _MEANINGS)
        if table is None:
            raise FileNotRead(f"“{file.name}” holds no table of NRMP codes and ACGME IDs.")
        specialties = specialty_by_code(evidence)
        read = [(record, _pair(record, specialties)) for record in table.records]
        pairs = [(record, mention) for record, mention in read if isinstance(mention, Mention)]
        edition, said_on = dated_by_name(file.name)
        rows = _grouped(pairs)
        several = sum(len(row.mention.nrmp_codes) > 1 for row in rows)
        return Reading(
            kind=self.key,
            title=self.title,
            publisher="not told in the file",
            edition=edition,
            said_on=said_on,
            url="",
            licence="not told in the file",
            rows=rows,
            unread=tuple(mention for _, mention in read if isinstance(mention, Unread)),
            notes=(f"{several} of {len(rows)} programs have more than one track.", on_its_date(edition)),
            columns=table.columns(_MEANINGS),
        )


def _pair(record: Record, specialties: dict[str, str]) -> Mention | Unread:
    mention = mention_of(record, "institutionname", "city", "state", "acgmecode", specialties)
    if isinstance(mention, Unread):
        return mention
    try:
        code = nrmp_code(record["nrmpcode"])
    except NotAnIdentifier as not_one:
        return Unread(record.place, record.what, not_one.why, not_one.how_to_fix)
    if code is None or mention.acgme_id is None:
        return unread_row(record, "one of the two numbers is missing, and alone neither says anything")
    if code[4:7] != mention.acgme_id[:3]:
        return unread_row(record, f"{code} and {mention.acgme_id} are of different specialties")
    return Mention(
        mention.name, mention.name, mention.city, mention.state, mention.specialty, mention.acgme_id, (code,)
    )


def _grouped(pairs: list[tuple[Record, Mention]]) -> tuple[Row, ...]:
    """Cities are spelled in several ways for one program: the one used most often is kept."""
    groups: dict[tuple[str | None, str], list[tuple[Record, Mention]]] = {}
    for record, mention in pairs:
        groups.setdefault((mention.acgme_id, mention.institution), []).append((record, mention))
    return tuple(_one(group) for group in groups.values())


def _one(group: list[tuple[Record, Mention]]) -> Row:
    record, first = group[0]
    codes = tuple(dict.fromkeys(code for _, mention in group for code in mention.nrmp_codes))
    cities = Counter(mention.city for _, mention in group)
    city = max(cities, key=lambda name: (name != name.upper(), cities[name]))
    mention = Mention(first.name, first.institution, city, first.state, first.specialty, first.acgme_id, codes)
    return Row(mention, record.place)
