"""A date as an applicant remembers it: a day, a month, or only a year."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from bedside.applicant.mistakes import shown
from bedside.applicant.parts.shape import Unreadable
from bedside.evidence.citing import day_in_words

_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_HOW = "Write a day (2026-05-31), a month (2026-05) or a year (2026)"
_HOW_FOR_A_DAY = "Write the whole day, such as 2026-05-31"
_REACH = range(1900, 2101)
_STILL = frozenset({"present", "now", "current", "today", "ongoing"})


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month or a year; `earliest` and `latest` are the first and last day it can mean."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def earliest(self) -> date:
        """The first day this can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day this can mean (inclusive)."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def is_exact(self) -> bool:
        """Whether the day is known."""
        return self.day is not None

    @property
    def in_words(self) -> str:
        """As a reader would say it: 31 May 2026, May 2026, or 2026."""
        if self.day is not None:
            return day_in_words(self.earliest)
        return f"{self.earliest:%B %Y}" if self.month is not None else str(self.year)

    @property
    def on_or_in(self) -> str:
        """In words after its preposition: on 31 May 2026, in May 2026, or in 2026."""
        return f"on {self.in_words}" if self.is_exact else f"in {self.in_words}"

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            read_partial_date, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {
            "anyOf": [
                {"type": "string", "pattern": f"^{_WRITTEN.pattern}$"},
                {"type": "integer", "minimum": _REACH.start, "maximum": _REACH.stop - 1},
            ]
        }


def read_partial_date(value: object) -> PartialDate:
    """Read what a dossier may hold for a date; the Unreadable raised says how to write it."""
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, datetime | date):
        return _within_reach(PartialDate(value.year, value.month, value.day), value)
    if isinstance(value, int) and not isinstance(value, bool):
        return _within_reach(PartialDate(value), value)
    written = _WRITTEN.fullmatch(value.strip()) if isinstance(value, str) else None
    if written is None:
        raise Unreadable(f"{shown(value)} is not a date", _HOW)
    year, month, day = written.groups()
    return _within_reach(PartialDate(int(year), int(month) if month else None, int(day) if day else None), value)


def read_day(value: object) -> date:
    """Read a date of which the day must be known; the Unreadable raised says how to write it."""
    read = read_partial_date(value)
    if not read.is_exact:
        raise Unreadable(f"{read} leaves the day open", _HOW_FOR_A_DAY)
    return read.earliest


def read_present(value: Any) -> Any:
    """Read "present" however it is capitalised, and what is said for it; anything else is left as it is."""
    return "present" if isinstance(value, str) and value.strip().casefold() in _STILL else value


Day = Annotated[date, BeforeValidator(read_day)]


def _within_reach(read: PartialDate, value: object) -> PartialDate:
    if read.year not in _REACH:
        raise Unreadable(f"{shown(value)} lies outside the years {_REACH.start} to {_REACH.stop - 1}", _HOW)
    try:
        if 0 in (read.month, read.day):
            raise ValueError
        _ = read.earliest, read.latest
    except ValueError:
        raise Unreadable(f"{shown(value)} is not in the calendar", _HOW) from None
    return read
