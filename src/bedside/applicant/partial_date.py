"""A date as an applicant remembers it: a day, a month, or only a year."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_HOW = "write a day (2026-05-31), a month (2026-05) or a year (2026)"


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
                {"type": "string", "pattern": r"^\d{4}(-\d{1,2}(-\d{1,2})?)?$"},
                {"type": "integer", "minimum": 1900, "maximum": 2100},
            ]
        }


def read_partial_date(value: object) -> PartialDate:
    """Read what a dossier may hold for a date; a ValueError says how to write it."""
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, datetime | date):
        return _within_reach(PartialDate(value.year, value.month, value.day), value)
    if isinstance(value, int) and not isinstance(value, bool):
        return _within_reach(PartialDate(value), value)
    written = _WRITTEN.fullmatch(value.strip()) if isinstance(value, str) else None
    if written is None:
        raise ValueError(f"{value!r} is not a date: {_HOW}")
    year, month, day = (int(part) if part else None for part in written.groups())
    assert year is not None  # the pattern always has a year
    return _within_reach(PartialDate(year, month, day), value)


def _within_reach(read: PartialDate, value: object) -> PartialDate:
    if not 1900 <= read.year <= 2100:
        raise ValueError(f"the year {read.year} is outside 1900 to 2100: {_HOW}")
    try:
        read.earliest, read.latest  # noqa: B018  (building them is the check)
    except ValueError:
        raise ValueError(f"{value} is not in the calendar: {_HOW}") from None
    return read
