"""A program as far as names and numbers tell who it is: what mentions are compared with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Known:
    """Who a program is. `names` are all it goes by in the sources, of the program and of its institution;
    `cities` and `states` all that sources give it; `codes` those of its tracks."""

    key: str
    acgme_id: str | None
    specialty: str
    states: tuple[str, ...]
    cities: tuple[str, ...]
    names: tuple[str, ...]
    codes: tuple[str, ...]
