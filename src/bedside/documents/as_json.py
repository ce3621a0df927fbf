"""Any frozen result as JSON with stable keys, its reasons included."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from typing import Any

from bedside.applicant.dossier import Dossier
from bedside.evidence.library import Evidence
from bedside.plan.results import Plan
from bedside.standing.comparing import compare
from bedside.standing.results import Standing
from bedside.standing.standing import stand

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


def report_as_json(dossier: Dossier, standing: Standing, plan: Plan) -> dict[str, Any]:
    """The whole report: its version, for whom and as of when, the standing and the plan."""
    return {**_opening(dossier, standing), "standing": as_json(standing), "plan": as_json(plan)}


def summary_as_json(dossier: Dossier, standing: Standing, plan: Plan) -> dict[str, Any]:
    """The page with three headers, opened like the whole report."""
    return {**_opening(dossier, standing), "three_headers": as_json(plan.three_headers)}


def comparison_as_json(before: Dossier, after: Dossier, as_of: date, evidence: Evidence) -> bytes:
    """Two dossiers side by side as the text of a JSON file."""
    found = compare(before, after, stand(before, as_of, evidence), stand(after, as_of, evidence))
    content = {"report_version": REPORT_VERSION, "as_of": as_of.isoformat(), "comparison": as_json(found)}
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _opening(dossier: Dossier, standing: Standing) -> dict[str, Any]:
    as_of = standing.as_of.isoformat()
    return {"report_version": REPORT_VERSION, "name": dossier.identity.name, "as_of": as_of}


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
