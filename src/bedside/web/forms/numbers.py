"""Numbers and amounts as people type them, and never a guess where a point may stand for thousands."""

from __future__ import annotations

import re
from decimal import Decimal

from bedside.applicant.parts.shape import Unreadable

_PLAIN = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_IN_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?")
_EITHER = re.compile(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}")
_WITH_A_COMMA_BEFORE_CENTS = re.compile(r"[+-]?[0-9.]*,[0-9]+")
_LONGEST = 40
_GROUPED_FROM = 10_000


def read_number(written: str) -> int | float:
    """What was typed, as a number: a dollar sign and commas between thousands are forgiven; raises Unreadable."""
    text = re.sub(r"(?i)\s|\$|usd|dollars?", "", written).replace("−", "-")
    if _EITHER.fullmatch(text):
        low, high = text.rstrip("0").rstrip("."), text.replace(".", ",")
        raise Unreadable(f"{text} can be {high} or {low}", f"Write {high} or {low}")
    if len(text) <= _LONGEST and (_PLAIN.fullmatch(text) or _IN_THOUSANDS.fullmatch(text)):
        number = float(text.replace(",", ""))
        return int(number) if number.is_integer() else number
    if _WITH_A_COMMA_BEFORE_CENTS.fullmatch(text):
        whole, _, rest = text.rpartition(",")
        plain = whole.replace(".", "") or "0"
        example = f"{int(plain):,}.{rest}" if plain.lstrip("+-").isdigit() else "1,200.50"
        raise Unreadable(
            f"{written.strip()[:_LONGEST]} uses a comma before the fraction",
            f"Write {example}: commas between thousands, a point before the fraction",
        )
    raise Unreadable(f"{written.strip()[:_LONGEST]} is not a number Bedside can read", "Write figures, such as 1,200")


def read_whole_number(written: str) -> int:
    """What was typed, as a whole number; raises Unreadable."""
    number = read_number(written)
    if isinstance(number, float):
        raise Unreadable(f"{written.strip()[:_LONGEST]} is not a whole number", "Write it without a fraction")
    return number


def number_as_shown(number: float) -> str:
    """A number as a form shows it, which `read_number` reads back: 4.1, 6000, 12,500."""
    exact = Decimal(repr(number)).normalize()
    return f"{exact:,f}" if abs(exact) >= _GROUPED_FROM else f"{exact:f}"
