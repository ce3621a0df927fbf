"""Counting in words, and amounts with no more digits than a person uses."""

from __future__ import annotations

from collections.abc import Sequence

TEN = 10
EXACT_HOURS_BELOW = 20


def counted(count: float, noun: str) -> str:
    """A count with its noun: "1 week", "2.5 weeks"."""
    return f"{decimal(count)} {noun if round(count, 1) == 1 else f'{noun}s'}"


def decimal(value: float) -> str:
    """A number with one decimal at most, and none where it says nothing: "2", "0.8"."""
    return f"{round(value, 1):g}"


def listed(parts: Sequence[str]) -> str:
    """Parts of a sentence: "a", "a and b", "a, b and c"."""
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts)


def tens(amount: float) -> int:
    """An amount in tens."""
    return round(amount / TEN) * TEN


def dollars_in_tens(amount: float) -> str:
    """An amount that was worked out, in tens of dollars: "$1,280"."""
    return f"${tens(amount):,}"


def hours_a_person_uses(hours: float) -> float:
    """Hours that were worked out: in tens, and small ones in whole hours."""
    return tens(hours) if hours >= EXACT_HOURS_BELOW else round(hours)
