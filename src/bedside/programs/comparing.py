"""Programs side by side: one row for each field that a source tells of any of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bedside.programs.directory import Directory
from bedside.programs.eligibility.asker import Asker
from bedside.programs.eligibility.judging import judge
from bedside.programs.eligibility.results import Verdict
from bedside.programs.field import FIELDS
from bedside.programs.mistakes import ProgramsMistake
from bedside.programs.program import FieldClaims, Program

FEWEST, MOST = 2, 6
_LONG = ("notes", "contact")


@dataclass(frozen=True, slots=True)
class ComparedField:
    """One field across all programs: what each source tells best, None where nobody says, and whether they differ."""

    field: str
    title: str
    claims: tuple[FieldClaims | None, ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class ComparedPrograms:
    """Programs in the order asked for, their verdicts where there is an applicant, and the fields any of them has."""

    programs: tuple[Program, ...]
    verdicts: tuple[Verdict, ...]
    fields: tuple[ComparedField, ...]


def compare(directory: Directory, keys: Sequence[str], asker: Asker | None = None) -> ComparedPrograms:
    """Lay two to six programs side by side. Raises ProgramsMistake for another number or a program named twice."""
    if len(set(keys)) != len(keys):
        raise ProgramsMistake("A program is named twice: each stands in one column only.")
    if not FEWEST <= len(keys) <= MOST:
        raise ProgramsMistake(f"From {FEWEST} to {MOST} programs fit side by side; these are {len(keys)}.")
    programs = tuple(directory.whole(key) for key in keys)
    verdicts = tuple(judge(one.listed, asker) for one in programs) if asker else ()
    return ComparedPrograms(programs, verdicts, tuple(_fields(programs)))


def _fields(programs: tuple[Program, ...]) -> list[ComparedField]:
    rows = []
    for key, field in FIELDS.items():
        claims = tuple(one.claims_on(key) for one in programs)
        if key in _LONG or not any(claims):
            continue
        values = {claim.best.value if claim else None for claim in claims}
        rows.append(ComparedField(key, field.title, claims, len(values) > 1))
    return rows
