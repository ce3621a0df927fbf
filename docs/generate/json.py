"""The reference of the JSON report, from the results themselves."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, cast, get_args, get_origin, get_type_hints

from bedside.documents.as_json import REPORT_VERSION
from bedside.evidence.figure import Rule
from bedside.plan.results import Plan
from bedside.standing.results import Standing
from docs.generate.json_answers import sections

PAGE = Path("docs/reference/json.md")
PLAIN = {
    "str": "text",
    "int": "whole number",
    "float": "number",
    "bool": "true or false",
    "date": "day, as `2026-11-22`",
    "time": "time of day, as `21:00`",
    "NoneType": "null",
}
OPENING = f"""# JSON

`bedside standing`, `bedside plan` and `bedside report -o FILE.json` give the same results as JSON. Every key is the
name of a field of a result, and it stays: a key that goes away or changes its meaning raises `report_version`, which is
{REPORT_VERSION} now. Keys may be added. What is unknown is `null`, and reasons are always included, under `because`.
Where a reason rests on a dated rule, its `figure` has the keys of a [Rule](#rule).

| command | what it gives |
|---|---|
| `bedside standing DOSSIER --json` | one [Standing](#standing) |
| `bedside plan DOSSIER --json` | one [Plan](#plan) |
| `bedside odds DOSSIER --json` | [odds](#odds) |
| `bedside target DOSSIER --json` | [target](#target) |
| `bedside whatif DOSSIER --json` | [whatif](#whatif) |
| `bedside rank DOSSIER --json` | [rank](#rank) |
| `bedside market --json` | [market](#market) |
| `bedside report DOSSIER -o FILE.json` | `report_version`, `name`, `as_of`, `standing`, `plan`, `match` |
| `bedside report DOSSIER --summary -o FILE.json` | `report_version`, `name`, `as_of`, `three_headers` |
"""


def generate() -> dict[Path, str]:
    """The one page, by its path."""
    results = (_section(result) for result in _reached((Standing, Plan, Rule)))
    return {PAGE: "\n".join([OPENING, *results, *sections()])}


def _reached(results: tuple[type, ...]) -> list[type]:
    """The results and everything they hold, each once, in the order in which a reader meets it."""
    found: list[type] = []

    def visit(result: type) -> None:
        if result not in found:
            found.append(result)
            for inner in get_type_hints(result).values() if is_dataclass(result) else ():
                for part in _parts(inner):
                    visit(part)

    for result in results:
        visit(result)
    return found


def _parts(hint: Any) -> Iterator[type]:
    """The results and lists of words that a type hint names."""
    if isinstance(hint, type) and (is_dataclass(hint) or issubclass(hint, Enum)):
        yield hint
    for inner in get_args(hint):
        yield from _parts(inner)


def _section(result: type) -> str:
    says = " ".join(inspect.cleandoc(result.__doc__ or "").split())
    if issubclass(result, Enum):
        return f"## {result.__name__}\n\n{says} One of:\n\n" + "".join(f"- `{member.value}`\n" for member in result)
    hints = get_type_hints(result)
    rows = "".join(f"| `{field.name}` | {_in_words(hints[field.name])} |\n" for field in fields(cast(Any, result)))
    return f"## {result.__name__}\n\n{says}\n\n| key | value |\n|---|---|\n{rows}"


def _in_words(hint: Any) -> str:
    if get_origin(hint) is tuple:
        return f"list of {_in_words(get_args(hint)[0])}"
    if isinstance(hint, UnionType):
        inner = [part for part in get_args(hint) if part is not NoneType]
        words = [_in_words(part) for part in inner]
        return " or ".join([*words, "null"] if NoneType in get_args(hint) else words)
    if isinstance(hint, type) and (is_dataclass(hint) or issubclass(hint, Enum)):
        return f"[{hint.__name__}](#{hint.__name__.lower()})"
    return PLAIN[hint.__name__]
