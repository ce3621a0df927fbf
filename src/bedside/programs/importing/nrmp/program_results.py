"""The NRMP's “Program Results”: every program in the Main Match with its positions, offered and filled, by year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from bedside.evidence.library import Evidence
from bedside.programs.importing.importer import SourceFile
from bedside.programs.importing.nrmp.program_pages.cells import stands
from bedside.programs.importing.nrmp.program_pages.columns import FILLED, OFFERED, plain
from bedside.programs.importing.nrmp.program_pages.headings import Place, placed
from bedside.programs.importing.nrmp.program_pages.lines import CODE, table_of
from bedside.programs.importing.nrmp.program_pages.tracks import track
from bedside.programs.importing.nrmp.program_pages.tracks import unread as left_out
from bedside.programs.importing.nrmp.terms import LICENCE, PUBLISHER, TERMS, URL
from bedside.programs.importing.pdf.text import Page, is_pdf, read_pages, without_text
from bedside.programs.importing.specialties_named import specialty_by_code
from bedside.programs.mention import Mention, Reading, Row, Unread
from bedside.programs.mistakes import FileNotRead
from bedside.programs.program import Track

_LOOKED_AT = 12
_ENOUGH_CODES = 2
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)}) +((?:19|20)\d\d)\b")


@dataclass(slots=True)
class _Program:
    place: Place
    page: int
    tracks: list[Track] = field(default_factory=list)


class NrmpProgramResults:
    """Reads the “Program Results” of any years."""

    key = "nrmp-program-results"
    title = "NRMP Program Results"

    def recognises(self, file: SourceFile) -> bool:
        """Whether it is a PDF whose first pages hold NRMP codes under “Quota” and “Filled”."""
        if not is_pdf(file.content):
            return False
        return any(_is_of_the_table(page) for page in read_pages(file.content, _LOOKED_AT))

    def read(self, file: SourceFile, evidence: Evidence) -> Reading:
        """Every program as one institution's tracks of one specialty, with what could not be read.

        Raises FileNotRead where no line of the table can be read.
        """
        pages = read_pages(file.content)
        programs, unread = _programs(pages)
        if not programs:
            raise FileNotRead(
                "This looks like the NRMP's “Program Results”, but no line of its table could be read. "
                "Download it again from nrmp.org; if that does not help, its layout is new to Bedside."
            )
        specialties = specialty_by_code(evidence)
        rows = tuple(_row(program, specialties.get(code, "")) for (_, _, code), program in programs.items())
        newest = max(season.match_year for row in rows for track in row.tracks for season in track.seasons)
        return Reading(
            kind=self.key,
            title=self.title,
            publisher=PUBLISHER,
            edition=str(newest),
            said_on=_published(pages, newest),
            url=URL,
            licence=LICENCE,
            rows=rows,
            unread=tuple(unread),
            notes=(_counts(rows, newest), TERMS),
        )


def _is_of_the_table(page: Page) -> bool:
    words = {plain(word.text) for word in page.words}
    codes = sum(CODE.fullmatch(word.text) is not None for word in page.words)
    return codes >= _ENOUGH_CODES and bool(words & OFFERED) and bool(words & FILLED)


def _programs(pages: Sequence[Page]) -> tuple[dict[tuple[str, str, str], _Program], list[Unread]]:
    """Tracks by state, institution and specialty, in the order of the report."""
    programs: dict[tuple[str, str, str], _Program] = {}
    unread: list[Unread] = []
    seen: dict[str, Track] = {}
    table = table_of(pages)
    stand = stands(line for block in table.blocks for line in block.lines)
    unread += without_text(pages)
    unread += [left_out(line, "no NRMP code stands on this line") for line in table.without_code]
    for place, line in placed(table.blocks):
        read = track(line, stand[line.columns])
        if isinstance(read, Unread):
            unread.append(read)
        elif line.code not in seen:
            seen[line.code] = read
            key = (place.state, line.code[:4], line.code[4:7])
            _add(programs.setdefault(key, _Program(place, line.page)), place, read)
        elif seen[line.code] != read:
            unread.append(left_out(line, "this code stands in the file twice with other numbers; the first was kept"))
    return programs, unread


def _add(program: _Program, place: Place, track: Track) -> None:
    """One more track; where an institution stands under two names, the program goes by the one used last."""
    newest = track.seasons[0].match_year if track.seasons else 0
    if newest > max((one.seasons[0].match_year for one in program.tracks if one.seasons), default=0):
        program.place = place
    program.tracks.append(track)


def _row(program: _Program, specialty: str) -> Row:
    tracks = tuple(program.tracks)
    mention = Mention(
        name=program.place.institution,
        institution=program.place.institution,
        city=program.place.city,
        state=program.place.state,
        specialty=specialty,
        nrmp_codes=tuple(track.nrmp_code for track in tracks),
    )
    return Row(mention, f"page {program.page}", tracks)


def _published(pages: Sequence[Page], newest: int) -> date | None:
    """The first of the month on the cover, where the cover names one of the newest year."""
    found = (match for page in pages[:2] for match in _MONTH.finditer(page.text) if int(match[2]) == newest)
    match = next(found, None)
    return date(int(match[2]), _MONTHS.index(match[1]) + 1, 1) if match else None


def _counts(rows: Iterable[Row], newest: int) -> str:
    tracks = [track for row in rows for track in row.tracks]
    active = [track for track in tracks if track.offered_in(newest)]
    positions = sum(track.offered_in(newest) for track in active)
    return (
        f"{len(tracks):,} NRMP codes, of which {len(active):,} offered positions in {newest}: {positions:,} in all. "
        f"The codes make up {len(set(rows)):,} programs, each one specialty at one institution."
    )
