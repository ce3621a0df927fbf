"""The sample directory as a collection: one import for each source that its facts are from."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files

from bedside.evidence.library import Evidence
from bedside.programs.claim import Confidence, Stated
from bedside.programs.collection import Collection, Import
from bedside.programs.mention import Mention, Reading, Row
from bedside.programs.sample.sample_file import SampleProgram, read_sample

SAMPLE_KIND = "sample"
"""The kind of every reading of the sample, so that no list that is imported supersedes it or is superseded."""

POSITIONS, VISAS = "nrmp", "official-pages"
"""The keys of the sources of positions and of visas."""

_MADE_ON = date(2026, 11, 22)
_FOLDER = files("bedside.programs.sample")


def sample_programs() -> tuple[SampleProgram, ...]:
    """Every program of the sample, in the order of the file."""
    return read_sample(_text("programs.csv"), _match_year())


def sample_collection(_evidence: Evidence) -> Collection:
    """The sample as imports, one for each source; it is the same for any evidence."""
    return _collection()


@cache
def _collection() -> Collection:
    programs = sample_programs()
    return Collection(tuple(_import(source, programs) for source in _sources()))


def _import(source: dict[str, str], programs: Iterable[SampleProgram]) -> Import:
    rows, said_by = _ROWS_OF.get(source["key"], _listing), Confidence[source["confidence"]]
    reading = Reading(
        kind=SAMPLE_KIND,
        title=source["title"],
        publisher=source["publisher"],
        edition=source["edition"],
        said_on=date.fromisoformat(source["said_on"]),
        url=source["url"],
        licence=source["licence"],
        covers=source["key"],
        rows=tuple(row for program in programs for row in rows(program, source["key"], said_by)),
    )
    return Import(f"sample-{source['key']}", _MADE_ON, "programs.csv", reading)


def _positions(program: SampleProgram, _key: str, _said_by: Confidence) -> Iterable[Row]:
    if program.tracks:
        codes = tuple(track.nrmp_code for track in program.tracks)
        institution = program.institution
        mention = replace(_mention(program, institution), institution=institution, nrmp_codes=codes)
        yield Row(mention, program.page, tracks=program.tracks)


def _listing(program: SampleProgram, key: str, said_by: Confidence) -> Iterable[Row]:
    if program.listed_by != key:
        return
    said = {"type": program.type, "website": program.website, "first-accredited": program.first_accredited}
    stated = tuple(
        Stated(field, value, program.listed_on, url=value if field == "website" else "", confidence=said_by)
        for field, value in said.items()
        if value
    )
    yield Row(_mention(program, program.name), f"ACGME ID {program.acgme_id}", stated=stated)


def _visas(program: SampleProgram, _key: str, said_by: Confidence) -> Iterable[Row]:
    said = {"visa.j1": program.visa_j1, "visa.h1b": program.visa_h1b}
    stated = tuple(
        Stated(field, value, program.visa_checked, url=program.visa_url, confidence=said_by)
        for field, value in said.items()
        if value is not None
    )
    if stated:
        yield Row(_mention(program, program.name), f"ACGME ID {program.acgme_id}", stated=stated)


_ROWS_OF: dict[str, Callable[[SampleProgram, str, Confidence], Iterable[Row]]] = {POSITIONS: _positions, VISAS: _visas}


def _mention(program: SampleProgram, name: str) -> Mention:
    """The program as a source names it; the ACGME ID says that all of them mean the same one."""
    return Mention(
        name=name, city=program.city, state=program.state, specialty=program.specialty, acgme_id=program.acgme_id
    )


def _match_year() -> int:
    return next(int(source["edition"]) for source in _sources() if source["key"] == POSITIONS)


@cache
def _sources() -> tuple[dict[str, str], ...]:
    return tuple(csv.DictReader(_text("sources.csv").splitlines()))


def _text(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
