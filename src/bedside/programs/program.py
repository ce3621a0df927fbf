"""A program is what one applies to; its tracks are what one ranks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from bedside.programs.claim import Claim
from bedside.programs.field import Value


class TrackKind(Enum):
    """The kinds of position in the Match, by the letter in the NRMP code."""

    CATEGORICAL = "C"
    PRIMARY_CARE = "M"
    PRELIMINARY = "P"
    ADVANCED = "A"
    RESERVED = "R"


@dataclass(frozen=True, slots=True)
class Season:
    """Positions offered and filled in one Match; `filled` is None where the source does not tell."""

    match_year: int
    offered: int
    filled: int | None


@dataclass(frozen=True, slots=True)
class Track:
    """One line of the rank order list. `seasons` are newest first and hold only years in which it took part."""

    nrmp_code: str
    kind: TrackKind
    label: str
    seasons: tuple[Season, ...] = ()

    def offered_in(self, match_year: int) -> int:
        """Positions offered in a Match; 0 where it did not take part."""
        return next((season.offered for season in self.seasons if season.match_year == match_year), 0)


@dataclass(frozen=True, slots=True)
class Listed:
    """A program as lists, search, eligibility and odds need it: who it is, and the best claim of every field.

    `key` is the ACGME ID where it is known, else made of the NRMP code, else of the name; it stays the same from
    one build of the same sources to the next. `state` has two letters; `specialty` is a key of the evidence.
    `offered` is the positions of its newest season by kind of track, `match_year` that season (None without tracks).
    `values` holds fields of `FIELDS` only; a field that is missing is unknown. `disagreeing` names the fields on which
    sources differ, and `rivals` holds for them the other values that are claimed; `unsure` names the fields whose best
    claim is marked unsure. `is_private` says that only the user's own sources know it.
    """

    key: str
    acgme_id: str | None
    name: str
    institution: str
    city: str
    state: str
    specialty: str
    values: Mapping[str, Value]
    offered: Mapping[TrackKind, int]
    match_year: int | None = None
    disagreeing: frozenset[str] = frozenset()
    is_private: bool = False
    rivals: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    unsure: frozenset[str] = frozenset()

    def yes(self, field: str) -> bool | None:
        """The value of a yes-or-no field; None where nobody says."""
        value = self.values.get(field)
        return value if isinstance(value, bool) else None

    def number(self, field: str) -> float | None:
        """The value of a field that holds a number; None where nobody says."""
        value = self.values.get(field)
        return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None

    def text(self, field: str) -> str | None:
        """The value of a field that holds words; None where nobody says."""
        value = self.values.get(field)
        return value if isinstance(value, str) else None


@dataclass(frozen=True, slots=True)
class FieldClaims:
    """Everything claimed of one field: the best claim, others that say the same, and those that differ."""

    field: str
    best: Claim
    agreeing: tuple[Claim, ...] = ()
    differing: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Program:
    """A program whole: as it is listed, its tracks, every claim by field, and the names it goes by in the sources."""

    listed: Listed
    tracks: tuple[Track, ...]
    claims: tuple[FieldClaims, ...]
    names: tuple[str, ...]

    def claims_on(self, field: str) -> FieldClaims | None:
        """What is claimed of a field; None where nobody says anything."""
        return next((one for one in self.claims if one.field == field), None)
