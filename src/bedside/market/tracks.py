"""The tracks of a season: real ones from a directory that has them, otherwise made up to the published positions."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from hashlib import blake2b

import numpy as np

from bedside.market.numbers import Marks, Numbers, Whole
from bedside.market.published import Published
from bedside.programs.directory import Directory
from bedside.programs.program import Listed, Track, TrackKind

_ROUNDED = 0.5  # interview rates are told in whole percent
_PRELIMINARY_FIELDS = {
    "general-surgery": "general-surgery-preliminary",
    "internal-medicine": "internal-medicine-preliminary",
    "transitional-year": "transitional-year",
}


@dataclass(frozen=True, slots=True, eq=False)
class Tracks:
    """What applicants rank: one entry for each track, sorted by field and then by code.

    `field` is a row of the published tables. `openness` is how far the log-odds of an IMG are above the field's
    average, before shares are made to agree. `keys` are the programs' keys in the directory, empty for tracks that are
    made up. `origin` says in words where they come from.
    """

    codes: tuple[str, ...]
    names: tuple[str, ...]
    keys: tuple[str, ...]
    field: Whole
    positions: Whole
    is_advanced: Marks
    openness: Numbers
    origin: str

    def __len__(self) -> int:
        return len(self.codes)

    @property
    def are_made_up(self) -> bool:
        """Whether the tracks were made up, as no national list was there."""
        return not any(self.keys)


@dataclass(frozen=True, slots=True)
class _Row:
    field: int
    code: str
    name: str
    key: str
    positions: int
    is_advanced: bool
    openness: float | None


def tracks_of(directory: Directory, tables: Published, season: int) -> Tracks:
    """The directory's tracks of a season where it has nearly all positions; otherwise tracks that are made up.

    Tracks reserved for physicians who trained before, and those of fields that are not in the tables, are left out.
    """
    rows = _from_directory(directory, tables, season)
    wanted = tables.positions.sum()
    if sum(row.positions for row in rows) >= tables.readings.national_list * wanted:
        left_out = _positions(directory, season) - sum(row.positions for row in rows)
        origin = f"the positions of {season} in your directory"
        if left_out:
            origin += f" (without {left_out:,} reserved for physicians, or of rare kinds)"
        return _tracks(rows, tables, origin)
    return made_up_tracks(tables)


def made_up_tracks(tables: Published) -> Tracks:
    """Tracks with as many positions as were published for each field, and as many of them that begin in the second
    year; sizes differ by a factor."""
    mean, apart = tables.readings.made_up_positions, tables.readings.made_up_sizes
    rows: list[_Row] = []
    for field, key in enumerate(tables.fields):
        left, number, made = int(tables.positions[field]), 0, list[_Row]()
        while left > 0:
            number += 1
            code = f"{key}-{number:04d}"
            size = min(left, max(1, round(mean * np.exp(apart * _normal(code, "size") - apart**2 / 2))))
            left -= size
            made.append(_Row(field, code, f"{key.replace('-', ' ')} {number}", "", size, False, None))
        rows += _advanced(made, int(tables.second_year[field]))
    return _tracks(rows, tables, "positions as published by specialty, with tracks that are made up")


def _advanced(rows: list[_Row], positions: int) -> list[_Row]:
    """The tracks of a field, as many of them beginning in the second year as come nearest to these positions."""
    found, left = [], positions
    for row in sorted(rows, key=lambda row: _normal(row.code, "advanced")):
        is_advanced = row.positions <= 2 * left
        found.append(replace(row, is_advanced=is_advanced))
        left -= row.positions * is_advanced
    return found


def _tracks(rows: list[_Row], tables: Published, origin: str) -> Tracks:
    rows = sorted(rows, key=lambda row: (row.field, row.code))
    drawn = [tables.readings.made_up_openness * _normal(row.code, "openness") for row in rows]
    openness = [value if row.openness is None else row.openness for row, value in zip(rows, drawn, strict=True)]
    return Tracks(
        codes=tuple(row.code for row in rows),
        names=tuple(row.name for row in rows),
        keys=tuple(row.key for row in rows),
        field=np.array([row.field for row in rows], dtype=np.int64),
        positions=np.array([row.positions for row in rows], dtype=np.int64),
        is_advanced=np.array([row.is_advanced for row in rows], dtype=np.bool_),
        openness=np.array(openness, dtype=np.float64),
        origin=origin,
    )


def _from_directory(directory: Directory, tables: Published, season: int) -> list[_Row]:
    number = {field: row for row, field in enumerate(tables.fields)}
    openness = _openness(directory)
    rows = []
    for listed in directory:
        for track in directory.whole(listed.key).tracks if listed.match_year else ():
            field = number.get(_field(listed, track))
            positions = track.offered_in(season)
            if field is not None and positions:
                advanced = track.kind is TrackKind.ADVANCED
                name = f"{listed.name} ({track.label or track.nrmp_code})"
                rows.append(
                    _Row(field, track.nrmp_code, name, listed.key, positions, advanced, openness.get(listed.key))
                )
    return rows


def _field(listed: Listed, track: Track) -> str:
    if track.kind is TrackKind.RESERVED:
        return ""
    return _PRELIMINARY_FIELDS.get(listed.specialty, "") if track.kind is TrackKind.PRELIMINARY else listed.specialty


def _positions(directory: Directory, season: int) -> int:
    return sum(sum(listed.offered.values()) for listed in directory if listed.match_year == season)


def _openness(directory: Directory) -> dict[str, float]:
    """By program, the log of its interview rate for IMGs over the average of its specialty, within limits.

    The rates for US IMGs and for others are averaged. A rate is rounded to whole percent, so half of one is added.
    """
    rates: dict[str, dict[str, float]] = defaultdict(dict)
    for listed in directory:
        told = [listed.number(f"interview-rate.{group}") for group in ("us-img", "non-us-img")]
        known = [rate for rate in told if rate is not None]
        if known:
            rates[listed.specialty][listed.key] = float(np.mean(known))
    found: dict[str, float] = {}
    for of_specialty in rates.values():
        unit = 1.0 if max(of_specialty.values()) > 1 else 100.0
        logs = {key: float(np.log(rate * unit + _ROUNDED)) for key, rate in of_specialty.items()}
        middle = float(np.mean(list(logs.values())))
        found |= {key: float(np.clip(value - middle, -2.0, 2.0)) for key, value in logs.items()}
    return found


def _normal(code: str, what: str) -> float:
    """A standard normal number that belongs to a track for ever, as the sum of twelve even ones."""
    digest = blake2b(f"{what} {code}".encode(), digest_size=24).digest()
    return float(np.frombuffer(digest, dtype="<u2").sum() / 65535.0 - 6.0)
