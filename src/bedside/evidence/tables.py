"""A CSV table becomes figures through the templates in the YAML file beside it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bedside.evidence.figure import Unit, Value

_TEXT_UNITS = frozenset({Unit.NAME, Unit.STATEMENT, Unit.DATE_RULE, Unit.LINK})
_YEARS = frozenset({"year", "season"})


def entries_of_table(path: Path, templates: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The entries that the rows of a table stand for, in the form that YAML files hold them.

    1. Every row is read as text.
    2. For every template whose `when` column is filled in that row, each text of the template has
       its `{column}` places filled in; a sentence says large numbers with commas.
    3. Texts which come out empty are dropped; the value is read by the unit of the template.
    """
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for template in templates:
                if "when" not in template or row[template["when"]]:
                    yield _filled_entry(template, row)


def _filled_entry(template: dict[str, Any], row: dict[str, str]) -> dict[str, Any]:
    in_words = {column: _with_commas(column, cell) for column, cell in row.items()}
    entry = {key: _fill(part, in_words if key == "says" else row) for key, part in template.items() if key != "when"}
    entry = {key: part for key, part in entry.items() if part is not None}
    if entry.get("interval") and None in entry["interval"].values():
        del entry["interval"]
    if isinstance(entry.get("interval"), dict):
        entry["interval"] |= {end: _number(entry["interval"][end]) for end in ("low", "high")}
    entry["value"] = read_value(entry.get("value"), Unit(entry["unit"]))
    for key in ("effective_from", "effective_to", "review_by"):
        if isinstance(entry.get(key), str):
            entry[key] = date.fromisoformat(entry[key])
    return entry


def _with_commas(column: str, cell: str) -> str:
    """A cell as a sentence writes it: a whole number of four digits or more with commas, unless it is a year."""
    return f"{int(cell):,}" if column not in _YEARS and cell and cell.isdecimal() and len(cell) > 3 else cell


def _fill(part: Any, row: dict[str, str]) -> Any:
    if isinstance(part, str):
        return part.format_map(row).strip() or None
    if isinstance(part, dict):
        return {key: _fill(inner, row) for key, inner in part.items()}
    if isinstance(part, list):
        return [name for inner in part for name in (_fill(inner, row) or "").split()]
    return part


def read_value(text: str | None, unit: Unit) -> Value:
    """The value a table cell stands for: None where it is empty, a date or text where the unit says so."""
    if text is None:
        return None
    if unit is Unit.DATE:
        return date.fromisoformat(text)
    if unit in _TEXT_UNITS:
        return text
    return _number(text)


def _number(text: str | float) -> float:
    return text if not isinstance(text, str) else float(text) if "." in text else int(text)
