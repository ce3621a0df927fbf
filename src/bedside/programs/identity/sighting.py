"""One mention of one program in one import, with what it states; the piece that identity moves about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bedside.programs.claim import Origin, Stated
from bedside.programs.collection import Import
from bedside.programs.mention import Mention, Reading, Row
from bedside.programs.program import Track


@dataclass(frozen=True, slots=True)
class Sighting:
    """A row, or the part of a row that is about one NRMP code; `source` tells publications apart, not editions;
    `position` keeps the order of all, newest edition first."""

    mention: Mention
    place: str
    tracks: tuple[Track, ...]
    stated: tuple[Stated, ...]
    origin: Origin
    source: str
    position: int = 0

    @property
    def code(self) -> str:
        """The NRMP code it is about; "" where it has none."""
        return self.mention.nrmp_codes[0] if self.mention.nrmp_codes else ""


def sightings_in(one: Import, *, is_superseded: bool, is_private: bool) -> Iterator[Sighting]:
    """What an import says of programs, one NRMP code at a time; of a superseded one only the positions."""
    origin = origin_of(one, is_private=is_private)
    source = f"{one.reading.kind}\x1f{one.reading.covers}"
    for row in one.reading.rows:
        stated = () if is_superseded else row.stated
        if is_superseded and not row.tracks:
            continue
        for mention, tracks in _by_code(row):
            yield Sighting(mention, row.place, tracks, stated, origin, source)


def origin_of(one: Import, *, is_private: bool) -> Origin:
    """The source that an import's claims are shown with."""
    read: Reading = one.reading
    return Origin(one.id, read.title, read.publisher, read.edition, read.said_on, read.url, read.licence, is_private)


def _by_code(row: Row) -> Iterator[tuple[Mention, tuple[Track, ...]]]:
    codes = tuple(dict.fromkeys((*row.mention.nrmp_codes, *(track.nrmp_code for track in row.tracks))))
    if not codes:
        yield row.mention, row.tracks
    for code in codes:
        yield replace(row.mention, nrmp_codes=(code,)), tuple(one for one in row.tracks if one.nrmp_code == code)
