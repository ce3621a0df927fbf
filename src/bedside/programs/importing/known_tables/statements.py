"""What one row of a table states, cell by cell, and the cells that could not be read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bedside.programs.claim import Stated
from bedside.programs.field import COMMUNITY, OTHER_TYPE, UNIVERSITY, UNIVERSITY_AFFILIATED, Value
from bedside.programs.importing.known_tables.table import Record, plain
from bedside.programs.mention import Unread

MISSING = frozenset({"", "-", "--", "–", "—", "−", "n/a", "na", "nan", "none", "null", "not reported", "unknown", "."})
_PROGRAM_TYPES = {
    "universitybased": UNIVERSITY,
    "communitybaseduniversityaffiliated": UNIVERSITY_AFFILIATED,
    "communitybaseduniversityaffiliatedhospital": UNIVERSITY_AFFILIATED,
    "communitybased": COMMUNITY,
    "militarybased": OTHER_TYPE,
    "other": OTHER_TYPE,
}
_ADDRESS = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[:/?#]\S*)?", re.IGNORECASE)
_HOW_TO_FIX = "Correct the cell and add the file again, or leave it: the rest of the row was read."


@dataclass(slots=True)
class Statements:
    """Gathers what a row states. A cell that says nothing makes no claim: not reported is never “no”."""

    record: Record
    stated: list[Stated] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)

    def take(self, name: str, heading: str, read: Callable[[str], Value | None], **how: Any) -> None:
        """Read a cell as the value of a field; `how` goes on to `Stated`. A ValueError becomes an unread cell."""
        text = self.record[plain(heading)]
        if text.strip().casefold() in MISSING:
            return
        try:
            value = read(text)
        except ValueError as why:
            self.unread.append(Unread(f"{self.record.place}, “{heading}”", text, f"Not read: {why}.", _HOW_TO_FIX))
            return
        if value is not None:
            self.stated.append(Stated(name, value, quote=f"{heading}: {text}", **how))


def rate(text: str) -> float:
    """A part of one, as 0.31 or 31 %. Raises ValueError beyond 0 to 1."""
    number = _number(text.replace("%", ""), text)
    value = round(number / 100, 6) if "%" in text else number
    if not 0 <= value <= 1:
        raise ValueError(f"“{text}” is no part of one (0 to 1)")
    return value


def percent(text: str) -> float:
    """A part of one from a number of percents. Raises ValueError beyond 0 to 100."""
    number = _number(text.replace("%", ""), text)
    if not 0 <= number <= 100:
        raise ValueError(f"“{text}” is no share of a hundred")
    return round(number / 100, 6)  # and not 0.6779999999999999


def whole(text: str) -> int:
    """A count, also as 12.0. Raises ValueError where it is none."""
    number = _number(text, text)
    if number < 0 or number != int(number):
        raise ValueError(f"“{text}” is no count")
    return int(number)


def count_if_any(text: str) -> int | None:
    """A count; None for 0, where a source writes 0 for what it was not told."""
    return whole(text) or None


def yes_no(text: str) -> bool:
    """Yes or no, also as true and false. Raises ValueError otherwise."""
    said = {"true": True, "yes": True, "y": True, "1": True, "false": False, "no": False, "n": False, "0": False}
    if text.strip().casefold() not in said:
        raise ValueError(f"“{text}” is neither yes nor no")
    return said[text.strip().casefold()]


def link(text: str) -> str:
    """An address on the web, the first where there are several. Raises ValueError otherwise."""
    once = re.sub(r"^(?:https?:/*\s*)+(?=https?:/*)", "", text.strip().replace("\\", "/"), flags=re.IGNORECASE)
    addresses = re.split(r"[;,]?\s+", once)
    if not all(_ADDRESS.fullmatch(address) for address in addresses):
        raise ValueError(f"“{text}” is no address of a page")
    address = addresses[0]
    return address if "://" in address else f"https://{address}"


def program_type(text: str) -> str:
    """A type of program by FREIDA's names. Raises ValueError for one that is not known."""
    if plain(text) not in _PROGRAM_TYPES:
        raise ValueError(f"“{text}” is no type of program that Bedside knows")
    return _PROGRAM_TYPES[plain(text)]


def day(text: str) -> date | None:
    """A day as 2025-03-28 or 03/28/2025; None where it is none."""
    iso = re.match(r"(\d{4})-(\d{1,2})-(\d{1,2})", text.strip())
    american = re.match(r"(\d{1,2})/(\d{1,2})/(\d{4})", text.strip())
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        return date(int(american[3]), int(american[1]), int(american[2])) if american else None
    except ValueError:
        return None


def _number(text: str, as_printed: str) -> float:
    try:
        value = float(text.strip())
    except ValueError:
        raise ValueError(f"“{as_printed}” is no number") from None
    if value != value or value in (float("inf"), float("-inf")):
        raise ValueError(f"“{as_printed}” is no number")
    return value
