"""Counting in words."""

from __future__ import annotations


def counted(count: float, noun: str) -> str:
    """A count with its noun: "1 week", "2.5 weeks"."""
    return f"{count:g} {noun if count == 1 else f'{noun}s'}"
