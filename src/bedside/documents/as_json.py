"""Any frozen result as JSON with stable keys, its reasons included."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from typing import Any

REPORT_VERSION = 1
"""The version of the report as JSON; it grows when a key changes its meaning or goes away."""


def as_json(result: object) -> dict[str, Any]:
    """A result as a dictionary: one key for each field, under the field's own name.

    Days are "2026-11-22", times "21:00", states their words, amounts {"low", "high"}, unknown is null.
    Raises TypeError for what is not one of our results.
    """
    if not is_dataclass(result) or isinstance(result, type):
        raise TypeError(f"{type(result).__name__} is not a result")
    return {field.name: _value(getattr(result, field.name)) for field in fields(result)}


def _value(value: object) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat(timespec="minutes")
    if isinstance(value, tuple | list | frozenset):
        return [_value(part) for part in value]
    if isinstance(value, dict):
        return {str(key): _value(part) for key, part in value.items()}
    if is_dataclass(value):
        return as_json(value)
    if value is None or isinstance(value, str | int | float):
        return value
    return str(value)
