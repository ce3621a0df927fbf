"""Joins the published lists where there is no doubt which program is which: what the sample is chosen from."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from bedside.programs.claim import Confidence, Stated
from bedside.programs.importing.states import STATES
from bedside.programs.mention import Mention, Reading, Row
from bedside.programs.program import Track, TrackKind
from bedside.programs.sample.sample_file import SampleProgram

_MATCH_YEAR = 2025
_TOO_NEW = "2025-07"  # a program accredited from then on had no time to recruit in the season of 2026
_FULL_TRAINING = {TrackKind.CATEGORICAL, TrackKind.PRIMARY_CARE, TrackKind.ADVANCED}
_SAYS_NOTHING = """
    program hospital hospitals hosp medical med medicine center centers ctr ctrs centre college school university univ
    health healthcare system systems regional memorial community consortium education graduate general clinic care saint
    county state foundation institute services network city north south east west northern southern eastern western
    central residency academic affiliated group training family children childrens physicians surgeons sciences
"""  # words that many programs have in their names
_WORD_OF_A_NAME = re.compile(r"[a-z]{4,}")
_UNIVERSITY = re.compile(r"\b(?:u|univ|university)\b")

Place = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A program that could be in the sample; `img_tenths` only spreads the choice and is not shipped."""

    program: SampleProgram
    img_tenths: int = 0


def candidates(*, nrmp: Reading, crosswalk: Reading, freida: Reading, eras: Reading, new: Reading) -> list[Candidate]:
    """Every program with positions in the newest Match that a second list names beyond doubt, and every new one.

    1. In internal medicine the crosswalk joins the codes of the two lists; city and a word of the name have to agree.
    2. What it does not know is the same program where, of all in their city, only these two share a word that tells
       programs apart, and all its tracks are of one site.
    3. A new program counts, without positions yet, where its own page says something on visas.
    """
    positions = [row for row in nrmp.rows if _is_active(row)]
    numbers = {code: row.mention.acgme_id for row in crosswalk.rows for code in row.mention.nrmp_codes}
    by_code = list(_by_code(positions, numbers, freida.rows))
    unknown = [row for row in positions if _of_one_site(row) and not numbers.keys() & {*row.mention.nrmp_codes}]
    others = [row for row in unknown if not _is_medicine(row)]
    joined = [
        *(_candidate(row, other, "freida") for row, other in [*by_code, *_by_place(unknown, freida.rows)]),
        *(_candidate(row, other, "eras") for row, other in _by_place(others, eras.rows)),
    ]
    pages = {row.mention.acgme_id: row for row in new.rows if _own_words(row)}
    known = [_with_visas(one, pages.pop(one.program.acgme_id, None)) for one in _once(joined)]
    return known + [_with_visas(_new_program(row), row) for row in pages.values() if _first_accredited(row) < _TOO_NEW]


def _is_active(row: Row) -> bool:
    return any(track.kind in _FULL_TRAINING and track.offered_in(_MATCH_YEAR) for track in row.tracks)


def _active(row: Row) -> tuple[Track, ...]:
    return tuple(track for track in row.tracks if track.offered_in(_MATCH_YEAR))


def _of_one_site(row: Row) -> bool:
    return len({track.nrmp_code[8:] for track in _active(row)}) == 1


def _by_code(
    positions: Iterable[Row], numbers: Mapping[str, str | None], others: Iterable[Row]
) -> Iterator[tuple[Row, Row]]:
    by_number = {row.mention.acgme_id: row for row in others}
    for row in positions:
        told = {numbers.get(track.nrmp_code) for track in _active(row)}
        other = by_number.get(next(iter(told))) if len(told) == 1 else None
        if other and other.mention.acgme_id and _place(row) == _place(other) and _share_a_word(row, other):
            yield row, other


def _by_place(positions: Iterable[Row], others: Iterable[Row]) -> Iterator[tuple[Row, Row]]:
    there, here = _grouped(others), _grouped(positions)
    for place, rows in here.items():
        for row in rows:
            alike = [other for other in there.get(place, ()) if _share_a_word(row, other)]
            if len(alike) == 1 and sum(_share_a_word(one, alike[0]) for one in rows) == 1 and alike[0].mention.acgme_id:
                yield row, alike[0]


def _place(row: Row) -> Place:
    said = row.mention
    return said.specialty, said.state, said.city.casefold()


def _is_medicine(row: Row) -> bool:
    return row.mention.specialty == "internal-medicine"


def _own_words(row: Row) -> dict[str, Stated]:
    """What the program's own page says on visas, by field."""
    return {
        said.field: said
        for said in row.stated
        if said.field.startswith("visa.") and said.url and said.confidence is Confidence.PROGRAM
    }


def _first_accredited(row: Row) -> str:
    return next((str(said.value) for said in row.stated if said.field == "first-accredited"), _TOO_NEW)


def _new_program(row: Row) -> Candidate:
    said = row.mention
    bare = SampleProgram(
        said.specialty, said.acgme_id or "", "", said.city, said.state, "", (), "new", said.name, "", ""
    )
    return Candidate(replace(bare, first_accredited=_first_accredited(row)))


def _grouped(rows: Iterable[Row]) -> dict[Place, list[Row]]:
    found: dict[Place, list[Row]] = defaultdict(list)
    for row in rows:
        found[_place(row)].append(row)
    return found


def _share_a_word(row: Row, other: Row) -> bool:
    return bool(_words(row.mention) & _words(other.mention))


def _words(mention: Mention) -> set[str]:
    """The words that tell a program from others in its city; that of the state is one for universities only."""
    name = f"{mention.institution} {mention.name}".casefold()
    place = mention.city if _UNIVERSITY.search(name) else f"{mention.city} {STATES.get(mention.state, '')}"
    said_by_many = {*_SAYS_NOTHING.split(), *_WORD_OF_A_NAME.findall(place.casefold())}
    return set(_WORD_OF_A_NAME.findall(name)) - said_by_many


def _candidate(row: Row, other: Row, source: str) -> Candidate:
    said = {one.field: one for one in other.stated}
    days = {one.said_on for one in other.stated} - {None}
    program = SampleProgram(
        specialty=row.mention.specialty,
        acgme_id=other.mention.acgme_id or "",
        institution=row.mention.institution,
        city=row.mention.city,
        state=row.mention.state,
        page=row.place,
        tracks=tuple(_newest(track) for track in _active(row)),
        listed_by=source,
        name=other.mention.name,
        type=str(said["type"].value) if "type" in said else "",
        website=str(said["website"].value) if "website" in said else "",
        listed_on=max((day for day in days if day), default=None),
    )
    share = said.get("img-share")
    return Candidate(program, int(10 * share.value) if share and isinstance(share.value, float) else 0)


def _newest(track: Track) -> Track:
    return replace(track, seasons=tuple(one for one in track.seasons if one.match_year == _MATCH_YEAR))


def _with_visas(one: Candidate, row: Row | None) -> Candidate:
    own = _own_words(row) if row else {}
    if not own:
        return one
    first = next(iter(own.values()))
    yes_no = {field: said.value if isinstance(said.value, bool) else None for field, said in own.items()}
    program = replace(
        one.program,
        visa_j1=yes_no.get("visa.j1"),
        visa_h1b=yes_no.get("visa.h1b"),
        visa_url=first.url,
        visa_checked=first.said_on,
    )
    return replace(one, program=program)


def _once(found: Iterable[Candidate]) -> list[Candidate]:
    by_number: dict[str, list[Candidate]] = defaultdict(list)
    for one in found:
        by_number[one.program.acgme_id].append(one)
    return [same[0] for same in by_number.values() if len(same) == 1]
