"""Bedside's readings that the odds rest on; an applicant's own number is taken as far as it can mean something."""

from __future__ import annotations

from collections.abc import Iterator

from bedside.evidence.library import Evidence

APPLICATIONS = "reading.odds.applications"
PREFERENCE = "reading.odds.preference"
OPEN_LIMIT = "reading.odds.open-limit"
LEANING = "reading.odds.leaning"
WAYS_APART = "reading.odds.ways-apart"

_CAN_MEAN = {
    APPLICATIONS: (1.0, 1000.0),
    PREFERENCE: (1.0, 100.0),
    OPEN_LIMIT: (0.0, 100.0),
    LEANING: (0.0, 100.0),
    WAYS_APART: (0.0, 100.0),
}
"""At least one application; a preference never helps and never ends everything; shares of a hundred."""


def reading(name: str, evidence: Evidence) -> float:
    """The number of a reading, within what it can mean."""
    low, high = _CAN_MEAN[name]
    return min(max(evidence.number(name), low), high)


def beyond_meaning(evidence: Evidence) -> Iterator[str]:
    """A sentence for each of the applicant's own numbers that cannot be meant as it is written."""
    for name, (low, high) in _CAN_MEAN.items():
        value = evidence.number(name)
        if not low <= value <= high:
            taken = reading(name, evidence)
            yield f"Your own {name} of {value:g} is taken as {taken:g}, because it can be {low:g} to {high:g}."
