"""The NRMP's results by state: positions of each specialty, and which applicants filled them, each row checked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bedside.evidence.library import Evidence
from bedside.programs.importing.importer import SourceFile
from bedside.programs.importing.nrmp.state_pages.headings import (
    APPLICANTS,
    FILLED,
    OFFERED,
    SHARE_FILLED,
    SHARE_OF_SENIORS,
    plain,
)
from bedside.programs.importing.nrmp.state_pages.tables import StateLine, state_lines
from bedside.programs.importing.nrmp.terms import LICENCE, PUBLISHER, TERMS, URL
from bedside.programs.importing.pdf.lines import joined
from bedside.programs.importing.pdf.text import Page, is_pdf, read_pages, without_text
from bedside.programs.importing.specialties_named import specialty_spelled
from bedside.programs.mention import Reading, StateResult, Unread
from bedside.programs.mistakes import FileNotRead

_LOOKED_AT = 3
_TELLING = frozenset({"pos", "filled", "img", "oth", "sr", "gr"})
_TELLING_LONG = frozenset({"positions", "filled", "img", "seniors", "graduates"})
_YEAR = re.compile(r"(?<![\d-])((?:19|20)\d\d)(?![\d-])")
_HALF_A_TENTH = 0.051


class NrmpResultsByState:
    """Reads the results by state, specialty and applicant type of any year."""

    key = "nrmp-results-by-state"
    title = "NRMP results by state, specialty and applicant type"

    def recognises(self, file: SourceFile) -> bool:
        """Whether it is a PDF whose first pages hold positions by applicant type below the name of a state."""
        return is_pdf(file.content) and any(_is_of_the_table(page) for page in read_pages(file.content, _LOOKED_AT))

    def read(self, file: SourceFile, evidence: Evidence) -> Reading:
        """Every row whose numbers add up; a row that does not is named among the unread.

        Raises FileNotRead where the year or the columns are not there to be read.
        """
        pages = read_pages(file.content)
        year = _year(pages)
        read = [_result(line, year, evidence) for line in state_lines(pages)]
        results = tuple(one for one in read if isinstance(one, StateResult))
        if not results:
            raise FileNotRead(
                "This looks like the NRMP's results by state, but no row of it could be read. Download it again from "
                "nrmp.org; if that does not help, its layout is new to Bedside."
            )
        return Reading(
            kind=self.key,
            title=self.title,
            publisher=PUBLISHER,
            edition=str(year),
            said_on=None,
            url=URL,
            licence=LICENCE,
            state_results=results,
            unread=(*without_text(pages), *(one for one in read if isinstance(one, Unread))),
            notes=(_counts(results, year), TERMS),
        )


def _is_of_the_table(page: Page) -> bool:
    words = {plain(word.text) for word in page.words}
    return words >= _TELLING or words >= _TELLING_LONG


def _year(pages: Sequence[Page]) -> int:
    found = (_YEAR.search(page.text) for page in pages[:_LOOKED_AT])
    match = next((one for one in found if one), None)
    if match is None:
        raise FileNotRead("This looks like the NRMP's results by state, but it does not say of which year they are.")
    return int(match.group(1))


def _result(line: StateLine, year: int, evidence: Evidence) -> StateResult | Unread:
    label = joined(line.label)
    cells = dict(zip(line.headings, line.numbers, strict=False)) if len(line.headings) == len(line.numbers) else {}
    if len(cells) != len(line.headings):
        return _unread(line, label, "there are not as many numbers as columns")
    offered = next((cells[heading] for heading in OFFERED if heading in cells), None)
    filled = next((cells[heading] for heading in FILLED if heading in cells), None)
    if offered is None or filled is None or any(kind not in cells for kind in APPLICANTS):
        return _unread(line, label, "the headings of its columns were not understood")
    if not line.state or not label:
        return _unread(line, label, "no state or no specialty stands by it")
    counts = [_whole(text) for text in (offered, filled, *(cells[kind] for kind in APPLICANTS))]
    whole = [count for count in counts if count is not None]
    if len(whole) != len(counts):
        return _unread(line, label, "one of its counts is not a whole number")
    why = _does_not_add_up(whole, cells)
    if why:
        return _unread(line, label, why)
    specialty = specialty_spelled(label, evidence)
    return StateResult(year, line.state, specialty, label, whole[0], whole[1], tuple(whole[2:]))


def _does_not_add_up(counts: Sequence[int], cells: dict[frozenset[str], str]) -> str:
    """Why the row contradicts itself; "" where it does not."""
    offered, filled, *matched = counts
    if sum(matched) != filled:
        return f"it does not add up: {sum(matched)} applicants, but {filled} positions filled"
    if filled > offered:
        return f"it does not add up: {filled} positions filled of {offered}"
    for heading, part in ((SHARE_OF_SENIORS, matched[0]), (SHARE_FILLED, filled)):
        said = cells.get(heading)
        if said is not None and offered and abs(float(said) - 100 * part / offered) > _HALF_A_TENTH:
            return f"it does not add up: {part} of {offered} is not {said} %"
    return ""


def _whole(text: str) -> int | None:
    plain_text = text.replace(",", "")
    return int(plain_text) if plain_text.isdigit() else None


def _unread(line: StateLine, label: str, why: str) -> Unread:
    what = " ".join((line.state, label, *line.numbers)).strip()
    return Unread(f"page {line.page}", what, f"Not read: {why}.", "Compare it with the page; Bedside goes without it.")


def _counts(results: Sequence[StateResult], year: int) -> str:
    states = {result.state for result in results}
    offered, filled = sum(one.offered for one in results), sum(one.filled for one in results)
    return (
        f"{len(results):,} rows of {year} from {len(states)} states and territories: {offered:,} positions, "
        f"{filled:,} of them filled."
    )
