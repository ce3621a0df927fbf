"""How a source names a program, and what it says of it: what every importer reads a file into."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bedside.programs.claim import Stated
from bedside.programs.program import Track


@dataclass(frozen=True, slots=True)
class Mention:
    """A program by the names and numbers a source gives; what it does not give is empty or None.

    `acgme_id` has ten digits; `nrmp_codes` are the codes of its tracks. `name` is the program as printed,
    `institution` the sponsor as printed; one of them may stand for both. `state` has two letters (also "PR", "DC"),
    `specialty` is a key of the evidence or "" where the source does not say. `key` is that of a program of the
    directory where the mention was made from it, as a check of the user's own is.
    """

    name: str
    institution: str = ""
    city: str = ""
    state: str = ""
    specialty: str = ""
    acgme_id: str | None = None
    nrmp_codes: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """What a source says of one program; `place` is where it stands there ("page 7", "row 12")."""

    mention: Mention
    place: str
    tracks: tuple[Track, ...] = ()
    stated: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """Something in the file that could not be read: where, what it was, why, and what to do about it."""

    place: str
    what: str
    why: str
    how_to_fix: str = ""


@dataclass(frozen=True, slots=True)
class StateResult:
    """One row of the results by state: positions of a specialty in a state, and who filled them.

    `label` is the line as printed ("Surgery (PGY-1)"); `matched` has a count for each applicant type, in the order
    of `STATE_RESULT_TYPES`.
    """

    match_year: int
    state: str
    specialty: str
    label: str
    offered: int
    filled: int
    matched: tuple[int, ...]


STATE_RESULT_TYPES = ("us-md-senior", "us-md-graduate", "do-senior", "do-graduate", "us-img", "non-us-img", "other")
"""The applicant types of the results by state, in the order of their columns."""


@dataclass(frozen=True, slots=True)
class Hospital:
    """A teaching hospital from a public list; `beds` is None where it is not told."""

    number: str
    name: str
    city: str
    state: str
    beds: int | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file was read as, before anything is stored: the preview shows it, the import keeps it.

    `kind` is the importer's key. `covers` tells editions of the same thing apart from other things of the same kind
    (a specialty, for interview rates): a newer edition with the same kind and `covers` supersedes the older. `edition`
    orders editions as text ("2025", "2026-05"). `columns` says for tables what each column was taken for, as pairs of
    the heading and what it became ("a note", "Sponsors J-1").
    """

    kind: str
    title: str
    publisher: str
    edition: str
    said_on: date | None
    url: str
    licence: str
    covers: str = ""
    rows: tuple[Row, ...] = ()
    state_results: tuple[StateResult, ...] = ()
    hospitals: tuple[Hospital, ...] = ()
    unread: tuple[Unread, ...] = ()
    notes: tuple[str, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
