"""Dates and numbers as they were typed: what cannot be read is left out."""

from __future__ import annotations

from bedside.applicant.parts.partial_date import PartialDate, read_partial_date
from bedside.applicant.parts.shape import Unreadable


def date_typed(typed: str) -> PartialDate | None:
    """The date that was typed; None where it cannot be read."""
    try:
        return read_partial_date(typed)
    except Unreadable:
        return None


def as_a_dossier_writes(typed: str) -> str:
    """The date that was typed as a dossier writes it; empty where it cannot be read."""
    read = date_typed(typed)
    return "" if read is None else str(read)


def number_typed(typed: str, most: int) -> float | None:
    """The number from 0 to `most` that was typed; None for anything else."""
    try:
        number = float(typed.replace(",", "."))
    except ValueError:
        return None
    return number if 0 <= number <= most else None
