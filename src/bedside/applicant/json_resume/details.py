"""What JSON Resume has no field for, as lines of text that a person reads and Bedside finds again."""

from __future__ import annotations

import re
from typing import Any

LABELS = {
    "contact": "Contact with patients",
    "hours_per_week": "Hours a week",
    "setting": "Setting",
    "structure": "Program",
    "specialty": "Specialty",
    "supervisor": "Supervisor",
    "physician_contact": "With physicians",
    "as": "Done as",
    "paid": "Paid",
}
"""The keys of an entry that become lines, each with the words before its value."""

_KEYS = {label.casefold(): key for key, label in LABELS.items()}
_PROGRESS = re.compile(r"Progress(?: \(([0-9-]{4,10})\))?: (.+)", re.DOTALL)


def details_of(entry: dict[str, Any]) -> list[str]:
    """The lines for one entry of the timeline, in a fixed order."""
    lines = [f"{label}: {entry[key]}" for key, label in LABELS.items() if key in entry]
    steps = entry.get("progression", [])
    return lines + [_progress(step) for step in steps]


def _progress(step: dict[str, Any]) -> str:
    return f"Progress ({step['date']}): {step['what']}" if "date" in step else f"Progress: {step['what']}"


def read_details(lines: list[Any]) -> tuple[dict[str, Any], list[Any]]:
    """The keys and values in such lines, and the lines that are none of them."""
    found: dict[str, Any] = {}
    others: list[Any] = []
    for line in lines:
        label, colon, value = line.partition(": ") if isinstance(line, str) else ("", "", "")
        key = _KEYS.get(label.casefold())
        if isinstance(line, str) and (step := _PROGRESS.fullmatch(line)):
            what: dict[str, Any] = {"date": _plain(step[1])} if step[1] else {}
            found.setdefault("progression", []).append({**what, "what": step[2]})
        elif colon and key and key not in found:
            found[key] = _number(value) if key == "hours_per_week" else value
        else:
            others.append(line)
    return found, others


def _number(value: str) -> float | str:
    return float(value) if re.fullmatch(r"\d{1,3}(\.\d{1,2})?", value) else value


def _plain(written: str) -> int | str:
    return int(written) if len(written) == 4 else written
