"""Made-up programs, mentions and readings, short to write."""

from __future__ import annotations

from datetime import date

from bedside.programs.claim import Confidence, Stated
from bedside.programs.collection import Collection, Import
from bedside.programs.field import Value
from bedside.programs.mention import Mention, Reading, Row
from bedside.programs.program import Season, Track, TrackKind
from bedside.programs.shelf.digest import as_import

DAY = date(2026, 11, 22)


def mention(
    name: str,
    state: str = "OH",
    city: str = "",
    specialty: str = "internal-medicine",
    acgme_id: str | None = None,
    codes: tuple[str, ...] = (),
) -> Mention:
    return Mention(name, name if codes else "", city, state, specialty, acgme_id, codes)


def track(code: str, label: str = "Internal Medicine", **offered: int) -> Track:
    seasons = tuple(Season(int(year[1:]), positions, None) for year, positions in sorted(offered.items(), reverse=True))
    return Track(code, TrackKind(code[7]), label, seasons)


def row(said: Mention, *tracks: Track, place: str = "row 1", **claims: Value) -> Row:
    """A row; a claim is written with “_” for “-” and “__” for “.”."""
    stated = tuple(
        Stated(field.replace("__", ".").replace("_", "-"), value, confidence=Confidence.COMPILED)
        for field, value in claims.items()
    )
    return Row(said, place, tracks, stated)


def reading(kind: str, *rows: Row, edition: str = "2025", covers: str = "", said_on: date | None = None) -> Reading:
    return Reading(kind, f"The {kind}", "A publisher", edition, said_on, "", "", covers, rows)


def added(*readings: Reading) -> Collection:
    collection = Collection()
    for one in readings:
        collection = collection.adding(imported(one))
    return collection


def imported(one: Reading) -> Import:
    return as_import(one, f"{one.kind}.csv", DAY)
